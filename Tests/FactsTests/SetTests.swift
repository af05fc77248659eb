import Facts
import Testing

/// `set` changes the text of a sheet in one place and nowhere else.
struct SetTests {
  private func set(
    _ text: String, _ path: String, _ value: String?, state: String? = nil, source: String? = nil,
    _ attributes: [FactSheetSet.Attribute] = [], file: String = "facts.yaml"
  ) throws(FactSheetErrors) -> String {
    let change = FactSheetSet(
      path, value: value, state: state, source: source, knownAt: "2026-12-02T18:00:00Z",
      attributes: attributes)
    return String(decoding: try change.applied(to: Array(text.utf8), path: file), as: UTF8.self)
  }

  static let new = "{value: 184200, known_at: 2026-12-02T18:00:00Z}"

  private static let head =
    "# keeper: security team\nclaimlint: 1   # version\n\nincident:\n  id: A  # ours\n"
  private static let tail = "\n  # the end of the incident\n\n# the end\n"

  /// What stands at `people` before and after.
  @Test(arguments: [
    // A short value, with and without a comment.
    ("  people: 12000", "  people:\n    - 12000\n    - \(new)"),
    ("  people:   12000  # so far", "  people:\n    - 12000  # so far\n    - \(new)"),
    ("  people:\n    12000", "  people:\n    - 12000\n    - \(new)"),
    ("  people: \"~12000\"", "  people:\n    - \"~12000\"\n    - \(new)"),
    // A long value in both styles.
    (
      "  people: {value: 12000, bound: about}  # x",
      "  people:\n    - {value: 12000, bound: about}  # x\n    - \(new)"
    ),
    (
      "  people: {value: 12000,\n    bound: about}  # x",
      "  people:\n  - {value: 12000,\n    bound: about}  # x\n  - \(new)"
    ),
    (
      "  people:  # who\n    value: 12000  # x\n    # more\n    bound: about",
      "  people:  # who\n  - value: 12000  # x\n    # more\n    bound: about\n  - \(new)"
    ),
    (
      "  people:\n   value: 12000\n   note: |\n     one\n     two",
      "  people:\n   - value: 12000\n     note: |\n       one\n       two\n   - \(new)"
    ),
    // A history in both styles.
    (
      "  people: [12000, {value: 13000, known_at: 2026-11-22} ]  # x",
      "  people: [12000, {value: 13000, known_at: 2026-11-22}, \(new) ]  # x"
    ),
    (
      "  people:\n    - 12000  # x\n    - value: 13000\n      known_at: 2026-11-22  # y",
      "  people:\n    - 12000  # x\n    - value: 13000\n      known_at: 2026-11-22  # y\n    - \(new)"
    ),
    ("  people:\n  - 12000", "  people:\n  - 12000\n  - \(new)"),
  ]) func appends(_ before: String, _ after: String) throws {
    let result = try set(Self.head + before + Self.tail, "incident.people", "184200")
    #expect(result == Self.head + after + Self.tail)
    let fact = try #require(try sheet(result).incidents.first?.count(of: "people"))
    #expect(fact.latest?.quantity?.description == "184,200")
    #expect(fact.revisions.count >= 2)
  }

  @Test func flowParents() throws {
    let text =
      "claimlint: 1\nincident: {id: A, data: {password: suspected, pin: {value: affected}}, systems: {}} # c\n"
    #expect(
      try set(text, "/incident/data/password", "affected")
        == "claimlint: 1\nincident: {id: A, data: {password: [suspected, {value: affected, known_at: "
        + "2026-12-02T18:00:00Z}], pin: {value: affected}}, systems: {}} # c\n")
    #expect(
      try set(text, "/incident/systems/crm", "affected")
        == "claimlint: 1\nincident: {id: A, data: {password: suspected, pin: {value: affected}}, systems: {crm: {value: "
        + "affected, known_at: 2026-12-02T18:00:00Z}}} # c\n")
    #expect(
      try set(text, "incident.timeline.detected", "2026-11")
        == "claimlint: 1\nincident: {id: A, data: {password: suspected, pin: {value: affected}}, systems: {}, timeline: "
        + "{detected: {value: 2026-11, known_at: 2026-12-02T18:00:00Z}}} # c\n")
  }

  @Test func missingKeysGoIntoTheRightParent() throws {
    let text =
      "claimlint: 1\nincident:\n    id: A\n    data:\n        pin: affected   # p\n        # last\n    people: 4\nposture:\n    awards: []"
    #expect(
      try set(text, "incident.data.password", "affected")
        == "claimlint: 1\nincident:\n    id: A\n    data:\n        pin: affected   # p\n        password: {value: affected, "
        + "known_at: 2026-12-02T18:00:00Z}\n        # last\n    people: 4\nposture:\n    awards: []")
    #expect(
      try set(text, "posture.controls.mfa", "in_place")
        == text + "\n    controls:\n      mfa: {value: in_place, known_at: 2026-12-02T18:00:00Z}")
    #expect(
      try set(text, "posture.awards.-", "Best, of all")
        == text.dropLast(2) + "[{name: \"Best, of all\", known_at: 2026-12-02T18:00:00Z}]")
    #expect(
      try set(text, "organisation.name", "X") == text
        + "\norganisation:\n  name: {value: X, known_at: 2026-12-02T18:00:00Z}")
  }

  @Test func valuesThatAreLists() throws {
    let text =
      "claimlint: 1\nincident:\n  type: [data_breach, outage]\n  regimes:\n    - gdpr  # eu\n    - nis2\n"
    #expect(
      try set(text, "incident.type", "ransomware")
        == "claimlint: 1\nincident:\n  type:\n    - [data_breach, outage]\n    - {value: ransomware, known_at: "
        + "2026-12-02T18:00:00Z}\n  regimes:\n    - gdpr  # eu\n    - nis2\n")
    #expect(
      try set(text, "incident.regimes", "gdpr")
        == "claimlint: 1\nincident:\n  type: [data_breach, outage]\n  regimes:\n    - - gdpr  # eu\n      - nis2\n    - "
        + "{value: gdpr, known_at: 2026-12-02T18:00:00Z}\n")
  }

  @Test func attributesAndQuotation() throws {
    let result = try set(
      "claimlint: 1\nincident:\n  data: {}\n", "incident.data.password", "affected", state: "suspected",
      source: "IR: 4",
      [
        .init("exposure", ["accessed", "exfiltrated"]), .init("form", "salted_hash"),
        .init("people", "~12000"),
        .init("note", "a \"b\", c"),
      ])
    #expect(
      result
        == "claimlint: 1\nincident:\n  data: {password: {value: affected, exposure: [accessed, exfiltrated], form: "
        + "salted_hash, people: \"~12000\", state: suspected, known_at: 2026-12-02T18:00:00Z, note: \"a \\\"b\\\", c\", "
        + "source: \"IR: 4\"}}\n")
    let revision = try #require(try sheet(result).incidents.first?.data.first?.fact.latest)
    #expect((revision.source, revision.note, revision.state) == ("IR: 4", "a \"b\", c", .suspected))
  }

  @Test func json() throws {
    let text = "{\"claimlint\": 1,\n \"incident\": {\"people\": 12000, \"data\": {}}}\n"
    #expect(
      try set(text, "incident.people", "184200", file: "facts.json")
        == "{\"claimlint\": 1,\n \"incident\": {\"people\": [12000, {\"value\": \"184200\", \"known_at\": "
        + "\"2026-12-02T18:00:00Z\"}], \"data\": {}}}\n")
    #expect(
      try set(text, "incident.data.pin", "affected", file: "facts.json")
        == "{\"claimlint\": 1,\n \"incident\": {\"people\": 12000, \"data\": {\"pin\": {\"value\": \"affected\", "
        + "\"known_at\": \"2026-12-02T18:00:00Z\"}}}}\n")
  }

  @Test func lineEndsAndByteOrderMarkStay() throws {
    #expect(
      try set("\u{FEFF}claimlint: 1\r\nincident:\r\n  people: 4 # x\r\n", "incident.people", "184200")
        == "\u{FEFF}claimlint: 1\r\nincident:\r\n  people:\r\n    - 4 # x\r\n    - \(Self.new)\r\n")
  }

  @Test(arguments: [
    ("incident.peple", "1", "unknown key `peple` in `incident`; did you mean `people`?"),
    ("incident.people", "many", "`many` is not a value of `people`, which is a quantity"),
    ("incident.data", "affected", "`incident.data` holds several facts; name one of them"),
    ("incident.data.pin.form", "hashed", "`incident.data.pin` is a fact; set it, and give `form` as a key"),
    ("claimlint", "2", "the version of the format has no history"),
    (
      "posture.awards.x", "2",
      "`posture.awards` is a list; name an entry by its number from 0, or - for a new one"
    ),
  ]) func refusals(_ path: String, _ value: String, _ message: String) {
    do {
      _ = try set("claimlint: 1\nincident: {people: 4, data: {pin: affected}}\n", path, value)
      Issue.record("no error")
    } catch {
      #expect(error.errors.first?.message.hasPrefix(message) == true, "\(error)")
    }
  }

  @Test func unknownAttributesAreRefused() {
    #expect(throws: FactSheetErrors.self) {
      try set("claimlint: 1\nincident: {people: 4}\n", "incident.people", "4", [.init("exposre", "viewed")])
    }
    // One place in the text would be two facts.
    #expect(throws: FactSheetErrors.self) {
      try set(
        "claimlint: 1\nincident:\n  data: {a: &x {value: affected}, b: *x}\n", "incident.data.a", "affected")
    }
  }

  @Test func theNewRevisionComesIntoForce() throws {
    let text = "claimlint: 1\nincident: {people: {value: 4, known_at: 2026-12-24}}\n"
    #expect(throws: FactSheetErrors.self) { try set(text, "incident.people", "5") }
    #expect(throws: FactSheetErrors.self) {
      try FactSheetSet("incident.people", value: "5").applied(to: Array(text.utf8), path: "x.yaml")
    }
    let measure = "claimlint: 1\nincident:\n  remediation:\n    reset: {text: Reset all, status: planned}\n"
    let result = try sheet(try set(measure, "incident.remediation.reset", "done"))
    let fact = try #require(result.incidents.first?.remediation.first?.fact)
    #expect(fact.latest?.word == "done")
    #expect(fact.attribute("text", asOf: try at("2027-01-01"))?.text == "Reset all")
  }

  /// A sample of the facts of all cases: the line of the fact changes, all other lines stay.
  @Test(arguments: CaseSheetTests.paths) func caseSheets(_ path: String) throws {
    let bytes = try FactSheetReader.bytes(path)
    let before = try FactSheetReader().read(bytes, path: path)
    for fact in before.allFacts.enumerated().filter({ $0.offset % 7 == 3 }).map(\.element) {
      let change = FactSheetSet(fact.pointer, value: "unknown", knownAt: "2030-01-01")
      let after = try FactSheetReader().read(try change.applied(to: bytes, path: path), path: path)
      #expect(after.fact(at: fact.pointer)?.revisions.count == fact.revisions.count + 1)
    }
  }
}
