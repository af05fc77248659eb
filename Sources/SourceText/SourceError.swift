/// Why bytes could not be read as text.
public struct SourceError: Error, Sendable, Hashable {
  /// What is wrong, without the place.
  public enum Reason: Sendable, Hashable {
    /// The bytes are not valid UTF-8, and nothing says what else they are.
    case invalidUTF8
    /// A UTF-16 file ends within a character or holds half of a surrogate pair.
    case invalidUTF16
    /// A NUL character, which no text has.
    case binary
    /// The file says that it is in an encoding that is not read here; the name as the file gives it.
    case unsupportedEncoding(String)
  }
  public let path: String
  /// From 1.
  public let line: Int
  /// Unicode scalars from the start of the line, from 1.
  public let column: Int
  public let reason: Reason

  public init(path: String, line: Int, column: Int, reason: Reason) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// One clause in lower case, without the place.
  public var message: String {
    switch reason {
    case .invalidUTF8: "not valid UTF-8 (save the file as UTF-8, or with a byte order mark as UTF-16)"
    case .invalidUTF16: "not valid UTF-16"
    case .binary: "not a text file: it holds a NUL character"
    case .unsupportedEncoding(let name): "encoding '\(name)' is not supported (save the file as UTF-8)"
    }
  }
}
