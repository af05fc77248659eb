/// The `---` block of `key: value` lines at the start of a Markdown or text file.
struct FrontMatter {
  /// Where the document itself starts.
  let end: Int
  let metadata: Metadata
  /// The bytes of the title's value.
  let title: Range<Int>?

  /// Bytes of the longest block; a longer one is text.
  private static let longest = 1 << 16

  /// Reads the block at an offset, or gives nil if there is none.
  init?(_ bytes: [UInt8], at start: Int) {
    var lines = LineScanner(bytes, from: start)
    guard let first = lines.next(), Self.isFence(bytes, first.text) else { return nil }
    var metadata = Metadata()
    var title: Range<Int>?
    var isEmpty = true
    while let line = lines.next(), line.end - start <= Self.longest {
      if Self.isFence(bytes, line.text) || Self.isEnd(bytes, line.text) {
        guard !isEmpty else { return nil }
        self.metadata = metadata
        self.title = title
        end = line.end
        return
      }
      let text = bytes.trimmed(line.text)
      if text.isEmpty || bytes[text.lowerBound] == UInt8(ascii: "#") { continue }
      let isNested = text.lowerBound > line.text.lowerBound || bytes[text.lowerBound] == UInt8(ascii: "-")
      guard let colon = Self.keyEnd(bytes, text) else {
        if isNested && !isEmpty { continue }
        return nil
      }
      isEmpty = false
      if isNested { continue }
      let key = bytes.trimmed(text.lowerBound..<colon)
      let value = Self.value(bytes, bytes.trimmed(colon + 1..<text.upperBound))
      if title == nil, bytes.matches("title", in: key), !value.isEmpty { title = value }
      metadata.set(key, value, in: bytes)
    }
    return nil
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.count >= 3 && bytes.hasPrefix("---", at: line.lowerBound, end: line.upperBound)
      && bytes.trimmed(line.lowerBound + 3..<line.upperBound).isEmpty
  }

  private static func isEnd(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes.matches("...", in: bytes.trimmed(line)) && bytes[line.lowerBound] == UInt8(ascii: ".")
  }

  /// The colon behind a key of letters, digits, `_`, `-`, `.`, or nil if the line has none.
  private static func keyEnd(_ bytes: [UInt8], _ text: Range<Int>) -> Int? {
    var index = text.lowerBound
    while index < text.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        let isEnd = index + 1 == text.upperBound || bytes[index + 1].isHTMLSpace
        return isEnd && index > text.lowerBound ? index : nil
      }
      guard byte.isASCIIAlphanumeric || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x20 else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The value without quotation marks, or without its comment.
  private static func value(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int> {
    guard let quote = text.isEmpty ? nil : bytes[text.lowerBound] else { return text }
    var index = text.lowerBound
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < text.upperBound, bytes[index] != quote { index += 1 }
      return index < text.upperBound ? text.lowerBound + 1..<index : text
    }
    while index < text.upperBound {
      let isComment = bytes[index] == UInt8(ascii: "#")
      if isComment, index == text.lowerBound || bytes[index - 1].isHTMLSpace {
        return bytes.trimmed(text.lowerBound..<index)
      }
      index += 1
    }
    return text
  }
}

/// Walks the lines of a text; LF, CRLF and CR end a line.
struct LineScanner {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  /// The next line: its text without the ending, and where the next one starts.
  mutating func next() -> (text: Range<Int>, end: Int)? {
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    let stop = index
    if index < bytes.count {
      index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    }
    return (start..<stop, index)
  }
}
