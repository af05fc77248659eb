import Language
import RuleFormat

/// A word that carries meaning, of a text or of a sheet.
struct ContentWord: Sendable, Hashable {
  /// The folded word, or `=` and the name of the concept that the lexicon knows it for.
  var text: String
  /// True for words that stand in almost every statement about security.
  var isWeak: Bool
  /// Token indices in the document, half-open.
  var start: Int
  var end: Int

  /// What the inverted index files it under.
  var bucket: String { text.hasPrefix("=") ? text : String(text.prefix(4)) }

  /// True for one word in two forms: "recertified" and "recertification" share most of the shorter.
  func isSame(_ other: ContentWord) -> Bool {
    if text == other.text { return true }
    if text.hasPrefix("=") || other.text.hasPrefix("=") { return false }
    let shorter = min(text.utf8.count, other.text.utf8.count)
    guard shorter >= 4, max(text.utf8.count, other.text.utf8.count) <= shorter * 2 else { return false }
    var shared = 0
    for (a, b) in zip(text.utf8, other.text.utf8) {
      guard a == b else { break }
      shared += 1
    }
    return shared >= max(4, (shorter * 13 + 19) / 20)
  }
}

extension [ContentWord] {
  func has(_ word: ContentWord) -> Bool { contains { $0.isSame(word) } }

  /// How many of these stand among others.
  func shared(with others: [ContentWord]) -> Int { reduce(0) { $0 + (others.has($1) ? 1 : 0) } }
}

/// Finds the words that carry meaning.
struct PostureWords: Sendable {
  let vocabulary: Vocabulary
  private let stop: UInt32
  private let weak: UInt32
  private let concept: UInt32

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    stop = vocabulary.type("posture.stop")
    weak = vocabulary.type("posture.weak")
    concept = vocabulary.type("posture.concept")
  }

  /// The words of free text in a sheet, or of an id.
  func words(of text: String, singly: Bool = false) -> [ContentWord] {
    let folded = Folding.words(of: String(text.map { $0 == "_" ? " " : $0 }))
    let tokens = tokens(folded)
    return words(
      tokens: tokens, range: 0..<tokens.count,
      phrases: PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: vocabulary), singly: singly
    ) {
      folded[$0]
    }
  }

  /// The symbols of a class's phrases in free text.
  func symbols(of type: UInt32, in text: String) -> [String] {
    let tokens = tokens(Folding.words(of: text))
    let phrases = PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: vocabulary)
    return tokens.indices.compactMap { phrases.longest(type, at: $0).map { vocabulary.symbolText($0) } }
  }

  /// True where free text holds a phrase of a class.
  func has(_ type: UInt32, in text: String) -> Bool { !symbols(of: type, in: text).isEmpty }

  /// Folded words as tokens.
  func tokens(_ folded: [String]) -> [Token] {
    folded.enumerated().map {
      Token(start: $0.offset, end: $0.offset + 1, word: vocabulary.word($0.element), kind: .word, shape: [])
    }
  }

  /// The words of some tokens of a sentence.
  /// - Parameter singly: Read every word by itself, none as a part of a longer name.
  func words(
    in sentence: SentenceReading, of reading: DocumentReading, range: Range<Int>, singly: Bool = false
  ) -> [ContentWord] {
    words(tokens: reading.tokens, range: range, phrases: sentence.phrases, singly: singly) { index in
      let bytes = reading.document.prose[reading.tokens[index].range]
      // "600,000" is the sheet's 600000.
      let isNumber = reading.tokens[index].kind == .number
      return String(
        decoding: bytes.filter { !isNumber || $0 != UInt8(ascii: ",") }.map {
          (65...90).contains($0) ? $0 + 32 : $0
        }, as: UTF8.self)
    }
  }

  private func words(
    tokens: [Token], range: Range<Int>, phrases: PhraseMatches, singly: Bool, text: (Int) -> String
  ) -> [ContentWord] {
    var result: [ContentWord] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if tokens[index].kind == .mark {
        index += 1
      } else if let match = phrases.at(index).first(where: {
        $0.type == concept && (!singly || $0.end == $0.start + 1)
      }), match.end <= range.upperBound {
        let isWeak = match.end - match.start == 1 && phrases.longest(weak, at: index) != nil
        result.append(
          ContentWord(
            text: "=" + vocabulary.symbolText(match), isWeak: isWeak, start: match.start, end: match.end))
        index = match.end
      } else if phrases.longest(stop, at: index) != nil {
        index += 1
      } else {
        let word = text(index)
        if word.utf8.count > 1 {
          result.append(
            ContentWord(
              text: word, isWeak: phrases.longest(weak, at: index) != nil, start: index, end: index + 1))
        }
        index += 1
      }
    }
    return result
  }
}
