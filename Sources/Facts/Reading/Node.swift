/// A YAML or JSON value before any meaning is given to it. Scalars stay the strings that were written.
public struct Node: Sendable, Hashable {
  public enum Style: Sendable, Hashable {
    case plain, quoted, block
  }

  /// A key and its value, in the order of the file.
  public struct Pair: Sendable, Hashable {
    public var key: String
    public var keyNode: Node
    public var value: Node
  }

  public enum Content: Sendable, Hashable {
    case scalar(String, Style)
    case sequence([Node])
    case mapping([Pair])
  }

  public var content: Content
  /// From 1.
  public var line: Int
  /// In Unicode scalars, from 1.
  public var column: Int
  /// The bytes that the value takes in the file (without a byte order mark); comments after it are not part of it.
  public var range: Range<Int>
  /// True for `[...]` and `{...}`.
  public var isFlow: Bool

  /// The text of a scalar.
  public var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// True for nothing, `~` and `null`, all written without quotation marks.
  public var isNull: Bool {
    if case .scalar(let text, .plain) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  public var sequence: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  public var mapping: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> Node? { mapping?.first { $0.key == key }?.value }

  /// `text`, `a list` or `a map`, for messages.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

/// A parsed file: its root and what the parser itself found (keys that are written twice).
struct ParsedSheet: Sendable {
  var root: Node
  var errors: [FactSheetError]
  /// True where the file uses anchors or aliases, so that a place in the text is not a place in the model.
  var usesAnchors: Bool

  static let maximumNodes = 100_000
  static let maximumDepth = 64
}
