import Facts
import Testing

/// What the format does not know is said with its place and a way out, all of it in one run.
struct ValidationTests {
  @Test func allErrorsInOneRun() {
    let text = """
      claimlint: 1
      organistion: {name: X}
      people: 4
      incident:
        phase: contaned
        people: many
        timeline: {detected: yesterday}
        data:
          password: {value: affected, exposre: viewed, form: rot47}
        systems: none
        evidence: {system: a}
        cause:
        misuse: {basis: logs}
      """
    #expect(
      errors(text) == [
        "2:1: unknown key `organistion` in sheet; did you mean `organisation`?",
        "3:1: unknown key `people` in sheet; it belongs under `incident`",
        "5:10: `contaned` is not a value of `phase`, which is one of suspected, investigating, contained, eradicated, "
          + "recovered, closed, unknown; did you mean `contained`?",
        "6:11: `many` is not a value of `people`, which is a quantity such as 12000, \"~12000\", \">=12000\", \"<500\", "
          + "\"10000..15000\" or \"6%\", or unknown",
        "7:24: `yesterday` is not a value of `detected`, which is a time such as 2026-03-02, 2026-03-02T18:00:00Z, "
          + "2026-03 or 2026-01..2026-03, or unknown",
        "9:33: unknown key `exposre` in `password`; did you mean `exposure`?",
        "9:56: `rot47` is not a value of `form`, which is one of plaintext, encoded, hashed_unsalted, hashed, "
          + "hashed_salted, hashed_slow, encrypted, tokenized, masked, pseudonymised, anonymised, encrypted_key_exposed, "
          + "end_to_end_encrypted, not_held, unknown",
        "10:12: `systems` is a map; this is a single value",
        "11:13: `evidence` is a list; this is a map",
        "12:9: nothing stands under `cause`; write unknown if it is not known",
        "13:11: `misuse` has neither a value nor a state; write `value: unknown` if it is not known",
      ])
  }

  @Test func errorsCarryPathAndPointer() throws {
    do {
      _ = try sheet("claimlint: 1\nincident: {data: {a/b: {value: x}}}", path: "security/facts.yaml")
      Issue.record("no error")
    } catch {
      let first = try #require(error.errors.first)
      #expect((first.path, first.line, first.column) == ("security/facts.yaml", 2, 32))
      #expect(first.key == "/incident/data/a~1b/value")
      #expect(error.description.hasPrefix("security/facts.yaml:2:32: `x` is not a value of `a/b`"))
    }
  }

  @Test func versionIsRequired() {
    #expect(
      errors("incident: {id: A}") == ["1:1: the sheet lacks the version of its format; add `claimlint: 1`"])
    #expect(errors("claimlint: 2").first?.hasPrefix("1:12: `2` is not a value of `claimlint`") == true)
  }

  @Test func dataTypesComeFromTheOntology() {
    let known: Set = ["password", "email_address"]
    let text = """
      claimlint: 1
      incident:
        data:
          password: affected
          pasword: affected
          second_form: {field: password, value: affected}
          third_form: [{field: email_adress, value: affected}]
        cohorts:
          staff: {people: 4, data: [password, pin]}
      """
    #expect(
      errors(text, known: known) == [
        "5:5: unknown data type `pasword`; did you mean `password`? (a name of your own needs `field:` with a known "
          + "data type)",
        "7:26: unknown data type `email_adress`; did you mean `email_address`?",
        "9:41: unknown data type `pin`",
      ])
    #expect(errors(text).isEmpty)
  }

  @Test func threeWaysEverywhere() throws {
    let text = """
      claimlint: 1
      organisation: {name: {value: X, source: register}}
      as_of: [{value: 2026-01-01}]
      incident:
        id: {value: A}
        type: [{value: data_breach, known_at: 2026-01-01}, {value: [data_breach, ransomware], known_at: 2026-02-01}]
        data:
          password:
            value: affected
            form: [{value: encrypted, known_at: 2026-01-01}, {value: hashed, known_at: 2026-02-01}]
            people: {value: 70000, bound: about, state: suspected}
        cohorts: {staff: {people: [{value: 10}], data: password}}
        remediation:
          reset: {text: Reset, status: [{value: planned, known_at: 2026-01-01}, {value: done, known_at: 2026-02-01}]}
        evidence:
          - [{system: a, coverage: partial, known_at: 2026-01-01}, {system: a, coverage: complete, known_at: 2026-02-01}]
      posture:
        claims_allowed: [One sentence., {text: Another., evidence: a report, source: S-1}]
        awards: [{name: Best, note: really}]
      """
    let result = try sheet(text)
    let incident = try #require(result.incidents.first)
    let (january, february) = (try at("2026-01-15"), try at("2026-02-15"))
    #expect(result.organisation?.name == "X")
    #expect(incident.id == "A")
    #expect(incident.section.fact("type")?.revision(asOf: january)?.items == ["data_breach"])
    #expect(incident.types == ["data_breach", "ransomware"])
    let password = try #require(incident.data.first?.fact.latest)
    #expect(password["form"]?.revision(asOf: january)?.word == "encrypted")
    #expect(password["people"]?.latest?.state == .suspected)
    #expect(password["people"]?.quantity?.isApproximate == true)
    let reset = try #require(incident.remediation.first?.fact)
    #expect(reset.word(asOf: january) == "planned")
    #expect(reset.word(asOf: february) == "done")
    #expect(reset.latest?["text"]?.text == "Reset")
    #expect(incident.evidence?.first?.word(asOf: january) == "partial")
    #expect(result.posture?.claimsAllowed?.map { $0.latest?.word } == ["One sentence.", "Another."])
    #expect(result.posture?.awards?.first?.latest?.note == "really")
  }

  @Test func spellings() throws {
    let text = """
      claimlint: 1
      incident:
        data:
          a: {value: affected, form: salted_hash}
          b: {value: affected, form: pseudonymized}
          c: {value: affected, form: tokenised}
      posture:
        practices: {p: yes, q: true, r: No, s: FALSE, t: partial}
        crypto: {end_to_end: no}
      """
    let result = try sheet(text)
    #expect(
      result.incidents.first?.data.map { $0.fact.latest?.word("form") } == [
        "hashed_salted", "pseudonymised", "tokenized",
      ])
    #expect(result.posture?.practices.map { $0.fact.latest?.answer } == [.yes, .yes, .no, .no, .partial])
    #expect(result.posture?.crypto("end_to_end")?.latest?.word == "none")
  }
}
