/// The encoding that a page says it is in.
enum DeclaredCharset {
  /// How much of a page is searched; browsers look at 1,024 bytes, pages are not always so tidy.
  private static let window = 8192

  /// The name in `<meta charset=…>` or `<meta http-equiv="Content-Type" content="…charset=…">`, or in an XML declaration.
  static func find(_ bytes: [UInt8]) -> String? {
    var tokens = HTMLTokens()
    HTMLTokenizer.tokenize(bytes, 0..<min(bytes.count, window), into: &tokens)
    for token in tokens.tokens {
      if token.kind == .bogus, bytes.hasPrefix("<?xml", at: Int(token.start), end: Int(token.end)) {
        if let name = parameter("encoding=", bytes, token.range) { return name }
      }
      guard token.kind == .startTag, token.element == .meta else { continue }
      for attribute in tokens.attributes(of: token) {
        if bytes.matches("charset", in: attribute.name) {
          return String(decoding: bytes[bytes.trimmed(attribute.value)], as: UTF8.self)
        }
        if bytes.matches("content", in: attribute.name),
          let name = parameter("charset=", bytes, attribute.value)
        {
          return name
        }
      }
    }
    return nil
  }

  /// The word behind `name=` in a range.
  private static func parameter(_ name: StaticString, _ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var index = range.lowerBound
    while index < range.upperBound, !bytes.hasPrefix(name, at: index, end: range.upperBound) { index += 1 }
    index += name.utf8CodeUnitCount
    while index < range.upperBound, bytes[index] == 0x22 || bytes[index] == 0x27 { index += 1 }
    let start = index
    while index < range.upperBound,
      bytes[index].isASCIIAlphanumeric || [0x2D, 0x5F, 0x3A].contains(bytes[index])
    {
      index += 1
    }
    return start < index ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }
}
