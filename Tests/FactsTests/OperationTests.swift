import Facts
import Glibc
import Testing

/// Showing and checking sheets, and loading several.
struct OperationTests {
  @Test func showsOneLineAFact() throws {
    let text = """
      claimlint: 1
      incident:
        id: A
        people:
          - {value: 12000, bound: at_least, state: suspected, known_at: 2026-11-22T09:00:00Z, source: IR-12}
          - {value: 184200, known_at: 2026-12-02T18:00:00Z, source: IR-40}
        data:
          password: {value: suspected, form: salted_hash, algorithm: {value: MD5, disclosure: internal}, note: "two\\nlines"}
        extortion: {paid: {value: yes, disclosure: internal}}
        regimes: []
        evidence: []
      """
    let result = try sheet(text)
    #expect(
      FactSheetShow(asOf: try at("2026-11-30")).text(result) == """
        /incident/id: A [line 3]
        /incident/people: at least 12,000 (suspected), known since 2026-11-22T09:00:00Z, source IR-12 [line 5]
        /incident/data/password: affected (suspected), form hashed_salted, algorithm (restricted) [line 8]
        /incident/extortion/paid: (restricted) [line 9]
        /incident/regimes: (none) [line 10]
        /incident/evidence: (none) [line 11]

        """)
    let later = FactSheetShow(asOf: try at("2027-01-01"), showRestricted: true).text(result)
    #expect(
      later.contains("/incident/people: 184200, known since 2026-12-02T18:00:00Z, source IR-40 [line 6]"))
    #expect(later.contains("/incident/extortion/paid: yes [line 9]"))
    #expect(
      FactSheetShow(asOf: try at("2027-01-01"), audience: "internal").text(result).contains("paid: yes"))
    #expect(
      FactSheetShow(asOf: try at("2026-01-01")).text(result).contains("/incident/people: unknown [line 5]"))
  }

  @Test func checksHygiene() throws {
    let text = """
      claimlint: 1
      as_of: 2026-11-01
      review_every: P7D
      approvals: [{role: CISO, name: A. Person, at: 2026-11-10}, {name: B, at: 2026-12-01}]
      incident:
        phase: {value: contained, known_at: 2026-11-20}
        attacker_access: suspected_active
        timeline:
          occurred: 2026-11-10..2026-11-12
          detected: 2026-11-09
          contained: 2026-11-12
          detcted: 2026-11-09
        population: {people: 1000}
        people: "~1050"
        accounts: 150%
        cohorts: {staff: {people: 4}}
        data:
          pin: ruled_out
          password: {value: ruled_out, note: other system}
          email_address: {value: affected, cohort: stafff}
          photo: [{value: affected, known_at: 2026-11-03}, {value: unknown, known_at: 2026-11-02}]
          video: {value: affected, known_at: 2027-01-01}
      """
    let issues = FactSheetCheck(now: try at("2026-12-01")).issues(in: try sheet(text))
    #expect(
      issues.map { "\($0.line) \($0.code) \($0.pointer)" } == [
        "2 stale /as_of",
        "4 approval-outdated /approvals/0",
        "6 phase-too-early /incident/phase",
        "10 event-order /incident/timeline/detected",
        "12 probable-typo /incident/timeline/detcted",
        "15 above-population /incident/accounts",
        "18 bare-denial /incident/data/pin",
        "20 unknown-cohort /incident/data/email_address",
        "21 history-order /incident/data/photo",
        "22 known-later /incident/data/video",
      ])
    #expect(issues.first?.message.contains("2026-11-08") == true)
    // About 1,050 of 1,000 is within the tolerance; without one it is above.
    let strict = FactSheetCheck(now: try at("2026-12-01"), tolerancePercent: 0).issues(in: try sheet(text))
    #expect(strict.contains { $0.pointer == "/incident/people" && $0.code == "above-population" })
    #expect(
      FactSheetCheck(now: try at("2026-11-05")).issues(in: try sheet(text)).allSatisfy { $0.code != "stale" })
  }

  @Test func booksCollectAllErrors() throws {
    var template = Array("/tmp/facts-tests-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = system("rm -r '\(folder)'") }
    func write(_ name: String, _ text: String) throws {
      let file = try #require(fopen("\(folder)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    mkdir("\(folder)/sub", 0o755)
    try write("b.yml", "claimlint: 1\nincident: {id: B}\n")
    try write("a.yaml", "claimlint: 1\nincident: {id: A}\n")
    try write("sub/c.json", "{\"claimlint\": 1, \"incident\": {\"id\": \"C\"}}")
    try write("notes.txt", "not a sheet")
    let book = try FactBook.load(paths: [folder, folder + "/a.yaml"])
    #expect(book.incidents.map(\.incident.id) == ["A", "B", "C"])
    #expect(book.sheets.first?.path == folder + "/a.yaml")

    try write("d.yaml", "claimlint: 1\nincident: {fase: x, peple: 4}\n")
    try write("sub/e.yaml", "claimlint: [\n")
    do {
      _ = try FactBook.load(paths: [folder, folder + "/absent.yaml"])
      Issue.record("no error")
    } catch {
      #expect(
        error.errors.map { "\($0.path.dropFirst(folder.count)):\($0.line):\($0.column)" } == [
          "/absent.yaml:1:1", "/d.yaml:2:12", "/d.yaml:2:21", "/sub/e.yaml:2:1",
        ])
    }
  }
}
