/// A fixed set of ASCII words with a value each, found by the hash of the word in lower case, so that a scanner can look
/// a word up without making a String of it.
struct HashedWords<Value: Sendable>: Sendable {
  static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of a word that goes on with this byte (FNV-1a).
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte.lowercasedASCII)) &* 0x100_0000_01B3
  }

  private var hashes: [UInt64]
  private var values: [Value]
  private let none: Value
  private let mask: Int

  /// - Parameter none: the value of words that are not in the set.
  init(_ groups: [(words: [String], value: Value)], none: Value) {
    let count = groups.reduce(0) { $0 + $1.words.count }
    var size = 16
    while size < count * 4 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: none, count: size)
    mask = size - 1
    self.none = none
    for group in groups {
      for word in group.words {
        let hash = word.utf8.reduce(Self.seed, Self.step)
        var slot = slot(hash)
        while hashes[slot] != 0 { slot = (slot + 1) & mask }
        hashes[slot] = hash
        values[slot] = group.value
      }
    }
  }

  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 31) & mask }

  /// The value of the word with this hash.
  func find(_ hash: UInt64) -> Value {
    var slot = slot(hash)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return none
  }
}
