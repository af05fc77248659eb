import Testing

/// The list that counsel signs: every claim, how it is asserted, by which words, and how it fares.
@Suite struct ClaimsCommandTests {
  private let text = "We confirm that no passwords were accessed. We answer letters on Mondays.\n"
  private let sheet = """
    claimlint: 1
    incident:
      id: A
      data: {password: {value: affected, exposure: exfiltrated, known_at: 2025-11-01}}
    """

  @Test func eachClaimIsALine() throws {
    let folder = try Folder(["a.md": text, "f.yaml": sheet])
    let bare = try Tool.run(["claims", "a.md"], in: folder.path)
    #expect(bare.code == 0, "\(bare.error)")
    let lines = bare.out.split(separator: "\n")
    #expect(
      lines.contains(
        "a.md:1:17: data [negated asserted past own] (data passwords, exposure accessed) “no passwords were accessed” by negation “no”"
      ), "\(bare.out)")
    #expect(!bare.out.contains("statement"))
    let judged = try Tool.run(["claims", "--facts", "f.yaml", "a.md"], in: folder.path)
    #expect(judged.out.contains("[negated asserted past own] contradicted (data passwords"))
  }

  @Test func theSameAsJSON() throws {
    let folder = try Folder(["a.md": text, "f.yaml": sheet])
    let result = try Tool.run(["claims", "--facts", "f.yaml", "--format", "json", "a.md"], in: folder.path)
    #expect(result.code == 0, "\(result.error)")
    for member in [
      #""schema":"claimlint/claims/1""#, #""kind":"data""#, #""polarity":"negated""#,
      #""verdict":"contradicted""#, #""data":["password"]"#, #""quote":"no passwords were accessed""#,
      #""cues":[{"role":"negation","words":"no"}]"#, #""line":1,"column":17"#,
    ] {
      #expect(result.out.contains(member), "\(member) in \(result.out)")
    }
    #expect(!result.out.contains(#""topic":"statement""#))
  }

  @Test func theCountsAreThoseOfTheList() throws {
    let folder = try Folder(["a.md": text, "f.yaml": sheet])
    let result = try Tool.run(["check", "--facts", "f.yaml", "a.md"], in: folder.path)
    let list = try Tool.run(["claims", "--facts", "f.yaml", "a.md"], in: folder.path)
    let count = list.out.split(separator: "\n").count
    #expect(result.error.contains("1 document, \(count) claims, 1 fact used"), "\(result.error)")
  }
}
