import Claims

/// What comparing a claim with the facts gives.
public enum Verdict: String, Sendable, CaseIterable {
  case supported, contradicted, overstated, understated, unsupported, premature, stale, overpromised,
    absolute, omitted,
    confidential, inconsistent, wording

  /// Which verdict wins where several fall on one passage; smaller wins.
  public var precedence: Int {
    switch self {
    case .confidential: 0
    case .contradicted: 1
    case .inconsistent: 2
    case .absolute: 3
    case .understated, .overstated: 4
    case .stale: 5
    case .premature: 6
    case .overpromised: 7
    case .unsupported: 8
    case .omitted: 9
    case .wording: 10
    case .supported: 11
    }
  }
}

/// A fact that a judgement rests on, as outputs cite it.
public struct FactCitation: Sendable, Hashable {
  /// Path of the sheet as the user named it.
  public var path: String
  /// JSON pointer in the sheet: `/incident/data/password`.
  public var pointer: String
  /// Line of the revision that was compared, from 1.
  public var line: Int
  /// The value in short: `affected`, `12,000 (about)`; the pointer alone is shown where the fact is restricted.
  public var value: String
  /// When the organisation knew it, as written; empty if always.
  public var knownAt: String
  public var source: String
  public var note: String
  /// True where the value may not be printed without `--show-restricted`.
  public var restricted: Bool

  public init(
    path: String, pointer: String, line: Int, value: String, knownAt: String = "", source: String = "",
    note: String = "",
    restricted: Bool = false
  ) {
    self.path = path
    self.pointer = pointer
    self.line = line
    self.value = value
    self.knownAt = knownAt
    self.source = source
    self.note = note
    self.restricted = restricted
  }
}

/// The outcome of comparing one claim with what is known.
public struct Judgement: Sendable {
  /// Index of the claim in the document's claims; nil where the document as a whole is judged.
  public var claim: Int?
  public var verdict: Verdict
  /// How the claim stood when the document was published; nil for a draft.
  public var then: Verdict?
  public var now: Verdict
  /// What in the comparison led here: `denial-contradicted`, `count-below`. Rules say which reasons they report.
  public var reason: String
  /// Byte range in the prose to quote, where it is narrower or wider than the claim's.
  public var span: Range<Int>?
  public var facts: [FactCitation]
  /// Values for the rule's message and suggestion, by name: `subject`, `stated`, `known`, …
  public var values: [String: String]
  /// The comparison in one line: `"about 12,000" = 11,000 to 13,000; fact 184,200`.
  public var arithmetic: String
  /// A rule named by the claim's own pattern, or empty where ``reason`` selects it.
  public var rule: String

  public init(
    claim: Int?, verdict: Verdict, then: Verdict? = nil, now: Verdict? = nil, reason: String,
    span: Range<Int>? = nil,
    facts: [FactCitation] = [], values: [String: String] = [:], arithmetic: String = "", rule: String = ""
  ) {
    self.claim = claim
    self.verdict = verdict
    self.then = then
    self.now = now ?? verdict
    self.reason = reason
    self.span = span
    self.facts = facts
    self.values = values
    self.arithmetic = arithmetic
    self.rule = rule
  }
}
