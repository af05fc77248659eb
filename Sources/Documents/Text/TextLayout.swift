/// Finds blocks in plain text by how its lines look.
struct TextLayout {
  private let bytes: [UInt8]
  private var lines: [Line] = []
  /// The list that the last item belonged to, while it may go on.
  private var list: Int32 = -1
  private var nextGroup: Int32 = 0

  private struct Line {
    /// Without the ending, white space at both ends, and quotation prefix.
    var text: Range<Int>
    var isQuoted: Bool
  }

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    var scanner = LineScanner(bytes, from: start)
    while let line = scanner.next() {
      var text = bytes.trimmed(line.text)
      var isQuoted = false
      while !text.isEmpty, bytes[text.lowerBound] == UInt8(ascii: ">") {
        isQuoted = true
        text = bytes.trimmed(text.lowerBound + 1..<text.upperBound)
      }
      lines.append(Line(text: text, isQuoted: isQuoted))
    }
  }

  mutating func write(to builder: inout ProseBuilder) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.text.isEmpty || isRule(line.text) {
        builder.endBlock()
        if !line.text.isEmpty { list = -1 }
        index += 1
      } else if index + 1 < lines.count, let level = underlineLevel(lines[index + 1].text),
        !builder.isBlockOpen
      {
        addHeading(line, level: level, to: &builder)
        index += 2
      } else if !builder.isBlockOpen, isCapitals(line.text), !isWrapped(at: index) {
        addHeading(line, level: 2, to: &builder)
        index += 1
      } else {
        addLine(at: index, to: &builder)
        index += 1
      }
    }
    builder.endBlock()
  }

  private mutating func addHeading(_ line: Line, level: UInt8, to builder: inout ProseBuilder) {
    list = -1
    let context: Block.Context = line.isQuoted ? .quotation : []
    builder.append(line.text, to: Block(kind: .heading, context: context, range: 0..<0, level: level))
    builder.endBlock()
  }

  private mutating func addLine(at index: Int, to builder: inout ProseBuilder) {
    let line = lines[index]
    if builder.isBlockOpen, index > 0, lines[index - 1].isQuoted != line.isQuoted { builder.endBlock() }
    let context: Block.Context = line.isQuoted ? .quotation : []
    if let item = bulletEnd(line.text, mayBeNumber: !builder.isBlockOpen || list >= 0) {
      builder.endBlock()
      if list < 0 {
        list = nextGroup
        nextGroup += 1
      }
      builder.append(
        item..<line.text.upperBound,
        to: Block(kind: .listItem, context: context, range: 0..<0, group: list))
      return
    }
    if builder.isBlockOpen {
      var end = lines[index - 1].text.upperBound
      while end < line.text.lowerBound, bytes[end].isHTMLSpace { end += 1 }
      builder.appendSpace(lines[index - 1].text.upperBound..<end)
    } else {
      list = -1
    }
    builder.append(line.text, to: Block(kind: .paragraph, context: context, range: 0..<0))
  }

  // MARK: - How lines look

  /// Where the text of a list item starts, behind `- `, `* `, `• `, `1. `, `1) `.
  private func bulletEnd(_ text: Range<Int>, mayBeNumber: Bool) -> Int? {
    var index = text.lowerBound
    let end = text.upperBound
    let bullets: [StaticString] = ["-", "*", "•", "–", "·", "▪", "◦", "●", "‣"]
    if let bullet = bullets.first(where: { bytes.hasPrefix($0, at: index, end: end) }) {
      index += bullet.utf8CodeUnitCount
    } else {
      guard mayBeNumber else { return nil }
      while index < end, index - text.lowerBound < 3, bytes[index].isASCIIDigit { index += 1 }
      guard index > text.lowerBound, index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else {
        return nil
      }
      index += 1
    }
    guard index < end, bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
    while index < end, bytes[index].isHTMLSpace { index += 1 }
    return index
  }

  /// 1 for a line of `=`, 2 for one of `-`, at least three of them.
  private func underlineLevel(_ text: Range<Int>) -> UInt8? {
    guard text.count >= 3 else { return nil }
    let byte = bytes[text.lowerBound]
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return nil }
    for index in text where bytes[index] != byte { return nil }
    return byte == UInt8(ascii: "=") ? 1 : 2
  }

  /// A line of three or more signs, which parts sections.
  private func isRule(_ text: Range<Int>) -> Bool {
    guard text.count >= 3 else { return false }
    for index in text where ![0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x23, 0x20].contains(bytes[index]) {
      return false
    }
    return true
  }

  /// A short line whose letters are capitals and that does not end like a sentence.
  private func isCapitals(_ text: Range<Int>) -> Bool {
    guard text.count <= 80 else { return false }
    var capitals = 0
    for index in text {
      let byte = bytes[index]
      if byte >= 0x61 && byte <= 0x7A { return false }
      if byte >= 0x41 && byte <= 0x5A { capitals += 1 }
    }
    let last = bytes[text.upperBound - 1]
    return capitals >= 3 && ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last)
  }

  /// Whether a line of capitals goes on in capitals, as shouted sentences do that are broken into lines.
  private func isWrapped(at index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index + 1].text.isEmpty else { return false }
    let next = lines[index + 1].text
    for position in next where bytes[position] >= 0x61 && bytes[position] <= 0x7A { return false }
    return bytes[next.upperBound - 1] == UInt8(ascii: ".") || next.count > 60
  }
}
