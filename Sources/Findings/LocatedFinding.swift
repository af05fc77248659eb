import Claims
import Comparison

/// A judgement with its rule and its place, on the way to a finding.
struct LocatedFinding: Sendable {
  var rule: RuleInfo
  var judgement: Judgement
  var claim: Claim?
  /// Byte range in the prose; empty only where the document has no words.
  var prose: Range<Int>
  /// Byte range in the source.
  var source: Range<Int>
  /// The words, markup resolved.
  var quote: String
  /// ``quote`` without what differs between printings of the same words.
  var key: String
  /// How often the same rule met the same words before, from 0.
  var ordinal = 0
  var severity: Severity
  var related: [Finding.Related] = []

  /// True where the document as a whole is meant, and the passage only carries the finding.
  var isAboutDocument: Bool { claim == nil && judgement.span == nil }

  /// The order of the document.
  static func before(_ a: Self, _ b: Self) -> Bool {
    (a.source.lowerBound, a.source.upperBound, a.rule.name, a.judgement.reason, a.judgement.claim ?? -1)
      < (b.source.lowerBound, b.source.upperBound, b.rule.name, b.judgement.reason, b.judgement.claim ?? -1)
  }
}
