import RuleFormat

/// Tokens with the phrases found in them, asked by index. Reading past either end is allowed and finds nothing.
struct TokenView {
  let tokens: [Token]
  /// The tokens that may be read.
  let range: Range<Int>
  let matches: PhraseMatches
  let vocabulary: Vocabulary
  let prose: [UInt8]

  /// The mark at a token, 0 if it is none.
  @inline(__always)
  func mark(_ index: Int) -> UInt8 {
    range.contains(index) && tokens[index].kind == .mark ? tokens[index].mark : 0
  }

  /// The longest phrase of a class at a token.
  @inline(__always)
  func phrase(_ type: UInt32, _ index: Int) -> PhraseMatch? {
    guard range.contains(index), let match = matches.longest(type, at: index), match.end <= range.upperBound
    else { return nil }
    return match
  }

  /// The token after a phrase of a class that may stand here.
  @inline(__always)
  func skip(_ type: UInt32, _ index: Int) -> Int { phrase(type, index)?.end ?? index }

  /// A phrase of a class that ends just before a token; phrases of up to six words are looked for.
  func phrase(_ type: UInt32, endingAt end: Int) -> PhraseMatch? {
    var start = max(range.lowerBound, end - 6)
    while start < end {
      for match in matches.at(start) where match.type == type && match.end == end { return match }
      start += 1
    }
    return nil
  }

  func isNumber(_ index: Int) -> Bool { range.contains(index) && tokens[index].kind == .number }

  func isWord(_ index: Int) -> Bool { range.contains(index) && tokens[index].kind == .word }

  /// True if white space stands before the token or it is the first.
  func spaced(_ index: Int) -> Bool {
    guard range.contains(index), index > range.lowerBound else { return true }
    return tokens[index].shape.contains(.spaceBefore)
  }

  /// True if a hyphen or slash joins the token to the one before.
  func joined(_ index: Int) -> Bool { range.contains(index) && tokens[index].shape.contains(.joined) }

  /// True if a slash stands just before the token.
  func afterSlash(_ index: Int) -> Bool {
    joined(index) && prose[Int(tokens[index].start) - 1] == UInt8(ascii: "/")
  }

  func capitalised(_ index: Int) -> Bool {
    range.contains(index) && tokens[index].shape.contains(.capitalised)
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> { prose[tokens[index].range] }

  /// Symbol of a phrase, empty for none.
  func symbol(_ match: PhraseMatch) -> String { vocabulary.tables.string(match.symbol) }

  /// Number of an entry of a class that is the single word `bytes`, folded already.
  func number(of bytes: ArraySlice<UInt8>, in type: UInt32) -> Int? {
    let folded = bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 + 32 : $0 }
    let word = folded.withUnsafeBufferPointer { vocabulary.word($0, hash: Folding.hash($0)) }
    var result: Int?
    vocabulary.entries(at: vocabulary.step(0, word)) { if $0.type == type { result = $0.number ?? 0 } }
    return result
  }

  /// The number of a plain run of at most nine digits, nil if the token is anything else.
  func digits(_ index: Int) -> Int? {
    guard isNumber(index) else { return nil }
    let bytes = bytes(index)
    guard bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// Digits that open a token made of digits and letters, and where the letters begin.
  func leadingDigits(_ index: Int) -> (end: Int, suffix: ArraySlice<UInt8>)? {
    guard isWord(index), tokens[index].shape.contains(.mixed) else { return nil }
    let range = tokens[index].range
    var end = range.lowerBound
    while end < range.upperBound,
      (prose[end] >= 48 && prose[end] <= 57) || prose[end] == UInt8(ascii: ".")
        || prose[end] == UInt8(ascii: ",")
    {
      end += 1
    }
    guard end > range.lowerBound, end < range.upperBound, prose[range.lowerBound] >= 48,
      prose[range.lowerBound] <= 57
    else { return nil }
    return (end, prose[end..<range.upperBound])
  }

  /// The number of an ordinal in digits (`12th`), if the token is one.
  func ordinalDigits(_ index: Int, suffixes: UInt32) -> Int? {
    guard let (end, suffix) = leadingDigits(index), number(of: suffix, in: suffixes) != nil else {
      return nil
    }
    var value = 0
    for byte in prose[Int(tokens[index].start)..<end] {
      guard byte >= 48, byte <= 57, value < 1_000_000 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}
