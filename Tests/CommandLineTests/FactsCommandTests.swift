import Testing

@Suite struct FactsCommandTests {
  @Test func aSheetFromStartToFindings() throws {
    let folder = try Folder()
    let start = try Tool.run(
      ["facts", "init", "--id", "INC-7", "--detected", "2026-03-01", "-o", "inc.yaml"], in: folder.path)
    #expect(start.code == 0, "\(start.error)")
    #expect(try Tool.run(["facts", "init", "-o", "inc.yaml"], in: folder.path).code == 2)
    let set = try Tool.run(
      [
        "facts", "set", "--facts", "inc.yaml", "incident.data.password", "affected", "--known-at",
        "2026-03-02", "--source", "IR",
      ],
      in: folder.path)
    #expect(set.code == 0, "\(set.error)")
    let show = try Tool.run(["facts", "show", "inc.yaml", "--as-of", "2026-03-03"], in: folder.path)
    #expect(show.out.contains("/incident/data/password: affected"))
    let before = try Tool.run(["facts", "show", "inc.yaml", "--as-of", "2026-03-01"], in: folder.path)
    #expect(before.out.contains("/incident/data/password: unknown"))
    #expect(
      try Tool.run(["facts", "set", "--facts", "inc.yaml", "incident.no_such", "1"], in: folder.path).code
        == 2)
    #expect(
      try Tool.run(["facts", "set", "--facts", "inc.yaml", "incident.phase", "perhaps"], in: folder.path).code
        == 2)
  }

  @Test func issuesAreFindings() throws {
    let folder = try Folder([
      "f.yaml": "claimlint: 1\nincident:\n  id: A\n  people: 10\n  population: {people: 5}\n"
    ])
    let result = try Tool.run(["facts", "check", "f.yaml", "--format", "json"], in: folder.path)
    #expect(result.code == 1)
    #expect(result.out.contains(#""format":"sheet""#))
    #expect(result.out.contains(#""name":"sheet/above-population""#))
    #expect(!result.error.contains("no fact sheet was read"))
  }
}
