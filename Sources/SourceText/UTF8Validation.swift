/// Checks on UTF-8 that need no String.
public enum UTF8Validation {
  /// The offset of the first byte that is not part of a well-formed UTF-8 sequence, or nil.
  public static func firstInvalid(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var index = start
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(in: bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the well-formed multi-byte sequence at an offset (2 to 4), or 0.
  private static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int {
    let left = bytes.count - index
    let first = bytes[index]
    guard first >= 0xC2, first <= 0xF4, left >= 2 else { return 0 }
    let second = bytes[index + 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard left >= 3, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 {
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard left >= 4, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }
}

/// Writes Unicode scalars as UTF-8.
public enum UTF8Encoding {
  /// Appends one scalar; values that are no scalar become U+FFFD.
  public static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    let scalar = (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF ? 0xFFFD : value
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
