import RuleFormat

/// Splits prose into tokens and folds and looks up each word, in one pass over the bytes.
///
/// Folding is that of ``Folding``: ASCII letters lowered, curly apostrophes straight; hyphens and slashes inside words join
/// tokens and are no tokens themselves.
public struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary

  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private enum Class: UInt8 { case other, letter, digit, space, apostrophe, hyphen, point }

  private static let classes: [Class] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 9, 10, 13, 32: .space
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"), UInt8(ascii: "/"): .hyphen
    case UInt8(ascii: "."): .point
    default: .other
    }
  }

  /// The tokens of a byte range of the prose.
  public func tokens(of prose: [UInt8], in range: Range<Int>, into tokens: inout [Token]) {
    prose.withUnsafeBufferPointer { bytes in
      var scanner = Scanner(
        bytes: bytes, end: range.upperBound, position: range.lowerBound, vocabulary: vocabulary)
      scanner.run(into: &tokens)
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    var position: Int
    let vocabulary: Vocabulary
    var space = true
    var joined = false
    var buffer: [UInt8] = []

    init(bytes: UnsafeBufferPointer<UInt8>, end: Int, position: Int, vocabulary: Vocabulary) {
      self.bytes = bytes
      self.end = end
      self.position = position
      self.vocabulary = vocabulary
      buffer.reserveCapacity(64)
    }

    /// Length of a multi-byte character here that counts as a letter, or 0.
    func foreignLetter(at index: Int) -> Int {
      let byte = bytes[index]
      guard byte >= 0xC3 else { return 0 }
      // U+00C0 and above, without the punctuation blocks U+2000-206F, U+2190-2BFF, U+3000-303F.
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard index + length <= end else { return 0 }
      if byte == 0xE2 { return 0 }
      if byte == 0xE3, bytes[index + 1] == 0x80 { return 0 }
      if byte == 0xC3, bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7 { return 0 }
      return length
    }

    /// Length of a space outside ASCII here (U+00A0, U+2000 to U+200A, U+202F), or 0.
    func foreignSpace(at index: Int) -> Int {
      if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
      guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] <= 0x8A || bytes[index + 2] == 0xAF ? 3 : 0
    }

    /// Length of an apostrophe (straight or curly) here, or 0.
    func apostrophe(at index: Int) -> Int {
      if bytes[index] == UInt8(ascii: "'") { return 1 }
      if bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
      {
        return 3
      }
      return 0
    }

    /// Length of a hyphen here (ASCII, U+2010, U+2011, slash), or 0.
    func hyphen(at index: Int) -> Int {
      if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/") { return 1 }
      if bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91
      {
        return 3
      }
      return 0
    }

    func isWordByte(_ index: Int) -> Bool {
      guard index < end else { return false }
      let type = Tokenizer.classes[Int(bytes[index])]
      return type == .letter || type == .digit || foreignLetter(at: index) > 0
    }

    mutating func run(into tokens: inout [Token]) {
      while position < end {
        let byte = bytes[position]
        switch Tokenizer.classes[Int(byte)] {
        case .space:
          position += 1
          space = true
          joined = false
        case .letter: word(into: &tokens)
        case .digit: number(into: &tokens)
        default:
          let blank = foreignSpace(at: position)
          if blank > 0 {
            position += blank
            space = true
            joined = false
          } else if foreignLetter(at: position) > 0 {
            word(into: &tokens)
          } else {
            mark(into: &tokens)
          }
        }
      }
    }

    func shape() -> Token.Shape {
      var shape: Token.Shape = []
      if space { shape.insert(.spaceBefore) }
      if joined { shape.insert(.joined) }
      return shape
    }

    /// After a token: nothing before the next one unless white space or a hyphen follows.
    mutating func after() {
      space = false
      joined = false
      if position < end {
        let length = hyphen(at: position)
        if length > 0, isWordByte(position + length) {
          position += length
          joined = true
        }
      }
    }

    mutating func word(into tokens: inout [Token]) {
      let start = position
      buffer.removeAll(keepingCapacity: true)
      var capitals = 0
      var smalls = 0
      var digits = 0
      while position < end {
        let byte = bytes[position]
        switch Tokenizer.classes[Int(byte)] {
        case .letter:
          if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
            capitals += 1
            buffer.append(byte + 32)
          } else {
            smalls += 1
            buffer.append(byte)
          }
          position += 1
          continue
        case .digit:
          digits += 1
          buffer.append(byte)
          position += 1
          continue
        case .point:
          if isWordByte(position + 1) {
            buffer.append(byte)
            position += 1
            continue
          }
        default:
          let quote = apostrophe(at: position)
          if quote > 0, isWordByte(position + quote) || buffer.last == UInt8(ascii: "s") {
            if !isWordByte(position + quote) {
              // customers' : keep the apostrophe only if it cannot close a quotation.
              break
            }
            buffer.append(UInt8(ascii: "'"))
            position += quote
            continue
          }
          let letter = foreignLetter(at: position)
          if letter > 0 {
            for index in 0..<letter { buffer.append(bytes[position + index]) }
            smalls += 1
            position += letter
            continue
          }
        }
        break
      }
      if position < end,
        bytes[position] == UInt8(ascii: "@") || (bytes[position] == UInt8(ascii: ":") && isScheme())
      {
        return address(from: start, into: &tokens)
      }
      var shape = shape()
      if capitals > 0, bytes[start] >= UInt8(ascii: "A"), bytes[start] <= UInt8(ascii: "Z") {
        shape.insert(.capitalised)
      }
      if capitals > 1, smalls == 0 { shape.insert(.capitals) }
      if digits > 0 || (capitals > 0 && smalls > 0 && !(capitals == 1 && shape.contains(.capitalised))) {
        shape.insert(.mixed)
      }
      if capitals > 1, smalls == 1, buffer.last == UInt8(ascii: "s") { shape.insert(.capitals) }
      let clitic = buffer.contains(UInt8(ascii: "'")) ? Folding.cliticLength(buffer) : 0
      if clitic > 0, clitic < buffer.count {
        // Find where the clitic begins in the source; its apostrophe may take three bytes.
        var cut = position
        var left = clitic
        while left > 0 {
          cut -= 1
          while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
          left -= 1
        }
        let head = buffer.count - clitic
        append(start: start, end: cut, bytes: 0..<head, shape: shape, into: &tokens)
        append(start: cut, end: position, bytes: head..<buffer.count, shape: [], into: &tokens)
      } else {
        append(start: start, end: position, bytes: 0..<buffer.count, shape: shape, into: &tokens)
      }
      skipInitialismPoint()
      after()
    }

    /// The last point of an initialism ("U.S. customers") ends nothing where a small letter follows.
    mutating func skipInitialismPoint() {
      guard position + 2 < end, bytes[position] == UInt8(ascii: "."), buffer.contains(UInt8(ascii: ".")),
        bytes[position + 1] == UInt8(ascii: " "), bytes[position + 2] >= UInt8(ascii: "a"),
        bytes[position + 2] <= UInt8(ascii: "z")
      else { return }
      position += 1
    }

    func isScheme() -> Bool {
      position + 2 < end && bytes[position + 1] == UInt8(ascii: "/")
        && bytes[position + 2] == UInt8(ascii: "/")
    }

    mutating func append(
      start: Int, end: Int, bytes range: Range<Int>, shape: Token.Shape, into tokens: inout [Token]
    ) {
      let id = buffer.withUnsafeBufferPointer { all in
        let slice = UnsafeBufferPointer(rebasing: all[range])
        return vocabulary.word(slice, hash: Folding.hash(slice))
      }
      tokens.append(Token(start: start, end: end, word: id, kind: .word, shape: shape))
    }

    mutating func address(from start: Int, into tokens: inout [Token]) {
      while position < end, Tokenizer.classes[Int(bytes[position])] != .space,
        bytes[position] != UInt8(ascii: ">"),
        bytes[position] != UInt8(ascii: ")")
      {
        position += 1
      }
      while position > start + 1,
        [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[position - 1])
      {
        position -= 1
      }
      tokens.append(Token(start: start, end: position, word: 0, kind: .address, shape: shape()))
      after()
    }

    mutating func number(into tokens: inout [Token]) {
      let start = position
      var letters = false
      while position < end {
        let type = Tokenizer.classes[Int(bytes[position])]
        if type == .digit { position += 1; continue }
        if bytes[position] == UInt8(ascii: ",") || type == .point, position + 1 < end,
          Tokenizer.classes[Int(bytes[position + 1])] == .digit
        {
          position += 2
          continue
        }
        if type == .letter { letters = true; position += 1; continue }
        break
      }
      var shape = shape()
      if letters { shape.insert(.mixed) }
      buffer.removeAll(keepingCapacity: true)
      for index in start..<position {
        let byte = bytes[index]
        buffer.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte)
      }
      let id = buffer.withUnsafeBufferPointer { vocabulary.word($0, hash: Folding.hash($0)) }
      tokens.append(
        Token(start: start, end: position, word: id, kind: letters ? .word : .number, shape: shape))
      after()
    }

    mutating func mark(into tokens: inout [Token]) {
      let start = position
      var mark = bytes[position]
      var length = mark < 0x80 ? 1 : mark >= 0xF0 ? 4 : mark >= 0xE0 ? 3 : 2
      length = min(length, end - position)
      if mark >= 0x80 {
        var code: UInt32 = 0
        if length == 3 {
          code =
            UInt32(mark & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F)
        } else if length == 2 {
          code = UInt32(mark & 0x1F) << 6 | UInt32(bytes[start + 1] & 0x3F)
        }
        switch code {
        case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: mark = UInt8(ascii: "\"")
        case 0x2018, 0x2019: mark = UInt8(ascii: "'")
        case 0x2010...0x2015, 0x2212: mark = UInt8(ascii: "-")
        case 0x2022, 0xB7: mark = UInt8(ascii: "*")
        case 0x2026: mark = UInt8(ascii: ".")
        default: mark = 1
        }
      }
      position += length
      var id: UInt32 = 0
      if length == 1 || mark == 1 {
        buffer.removeAll(keepingCapacity: true)
        for index in start..<position { buffer.append(bytes[index]) }
        id = buffer.withUnsafeBufferPointer { vocabulary.word($0, hash: Folding.hash($0)) }
      }
      tokens.append(Token(start: start, end: position, word: id, kind: .mark, shape: shape(), mark: mark))
      space = false
      joined = false
    }
  }
}
