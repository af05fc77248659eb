import SourceText

/// A character reference of HTML: `&amp;`, `&copy`, `&#8217;`, `&#x2019;`.
struct CharacterReference {
  /// Bytes from the ampersand to the end of the reference.
  var length: Int
  /// The Unicode scalar that it stands for.
  var scalar: UInt32
  /// A second scalar, for the few names that stand for two; else 0.
  var second: UInt32 = 0

  /// Reads the reference at an ampersand, or nil if what follows is none.
  ///
  /// - Parameter inAttribute: whether a name without semicolon before `=` or an alphanumeric is plain text, as it is in
  ///   attribute values (`?a=1&copy=2`).
  static func read(_ bytes: [UInt8], at start: Int, end: Int, inAttribute: Bool = false)
    -> CharacterReference?
  {
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return numeric(bytes, at: start, end: end) }
    let table = NamedReferences.shared
    var hash = NamedReferences.seed
    let limit = min(end, index + NamedReferences.longestName)
    var shortest: CharacterReference?
    while index < limit, bytes[index].isASCIIAlphanumeric {
      hash = NamedReferences.step(hash, bytes[index])
      index += 1
      let length = index - start - 1
      if length <= NamedReferences.longestBareName, length >= 2, let entry = table.find(hash), entry.isBare {
        shortest = CharacterReference(length: index - start, scalar: entry.scalar, second: entry.second)
      }
    }
    if index < end, bytes[index] == UInt8(ascii: ";"), index > start + 1, let entry = table.find(hash) {
      return CharacterReference(length: index + 1 - start, scalar: entry.scalar, second: entry.second)
    }
    guard let found = shortest else { return nil }
    if inAttribute, start + found.length < end {
      let next = bytes[start + found.length]
      if next == UInt8(ascii: "=") || next.isASCIIAlphanumeric { return nil }
    }
    return found
  }

  private static func numeric(_ bytes: [UInt8], at start: Int, end: Int) -> CharacterReference? {
    var index = start + 2
    var radix: UInt32 = 10
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = bytes[index].hexadecimalValue, digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return CharacterReference(length: index - start, scalar: corrected(value))
  }

  /// The scalar that a numeric reference means on the web.
  private static func corrected(_ value: UInt32) -> UInt32 {
    if value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return 0xFFFD }
    return value >= 0x80 && value < 0xA0 ? Windows1252.scalar(of: UInt8(value)) : value
  }
}

/// The named references, hashed for look-up.
private struct NamedReferences: Sendable {
  static let shared = NamedReferences()
  static let longestName = 32
  static let longestBareName = 6
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  struct Entry: Sendable {
    var hash: UInt64
    var scalar: UInt32
    var second: UInt32
    var isBare: Bool
  }

  private var slots: [Entry]
  private static let mask = 8191

  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) & mask }

  init() {
    slots = Array(repeating: Entry(hash: 0, scalar: 0, second: 0, isBare: false), count: Self.mask + 1)
    let text = NamedReferenceTable.text
    text.withUTF8Buffer { buffer in
      var index = 0
      while index < buffer.count {
        var entry = Entry(hash: Self.seed, scalar: 0, second: 0, isBare: false)
        if buffer[index] == UInt8(ascii: "!") {
          entry.isBare = true
          index += 1
        }
        while index < buffer.count, buffer[index] != UInt8(ascii: "=") {
          entry.hash = Self.step(entry.hash, buffer[index])
          index += 1
        }
        index += 1
        while index < buffer.count, buffer[index] > 0x20 {
          if let digit = buffer[index].hexadecimalValue {
            entry.scalar = entry.scalar << 4 | digit
          } else {
            entry.second = entry.scalar
            entry.scalar = 0
          }
          index += 1
        }
        if entry.second != 0 { swap(&entry.scalar, &entry.second) }
        insert(entry)
        while index < buffer.count, buffer[index] <= 0x20 { index += 1 }
      }
    }
  }

  private mutating func insert(_ entry: Entry) {
    var slot = Self.slot(entry.hash)
    while slots[slot].hash != 0 { slot = (slot + 1) & Self.mask }
    slots[slot] = entry
  }

  func find(_ hash: UInt64) -> Entry? {
    var slot = Self.slot(hash)
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot] }
      slot = (slot + 1) & Self.mask
    }
    return nil
  }
}
