/// A phrase of the vocabulary found in the tokens.
public struct PhraseMatch: Sendable {
  public let type: UInt32
  public let symbol: UInt32
  @usableFromInline let first: UInt32
  @usableFromInline let last: UInt32
  /// The number, or `Int.min` for none.
  @usableFromInline let value: Int

  /// Token indices, half-open.
  @inlinable public var start: Int { Int(first) }
  @inlinable public var end: Int { Int(last) }
  @inlinable public var number: Int? { value == .min ? nil : value }

  init(type: UInt32, symbol: UInt32, number: Int?, start: Int, end: Int) {
    self.type = type
    self.symbol = symbol
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
    value = number ?? .min
  }
}

/// Ids that may be there: a small Bloom filter, so that what is absent is mostly known without a search.
public struct IDFilter: Sendable {
  @usableFromInline var bits = SIMD8<UInt64>()

  @inlinable public init() {}

  @inlinable public mutating func insert(_ id: UInt32) { bits[Int(id >> 6 & 7)] |= 1 << UInt64(id & 63) }

  /// False only if the id was not inserted.
  @inlinable @inline(__always)
  public func mayContain(_ id: UInt32) -> Bool {
    bits[Int(id >> 6 & 7)] & (1 << UInt64(id & 63)) != 0
  }
}

/// All phrases of a stretch of tokens, found in one pass, ordered by start and, at one start, longest first.
public struct PhraseMatches: Sendable {
  /// The phrases of the document, of which these are a part.
  @usableFromInline let all: [PhraseMatch]
  /// First index in `all` for each token from `origin` on, one more at the end.
  @usableFromInline let starts: [UInt32]
  @usableFromInline let origin: Int
  @usableFromInline let range: Range<Int>
  /// The classes of the phrases.
  @usableFromInline let types: IDFilter

  /// The phrases of some tokens.
  public init(tokens: [Token], range: Range<Int>, vocabulary: Vocabulary) {
    var finder = PhraseFinder(origin: range.lowerBound)
    finder.find(in: tokens, range: range, vocabulary: vocabulary)
    self = finder.matches(in: [range])[0]
  }

  fileprivate init(
    all: [PhraseMatch], starts: [UInt32], origin: Int, range: Range<Int>, types: IDFilter
  ) {
    self.all = all
    self.starts = starts
    self.origin = origin
    self.range = range
    self.types = types
  }

  /// The indices of the phrases that begin at a token.
  @inlinable func indices(at token: Int) -> Range<Int> {
    guard range.contains(token) else { return 0..<0 }
    let index = token - origin
    return Int(starts[index])..<Int(starts[index + 1])
  }

  /// The phrases that begin at a token.
  @inlinable public func at(_ token: Int) -> ArraySlice<PhraseMatch> { all[indices(at: token)] }

  /// False only if no phrase of the class stands in the stretch.
  @inlinable public func mayHave(_ type: UInt32) -> Bool { types.mayContain(type) }

  /// The longest phrase of a class that begins at a token.
  @inlinable @inline(__always)
  public func longest(_ type: UInt32, at token: Int) -> PhraseMatch? {
    types.mayContain(type) ? search(type, at: token) : nil
  }

  @usableFromInline func search(_ type: UInt32, at token: Int) -> PhraseMatch? {
    for index in indices(at: token) where all[index].type == type { return all[index] }
    return nil
  }

  /// True if a phrase of one of the classes, or of others that look alike to the filter, begins at a token.
  @inlinable func mayHaveOne(of wanted: IDFilter, at token: Int) -> Bool {
    for index in indices(at: token) where wanted.mayContain(all[index].type) { return true }
    return false
  }
}

/// Collects the phrases of a document, stretch by stretch.
struct PhraseFinder {
  private let origin: Int
  private var all: [PhraseMatch] = []
  private var starts: [UInt32] = []

  init(origin: Int = 0, capacity: Int = 0) {
    self.origin = origin
    all.reserveCapacity(capacity)
    starts.reserveCapacity(capacity + 1)
  }

  /// Finds the phrases of the next stretch, which no phrase leaves. Stretches must follow one another without gaps.
  mutating func find(in tokens: [Token], range: Range<Int>, vocabulary: Vocabulary) {
    for start in range {
      starts.append(UInt32(truncatingIfNeeded: all.count))
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
  }

  /// What was found, for each of some stretches.
  consuming func matches(in ranges: [Range<Int>]) -> [PhraseMatches] {
    starts.append(UInt32(truncatingIfNeeded: all.count))
    return ranges.map { range in
      var types = IDFilter()
      for index in Int(starts[range.lowerBound - origin])..<Int(starts[range.upperBound - origin]) {
        types.insert(all[index].type)
      }
      return PhraseMatches(all: all, starts: starts, origin: origin, range: range, types: types)
    }
  }
}
