/// How the bytes of a file stand for characters.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, which is also what the web means by ISO-8859-1.
  case windows1252 = "windows-1252"
}

/// The bytes of one input exactly as they were read, byte order mark included.
public struct SourceFile: Sendable {
  /// The path as the user named it; `-` is never used here, the name given for standard input is.
  public let path: String
  public let bytes: [UInt8]
  public let encoding: TextEncoding
  /// Bytes of the byte order mark at the start (0, 2 or 3).
  public let markLength: Int

  public init(path: String, bytes: [UInt8], encoding: TextEncoding, markLength: Int) {
    self.path = path
    self.bytes = bytes
    self.encoding = encoding
    self.markLength = markLength
  }
}
