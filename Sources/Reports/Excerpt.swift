import SourceText

/// The lines of a source around a range, with line numbers and carets.
struct Excerpt {
  /// The columns of text beside the gutter.
  static let width = 100

  let lines: LineIndex
  let style: Style

  /// The lines, each with its line break; longer ranges show their first and last line.
  func text(from start: SourcePosition, to end: SourcePosition, gutter: Int, mark: (String) -> String)
    -> String
  {
    let margin = String(repeating: " ", count: gutter)
    var result = style.dim("\(margin) |") + "\n"
    let isLong = end.line - start.line > 2
    let numbers = isLong ? [start.line, end.line] : Array(start.line...max(start.line, end.line))
    for number in numbers {
      guard let range = lines.byteRange(ofLine: number) else { continue }
      let from = number == start.line ? start.byte : range.lowerBound
      let to = number == end.line ? end.byte : range.upperBound
      // A range that ends at the very start of a line marks nothing there.
      if number == end.line, number > start.line, to <= range.lowerBound { continue }
      let (text, carets) = marked(range, from: max(from, range.lowerBound), to: min(to, range.upperBound))
      let label = String(number)
      let padding = String(repeating: " ", count: max(0, gutter - label.count))
      result += style.dim("\(padding)\(label) |") + (text.isEmpty ? "" : " \(text)") + "\n"
      result += style.dim("\(margin) |") + " " + mark(carets) + "\n"
      if isLong, number == start.line { result += style.dim("\(margin)...") + "\n" }
    }
    return result
  }

  /// One line of text, cut around the range, and the carets beneath.
  private func marked(_ line: Range<Int>, from: Int, to: Int) -> (text: String, carets: String) {
    let before = Array(lines.text(of: line.lowerBound..<max(from, line.lowerBound)).unicodeScalars)
    let inside = Array(lines.text(of: from..<max(from, to)).unicodeScalars)
    let after = Array(lines.text(of: max(from, to)..<line.upperBound).unicodeScalars)
    let leading = before.prefix { $0 == " " || $0 == "\t" }.count
    var head = Array(before[leading...])
    var middle = inside[...]
    var tail = after[...]
    var prefix = ""
    var infix = ""
    var suffix = ""
    if middle.count > Self.width {
      middle = middle.prefix(Self.width - 1)
      infix = "…"
      tail = []
    }
    let room = Self.width - middle.count
    if head.count > max(room / 2, room - tail.count) {
      head = Array(head.suffix(max(0, max(room / 2, room - tail.count) - 1)))
      prefix = "…"
    }
    if tail.count > room - head.count {
      tail = tail.prefix(max(0, room - head.count - 1))
      suffix = "…"
    }
    func show(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      for scalar in scalars { view.append(Printable.shown(scalar)) }
      return String(view)
    }
    func width(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + Printable.width(Printable.shown($1)) }
    }
    var text = prefix + show(head) + show(middle) + infix + show(tail) + suffix
    while text.last == " " { text.removeLast() }
    let indent = String(repeating: " ", count: width(head) + (prefix.isEmpty ? 0 : 1))
    let carets = String(repeating: "^", count: max(1, width(middle) + (infix.isEmpty ? 0 : 1)))
    return (text, indent + carets)
  }
}
