import Language

/// One thing that the sheet says, with its history.
public struct Fact: Sendable, Hashable {
  /// Where it stands in the sheet: `/incident/data/password`.
  public var pointer: String
  /// The path of the sheet.
  public var path: String
  /// Where the fact begins.
  public var line: Int
  public var column: Int
  /// In the order of `known_at`, the oldest first; those without one stand before all others.
  public var revisions: [Revision]
  /// True where the revisions stand in the file in another order than they came to be known.
  public var isOutOfOrder: Bool

  init(pointer: String, path: String, line: Int, column: Int, revisions: [Revision]) {
    self.pointer = pointer
    self.path = path
    self.line = line
    self.column = column
    let starts = revisions.map { $0.knownAt?.start ?? .min }
    let order = revisions.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    self.revisions = order.map { revisions[$0] }
    isOutOfOrder = order != Array(revisions.indices)
  }

  /// The last part of the pointer: `password`.
  public var key: String { FactPointer.components(of: pointer).last ?? "" }

  /// The newest revision that was known at a moment, or nil: then it was unknown.
  public func revision(asOf moment: Instant) -> Revision? { revisions.last { $0.isKnown(at: moment) } }

  /// The newest revision of all.
  public var latest: Revision? { revisions.last }

  /// What was known at a moment.
  public func knowledge(asOf moment: Instant) -> Knowledge { revision(asOf: moment)?.knowledge ?? .unknown }

  /// The value at a moment in the spelling of the format, `unknown` where nothing was known.
  public func word(asOf moment: Instant) -> String {
    guard let revision = revision(asOf: moment), !revision.isUnknown else { return "unknown" }
    return revision.word
  }

  /// An attribute as the newest revision known at a moment that states it: revisions that `set` adds need not repeat the
  /// `text` of a measure or the `role` of a third party.
  public func attribute(_ key: String, asOf moment: Instant) -> AttributeValue? {
    revisions.last { $0.isKnown(at: moment) && $0.attributes[key] != nil }?.attributes[key]
  }

  /// The names the public knows it by, over all revisions.
  public var names: [String] { items("names") }

  /// The values of an attribute over all revisions, each once.
  public func items(_ attribute: String) -> [String] {
    var all: [String] = []
    for revision in revisions {
      for item in revision.items(attribute) where !all.contains(item) { all.append(item) }
    }
    return all
  }
}

/// An entry of a map whose keys the author chose.
public struct FactEntry: Sendable, Hashable {
  public var key: String
  public var fact: Fact

  public init(key: String, fact: Fact) {
    self.key = key
    self.fact = fact
  }
}

/// Pointers into a sheet (RFC 6901).
public enum FactPointer {
  /// A pointer with one more part.
  public static func append(_ part: String, to pointer: String) -> String {
    var escaped = ""
    for character in part.unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return pointer + "/" + escaped
  }

  /// The parts of `/a/b` or of `a.b`.
  public static func components(of text: String) -> [String] {
    if text.isEmpty { return [] }
    guard text.hasPrefix("/") else {
      return text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
    return text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { part in
      var out = ""
      var rest = part.unicodeScalars[...]
      while let first = rest.popFirst() {
        if first == "~", let next = rest.first, next == "0" || next == "1" {
          out += next == "0" ? "~" : "/"
          rest.removeFirst()
        } else {
          out.unicodeScalars.append(first)
        }
      }
      return out
    }
  }

  /// `/a/b` for `a.b` or `/a/b`.
  public static func normalised(_ text: String) -> String {
    components(of: text).reduce("") { append($1, to: $0) }
  }
}
