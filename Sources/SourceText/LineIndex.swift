/// Turns byte offsets of a source file into lines and columns, and lines back into bytes.
///
/// A look-up costs a binary search and a count over at most `stride` bytes or the part of the line before the offset,
/// whichever is shorter, so that files of one very long line stay cheap.
public struct LineIndex: Sendable {
  /// Bytes between two remembered counts; even, so that no UTF-16 code unit is cut.
  private static let stride = 4096

  private let source: SourceFile
  /// Byte offsets where lines start, ascending; the first is behind the byte order mark.
  private let starts: [Int32]
  /// Scalars and UTF-16 code units that begin before each multiple of `stride`.
  private let counts: [Count]

  /// Characters that begin in a stretch of bytes.
  private struct Count: Sendable {
    var scalars = 0
    var units = 0

    static func - (a: Count, b: Count) -> Count {
      Count(scalars: a.scalars - b.scalars, units: a.units - b.units)
    }
  }

  public init(_ source: SourceFile) {
    self.source = source
    starts = Self.lineStarts(of: source)
    var counts = [Count()]
    var total = Count()
    var from = 0
    while from + Self.stride <= source.bytes.count {
      let to = from + Self.stride
      let part = Self.count(in: source, from..<to)
      total.scalars += part.scalars
      total.units += part.units
      counts.append(total)
      from = to
    }
    self.counts = counts
  }

  /// The number of lines; a file that ends in a line ending has an empty last line.
  public var lineCount: Int { starts.count }

  /// The place of a byte; an offset inside a character is that character's place, one past the end is the end.
  public func position(of byte: Int) -> SourcePosition {
    let floor = characterStart(at: min(max(byte, 0), source.bytes.count))
    let line = lineIndex(of: floor)
    let start = Int(starts[line])
    let before =
      floor <= start
      ? Count()
      : floor - start <= Self.stride
        ? Self.count(in: source, start..<floor) : total(before: floor) - total(before: start)
    return SourcePosition(
      byte: byte, line: line + 1, column: before.scalars + 1, utf16: before.units + 1)
  }

  /// The bytes of a line, counted from 1, without its line ending; nil for a line that is not there.
  public func byteRange(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = Int(starts[line - 1])
    guard line < starts.count else { return start..<source.bytes.count }
    var end = Int(starts[line])
    let width = source.unitWidth
    if end - width >= start, source.unit(at: end - width) == 10 {
      end -= width
      if end - width >= start, source.unit(at: end - width) == 13 { end -= width }
    } else if end - width >= start, source.unit(at: end - width) == 13 {
      end -= width
    }
    return start..<end
  }

  /// The byte at a line and a UTF-16 column, both from 1; columns past the end of the line give its end.
  public func byte(line: Int, utf16 column: Int) -> Int? {
    guard let range = byteRange(ofLine: line) else { return nil }
    var offset = range.lowerBound
    var units = 1
    while offset < range.upperBound, units < column {
      let next = characterEnd(at: offset)
      units += Self.count(in: source, offset..<next).units
      offset = next
    }
    return offset
  }

  /// The text of a byte range, for display; bytes that are no character become U+FFFD.
  public func text(of range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<source.bytes.count)
    switch source.encoding {
    case .utf8: return String(decoding: source.bytes[range], as: UTF8.self)
    case .windows1252:
      var bytes: [UInt8] = []
      for byte in source.bytes[range] { UTF8Encoding.append(Windows1252.scalar(of: byte), to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      var units: [UInt16] = []
      var index = range.lowerBound
      while index + 1 < range.upperBound {
        units.append(source.codeUnit(at: index))
        index += 2
      }
      return String(decoding: units, as: UTF16.self)
    }
  }

  // MARK: - Counting

  private func total(before byte: Int) -> Count {
    let slot = byte / Self.stride
    let rest = Self.count(in: source, slot * Self.stride..<byte)
    return Count(scalars: counts[slot].scalars + rest.scalars, units: counts[slot].units + rest.units)
  }

  private func lineIndex(of byte: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= byte { low = middle } else { high = middle }
    }
    return low
  }

  private static func lineStarts(of source: SourceFile) -> [Int32] {
    var starts = [Int32(source.markLength)]
    let width = source.unitWidth
    var index = source.markLength
    let end = source.bytes.count - width + 1
    while index < end {
      let unit = source.unit(at: index)
      index += width
      if unit == 10 {
        starts.append(Int32(index))
      } else if unit == 13 {
        if index < end, source.unit(at: index) == 10 { index += width }
        starts.append(Int32(index))
      }
    }
    return starts
  }

  private static func count(in source: SourceFile, _ range: Range<Int>) -> Count {
    var result = Count()
    switch source.encoding {
    case .windows1252:
      result.scalars = range.count
      result.units = range.count
    case .utf8:
      for index in range {
        let byte = source.bytes[index]
        if byte & 0xC0 != 0x80 { result.scalars += 1 }
        if byte >= 0xF0 { result.units += 1 }
      }
      result.units += result.scalars
    case .utf16LittleEndian, .utf16BigEndian:
      var index = range.lowerBound
      while index + 1 < range.upperBound {
        result.units += 1
        if source.codeUnit(at: index) & 0xFC00 != 0xDC00 { result.scalars += 1 }
        index += 2
      }
    }
    return result
  }

  private func characterStart(at byte: Int) -> Int {
    var start = byte
    switch source.encoding {
    case .windows1252: break
    case .utf8:
      while start > 0, start < source.bytes.count, byte - start < 3, source.bytes[start] & 0xC0 == 0x80 {
        start -= 1
      }
    case .utf16LittleEndian, .utf16BigEndian:
      start -= start % 2
      if start >= 2, start + 1 < source.bytes.count, source.codeUnit(at: start) & 0xFC00 == 0xDC00 {
        start -= 2
      }
    }
    return start
  }

  private func characterEnd(at byte: Int) -> Int {
    var end = byte + source.unitWidth
    switch source.encoding {
    case .windows1252: break
    case .utf8:
      while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    case .utf16LittleEndian, .utf16BigEndian:
      if end + 1 < source.bytes.count, source.codeUnit(at: end) & 0xFC00 == 0xDC00 { end += 2 }
    }
    return min(end, source.bytes.count)
  }
}

extension SourceFile {
  /// Bytes of one code unit.
  fileprivate var unitWidth: Int {
    encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
  }

  /// The code unit at an offset that has one.
  fileprivate func unit(at index: Int) -> UInt16 {
    unitWidth == 2 ? codeUnit(at: index) : UInt16(bytes[index])
  }
}
