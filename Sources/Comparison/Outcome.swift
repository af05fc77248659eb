import Facts
import Language

/// How a claim compares with what was known at one moment.
struct Outcome {
  var verdict: Verdict
  /// Empty for a supported claim.
  var reason: String
  var facts: [FactCitation]
  var values: [String: String]
  var arithmetic: String
  /// Prose range to quote instead of the claim's own.
  var span: Range<Int>?

  init(
    _ verdict: Verdict, _ reason: String = "", facts: [FactCitation] = [], values: [String: String] = [:],
    arithmetic: String = "", span: Range<Int>? = nil
  ) {
    self.verdict = verdict
    self.reason = reason
    self.facts = facts
    self.values = values
    self.arithmetic = arithmetic
    self.span = span
  }

  static let supported = Outcome(.supported)

  /// One judgement from how the claim stood when it was published and how it stands now.
  ///
  /// Supported then and not now is stale; a claim that was a hedge or declared ignorance and right then is no finding.
  /// Otherwise what holds now is reported.
  static func judgement(claim: Int, of status: AssertionStatus, then: Outcome?, now: Outcome) -> Judgement {
    var verdict = now.verdict
    let open = status.certainty == .unknown || (status.certainty == .hedged && status.polarity == .affirmed)
    if let then, then.verdict == .supported, open {
      return Judgement(
        claim: claim, verdict: .supported, then: .supported, now: now.verdict, reason: now.reason,
        facts: now.facts)
    }
    if let then, then.verdict == .supported, now.verdict != .supported { verdict = .stale }
    return Judgement(
      claim: claim, verdict: verdict, then: then?.verdict, now: now.verdict, reason: now.reason,
      span: now.span,
      facts: now.facts, values: now.values, arithmetic: now.arithmetic)
  }
}

extension FactCitation {
  /// The revision of a fact that was in force at a moment, as outputs cite it.
  init(_ fact: Fact, at moment: Instant) {
    let revision = fact.revision(asOf: moment)
    var value = fact.word(asOf: moment)
    if let quantity = revision?.quantity { value = quantity.description }
    if case .affected(.suspected)? = revision?.knowledge { value = "suspected" }
    self.init(
      path: fact.path, pointer: fact.pointer, line: revision?.line ?? fact.line, value: value,
      knownAt: revision?.knownAtText ?? "", source: revision?.source ?? "", note: revision?.note ?? "")
  }
}
