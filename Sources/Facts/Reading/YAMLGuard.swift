/// What has to be settled in the text before or beside Yams.
enum YAMLGuard {
  /// Yams hashes the keys of every map, so a key that unfolds through aliases would never end. A sheet with anchors may
  /// therefore not have anything but words as keys.
  static func refuseComplexKeys(in text: SheetText) throws(FactSheetErrors) {
    let bytes = text.bytes
    func opens(_ index: Int) -> Bool {
      guard index > 0 else { return true }
      return [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5B, 0x7B].contains(bytes[index - 1])
    }
    func isWord(_ index: Int) -> Bool { index < bytes.count && bytes[index] > 0x20 }
    var anchors = false
    var suspect: Int?
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "&") where opens(index) && isWord(index + 1): anchors = true
      case UInt8(ascii: "*") where opens(index) && isWord(index + 1):
        var next = index + 1
        while next < bytes.count, bytes[next] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[next]) { next += 1 }
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        let colon = next < bytes.count && bytes[next] == UInt8(ascii: ":")
        if colon || bytes[next - 1] == UInt8(ascii: ":") { suspect = suspect ?? index }
      case UInt8(ascii: "?") where opens(index) && !isWord(index + 1): suspect = suspect ?? index
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        var next = index + 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: ":") { suspect = suspect ?? index }
      default: break
      }
    }
    guard anchors, let suspect else { return }
    let place = text.position(of: suspect)
    throw FactSheetErrors(
      path: text.path, line: place.line, column: place.column,
      message: "a key is a plain word; aliases, lists and maps cannot be keys")
  }

  /// The source with the key at a byte replaced by a private name with as many characters, so that no column moves.
  static func rename(keyAt start: Int, number: Int, in text: SheetText, source: String) -> String? {
    var bytes = Array(source.utf8)
    // Earlier renames change the number of bytes, never that of characters: find the place again by counting.
    let characters = text.bytes[..<start].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    var index = 0
    var seen = 0
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if seen == characters { break }
        seen += 1
      }
      index += 1
    }
    guard index < bytes.count, start < text.bytes.count else { return nil }
    let end: Int
    var keyStart = index
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      end = NodeExtent.endOfQuoted(from: index, in: bytes) - 1
      keyStart += 1
    case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"):
      return nil
    default:
      var cursor = index
      while cursor < bytes.count, bytes[cursor] != 0x0A, bytes[cursor] != 0x0D {
        if bytes[cursor] == UInt8(ascii: ":"), cursor + 1 >= bytes.count || bytes[cursor + 1] <= 0x20 {
          break
        }
        cursor += 1
      }
      while cursor > index, bytes[cursor - 1] <= 0x20 { cursor -= 1 }
      end = cursor
    }
    guard end > keyStart, let scalar = Unicode.Scalar(0xE000 + UInt32(number)) else { return nil }
    let length = bytes[keyStart..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    let name = String(repeating: String(Character(scalar)), count: length)
    bytes.replaceSubrange(keyStart..<end, with: name.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
