/// What readers ask of single bytes.
extension UInt8 {
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  /// Space, tab, line feed, form feed, carriage return.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  /// The byte with A to Z made a to z.
  var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var hexadecimalValue: UInt32? {
    if isASCIIDigit { return UInt32(self) - 0x30 }
    let lower = self | 0x20
    return lower >= 0x61 && lower <= 0x66 ? UInt32(lower) - 0x57 : nil
  }
}

extension [UInt8] {
  /// Whether a range holds an ASCII word, whatever its case; the word is given in lower case.
  func matches(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return hasPrefix(word, at: range.lowerBound, end: range.upperBound)
  }

  /// Whether an ASCII word stands at an offset, whatever its case; the word is given in lower case.
  func hasPrefix(_ word: StaticString, at start: Int, end: Int) -> Bool {
    guard start >= 0, word.utf8CodeUnitCount <= end - start else { return false }
    return word.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where self[start + index].lowercasedASCII != buffer[index] {
        return false
      }
      return true
    }
  }

  /// The range without white space at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isHTMLSpace { start += 1 }
    while end > start, self[end - 1].isHTMLSpace { end -= 1 }
    return start..<end
  }
}
