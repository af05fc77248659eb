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
  public var quantity: Quantity?
  public var time: TimeExpression?
  /// Names of the fact sheet that stand in the claim, as the caller numbered them when they were added to the vocabulary.
  public var names: [Int] = []
  /// How strongly the data was exposed: the rung of the predicate on the exposure ladder, or nil for a rungless word.
  public var exposure: String?
  /// The rule whose own pattern found the claim, or empty.
  public var rule: String = ""

  /// True for a whole clause that is taken as a statement in case a fact speaks of the same: no claim until one does.
  public var isCandidate: Bool { topic == PracticeStatements.topic }

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
