/// Breaks text into lines between words.
enum Wrapping {
  /// The lines of a text, none longer than the width unless a word is; at least one.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let more = word.unicodeScalars.count
      if !line.isEmpty, length + 1 + more > width {
        lines.append(line)
        line = ""
        length = 0
      }
      line += line.isEmpty ? String(word) : " \(word)"
      length += more + (length == 0 ? 0 : 1)
    }
    return lines + [line]
  }
}
