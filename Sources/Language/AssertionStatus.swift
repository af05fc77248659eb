/// How a claim is asserted, read from the words of its own clause.
///
/// The dimensions follow ConText (Harkema et al. 2009, "ConText: an algorithm for determining negation, experiencer, and
/// temporal status from clinical reports") with the uncertainty and attribution values that public statements need.
public struct AssertionStatus: Sendable, Hashable {
  public enum Polarity: String, Sendable { case affirmed, negated }
  public enum Certainty: String, Sendable {
    case asserted, hedged
    /// "No evidence that": absence of evidence, not evidence of absence.
    case evidential
    /// Declared ignorance: "have not determined whether".
    case unknown
  }
  public enum Time: String, Sendable { case past, ongoing, future }
  public enum Voice: String, Sendable { case own, attributed }
  public enum Mood: String, Sendable { case statement, question, condition, advice, definition }
  public enum Extent: String, Sendable { case bare, partial, total, exclusive }

  public var polarity: Polarity = .affirmed
  public var certainty: Certainty = .asserted
  public var time: Time = .past
  public var voice: Voice = .own
  public var mood: Mood = .statement
  public var extent: Extent = .bare
  /// True for "we do not believe that", a hedged denial.
  public var believed = false
  /// True where the only hedge is a verb of belief: "we believe that", "it appears that".
  public var isBelief = false
  /// True for risk language, "could result in": present or future possibility, not a hedged past.
  public var hypothetical = false

  public init() {}

  /// A statement of the organisation itself, which alone can be a finding.
  public var isOwnStatement: Bool { voice == .own && mood == .statement }
}

/// A word or phrase that decided something, for explanations.
public struct Cue: Sendable, Hashable {
  /// Byte range in the prose.
  public let range: Range<Int>
  /// What it decided: `negation`, `hedge`, `evidential`, …
  public let role: String

  public init(range: Range<Int>, role: String) {
    self.range = range
    self.role = role
  }
}
