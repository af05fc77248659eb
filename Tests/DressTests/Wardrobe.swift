import Documents
import Testing

/// A paragraph, heading or list item as it is put into each dress.
struct Piece {
  var text: String
  /// 1 to 6 for a heading, else 0.
  var level: Int
  var isItem: Bool

  /// What a reader of a document sees, block by block; nil where it has more than words (tables, quotations, code).
  static func pieces(of document: Document) -> [Piece]? {
    guard !document.spans.contains(where: { [.quote, .deleted, .code].contains($0.kind) }) else { return nil }
    var pieces: [Piece] = []
    for block in document.blocks {
      if !block.context.isDisjoint(with: [.hidden, .chrome]) { continue }
      guard block.context.isEmpty else { return nil }
      let text = document.quote(of: block.range)
      switch block.kind {
      case .paragraph: pieces.append(Piece(text: text, level: 0, isItem: false))
      case .heading: pieces.append(Piece(text: text, level: Int(block.level), isItem: false))
      case .listItem: pieces.append(Piece(text: text, level: 0, isItem: true))
      case .title, .description, .control: continue
      default: return nil
      }
    }
    return pieces
  }
}

/// Ways to write the same words.
enum Dress: String, CaseIterable, CustomTestStringConvertible {
  case text, wrapped, items, typeset, page, ball
  var testDescription: String { rawValue }

  var format: DocumentReader.Format {
    switch self {
    case .text: .text
    case .wrapped, .items, .typeset: .markdown
    case .page, .ball: .html
    }
  }

  func put(on pieces: [Piece]) -> String {
    switch self {
    case .text: Self.text(pieces)
    case .wrapped: Self.markdown(pieces) { Self.wrapped(Self.escaped($0)) }
    case .items:
      Self.markdown(pieces.map { Piece(text: $0.text, level: $0.level, isItem: $0.level == 0) }, Self.escaped)
    case .typeset: Self.markdown(pieces) { Self.escaped(Self.typeset($0)) }
    case .page: Self.page(pieces) { Self.entities($0) }
    case .ball: Self.page(pieces) { Self.marked(Self.typeset($0)) }
    }
  }

  // MARK: - Plain text and Markdown

  private static func text(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      if piece.level > 0 { return piece.text + "\n" + String(repeating: "=", count: 12) }
      return (piece.isItem ? "- " : "") + piece.text
    }.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ pieces: [Piece], _ words: (String) -> String) -> String {
    pieces.map { piece in
      if piece.level > 0 {
        return String(repeating: "#", count: piece.level) + " "
          + words(piece.text).split(separator: "\n").joined(separator: " ")
      }
      return (piece.isItem ? "- " : "") + words(piece.text)
    }.joined(separator: "\n\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#~&|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Lines of at most 72 columns, as an editor breaks them.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > 72, word.first.map({ $0.isLetter }) == true {
        lines.append(line)
        line = "  " + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  // MARK: - Type

  /// Curly quotes, spaces and hyphens that do not break, soft hyphens.
  private static func typeset(_ text: String) -> String {
    var result = ""
    var opens = true
    var spaces = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let previous = index > 0 ? characters[index - 1] : " "
      switch character {
      case "'" where previous.isLetter || previous.isNumber: result.append("’")
      case "\"":
        result.append(opens ? "“" : "”")
        opens.toggle()
      case "-" where previous.isLetter && next.isLetter: result.append("\u{2011}")
      case " ":
        spaces += 1
        result.append(spaces % 4 == 0 ? "\u{A0}" : spaces % 11 == 0 ? "\u{2009}" : " ")
      default:
        result.append(character)
        let tail = characters[..<index].suffix(3)
        if tail.count == 3, tail.allSatisfy(\.isLetter), character.isLetter, next.isLetter, index % 3 == 0 {
          result.append("\u{AD}")
        }
      }
    }
    return result
  }

  // MARK: - Pages

  private static func entities(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "’": result += "&rsquo;"
      case "“": result += "&ldquo;"
      case "”": result += "&#x201D;"
      case "\u{A0}": result += "&nbsp;"
      case "\u{2011}": result += "&#8209;"
      case "\u{AD}": result += "&shy;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Tags in the middle of everything: groups of words, single words, long words, lines.
  private static func marked(_ text: String) -> String {
    var words: [String] = []
    for (index, word) in text.split(separator: " ").enumerated() {
      let word = entities(String(word))
      switch index % 13 {
      case 1: words.append("<b>\(word)</b>")
      case 3: words.append("<a href=\"/unhackable\" title=\"100% secure\">\(word)")
      case 4: words.append("\(word)</a>")
      case 6: words.append("<span class=\"x\">\(word)</span>")
      case 8 where word.count > 7 && word.allSatisfy(\.isLetter):
        words.append("\(word.prefix(5))<wbr>\(word.dropFirst(5))")
      case 9 where word.count > 5 && word.allSatisfy(\.isLetter):
        words.append("<em>\(word.prefix(3))</em>\(word.dropFirst(3))")
      case 10: words.append("\(word)<br>")
      case 12: words.append("<!-- no passwords were accessed -->\(word)")
      default: words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  private static func page(_ pieces: [Piece], _ words: (String) -> String) -> String {
    var body = ""
    var isList = false
    for piece in pieces {
      if piece.isItem != isList { body += piece.isItem ? "<ul>\n" : "</ul>\n" }
      isList = piece.isItem
      let tag = piece.level > 0 ? "h\(piece.level)" : piece.isItem ? "li" : "p"
      body += "<\(tag)>\(words(piece.text))</\(tag)>\n"
    }
    if isList { body += "</ul>\n" }
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>News</title>
      <style>p::after { content: "unhackable" }</style>
      <script>var claim = "We are unhackable. No passwords were accessed.";</script></head>
      <body>
      <header><nav><ul><li><a href="/">Home</a></li><li><a href="/security">Unbreakable security</a></li></ul></nav></header>
      <div class="cookie-banner" role="dialog"><p>We use cookies. Your data is 100% safe with us.</p><button>Accept all</button></div>
      <main><article>
      <p style="display:none">Our systems are unhackable and no passwords were accessed.</p>
      \(body)
      <template><p>No passwords were accessed.</p></template>
      <!-- We are unhackable. No passwords were accessed. -->
      <p hidden>No passwords were accessed.</p>
      </article></main>
      <footer><p>Bank-grade security. <a href="/ico">Information Commissioner</a></p></footer>
      </body></html>
      """
  }
}
