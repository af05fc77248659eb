import Language

/// How surely something is known.
public enum FactState: String, Sendable, Hashable, CaseIterable {
  case confirmed, suspected
  case ruledOut = "ruled_out"
  case unknown
}

/// How far a fact may be relied on.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
  case low, medium, high

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// The words `yes`, `no`, `partial`, however YAML spells them.
public enum Answer: String, Sendable, Hashable, CaseIterable {
  case yes, no, partial
}

/// What a fact was from one moment on.
public struct Revision: Sendable, Hashable {
  /// The value as it was written; nil where the revision states none (an entry made of attributes, or a state alone).
  public var raw: String?
  /// The value in the spelling of the format (`yes` for `true`, `hashed_salted` for `salted_hash`, `affected` for a
  /// value `suspected`); `unknown` where only that state is given, empty where there is no value.
  public var word: String
  /// All values where several were listed, each in the spelling of the format; one where one was given.
  public var items: [String]
  public var quantity: Quantity?
  public var time: TimeRange?
  public var duration: CalendarDuration?
  /// The word as an answer, where it is one.
  public var answer: Answer? { Answer(rawValue: word) }
  public var state: FactState
  /// When the organisation knew it; nil for always.
  public var knownAt: TimeRange?
  /// `known_at` as it was written.
  public var knownAtText: String?
  public var confidence: Confidence?
  public var source: String?
  public var note: String?
  /// Who may be told; nil where nothing is said of it.
  public var disclosure: [String]?
  /// The other keys of the long form.
  public var attributes: [String: AttributeValue]
  /// Where the value stands.
  public var line: Int
  public var column: Int

  /// True where the value or the state says that nobody knows.
  public var isUnknown: Bool { state == .unknown || word == "unknown" }

  /// True if this was known at that moment. A day counts from its first second.
  public func isKnown(at moment: Instant) -> Bool {
    guard let start = knownAt?.start else { return true }
    return start <= moment.seconds
  }

  /// What is known of the thing that the fact is about.
  public var knowledge: Knowledge {
    if isUnknown { return .unknown }
    if state == .ruledOut { return .ruledOut }
    if word == "ruled_out" { return state == .suspected ? .unknown : .ruledOut }
    if word == "none_found" { return .noneFound }
    return .affected(state == .suspected ? .suspected : .confirmed)
  }

  public subscript(attribute: String) -> AttributeValue? { attributes[attribute] }

  /// The attribute's value in the spelling of the format.
  public func word(_ attribute: String) -> String? { attributes[attribute]?.word }

  /// The attribute's values, empty where it is not given.
  public func items(_ attribute: String) -> [String] { attributes[attribute]?.items ?? [] }

  /// The attributes in the order of the file.
  public var orderedAttributes: [(key: String, value: AttributeValue)] {
    attributes.sorted { ($0.value.line, $0.value.column, $0.key) < ($1.value.line, $1.value.column, $1.key) }
      .map { ($0.key, $0.value) }
  }
}

/// What is known about whether something is so.
public enum Knowledge: Sendable, Hashable {
  public enum Certainty: Sendable, Hashable {
    case confirmed, suspected
  }

  /// Nothing is known, or nothing is said.
  case unknown
  /// It is so, surely or perhaps.
  case affected(Certainty)
  /// Somebody looked and has found nothing so far.
  case noneFound
  /// It is not so.
  case ruledOut
}

/// The value of a key of a long form. It is itself a fact: it can have its own state, source and revisions.
public struct AttributeValue: Sendable, Hashable {
  public var fact: Fact

  /// The newest revision; attributes rarely have more than one.
  public var latest: Revision? { fact.revisions.last }
  public func revision(asOf moment: Instant) -> Revision? { fact.revision(asOf: moment) }

  public var line: Int { fact.line }
  public var column: Int { fact.column }
  /// The value in the spelling of the format.
  public var word: String { latest?.word ?? "" }
  public var items: [String] { latest?.items ?? [] }
  public var text: String { items.joined(separator: ", ") }
  public var quantity: Quantity? { latest?.quantity }
  public var time: TimeRange? { latest?.time }
  public var duration: CalendarDuration? { latest?.duration }
  public var answer: Answer? { latest?.answer }
}
