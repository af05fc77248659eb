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
  private let postures: [PostureIndex]

  /// - Parameters:
  ///   - book: The sheets, or nil: then only what the text alone decides is judged.
  ///   - names: The names that were added to the vocabulary of the readings.
  public init(book: FactBook?, names: SheetNames?, tables: CatalogTables) {
    self.book = book
    self.names = names
    let ontology = Ontology(tables: tables)
    self.ontology = ontology
    let vocabulary = Vocabulary(tables: tables)
    postures = (book?.postures ?? []).map {
      PostureIndex(sheet: $0.sheet, posture: $0.posture, vocabulary: vocabulary, ontology: ontology)
    }
    var verdicts: [String: Verdict] = [:]
    for row in stride(from: 0, to: tables.rules.count, by: RuleRow.width) {
      verdicts[tables.string(tables.rules[row + RuleRow.name.rawValue])] =
        Verdict(rawValue: tables.string(tables.rules[row + RuleRow.verdict.rawValue]))
    }
    ruleVerdicts = verdicts
  }

  /// One judgement for each claim that differs from what is known, in the order of the claims; supported ones are given too,
  /// with the verdict `supported`.
  public func judgements(of claims: [Claim], in reading: DocumentReading, context: DocumentContext)
    -> [Judgement]
  {
    var result: [Judgement] = []
    let postures = postures.map {
      PostureComparison(index: $0, ontology: ontology, reading: reading, context: context)
    }
    for (index, claim) in claims.enumerated() where claim.status.isOwnStatement {
      if !claim.rule.isEmpty {
        guard claim.status.polarity == .affirmed, claim.status.certainty != .unknown else { continue }
        let verdict = ruleVerdicts[claim.rule] ?? .wording
        result.append(Judgement(claim: index, verdict: verdict, reason: claim.topic, rule: claim.rule))
        continue
      }
      guard let book else { continue }
      var judged: [Judgement] = []
      for (sheet, incident) in book.incidents {
        let comparison = IncidentComparison(
          sheet: sheet, incident: incident, names: names, ontology: ontology, reading: reading,
          context: context)
        if let judgement = comparison.judge(claim, index: index) { judged.append(judgement) }
      }
      for comparison in postures {
        if let judgement = comparison.judge(claim, index: index) { judged.append(judgement) }
      }
      // Several incidents: the mildest verdict stands.
      if let mildest = judged.max(by: { $0.verdict.precedence < $1.verdict.precedence }) {
        result.append(mildest)
      }
    }
    return result
  }
}
