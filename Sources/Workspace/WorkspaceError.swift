/// Why something that was asked for could not be done: an option, an input, a sheet, a pack.
public struct WorkspaceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path or option concerned; empty where there is none.
  public let path: String
  /// From 1; 0 where the whole file is meant.
  public let line: Int
  /// Unicode scalars, from 1; 0 where the whole file is meant.
  public let column: Int
  public let message: String

  public init(path: String = "", line: Int = 0, column: Int = 0, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `press/a.md:3:5: not valid UTF-8`.
  public var description: String {
    if path.isEmpty { return message }
    return line > 0 ? "\(path):\(line):\(column): \(message)" : "\(path): \(message)"
  }
}

/// All that stands in the way of a run, never empty.
public struct WorkspaceErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [WorkspaceError]

  public init(_ errors: [WorkspaceError]) { self.errors = errors }
  public init(_ message: String, path: String = "") {
    errors = [WorkspaceError(path: path, message: message)]
  }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
