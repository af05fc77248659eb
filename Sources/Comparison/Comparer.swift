import Claims
import Facts
import Language
import RuleFormat

/// Compares the claims of a document with fact sheets.
public struct Comparer: Sendable {
  let book: FactBook?
  let names: SheetNames?
  let ontology: Ontology
  private let ruleVerdicts: [String: Verdict]
  /// Sentences that the sheets allow.
  private let allowed: [ContentWords]

  /// - Parameters:
  ///   - book: The sheets, or nil: then only what the text alone decides is judged.
  ///   - names: The names that were added to the vocabulary of the readings.
  public init(book: FactBook?, names: SheetNames?, tables: CatalogTables) {
    self.book = book
    self.names = names
    ontology = Ontology(tables: tables)
    var verdicts: [String: Verdict] = [:]
    for row in stride(from: 0, to: tables.rules.count, by: RuleRow.width) {
      verdicts[tables.string(tables.rules[row + RuleRow.name.rawValue])] =
        Verdict(rawValue: tables.string(tables.rules[row + RuleRow.verdict.rawValue]))
    }
    ruleVerdicts = verdicts
    var allowed: [ContentWords] = []
    for sheet in book?.sheets ?? [] {
      for fact in sheet.posture?.claimsAllowed ?? [] {
        if let text = fact.latest.flatMap({ $0.raw ?? $0["text"]?.text }) { allowed.append(ContentWords(text)) }
      }
    }
    self.allowed = allowed
  }

  /// True where the sentence says what an allowed claim or approved promise of the sheet says, in nearly its words.
  private func isAllowed(_ claim: Claim, in reading: DocumentReading) -> Bool {
    guard !allowed.isEmpty else { return false }
    let said = ContentWords(reading.text(reading.sentences[claim.sentence].tokens))
    return allowed.contains { text in
      text.stems.count > 1 && said.overlap(with: text) * 4 >= text.stems.count * 3
    }
  }

  /// One judgement for each claim that differs from what is known, in the order of the claims; supported ones are given too,
  /// with the verdict `supported`.
  public func judgements(of claims: [Claim], in reading: DocumentReading, context: DocumentContext) -> [Judgement] {
    var result: [Judgement] = []
    let strongest =
      claims.filter { $0.kind == .data && $0.status.polarity == .affirmed && $0.status.isOwnStatement }
      .compactMap { Ladder.exposure($0.exposure ?? "") }.max() ?? -1
    for (index, claim) in claims.enumerated() where claim.status.isOwnStatement {
      if !claim.rule.isEmpty {
        guard claim.status.polarity == .affirmed, claim.status.certainty != .unknown else { continue }
        let verdict = ruleVerdicts[claim.rule] ?? .wording
        result.append(Judgement(claim: index, verdict: verdict, reason: claim.topic, rule: claim.rule))
        continue
      }
      guard let book else { continue }
      if isAllowed(claim, in: reading) {
        result.append(Judgement(claim: index, verdict: .supported, reason: ""))
        continue
      }
      var judged: [Judgement] = []
      for (sheet, incident) in book.incidents {
        let comparison = IncidentComparison(
          sheet: sheet, incident: incident, names: names, ontology: ontology, reading: reading, context: context,
          strongestExposure: strongest)
        if let judgement = comparison.judge(claim, index: index) { judged.append(judgement) }
      }
      for (sheet, posture) in book.postures {
        let comparison = PostureComparison(
          sheet: sheet, posture: posture, names: names, ontology: ontology, reading: reading, context: context)
        if let judgement = comparison.judge(claim, index: index) { judged.append(judgement) }
      }
      // Several incidents: the mildest verdict stands.
      if let mildest = judged.max(by: { $0.verdict.precedence < $1.verdict.precedence }) { result.append(mildest) }
    }
    return result
  }
}
