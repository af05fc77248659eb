/// A map of a sheet, with its members in the order of the file. Typed views (`Incident`, `Posture`) read from it.
public struct FactSection: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case fact(Fact)
    /// A list of entries; an empty one says that there are none.
    case list([Fact])
    /// A list of maps (`incidents`).
    case sections([FactSection])
    case section(FactSection)
  }

  public struct Member: Sendable, Hashable {
    public var key: String
    /// Where the key stands.
    public var line: Int
    public var column: Int
    public var content: Content
  }

  public var pointer: String
  public var line: Int
  public var column: Int
  public var members: [Member]

  init(pointer: String, line: Int = 1, column: Int = 1, members: [Member] = []) {
    self.pointer = pointer
    self.line = line
    self.column = column
    self.members = members
  }

  public func member(_ key: String) -> Member? { members.first { $0.key == key } }

  /// True where the key is written, whatever stands under it.
  public func has(_ key: String) -> Bool { member(key) != nil }

  public func fact(_ key: String) -> Fact? {
    if case .fact(let fact)? = member(key)?.content { fact } else { nil }
  }

  public func section(_ key: String) -> FactSection? {
    if case .section(let section)? = member(key)?.content { section } else { nil }
  }

  /// The entries of a list; nil where the key is not written, empty where the sheet says that there are none.
  public func list(_ key: String) -> [Fact]? {
    if case .list(let facts)? = member(key)?.content { facts } else { nil }
  }

  /// The entries of a map whose keys the author chose; nil where the key is not written.
  public func entries(_ key: String) -> [FactEntry]? { section(key)?.entries }

  /// The members that are facts.
  public var entries: [FactEntry] {
    members.compactMap { member in
      if case .fact(let fact) = member.content { FactEntry(key: member.key, fact: fact) } else { nil }
    }
  }

  /// All facts in it at any depth, in the order of the file.
  public var allFacts: [Fact] {
    members.flatMap { member -> [Fact] in
      switch member.content {
      case .fact(let fact): [fact]
      case .list(let facts): facts
      case .section(let section): section.allFacts
      case .sections(let sections): sections.flatMap(\.allFacts)
      }
    }
  }

  /// The newest value of a key as text.
  func text(_ key: String) -> String? {
    guard let revision = fact(key)?.latest, !revision.isUnknown else { return nil }
    return revision.items.first ?? revision.raw
  }

  /// The newest values of a key.
  func texts(_ key: String) -> [String] {
    guard let revision = fact(key)?.latest, !revision.isUnknown else { return [] }
    return revision.items
  }
}
