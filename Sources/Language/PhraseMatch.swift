/// A phrase of the vocabulary found in the tokens.
public struct PhraseMatch: Sendable {
  public let type: UInt32
  public let symbol: UInt32
  public let number: Int?
  /// Token indices, half-open.
  public let start: Int
  public let end: Int
}

/// All phrases of a stretch of tokens, found in one pass, ordered by start and, at one start, longest first.
public struct PhraseMatches: Sendable {
  public private(set) var all: [PhraseMatch] = []
  /// First index in `all` for each token of the stretch, one more at the end.
  private var starts: [Int32] = []
  private let base: Int

  public init(tokens: [Token], range: Range<Int>, vocabulary: Vocabulary) {
    base = range.lowerBound
    starts.reserveCapacity(range.count + 1)
    for start in range {
      starts.append(Int32(all.count))
      guard tokens[start].word != 0 else { continue }
      let first = all.count
      var node: UInt32 = 0
      var index = start
      while index < range.upperBound {
        node = vocabulary.step(node, tokens[index].word)
        if node == 0 { break }
        index += 1
        vocabulary.entries(at: node) { entry in
          if entry.capitals,
            !tokens[start..<index].contains(where: {
              $0.shape.contains(.capitals) || $0.shape.contains(.mixed)
            })
          {
            return
          }
          all.append(
            PhraseMatch(
              type: entry.type, symbol: entry.symbol, number: entry.number, start: start, end: index))
        }
      }
      if all.count - first > 1 { all[first...].reverse() }
    }
    starts.append(Int32(all.count))
  }

  /// The phrases that begin at a token.
  @inline(__always)
  public func at(_ token: Int) -> ArraySlice<PhraseMatch> {
    let index = token - base
    guard index >= 0, index + 1 < starts.count else { return [] }
    return all[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The longest phrase of a class that begins at a token.
  @inline(__always)
  public func longest(_ type: UInt32, at token: Int) -> PhraseMatch? { at(token).first { $0.type == type } }
}
