/// A place in a source file, in every unit that outputs need.
public struct SourcePosition: Sendable, Hashable {
  /// Bytes from the start of the file, byte order mark included, from 0.
  public let byte: Int
  /// From 1; LF, CRLF and CR end a line.
  public let line: Int
  /// Unicode scalars from the start of the line, from 1.
  public let column: Int
  /// UTF-16 code units from the start of the line, from 1.
  public let utf16: Int

  public init(byte: Int, line: Int, column: Int, utf16: Int) {
    self.byte = byte
    self.line = line
    self.column = column
    self.utf16 = utf16
  }
}
