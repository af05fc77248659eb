/// Names a finding by what it is about, so that it keeps its name when the document moves around it.
enum Fingerprint {
  /// From the rule, the words without the differences that printing makes, and how many equal ones stand before it.
  static func text(rule: String, key: String, ordinal: Int) -> String {
    String(SHA256.hexadecimal(Array("claimlint/1\u{0}\(rule)\u{0}\(key)\u{0}\(ordinal)".utf8)).prefix(32))
  }

  /// Words in lower case with straight quotation marks, plain hyphens, single spaces and no marks at the ends.
  static func key(_ quote: String) -> String {
    var result = ""
    var space = false
    for scalar in quote.unicodeScalars {
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": continue
      case _ where scalar.properties.isWhitespace: space = true
      default:
        if space, !result.isEmpty { result += " " }
        space = false
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2BC}": result += "'"
        case "\u{201C}", "\u{201D}", "\u{201F}": result += "\""
        case "\u{2010}"..."\u{2015}", "\u{2212}": result += "-"
        default: result += scalar.properties.lowercaseMapping
        }
      }
    }
    let marks: Set<Unicode.Scalar> = [".", ",", ";", ":", "!", "?", "\"", "'", " "]
    var scalars = result.unicodeScalars[...]
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    return String(scalars)
  }
}
