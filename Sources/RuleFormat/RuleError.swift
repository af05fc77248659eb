/// A mistake in a rule, lexicon or other file under `Rules/` or in a user's pack.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  /// From 1.
  public let line: Int
  /// Unicode scalars, from 1.
  public let column: Int
  public let message: String

  public init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `Rules/x.yaml:12:5: error: …`, the form that compilers and editors understand.
  public var description: String { "\(path):\(line):\(column): error: \(message)" }
}

/// All mistakes of one reading, never empty.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [RuleError]
  public init(_ errors: [RuleError]) { self.errors = errors }
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
