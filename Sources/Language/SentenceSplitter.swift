/// Splits the tokens of a block into sentences.
public struct SentenceSplitter: Sendable {
  public init(vocabulary: Vocabulary) {}

  public func sentences(tokens: [Token], range: Range<Int>, prose: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      index += 1
      guard token.kind == .mark, ".?!".utf8.contains(token.mark) else { continue }
      while index < range.upperBound, tokens[index].kind == .mark, !tokens[index].shape.contains(.spaceBefore), ".?!\")'".utf8.contains(tokens[index].mark) { index += 1 }
      if index < range.upperBound, !tokens[index].shape.contains(.spaceBefore) { continue }
      if index < range.upperBound, tokens[index].kind == .word, !tokens[index].shape.contains(.capitalised) { continue }
      result.append(start..<index)
      start = index
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }
}
