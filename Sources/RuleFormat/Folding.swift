/// How words are folded before they are looked up. Phrases in `Rules/` and words of documents go through the same table.
public enum Folding {
  /// FNV-1a over folded bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// Splits rule text into folded words the way the tokenizer splits documents: ASCII letters lowered, curly apostrophes
  /// made straight, hyphens and slashes between words dropped, clitics (`n't`, `'s`) set apart.
  public static func words(of text: String) -> [String] {
    var result: [String] = []
    var current: [UInt8] = []
    func flush() {
      while current.last == UInt8(ascii: ".") { current.removeLast() }
      guard !current.isEmpty else { return }
      result += splitClitic(current).map { String(decoding: $0, as: UTF8.self) }
      current = []
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "’", "‘", "ʼ": current.append(UInt8(ascii: "'"))
      case "A"..."Z": current.append(UInt8(scalar.value + 32))
      case "a"..."z", "0"..."9", "'": current.append(UInt8(scalar.value))
      case ".":
        // A point inside a number, a name or an initialism stays: 1.5, u.s, matrix.org.
        if !current.isEmpty { current.append(UInt8(ascii: ".")) }
      case "%", "&", ",", ":", ";", "$", "€", "£", "+", "#":
        flush()
        result.append(String(scalar))
      case _ where scalar.value >= 0xC0 && scalar.properties.isAlphabetic:
        current += Array(String(scalar).utf8)
      default: flush()
      }
    }
    flush()
    return result
  }

  /// `didn't` → `did`, `n't`; `company's` → `company`, `'s`; `customers'` → `customers`, `'`.
  public static func splitClitic(_ word: [UInt8]) -> [[UInt8]] {
    let length = cliticLength(word)
    guard length > 0, length < word.count else { return [word] }
    return [Array(word.dropLast(length)), Array(word.suffix(length))]
  }

  /// Bytes of the clitic that ends a folded word, 0 if there is none.
  public static func cliticLength(_ word: some BidirectionalCollection<UInt8>) -> Int {
    let tail = Array(word.suffix(3))
    guard let last = tail.last else { return 0 }
    if tail == Array("n't".utf8) { return 3 }
    if tail.count == 3, tail[0] == UInt8(ascii: "'"),
      ["re", "ve", "ll"].contains(String(decoding: tail[1...], as: UTF8.self))
    {
      return 3
    }
    if tail.count >= 2, tail[tail.count - 2] == UInt8(ascii: "'"),
      [UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m")].contains(last)
    {
      return 2
    }
    return last == UInt8(ascii: "'") ? 1 : 0
  }
}
