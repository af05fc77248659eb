import CMD4C

/// Turns Markdown into the tokens of the page that it stands for, so that Markdown and the HTML in it are read as one.
///
/// md4c's text pointers lie in the source, so that offsets are pointer differences.
struct MarkdownTokens {
  private let bytes: [UInt8]
  private let base: UnsafePointer<CChar>
  /// Offset of `base` in `bytes`.
  private let start: Int
  private var output = HTMLTokens()
  /// End of the last text, from where line endings are looked for.
  private var lastEnd: Int
  private var isInTable = false
  /// HTML of the source that is not cut into tokens yet.
  private var pending: [Range<Int>] = []

  /// Parses the source from an offset on; nil if md4c fails.
  static func read(_ bytes: [UInt8], from start: Int) -> HTMLTokens? {
    guard start < bytes.count else { return HTMLTokens() }
    return bytes.withUnsafeBufferPointer { buffer -> HTMLTokens? in
      buffer.withMemoryRebound(to: CChar.self) { characters -> HTMLTokens? in
        guard let address = characters.baseAddress else { return HTMLTokens() }
        let base = address + start
        var reader = MarkdownTokens(bytes: bytes, base: base, start: start)
        var parser = Self.parser
        let status = withUnsafeMutablePointer(to: &reader) { pointer in
          md_parse(base, MD_SIZE(bytes.count - start), &parser, UnsafeMutableRawPointer(pointer))
        }
        reader.flush()
        return status == 0 ? reader.output : nil
      }
    }
  }

  private init(bytes: [UInt8], base: UnsafePointer<CChar>, start: Int) {
    self.bytes = bytes
    self.base = base
    self.start = start
    lastEnd = start
  }

  // MARK: - Calls from md4c

  private static var parser: MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS
        | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)
    parser.enter_block = { type, detail, data in
      MarkdownTokens.from(data)?.pointee.block(type, detail, .startTag)
      return 0
    }
    parser.leave_block = { type, detail, data in
      MarkdownTokens.from(data)?.pointee.block(type, detail, .endTag)
      return 0
    }
    parser.enter_span = { type, _, data in
      MarkdownTokens.from(data)?.pointee.span(type, .startTag)
      return 0
    }
    parser.leave_span = { type, _, data in
      MarkdownTokens.from(data)?.pointee.span(type, .endTag)
      return 0
    }
    parser.text = { type, text, size, data in
      MarkdownTokens.from(data)?.pointee.text(type, text, Int(size))
      return 0
    }
    return parser
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkdownTokens>? {
    data?.assumingMemoryBound(to: MarkdownTokens.self)
  }

  private mutating func block(
    _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, _ kind: HTMLToken.Kind
  ) {
    flush()
    let element: HTMLElement? =
      switch type {
      case MD_BLOCK_QUOTE: .blockquote
      case MD_BLOCK_UL: .ul
      case MD_BLOCK_OL: .ol
      case MD_BLOCK_LI: .li
      case MD_BLOCK_HR: .hr
      case MD_BLOCK_H: heading(detail)
      case MD_BLOCK_CODE: .listing
      case MD_BLOCK_P: .p
      case MD_BLOCK_TABLE: .table
      case MD_BLOCK_TR: .tr
      case MD_BLOCK_TH: .th
      case MD_BLOCK_TD: .td
      default: nil
      }
    if type == MD_BLOCK_TABLE { isInTable = kind == .startTag }
    if let element { tag(kind, element) }
  }

  private func heading(_ detail: UnsafeMutableRawPointer?) -> HTMLElement {
    let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
    return HTMLElement(rawValue: HTMLElement.h1.rawValue + UInt8(min(max(level, 1), 6)) - 1) ?? .h1
  }

  private mutating func span(_ type: MD_SPANTYPE, _ kind: HTMLToken.Kind) {
    flush()
    switch type {
    case MD_SPAN_EM: tag(kind, .em)
    case MD_SPAN_STRONG: tag(kind, .strong)
    case MD_SPAN_A: tag(kind, .a)
    case MD_SPAN_CODE: tag(kind, .code)
    case MD_SPAN_DEL: tag(kind, .del)
    case MD_SPAN_IMG:
      output.tokens.append(HTMLToken(kind == .startTag ? .altStart : .altEnd, lastEnd, lastEnd))
    default: break
    }
  }

  private mutating func tag(_ kind: HTMLToken.Kind, _ element: HTMLElement) {
    var token = HTMLToken(kind, lastEnd, lastEnd)
    token.element = element
    output.tokens.append(token)
  }

  private mutating func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
    guard let text, size > 0 else { return }
    let offset = start + (text - base)
    let isBreak = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR
    let isInside = text >= base && offset + size <= bytes.count && !isBreak
    // Text outside the source is a line ending, or the indentation of a line in a block of code or HTML.
    let range =
      isInside ? offset..<offset + size : isBreak || text[0] == 0x0A ? lineEnding() : indentation()
    if type == MD_TEXT_HTML { return addHTML(range) }
    flush()
    lastEnd = max(lastEnd, range.upperBound)
    if !isInside {
      output.tokens.append(HTMLToken(.lineBreak, range.lowerBound, range.upperBound))
    } else if type == MD_TEXT_ENTITY,
      let found = CharacterReference.read(bytes, at: offset, end: range.upperBound),
      found.length == size
    {
      var token = HTMLToken(.reference, range.lowerBound, range.upperBound)
      token.first = found.scalar
      token.second = found.second
      output.tokens.append(token)
    } else if type == MD_TEXT_CODE, isInTable {
      addCodeInTable(range)
    } else {
      output.tokens.append(HTMLToken(.text, range.lowerBound, range.upperBound))
    }
  }

  /// Code in a table cell, in which `\|` is a bar.
  private mutating func addCodeInTable(_ range: Range<Int>) {
    var from = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "\\") && index + 1 < range.upperBound {
      guard bytes[index + 1] == UInt8(ascii: "|") else { continue }
      if from < index { output.tokens.append(HTMLToken(.text, from, index)) }
      from = index + 1
    }
    output.tokens.append(HTMLToken(.text, from, range.upperBound))
  }

  /// The next line ending at or behind the last text; empty if there is none.
  private func lineEnding() -> Range<Int> {
    var index = lastEnd
    while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    guard index < bytes.count else { return lastEnd..<lastEnd }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    return index..<index + (isPair ? 2 : 1)
  }

  /// The blanks behind the last text.
  private func indentation() -> Range<Int> {
    var index = lastEnd
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return lastEnd..<index
  }

  // MARK: - HTML in Markdown

  private mutating func addHTML(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    lastEnd = max(lastEnd, range.upperBound)
    if let last = pending.last, last.upperBound == range.lowerBound {
      pending[pending.count - 1] = last.lowerBound..<range.upperBound
    } else {
      pending.append(range)
    }
  }

  /// Cuts the HTML seen so far into tokens.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    if pending.count == 1 {
      HTMLTokenizer.tokenize(bytes, pending[0], into: &output)
    } else {
      PiecedHTML(bytes, pending).tokenize(into: &output)
    }
    pending = []
  }
}

/// HTML whose lines do not follow each other in the source, such as a block in a quotation, whose lines start with `>`.
private struct PiecedHTML {
  private var joined: [UInt8] = []
  private let pieces: [Range<Int>]
  /// Where each piece starts in `joined`.
  private var starts: [Int] = []

  init(_ bytes: [UInt8], _ pieces: [Range<Int>]) {
    self.pieces = pieces
    for piece in pieces {
      starts.append(joined.count)
      joined.append(contentsOf: bytes[piece])
    }
  }

  func tokenize(into output: inout HTMLTokens) {
    var tokens = HTMLTokens()
    HTMLTokenizer.tokenize(joined, 0..<joined.count, into: &tokens)
    let firstAttribute = output.attributes.count
    for attribute in tokens.attributes {
      output.attributes.append(
        HTMLAttribute(
          nameStart: start(Int(attribute.nameStart)), nameEnd: end(Int(attribute.nameEnd)),
          valueStart: start(Int(attribute.valueStart)),
          valueEnd: attribute.valueEnd > attribute.valueStart
            ? end(Int(attribute.valueEnd)) : start(Int(attribute.valueStart))))
    }
    for token in tokens.tokens {
      if token.kind == .text || token.kind == .raw {
        addParts(of: token, to: &output)
        continue
      }
      var token = token
      if token.kind == .startTag { token.first += UInt32(firstAttribute) }
      token.start = start(Int(token.start))
      token.end = end(Int(token.end))
      output.tokens.append(token)
    }
  }

  /// A token for each piece that a stretch of text lies in.
  private func addParts(of token: HTMLToken, to output: inout HTMLTokens) {
    var index = Int(token.start)
    while index < Int(token.end) {
      let piece = piece(at: index)
      let stop = min(Int(token.end), starts[piece] + pieces[piece].count)
      var part = token
      part.start = Int32(pieces[piece].lowerBound + index - starts[piece])
      part.end = part.start + Int32(stop - index)
      output.tokens.append(part)
      index = stop
    }
  }

  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func start(_ offset: Int) -> Int32 {
    let piece = piece(at: offset)
    return Int32(pieces[piece].lowerBound + offset - starts[piece])
  }

  private func end(_ offset: Int) -> Int32 { offset > 0 ? start(offset - 1) + 1 : start(0) }
}
