import SourceText

/// Why a document could not be read.
public struct DocumentError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// The bytes are not text; see the reason.
    case source(SourceError.Reason)
    /// The file is larger than the limit; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// A library gave up; what it was doing.
    case parser(String)
  }
  public let path: String
  /// From 1.
  public let line: Int
  /// Unicode scalars from the start of the line, from 1.
  public let column: Int
  public let reason: Reason

  public init(path: String, line: Int = 1, column: Int = 1, reason: Reason) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
  }

  init(_ error: SourceError) {
    self.init(path: error.path, line: error.line, column: error.column, reason: .source(error.reason))
  }

  /// One clause in lower case, without the place.
  public var message: String {
    switch reason {
    case .source(let reason): SourceError(path: path, line: line, column: column, reason: reason).message
    case .tooLarge(let size, let limit): "\(size) bytes, over the limit of \(limit) bytes"
    case .parser(let what): "could not \(what)"
    }
  }
}

/// How much a reader takes on.
public struct DocumentLimits: Sendable, Hashable {
  /// Bytes of the largest file that is read; at most 1 GiB counts.
  public var maxBytes: Int

  public init(maxBytes: Int = 64 << 20) {
    self.maxBytes = min(maxBytes, 1 << 30)
  }
}
