/// Parses the pattern language of rule files into a syntax tree.
///
/// A pattern is a sequence of items: `word`, `{class}` (or `{a|b}`), `#` (a number), `*` (any one token), `..3` (up to three
/// further tokens of the clause), `^` and `$` (start and end of the sentence), `(a|b c)` alternatives, `x?` optional,
/// `!x` (not followed by), `<!x` (not preceded by), `[ … ]` around the stretch to quote.
indirect enum PatternItem {
  case word(String)
  case classes([String])
  case number
  case any
  case capital
  case gap(Int)
  case sentenceStart
  case sentenceEnd
  case not([PatternItem])
  case notAfter([PatternItem])
  case open
  case close
  case optional([PatternItem])
  case alternatives([[PatternItem]])
}

struct PatternSyntaxError: Error {
  let message: String
}

struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  static func parse(_ text: String) throws(PatternSyntaxError) -> [PatternItem] {
    var parser = PatternParser(text)
    let items = try parser.sequence(until: [])
    guard parser.position == parser.scalars.count else {
      throw PatternSyntaxError(message: "'\(parser.scalars[parser.position])' without its partner")
    }
    return items
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func sequence(until stops: Set<Unicode.Scalar>) throws(PatternSyntaxError) -> [PatternItem]
  {
    var items: [PatternItem] = []
    while let scalar = current {
      if scalar == " " || scalar == "\n" { position += 1; continue }
      if stops.contains(scalar) || scalar == ")" || scalar == "|" { break }
      items += try item()
    }
    return items
  }

  private mutating func item() throws(PatternSyntaxError) -> [PatternItem] {
    var items = try primary()
    while current == "?" {
      position += 1
      items = [.optional(items)]
    }
    return items
  }

  private mutating func primary() throws(PatternSyntaxError) -> [PatternItem] {
    guard let scalar = current else { throw PatternSyntaxError(message: "the pattern ends too early") }
    switch scalar {
    case "[": position += 1; return [.open]
    case "]": position += 1; return [.close]
    case "^": position += 1; return [.sentenceStart]
    case "$" where position + 1 == scalars.count || " )|".unicodeScalars.contains(scalars[position + 1]):
      position += 1
      return [.sentenceEnd]
    case "#": position += 1; return [.number]
    case "*": position += 1; return [.any]
    case "!": position += 1; return [.not(try primary())]
    case "<":
      guard position + 1 < scalars.count, scalars[position + 1] == "!" else {
        throw PatternSyntaxError(message: "'<' stands only in '<!'")
      }
      position += 2
      return [.notAfter(try primary())]
    case ".":
      var digits = ""
      position += 1
      guard current == "." else { throw PatternSyntaxError(message: "a gap is written '..3'") }
      position += 1
      while let digit = current, ("0"..."9").contains(digit) {
        digits.unicodeScalars.append(digit); position += 1
      }
      guard let count = Int(digits), (1...20).contains(count) else {
        throw PatternSyntaxError(message: "a gap needs a length from 1 to 20, as in '..3'")
      }
      return [.gap(count)]
    case "{":
      var name = ""
      position += 1
      while let c = current, c != "}" { name.unicodeScalars.append(c); position += 1 }
      guard current == "}" else { throw PatternSyntaxError(message: "'{' without '}'") }
      position += 1
      if name == "Capital" { return [.capital] }
      return [.classes(name.split(separator: "|").map { $0.filter { $0 != " " } })]
    case "(":
      position += 1
      var alternatives: [[PatternItem]] = []
      while true {
        alternatives.append(try sequence(until: []))
        if current == "|" { position += 1; continue }
        break
      }
      guard current == ")" else { throw PatternSyntaxError(message: "'(' without ')'") }
      position += 1
      return [.alternatives(alternatives)]
    default:
      var text = ""
      while let c = current, !" []()|{}?".unicodeScalars.contains(c) {
        text.unicodeScalars.append(c); position += 1
      }
      let words = Folding.words(of: text)
      guard !words.isEmpty else { throw PatternSyntaxError(message: "'\(text)' holds no word") }
      return words.map(PatternItem.word)
    }
  }
}
