import Language

/// What kind of thing a claim asserts.
public enum ClaimKind: String, Sendable, CaseIterable {
  case security, data, count, time, state, cause, actor, misuse, evidence, control, certification, practice,
    history,
    notification, remediation, promise, comparison
}

/// What a sentence asserts: a kind, arguments, and how it is asserted.
public struct Claim: Sendable {
  public var kind: ClaimKind
  /// What about: the name of the pattern that found it (`contained`, `absolute/total`), or empty.
  public var topic: String
  /// Settings of the pattern, such as `phase: contained`.
  public var settings: [String: String]
  /// Byte range in the prose that a finding quotes.
  public var span: Range<Int>
  /// Token range of the same.
  public var tokens: Range<Int>
  /// Index in ``DocumentReading/sentences``.
  public var sentence: Int
  public var status: AssertionStatus
  public var cues: [Cue] = []

  /// Data types named, with their form.
  public var data: [DataMention] = []
  public var quantity: QuantityMention?
  public var time: TimeMention?
  /// Names of the fact sheet that stand in the claim: systems, services, controls, products.
  public var names: [Int] = []
  /// How strongly the data was exposed: the rung of the predicate on the exposure ladder, or nil for a rungless word.
  public var exposure: String?
  /// The rule whose own pattern found the claim, or empty.
  public var rule: String = ""

  public init(
    kind: ClaimKind, topic: String, settings: [String: String] = [:], span: Range<Int>, tokens: Range<Int>,
    sentence: Int,
    status: AssertionStatus
  ) {
    self.kind = kind
    self.topic = topic
    self.settings = settings
    self.span = span
    self.tokens = tokens
    self.sentence = sentence
    self.status = status
  }
}

/// A data type named in the text.
public struct DataMention: Sendable, Hashable {
  /// Id in the ontology; several where the word is ambiguous, the likeliest first.
  public var type: String
  /// Protection state named with it (`encrypted`, `hashed_salted`), or nil.
  public var state: String?
  /// Byte range in the prose.
  public var span: Range<Int>
  public var tokens: Range<Int>

  public init(type: String, state: String? = nil, span: Range<Int>, tokens: Range<Int>) {
    self.type = type
    self.state = state
    self.span = span
    self.tokens = tokens
  }
}

/// A number or vague amount with its unit.
public struct QuantityMention: Sendable, Hashable {
  public var interval: NumberInterval
  /// The unit's key in fact sheets (`people`, `accounts`), or empty.
  public var unit: String
  public var isPercent: Bool
  /// Name of the modifier, such as `about` or `vagueSmall`.
  public var modifier: String
  /// Byte range in the prose, unit included.
  public var span: Range<Int>
  public var tokens: Range<Int>

  public init(
    interval: NumberInterval, unit: String, isPercent: Bool, modifier: String, span: Range<Int>,
    tokens: Range<Int>
  ) {
    self.interval = interval
    self.unit = unit
    self.isPercent = isPercent
    self.modifier = modifier
    self.span = span
    self.tokens = tokens
  }
}

/// A time or duration with its words.
public struct TimeMention: Sendable, Hashable {
  public var range: TimeRange?
  /// Name of the kind, such as `date`, `duration`, `fast`, `recent`.
  public var kind: String
  /// Seconds, for durations and latencies.
  public var seconds: NumberInterval?
  public var span: Range<Int>
  public var tokens: Range<Int>

  public init(
    range: TimeRange?, kind: String, seconds: NumberInterval? = nil, span: Range<Int>, tokens: Range<Int>
  ) {
    self.range = range
    self.kind = kind
    self.seconds = seconds
    self.span = span
    self.tokens = tokens
  }
}
