import RuleFormat

/// Runs the patterns of the catalogue over the tokens of a sentence.
///
/// A pattern is tried only where a word or class that it can begin with stands, and gives up after a fixed number of steps,
/// so the cost is linear in the text whatever the patterns are.
public struct PatternMatcher: Sendable {
  /// A pattern found in a sentence. Ranges are token indices, half-open.
  public struct Match: Sendable {
    public let pattern: Int
    /// All tokens that the pattern consumed.
    public let range: Range<Int>
    /// The stretch to quote: the pattern's `[ … ]`, else everything.
    public let quoted: Range<Int>
    /// The phrases that its classes matched, in order.
    public let captures: [PhraseMatch]
  }

  private static let stepLimit = 4000

  private let vocabulary: Vocabulary
  private var tables: CatalogTables {
    _read { yield vocabulary.tables }
  }
  private let clauseMarks: Set<UInt8> = Set(";:()\"-".utf8)

  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Kind, topic, arguments and rule of a pattern, as indices in the tables' strings.
  public func info(_ pattern: Int) -> (kind: UInt32, topic: UInt32, arguments: UInt32, rule: UInt32) {
    let info = tables.patternInfo
    return (info[pattern * 4], info[pattern * 4 + 1], info[pattern * 4 + 2], info[pattern * 4 + 3])
  }

  /// All matches in a sentence, at most one for each pattern and start, ordered by start.
  public func matches(tokens: [Token], sentence: Range<Int>, phrases: PhraseMatches) -> [Match] {
    let program = tables.program
    var found: [Match] = []
    var tried: [UInt32] = []
    for start in sentence {
      tried.removeAll(keepingCapacity: true)
      let word = Int(tokens[start].word)
      if word != 0, word + 1 < tables.wordFirstStarts.count {
        for index in Int(tables.wordFirstStarts[word])..<Int(tables.wordFirstStarts[word + 1]) {
          tried.append(tables.wordFirst[index])
        }
      }
      var last: UInt32 = .max
      for phrase in phrases.at(start) where phrase.type != last {
        last = phrase.type
        let type = Int(phrase.type)
        guard type + 1 < tables.classFirstStarts.count else { continue }
        for index in Int(tables.classFirstStarts[type])..<Int(tables.classFirstStarts[type + 1]) {
          let pattern = tables.classFirst[index]
          if !tried.contains(pattern) { tried.append(pattern) }
        }
      }
      if tokens[start].kind == .number { tried += tables.numberFirst }
      for pattern in tried {
        var run = Run(
          tokens: tokens, sentence: sentence, phrases: phrases, program: program, marks: clauseMarks,
          start: start)
        if run.execute(Int(tables.patternStart[Int(pattern)]), at: start) {
          let open = run.open >= 0 ? run.open : start
          let close = run.close > open ? run.close : run.end
          found.append(
            Match(
              pattern: Int(pattern), range: start..<run.end, quoted: open..<max(close, open + 1),
              captures: run.captures))
        }
      }
    }
    return found
  }

  private struct Run {
    let tokens: [Token]
    let sentence: Range<Int>
    let phrases: PhraseMatches
    let program: [UInt32]
    let marks: Set<UInt8>
    let start: Int
    var open = -1
    var close = -1
    var end = 0
    var captures: [PhraseMatch] = []
    var steps = 0

    /// Tries to match from an instruction at a token; restores its state when it fails.
    mutating func execute(_ first: Int, at from: Int) -> Bool {
      var counter = first
      var at = from
      let saved = captures.count
      let savedOpen = open
      let savedClose = close
      func fail(_ run: inout Run) -> Bool {
        run.captures.removeLast(run.captures.count - saved)
        run.open = savedOpen
        run.close = savedClose
        return false
      }
      while true {
        steps += 1
        if steps > PatternMatcher.stepLimit { return fail(&self) }
        let operand = program[counter * 2 + 1]
        guard let operation = PatternOperation(rawValue: program[counter * 2]) else {
          return fail(&self)
        }
        counter += 1
        switch operation {
        case .word:
          guard at < sentence.upperBound, tokens[at].word == operand, operand != 0 else { return fail(&self) }
          at += 1
        case .class:
          var candidates: [PhraseMatch] = []
          for phrase in phrases.at(at) where phrase.type == operand { candidates.append(phrase) }
          guard let longest = candidates.first else { return fail(&self) }
          if candidates.count > 1 {
            for candidate in candidates {
              captures.append(candidate)
              if execute(counter, at: candidate.end) { return true }
              captures.removeLast()
            }
            return fail(&self)
          }
          captures.append(longest)
          at = longest.end
        case .number:
          guard at < sentence.upperBound, tokens[at].kind == .number else { return fail(&self) }
          at += 1
        case .any:
          guard at < sentence.upperBound, tokens[at].kind != .mark else { return fail(&self) }
          at += 1
        case .capital:
          guard at < sentence.upperBound, tokens[at].shape.contains(.capitalised) else { return fail(&self) }
        case .gap:
          var reach = at
          for _ in 0...Int(operand) {
            if execute(counter, at: reach) { return true }
            guard reach < sentence.upperBound,
              !(tokens[reach].kind == .mark && marks.contains(tokens[reach].mark))
            else { break }
            reach += 1
          }
          return fail(&self)
        case .split:
          if execute(counter, at: at) { return true }
          counter = Int(operand)
        case .jump: counter = Int(operand)
        case .sentenceStart:
          var index = at
          while index > sentence.lowerBound, tokens[index - 1].kind == .mark { index -= 1 }
          guard index == sentence.lowerBound else { return fail(&self) }
        case .sentenceEnd:
          var index = at
          while index < sentence.upperBound, tokens[index].kind == .mark { index += 1 }
          guard index == sentence.upperBound else { return fail(&self) }
        case .notWord:
          if at < sentence.upperBound, tokens[at].word == operand, operand != 0 { return fail(&self) }
        case .notClass:
          if phrases.at(at).contains(where: { $0.type == operand }) { return fail(&self) }
        case .notAfterWord:
          if at > sentence.lowerBound, tokens[at - 1].word == operand, operand != 0 { return fail(&self) }
        case .notAfterClass:
          for before in max(sentence.lowerBound, at - 6)..<max(sentence.lowerBound, at)
          where phrases.at(before).contains(where: { $0.type == operand && $0.end == at }) {
            return fail(&self)
          }
        case .open: open = at
        case .close: close = at
        case .match:
          end = at
          return end > start
        }
      }
    }
  }
}
