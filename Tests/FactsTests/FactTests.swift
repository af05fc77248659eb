import Facts
import Language
import Testing

/// Facts, their states and their history.
struct FactTests {
  private func data(_ text: String) throws -> Fact {
    try #require(
      try sheet("claimlint: 1\nincident: {data: {password: \(text)}}").incidents.first?.data.first?.fact)
  }

  @Test func revisionsAreInForceFromTheirKnownAt() throws {
    let fact = try data(
      "[{value: unknown, known_at: 2026-11-22}, {value: affected, known_at: 2026-12-02T18:00:00Z, source: IR-40}]"
    )
    #expect(fact.revision(asOf: try at("2026-11-21T23:59:59Z")) == nil)
    #expect(fact.knowledge(asOf: try at("2026-11-21")) == .unknown)
    #expect(fact.word(asOf: try at("2026-11-22T00:00:00Z")) == "unknown")
    #expect(fact.word(asOf: try at("2026-12-02T17:59:59Z")) == "unknown")
    #expect(fact.word(asOf: try at("2026-12-02T18:00:00Z")) == "affected")
    #expect(fact.latest?.source == "IR-40")
    // A document published on that day knows it.
    #expect(fact.word(asOf: try #require(Instant(endOf: "2026-12-02"))) == "affected")
    #expect((fact.latest?.line, fact.pointer) == (2, "/incident/data/password"))
  }

  @Test func orderOfRevisionsIsThatOfKnowledge() throws {
    let fact = try data(
      "[{value: affected, known_at: 2026-12}, {value: unknown}, {value: suspected, known_at: 2026-11-22}]")
    #expect(fact.revisions.map(\.state) == [.unknown, .suspected, .confirmed])
    #expect(fact.isOutOfOrder)
    // A month counts from its first day.
    #expect(fact.knowledge(asOf: try at("2026-12-01")) == .affected(.confirmed))
  }

  @Test(arguments: [
    ("affected", Knowledge.affected(.confirmed)), ("suspected", .affected(.suspected)),
    ("{value: affected, state: suspected}", .affected(.suspected)),
    ("{value: suspected}", .affected(.suspected)),
    ("unknown", .unknown), ("{state: unknown}", .unknown), ("{value: affected, state: unknown}", .unknown),
    ("ruled_out", .ruledOut), ("{state: ruled_out}", .ruledOut),
    ("{value: affected, state: ruled_out}", .ruledOut),
    ("{value: ruled_out, state: confirmed}", .ruledOut), ("{value: ruled_out, state: suspected}", .unknown),
    ("{value: none_found, basis: logs}", .noneFound), ("{state: suspected}", .affected(.suspected)),
  ]) func knowledge(_ text: String, _ expected: Knowledge) throws {
    #expect(try data(text).latest?.knowledge == expected)
  }

  @Test func suspectedIsAffectedWithAState() throws {
    #expect(try data("suspected").latest?.word == "affected")
    #expect(try data("suspected").latest?.raw == "suspected")
    // A phase has a value of that name.
    let phase = try sheet("claimlint: 1\nincident: {phase: suspected}").incidents.first?.phase
    #expect(phase?.latest?.word == "suspected")
    #expect(phase?.latest?.state == .confirmed)
  }

  @Test(arguments: [
    ("12000", "12,000"), ("\"~12000\"", "about 12,000"), ("\">=12000\"", "at least 12,000"),
    ("\"<=500\"", "at most 500"), ("\">500\"", "more than 500"), ("\"<50\"", "fewer than 50"),
    ("10000..15000", "10,000 to 15,000"), ("6%", "6%"), ("\"~4%\"", "about 4%"),
    ("{value: 12000, bound: about}", "about 12,000"), ("{value: 12000, bound: at_least}", "at least 12,000"),
    ("{value: 12000, bound: at_most}", "at most 12,000"), ("{min: 10, max: 20}", "10 to 20"),
    ("{min: 10}", "at least 10"),
  ]) func quantities(_ text: String, _ expected: String) throws {
    let people = try sheet("claimlint: 1\nincident: {people: \(text)}").incidents.first?.count(of: "people")
    #expect(people?.latest?.quantity?.description == expected)
  }

  @Test func toleranceWidensApproximateNumbers() throws {
    #expect(Quantity("~1000")?.interval(tolerancePercent: 10).description == "900 to 1,100")
    #expect(Quantity("1000")?.interval(tolerancePercent: 10).description == "1,000")
    #expect(Quantity("20..10") == nil)
    #expect(Quantity("1,000") == nil)
    #expect(Quantity("-4") == nil)
  }

  @Test func attributesHaveTheirOwnPlaces() throws {
    let text = """
      claimlint: 1
      posture:
        controls:
          mfa:
            value: partial
            names: [two-factor sign-in, 2FA]
            exceptions: contractors
            coverage: 80%
            since: 2018
            cadence: P1Y
            disclosure: [customers, regulators]
            confidence: high
      """
    let fact = try #require(try sheet(text).posture?.controls.first?.fact)
    let revision = try #require(fact.latest)
    #expect(fact.names == ["two-factor sign-in", "2FA"])
    #expect(revision.items("exceptions") == ["contractors"])
    #expect(revision["coverage"]?.quantity?.isPercent == true)
    #expect(revision["since"]?.time?.precision == .year)
    #expect(revision["cadence"]?.duration?.months == 12)
    #expect(revision["since"].map { [$0.line, $0.column] } == [9, 14])
    #expect((revision.disclosure, revision.confidence) == (["customers", "regulators"], .high))
    #expect(revision.orderedAttributes.map(\.key) == ["names", "exceptions", "coverage", "since", "cadence"])
  }

  @Test func pointers() {
    #expect(FactPointer.normalised("incident.data.password") == "/incident/data/password")
    #expect(FactPointer.append("a/b~c", to: "/x") == "/x/a~1b~0c")
    #expect(FactPointer.components(of: "/x/a~1b~0c") == ["x", "a/b~c"])
  }

  @Test func instants() throws {
    #expect(try at("2026-03-02").description == "2026-03-02T00:00:00Z")
    #expect(Instant(endOf: "2026-03-02")?.description == "2026-03-02T23:59:59Z")
    #expect(Instant(endOf: "2026-03-02T18:00:00+01:00")?.description == "2026-03-02T17:00:00Z")
    #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
    #expect(try at("2024-01-31").adding(CalendarDuration(months: 1)).description == "2024-02-29T00:00:00Z")
  }
}
