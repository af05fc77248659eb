/// Values written as YAML in flow style, where they stand in braces and brackets as well as alone.
enum YAMLText {
  /// A scalar, in quotation marks where it needs them.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : JSONText.quote(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if ["~", "null", "Null", "NULL", "---", "..."].contains(text) { return false }
    guard first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "_" || first == "/" else {
      return false
    }
    if last == ":" || last == " " { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", "[", "]", "{", "}", "\"", "\\", "`": return false
      case "#" where previous == " ": return false
      case " " where previous == ":": return false
      case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value): return false
      case "\u{2028}", "\u{2029}", "\u{FEFF}": return false
      default: break
      }
      previous = scalar
    }
    return true
  }
}
