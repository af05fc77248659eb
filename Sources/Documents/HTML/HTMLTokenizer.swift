/// Cuts a page's source into tokens as the HTML Standard does, in one pass and without copying.
///
/// It is the only reader of the source, so that every token knows its bytes. Tokens tile the source: they ascend, do not
/// overlap and leave nothing out.
struct HTMLTokenizer {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var output: HTMLTokens
  /// Depth of `<svg>` and `<math>`, where elements such as `<title>` have ordinary content.
  private var foreignDepth = 0

  /// Appends the tokens of a byte range.
  static func tokenize(_ bytes: [UInt8], _ range: Range<Int>, into output: inout HTMLTokens) {
    var tokenizer = HTMLTokenizer(bytes: bytes, range: range, output: output)
    output = HTMLTokens()
    tokenizer.run()
    output = tokenizer.output
  }

  private init(bytes: [UInt8], range: Range<Int>, output: HTMLTokens) {
    self.bytes = bytes
    self.end = range.upperBound
    self.index = range.lowerBound
    self.output = output
  }

  private mutating func run() {
    while index < end {
      readText()
      if index < end { readMarkup() }
    }
  }

  // MARK: - Text

  /// Reads text and references up to a `<` that opens markup.
  private mutating func readText() {
    var start = index
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if opensMarkup { break }
      } else if byte == UInt8(ascii: "&"), let found = CharacterReference.read(bytes, at: index, end: end) {
        emit(.text, start, index)
        emit(found)
        start = index
        continue
      }
      index += 1
    }
    emit(.text, start, index)
  }

  /// Whether the `<` at the index starts a tag, a comment or the like.
  private var opensMarkup: Bool {
    guard index + 1 < end else { return false }
    let next = bytes[index + 1]
    if next.isASCIILetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
    return next == UInt8(ascii: "/") && index + 2 < end
  }

  private mutating func emit(_ kind: HTMLToken.Kind, _ start: Int, _ stop: Int) {
    if start < stop { output.tokens.append(HTMLToken(kind, start, stop)) }
  }

  private mutating func emit(_ reference: CharacterReference) {
    var token = HTMLToken(.reference, index, index + reference.length)
    token.first = reference.scalar
    token.second = reference.second
    output.tokens.append(token)
    index += reference.length
  }

  // MARK: - Markup

  private mutating func readMarkup() {
    let next = bytes[index + 1]
    if next == UInt8(ascii: "!") {
      readDeclaration()
    } else if next == UInt8(ascii: "?") {
      readBogus(from: index + 2)
    } else if next == UInt8(ascii: "/") {
      if bytes[index + 2].isASCIILetter {
        readTag(.endTag, nameStart: index + 2)
      } else {
        readBogus(from: index + 2)
      }
    } else {
      readTag(.startTag, nameStart: index + 1)
    }
  }

  /// `<!-- -->`, `<!DOCTYPE>`, `<![CDATA[ ]]>` in foreign content, anything else after `<!`.
  private mutating func readDeclaration() {
    let start = index
    if bytes.hasPrefix("<!--", at: index, end: end) {
      index = commentEnd(from: index + 4)
      emit(.comment, start, index)
    } else if foreignDepth > 0, bytes.hasPrefix("<![cdata[", at: index, end: end) {
      emit(.bogus, start, index + 9)
      index += 9
      let text = index
      while index < end, !bytes.hasPrefix("]]>", at: index, end: end) { index += 1 }
      emit(.text, text, index)
      let stop = min(index + 3, end)
      emit(.bogus, index, stop)
      index = stop
    } else {
      readBogus(from: index + 2)
    }
  }

  /// The end of a comment whose text starts here.
  private func commentEnd(from start: Int) -> Int {
    if start < end, bytes[start] == UInt8(ascii: ">") { return start + 1 }
    if bytes.hasPrefix("->", at: start, end: end) { return start + 2 }
    var index = start
    while index + 2 < end {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
        if bytes[index + 2] == UInt8(ascii: ">") { return index + 3 }
        if bytes.hasPrefix("--!>", at: index, end: end) { return index + 4 }
      }
      index += 1
    }
    return end
  }

  private mutating func readBogus(from position: Int) {
    let start = index
    index = position
    while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
    index = min(index + 1, end)
    emit(.bogus, start, index)
  }

  // MARK: - Tags

  private mutating func readTag(_ kind: HTMLToken.Kind, nameStart: Int) {
    let start = index
    var hash = HashedWords<HTMLElement>.seed
    index = nameStart
    while index < end {
      let byte = bytes[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      hash = HashedWords<HTMLElement>.step(hash, byte)
      index += 1
    }
    let nameEnd = index
    let firstAttribute = output.attributes.count
    var isSelfClosing = false
    var isClosed = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        isClosed = true
        break
      } else if byte.isHTMLSpace {
        index += 1
      } else if byte == UInt8(ascii: "/") {
        index += 1
        isSelfClosing = index < end && bytes[index] == UInt8(ascii: ">")
      } else {
        readAttribute()
      }
    }
    guard isClosed else {
      output.attributes.removeSubrange(firstAttribute...)
      emit(.bogus, start, index)
      return
    }
    var token = HTMLToken(kind, start, index)
    token.element = HTMLElement.byName.find(hash)
    token.isSelfClosing = isSelfClosing
    token.nameEnd = Int32(nameEnd)
    token.nameHash = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    if kind == .startTag {
      token.first = UInt32(firstAttribute)
      token.second = UInt32(output.attributes.count - firstAttribute)
    } else if firstAttribute < output.attributes.count {
      output.attributes.removeSubrange(firstAttribute...)
    }
    output.tokens.append(token)
    trackForeignContent(token)
    if kind == .startTag { readContent(of: token.element) }
  }

  private mutating func readAttribute() {
    let nameStart = index
    index += 1  // a leading = is part of the name
    while index < end {
      let byte = bytes[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "=")
      {
        break
      }
      index += 1
    }
    let nameEnd = index
    while index < end, bytes[index].isHTMLSpace { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "=") else {
      return add(nameStart, nameEnd, nameEnd, nameEnd)
    }
    index += 1
    while index < end, bytes[index].isHTMLSpace { index += 1 }
    guard index < end, bytes[index] != UInt8(ascii: ">") else { return add(nameStart, nameEnd, index, index) }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let start = index
      while index < end, bytes[index] != quote { index += 1 }
      add(nameStart, nameEnd, start, index)
      index = min(index + 1, end)
    } else {
      let start = index
      while index < end, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
      add(nameStart, nameEnd, start, index)
    }
  }

  private mutating func add(_ nameStart: Int, _ nameEnd: Int, _ valueStart: Int, _ valueEnd: Int) {
    output.attributes.append(
      HTMLAttribute(
        nameStart: Int32(nameStart), nameEnd: Int32(nameEnd), valueStart: Int32(valueStart),
        valueEnd: Int32(valueEnd)))
  }

  private mutating func trackForeignContent(_ token: HTMLToken) {
    if token.element == .svg || token.element == .math {
      if token.kind == .endTag {
        foreignDepth = max(0, foreignDepth - 1)
      } else if !token.isSelfClosing {
        foreignDepth += 1
      }
    } else if foreignDepth > 0, token.kind == .startTag, token.element.leavesForeignContent {
      foreignDepth = 0
    }
  }

  // MARK: - Content that is not markup

  /// Reads the content of elements in which tags mean nothing.
  private mutating func readContent(of element: HTMLElement) {
    switch element {
    case .script: readRaw(element, until: scriptEnd())
    case .style, .xmp, .iframe, .noembed, .noframes:
      if foreignDepth == 0 { readRaw(element, until: endTag(of: element, from: index)) }
    case .title, .textarea:
      if foreignDepth == 0 { readReferences(until: endTag(of: element, from: index), element) }
    case .plaintext:
      if foreignDepth == 0 { readRaw(element, until: end) }
    default: break
    }
  }

  private mutating func readRaw(_ element: HTMLElement, until stop: Int) {
    if index < stop {
      let isShown = element == .xmp || element == .plaintext
      var token = HTMLToken(isShown ? .text : .raw, index, stop)
      token.element = element
      output.tokens.append(token)
    }
    index = stop
  }

  /// Text in which references count and tags do not.
  private mutating func readReferences(until stop: Int, _ element: HTMLElement) {
    let first = output.tokens.count
    var start = index
    while index < stop {
      if bytes[index] == UInt8(ascii: "&"), let found = CharacterReference.read(bytes, at: index, end: stop) {
        emit(.text, start, index)
        emit(found)
        start = index
      } else {
        index += 1
      }
    }
    emit(.text, start, index)
    for token in first..<output.tokens.count { output.tokens[token].element = element }
  }

  /// Where the matching end tag starts, or the end of the source.
  private func endTag(of element: HTMLElement, from start: Int) -> Int {
    let name = HTMLElement.names[Int(element.rawValue)]
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "<"), isEndTag(name, at: index) { return index }
      index += 1
    }
    return end
  }

  private func isEndTag(_ name: [UInt8], at index: Int) -> Bool {
    let stop = index + 2 + name.count
    guard stop < end, bytes[index + 1] == UInt8(ascii: "/") else { return false }
    for offset in 0..<name.count where bytes[index + 2 + offset].lowercasedASCII != name[offset] {
      return false
    }
    let next = bytes[stop]
    return next.isHTMLSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  /// Where a script ends: at `</script>`, but not at one inside `<!-- <script> … </script> -->`.
  private func scriptEnd() -> Int {
    let name = HTMLElement.names[Int(HTMLElement.script.rawValue)]
    var index = index
    var isEscaped = false
    var isDoubleEscaped = false
    while index < end {
      if bytes[index] == UInt8(ascii: "<") {
        if isEndTag(name, at: index) {
          if !isDoubleEscaped { return index }
          isDoubleEscaped = false
        } else if bytes.hasPrefix("<!--", at: index, end: end) {
          isEscaped = true
          index += 1  // the two hyphens may be those of -->
        } else if isEscaped, isScriptStart(at: index) {
          isDoubleEscaped = true
        }
      } else if isEscaped, bytes[index] == UInt8(ascii: "-"), bytes.hasPrefix("-->", at: index, end: end) {
        isEscaped = false
        isDoubleEscaped = false
      }
      index += 1
    }
    return end
  }

  private func isScriptStart(at index: Int) -> Bool {
    guard bytes.hasPrefix("<script", at: index, end: end), index + 7 < end else { return false }
    let next = bytes[index + 7]
    return next.isHTMLSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}

extension HTMLElement {
  /// Whether a start tag ends `<svg>` and `<math>` that are still open.
  fileprivate var leavesForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
      .h4,
      .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
      .span,
      .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`:
      true
    default: false
    }
  }
}
