import Documents

/// One sentence with everything that is read from it once: its phrases, clauses and pattern matches.
public struct SentenceReading: Sendable {
  /// Index in `Document.blocks`.
  public let block: Int
  /// Token indices in ``DocumentReading/tokens``, half-open.
  public let tokens: Range<Int>
  public let phrases: PhraseMatches
  /// The clause of each token; see ``ClauseSplitter``.
  let clauses: [UInt16]
  public let matches: [PatternMatcher.Match]

  /// The clause that holds a token of the sentence, as a number.
  public func clause(of token: Int) -> Int {
    tokens.contains(token) ? Int(clauses[token - tokens.lowerBound]) : -1
  }

  /// The smallest token range that holds a token's whole clause.
  public func extent(ofClauseAt token: Int) -> Range<Int> {
    let id = clause(of: token)
    var first = token
    var last = token
    for index in tokens where clause(of: index) == id {
      first = min(first, index)
      last = max(last, index)
    }
    return first..<last + 1
  }

  /// True if a phrase of the class begins at or after `range.lowerBound` and ends by `range.upperBound`.
  public func has(_ type: UInt32, in range: Range<Int>) -> Bool { first(type, in: range) != nil }

  /// The first phrase of a class that lies in a token range.
  public func first(_ type: UInt32, in range: Range<Int>) -> PhraseMatch? {
    guard phrases.mayHave(type) else { return nil }
    for token in range {
      if let match = phrases.longest(type, at: token), match.end <= range.upperBound { return match }
    }
    return nil
  }

  /// All phrases of a class in a token range, longest at each start, without overlaps.
  public func all(_ type: UInt32, in range: Range<Int>) -> [PhraseMatch] {
    guard phrases.mayHave(type) else { return [] }
    var result: [PhraseMatch] = []
    var token = range.lowerBound
    while token < range.upperBound {
      if let match = phrases.longest(type, at: token), match.end <= range.upperBound {
        result.append(match)
        token = match.end
      } else {
        token += 1
      }
    }
    return result
  }
}

/// A document with its tokens and sentences; immutable, and a reference because everything that reads claims holds it.
public final class DocumentReading: Sendable {
  public let document: Document
  public let vocabulary: Vocabulary
  public let classes: LanguageClasses
  public let tokens: [Token]
  public let sentences: [SentenceReading]
  /// Stretches between quotation marks, marks included, as half-open token ranges in order.
  public let quotations: [Range<Int>]

  /// Tokens of a sentence at most.
  private static let longestSentence = 400

  /// Reads every block that a reader of the document would see as its text.
  public init(document: Document, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    let classes = LanguageClasses(vocabulary)
    self.classes = classes
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    let matcher = PatternMatcher(vocabulary: vocabulary)
    let splitter = SentenceSplitter(vocabulary: vocabulary)
    var tokens: [Token] = []
    tokens.reserveCapacity(document.prose.count / 5)
    var ranges: [Range<Int>] = []
    var blocks: [Int] = []
    var quotations: [Range<Int>] = []
    for (index, block) in document.blocks.enumerated() {
      if !block.context.isDisjoint(with: [.hidden, .deleted, .code, .chrome]) || block.kind == .control {
        continue
      }
      let start = tokens.count
      tokenizer.tokens(of: document.prose, in: block.range, into: &tokens)
      Self.findQuotations(tokens, from: start, prose: document.prose, into: &quotations)
      for range in splitter.sentences(tokens: tokens, range: start..<tokens.count, prose: document.prose) {
        // A sentence without an end is read in stretches, so that no work grows faster than the text.
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.longestSentence) {
          ranges.append(first..<min(range.upperBound, first + Self.longestSentence))
        }
      }
      blocks += repeatElement(index, count: ranges.count - blocks.count)
    }
    var finder = PhraseFinder(capacity: tokens.count)
    for range in ranges { finder.find(in: tokens, range: range, vocabulary: vocabulary) }
    let phrases = finder.matches(in: ranges)
    let matches = matcher.matches(tokens: tokens, sentences: ranges, phrases: phrases)
    sentences = ranges.indices.map { index in
      SentenceReading(
        block: blocks[index], tokens: ranges[index], phrases: phrases[index],
        clauses: ClauseSplitter.clauses(
          of: ranges[index], tokens: tokens, phrases: phrases[index], classes: classes),
        matches: matches[index])
    }
    self.tokens = tokens
    self.quotations = quotations
  }

  /// Quotations of a block. Curly marks open and close; straight ones take turns; one that is not closed ends with the block.
  private static func findQuotations(
    _ tokens: [Token], from start: Int, prose: [UInt8], into quotations: inout [Range<Int>]
  ) {
    var opening: Int?
    for index in start..<tokens.count
    where tokens[index].kind == .mark && tokens[index].mark == UInt8(ascii: "\"") {
      let isCurly = tokens[index].end - tokens[index].start == 3
      let closes = isCurly && prose[Int(tokens[index].end) - 1] == 0x9D
      let opens = isCurly && !closes
      if let first = opening {
        if opens { continue }
        quotations.append(first..<index + 1)
        opening = nil
      } else if !closes {
        opening = index
      }
    }
    if let first = opening { quotations.append(first..<tokens.count) }
  }

  /// The sentence that holds a token, by binary search.
  public func sentence(holding token: Int) -> SentenceReading? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? sentences[low] : nil
  }

  /// The byte range in the prose that a token range covers.
  public func prose(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The text of a token range.
  public func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: document.prose[prose(range)], as: UTF8.self)
  }
}
