/// A file's text as UTF-8 without byte order mark, with the way back to the bytes of the file.
public struct TranscodedText: Sendable {
  /// UTF-8. For a UTF-8 file these are the file's own bytes, mark included, so that offsets are the file's.
  public let bytes: [UInt8]
  /// Where the text starts in `bytes`: behind the byte order mark of a UTF-8 file.
  public let start: Int
  /// From offsets in `bytes` to offsets in the file; nil where they are the same.
  public let map: OffsetMap?

  public init(_ file: SourceFile) {
    switch file.encoding {
    case .utf8:
      bytes = file.bytes
      start = file.markLength
      map = nil
    case .windows1252:
      (bytes, map) = Self.fromWindows1252(file)
      start = 0
    case .utf16LittleEndian, .utf16BigEndian:
      (bytes, map) = Self.fromUTF16(file)
      start = 0
    }
  }

  private static func fromWindows1252(_ file: SourceFile) -> ([UInt8], OffsetMap) {
    var text: [UInt8] = []
    var map = OffsetMap()
    text.reserveCapacity(file.bytes.count + file.bytes.count / 8)
    for index in file.bytes.indices {
      let before = text.count
      let byte = file.bytes[index]
      UTF8Encoding.append(Windows1252.scalar(of: byte), to: &text)
      map.append(
        prose: before, proseLength: text.count - before, source: index, sourceLength: 1, copied: byte < 0x80)
    }
    return (text, map)
  }

  private static func fromUTF16(_ file: SourceFile) -> ([UInt8], OffsetMap) {
    var text: [UInt8] = []
    var map = OffsetMap()
    text.reserveCapacity(file.bytes.count)
    var index = file.markLength
    while index + 1 < file.bytes.count {
      let before = text.count
      let start = index
      var scalar = UInt32(file.codeUnit(at: index))
      index += 2
      if scalar >= 0xD800, scalar < 0xDC00, index + 1 < file.bytes.count {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (UInt32(file.codeUnit(at: index)) &- 0xDC00)
        index += 2
      }
      UTF8Encoding.append(scalar, to: &text)
      map.append(
        prose: before, proseLength: text.count - before, source: start, sourceLength: index - start,
        copied: false)
    }
    return (text, map)
  }

  /// The file's byte range for a range in `bytes`; an empty range stays empty.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard let map else { return range }
    if let found = map.source(of: range) { return found }
    if range.lowerBound > 0, let before = map.source(of: range.lowerBound - 1..<range.lowerBound) {
      return before.upperBound..<before.upperBound
    }
    let start = map.runs.first.map { Int($0.source) } ?? 0
    return start..<start
  }
}
