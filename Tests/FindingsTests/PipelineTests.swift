import Comparison
import Documents
import Language
import Testing

@testable import Findings

@Suite struct PipelineTests {
  private func run(
    _ judgements: [Judgement], _ reading: DocumentReading, options: FindingOptions = FindingOptions()
  ) -> (findings: [Finding], errors: [FindingError]) {
    FindingPipeline(rules: Sample.book, options: options).findings(of: judgements, claims: [], in: reading)
  }

  @Test func locatesInTheSource() throws {
    let reading = try Sample.reading("# Title\n\nWe say **no** pass&#119;ords were read.\n")
    let result = run([Sample.judgement("denial", .contradicted, on: "no passwords", in: reading)], reading)
    let finding = try #require(result.findings.first)
    #expect(finding.quote == "no passwords")
    #expect((finding.start.line, finding.start.column) == (3, 10))
    #expect(finding.start.byte == 18)
    #expect(finding.end.byte == 37)
    #expect(finding.message == "no passwords differs")
    #expect(finding.rule.code == "CL201")
  }

  @Test func aJudgementWithoutARuleIsAnError() throws {
    let reading = try Sample.reading("Some words.")
    let result = run([Sample.judgement("unheard-of", .stale, on: "words", in: reading)], reading)
    #expect(result.findings.isEmpty)
    #expect(result.errors.count == 1)
    #expect(result.errors.first?.message.contains("unheard-of") == true)
  }

  @Test func supportedIsNoFinding() throws {
    let reading = try Sample.reading("Some words.")
    let result = run([Sample.judgement("", .supported, on: "words", in: reading)], reading)
    #expect(result.findings.isEmpty && result.errors.isEmpty)
  }

  @Test func aPassageWithoutASourceIsAnError() throws {
    let reading = try Sample.reading("One.\n\nTwo.")
    let gap = Judgement(claim: nil, verdict: .contradicted, reason: "denial", span: 4..<5)
    #expect(run([gap], reading).errors.count == 1)
  }

  @Test func oneCauseIsOneFinding() throws {
    let reading = try Sample.reading("We confirm that no passwords were accessed at all.")
    let result = run(
      [
        Sample.judgement("weaker", .understated, on: "no passwords were accessed", in: reading),
        Sample.judgement("denial", .contradicted, on: "passwords were accessed", in: reading),
        Sample.judgement("stock", .wording, on: "at all", in: reading),
      ], reading)
    #expect(result.findings.map(\.rule.code) == ["CL201", "CL301"])
    #expect(result.findings.first?.related.first?.message.hasPrefix("CL202 data/weaker: ") == true)
  }

  @Test func lessThanHalfIsAnotherPassage() throws {
    let reading = try Sample.reading("one two three four five six")
    let result = run(
      [
        Sample.judgement("denial", .contradicted, on: "one two three", in: reading),
        Sample.judgement("weaker", .understated, on: "three four five six", in: reading),
      ], reading)
    #expect(result.findings.count == 2)
  }

  @Test func repeatsAreGrouped() throws {
    let reading = try Sample.reading("We are serious.\n\nWe are serious.\n\nWe are Serious!")
    let judgements =
      (1...2).map { Sample.judgement("stock", .wording, on: "We are serious", occurrence: $0, in: reading) }
      + [Sample.judgement("stock", .wording, on: "We are Serious", in: reading)]
    let result = run(judgements, reading)
    #expect(result.findings.count == 1)
    #expect(
      result.findings.first?.related.map(\.message) == [
        "the same words stand again at 3:1", "the same words stand again at 5:1",
      ])
  }

  @Test func stockPhrasesAreCapped() throws {
    let words = ["alpha", "bravo", "charlie", "delta", "echo"]
    let reading = try Sample.reading(words.joined(separator: " and "))
    let result = run(words.map { Sample.judgement("stock", .wording, on: $0, in: reading) }, reading)
    #expect(result.findings.map(\.quote) == ["alpha", "bravo", "charlie"])
    #expect(
      result.findings.last?.related.first?.message == "2 more passages of this kind nearby are not listed")
  }

  @Test func descriptionsAreNotesAtMost() throws {
    let page =
      "<html><head><title>T</title><meta name=\"description\" content=\"no passwords here\"></head><body><p>Text.</p></body></html>"
    let reading = try Sample.reading(page, path: "a.html")
    let result = run([Sample.judgement("denial", .contradicted, on: "no passwords", in: reading)], reading)
    #expect(result.findings.first?.severity == .note)
  }

  @Test func documentFindingsStandOnTheTitle() throws {
    let judgement = Judgement(claim: nil, verdict: .omitted, reason: "lacks")
    let titled = try Sample.reading("# A notice\n\nText.")
    #expect(run([judgement, judgement], titled).findings.map(\.quote) == ["A notice", "A notice"])
    let plain = try Sample.reading("The first sentence. The second.")
    #expect(run([judgement], plain).findings.map(\.quote) == ["The first sentence."])
    let empty = try Sample.reading("")
    #expect(run([judgement], empty).findings.map(\.start.byte) == [0])
  }

  @Test func twoWaysOut() throws {
    let reading = try Sample.reading("No passwords were read.")
    let fact = FactCitation(path: "f.yaml", pointer: "/incident/data/password", line: 9, value: "affected")
    let judgement = Sample.judgement(
      "denial", .contradicted, on: "No passwords", in: reading, facts: [fact],
      values: ["replacement": "Passwords", "sheet": "ruled_out"])
    let finding = try #require(run([judgement], reading).findings.first)
    #expect(finding.suggestions.count == 2)
    #expect(finding.suggestions.first?.edit?.text == "Passwords")
    #expect(finding.suggestions.first?.edit?.range == 0..<12)
    #expect(finding.suggestions.last?.sheet?.value == "ruled_out")
    #expect(finding.suggestions.last?.title.contains("f.yaml:9") == true)
  }

  @Test func snippetsCanBeLeftOut() throws {
    let reading = try Sample.reading("No passwords were read.")
    var options = FindingOptions()
    options.snippets = false
    let judgement = Sample.judgement(
      "denial", .contradicted, on: "No passwords", in: reading, values: ["replacement": "Passwords"])
    let finding = try #require(run([judgement], reading, options: options).findings.first)
    #expect(finding.quote.isEmpty)
    #expect(!finding.message.contains("asswords"))
    #expect(!finding.suggestions.contains { $0.title.contains("asswords") || $0.edit != nil })
    let shown = try #require(run([judgement], reading).findings.first)
    #expect(shown.fingerprint == finding.fingerprint)
  }

  @Test func restrictedFactsShowTheirPointerOnly() throws {
    let reading = try Sample.reading("No passwords were read.")
    let fact = FactCitation(
      path: "f.yaml", pointer: "/incident/cause", line: 9, value: "phishing", knownAt: "2026-01-01",
      source: "IR", note: "n",
      restricted: true)
    let judgement = Sample.judgement(
      "denial", .contradicted, on: "No passwords", in: reading, facts: [fact], values: ["sheet": "phishing"])
    let hidden = try #require(run([judgement], reading).findings.first)
    #expect(hidden.facts.first?.value == "")
    #expect(!"\(hidden)".contains("phishing"))
    var options = FindingOptions()
    options.showRestricted = true
    #expect(run([judgement], reading, options: options).findings.first?.facts.first?.value == "phishing")
  }

  @Test func rulesAreFoundByReasonKindAndVerdict() {
    let book = Sample.rules([
      ["a/any", "CL001", "stale", "error", "", "gap"],
      ["a/count", "CL002", "understated", "error", "count", "gap"],
      ["a/stale", "CL003", "stale", "error", "count", "gap"],
    ])
    func name(_ verdict: Verdict, _ kind: String, rule: String = "") -> String? {
      let judgement = Judgement(claim: nil, verdict: verdict, reason: "gap", rule: rule)
      return book.rule(for: judgement, kind: kind).map { book.rules[$0].name }
    }
    #expect(name(.understated, "count") == "a/count")
    #expect(name(.stale, "count") == "a/stale")
    #expect(name(.stale, "data") == "a/any")
    #expect(name(.stale, "data", rule: "a/count") == "a/count")
    #expect(name(.stale, "data", rule: "a/none") == nil)
  }

  @Test func orderDoesNotMatter() throws {
    let reading = try Sample.reading("alpha bravo charlie delta echo")
    let judgements =
      ["alpha", "charlie", "echo"].map { Sample.judgement("stock", .wording, on: $0, in: reading) }
      + [Sample.judgement("denial", .contradicted, on: "bravo charlie", in: reading)]
    let one = run(judgements, reading).findings.map(\.fingerprint)
    #expect(one == run(judgements.reversed(), reading).findings.map(\.fingerprint))
  }
}
