/// Where values end. Yams reports starts only; the end follows from the text and the value that was read from it.
enum NodeExtent {
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The end of an unquoted or block scalar: the characters that are not white space stand in the file as in the value.
  private static func endOfText(_ value: String, from start: Int, in bytes: [UInt8]) -> Int {
    var index = start
    var end = start
    for byte in value.utf8 where !isBlank(byte) {
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == byte else { return endOfLine(from: end, in: bytes) }
      index += 1
      end = index
    }
    return end
  }

  static func endOfLine(from start: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  static func endOfPlain(_ value: String, from start: Int, in bytes: [UInt8]) -> Int {
    endOfText(value, from: start, in: bytes)
  }

  static func endOfBlockScalar(_ value: String, from start: Int, in bytes: [UInt8]) -> Int {
    let header = endOfLine(from: start, in: bytes)
    return endOfText(value, from: header, in: bytes)
  }

  static func endOfQuoted(from start: Int, in bytes: [UInt8]) -> Int {
    guard start < bytes.count else { return start }
    let mark = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == 0x5C, mark == 0x22 {
        index += 2
      } else if bytes[index] == mark {
        if mark == 0x27, index + 1 < bytes.count, bytes[index + 1] == mark {
          index += 2
        } else {
          return index + 1
        }
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  /// The end of `[...]` or `{...}`, given the end of its last member (or the byte after the opening bracket).
  static func endOfFlow(after member: Int, in bytes: [UInt8]) -> Int {
    var index = member
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): return index + 1
      case UInt8(ascii: "#"): index = endOfLine(from: index, in: bytes)
      default: index += 1
      }
    }
    return bytes.count
  }
}
