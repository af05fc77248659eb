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

  /// All matches in some sentences, at most one for each pattern and start, ordered by start.
  public func matches(tokens: [Token], sentences: [Range<Int>], phrases: [PhraseMatches]) -> [[Match]] {
    var candidates = Candidates(tables: tables)
    let program = tables.program
    return zip(sentences, phrases).map { sentence, phrases in
      guard candidates.collect(tokens: tokens, sentence: sentence, phrases: phrases, tables: tables) else {
        return []
      }
      var run = Run(
        tokens: tokens, sentence: sentence, phrases: phrases, program: program, marks: clauseMarks)
      var found: [Match] = []
      for start in sentence {
        for pattern in candidates.beginning(at: start, tokens: tokens, phrases: phrases, tables: tables) {
          if run.matches(Int(tables.patternStart[Int(pattern)]), from: start) {
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
  }

  /// The patterns that can match at all in a sentence: those of which the rarest part stands in it.
  private struct Candidates {
    /// The last sentence, counted from 1, in which a pattern was possible.
    private var possible: [UInt32]
    /// The last token, counted from 1, at which a pattern was tried.
    private var tried: [UInt32]
    private var sentence: UInt32 = 0
    private var list: [UInt32] = []
    /// The last sentence, counted from 1, in which a pattern was considered.
    private var seen: [UInt32]
    /// The words of the sentence.
    private var words = IDFilter()
    private var isAny = false

    init(tables: CatalogTables) {
      possible = Array(repeating: 0, count: tables.patternStart.count)
      tried = possible
      seen = possible
    }

    /// False if no pattern can match.
    mutating func collect(
      tokens: [Token], sentence range: Range<Int>, phrases: PhraseMatches, tables: CatalogTables
    ) -> Bool {
      sentence += 1
      words = IDFilter()
      var hasNumber = false
      for token in range {
        words.insert(tokens[token].word)
        if tokens[token].kind == .number { hasNumber = true }
      }
      isAny = false
      for token in range {
        let word = Int(tokens[token].word)
        if word != 0, word + 1 < tables.wordKeyStarts.count {
          for index in Int(tables.wordKeyStarts[word])..<Int(tables.wordKeyStarts[word + 1]) {
            consider(tables.wordKey[index], phrases, tables)
          }
        }
        for index in phrases.indices(at: token) {
          let type = Int(phrases.all[index].type)
          guard type + 1 < tables.classKeyStarts.count else { continue }
          for index in Int(tables.classKeyStarts[type])..<Int(tables.classKeyStarts[type + 1]) {
            consider(tables.classKey[index], phrases, tables)
          }
        }
      }
      if hasNumber { for pattern in tables.numberKey { consider(pattern, phrases, tables) } }
      return isAny
    }

    /// Takes a pattern if all of its parts may stand in the sentence.
    @inline(__always)
    private mutating func consider(_ pattern: UInt32, _ phrases: PhraseMatches, _ tables: CatalogTables) {
      let pattern = Int(pattern)
      if seen[pattern] == sentence { return }
      seen[pattern] = sentence
      var index = Int(tables.patternPartStarts[pattern])
      let end = Int(tables.patternPartStarts[pattern + 1])
      while index < end {
        let next = index + 1 + Int(tables.patternParts[index])
        var isThere = false
        index += 1
        while index < next, !isThere {
          let code = tables.patternParts[index]
          isThere = code & 1 == 0 ? words.mayContain(code >> 1) : phrases.mayHave(code >> 1)
          index += 1
        }
        if !isThere { return }
        index = next
      }
      possible[pattern] = sentence
      isAny = true
    }

    /// The possible patterns that can begin at a token, each once.
    mutating func beginning(at start: Int, tokens: [Token], phrases: PhraseMatches, tables: CatalogTables)
      -> [UInt32]
    {
      list.removeAll(keepingCapacity: true)
      let mark = UInt32(truncatingIfNeeded: start + 1)
      func take(_ pattern: UInt32, _ candidates: inout Candidates) {
        let index = Int(pattern)
        guard candidates.possible[index] == candidates.sentence, candidates.tried[index] != mark else {
          return
        }
        candidates.tried[index] = mark
        candidates.list.append(pattern)
      }
      let word = Int(tokens[start].word)
      if word != 0, word + 1 < tables.wordFirstStarts.count {
        for index in Int(tables.wordFirstStarts[word])..<Int(tables.wordFirstStarts[word + 1]) {
          take(tables.wordFirst[index], &self)
        }
      }
      var last: UInt32 = .max
      for phrase in phrases.indices(at: start) where phrases.all[phrase].type != last {
        last = phrases.all[phrase].type
        let type = Int(last)
        guard type + 1 < tables.classFirstStarts.count else { continue }
        for index in Int(tables.classFirstStarts[type])..<Int(tables.classFirstStarts[type + 1]) {
          take(tables.classFirst[index], &self)
        }
      }
      if tokens[start].kind == .number { for pattern in tables.numberFirst { take(pattern, &self) } }
      return list
    }
  }

  private struct Run {
    let tokens: [Token]
    let sentence: Range<Int>
    let phrases: PhraseMatches
    let program: [UInt32]
    let marks: Set<UInt8>
    var start = 0
    var open = -1
    var close = -1
    var end = 0
    var captures: [PhraseMatch] = []
    var steps = 0

    init(
      tokens: [Token], sentence: Range<Int>, phrases: PhraseMatches, program: [UInt32], marks: Set<UInt8>
    ) {
      self.tokens = tokens
      self.sentence = sentence
      self.phrases = phrases
      self.program = program
      self.marks = marks
    }

    /// Tries a pattern at a token from a clean state.
    mutating func matches(_ first: Int, from token: Int) -> Bool {
      start = token
      open = -1
      close = -1
      end = 0
      steps = 0
      captures.removeAll(keepingCapacity: true)
      return execute(first, at: token)
    }

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
          let here = phrases.indices(at: at)
          guard let longest = here.first(where: { phrases.all[$0].type == operand }) else {
            return fail(&self)
          }
          if here.upperBound > longest + 1,
            (longest + 1..<here.upperBound).contains(where: { phrases.all[$0].type == operand })
          {
            for index in longest..<here.upperBound where phrases.all[index].type == operand {
              captures.append(phrases.all[index])
              if execute(counter, at: phrases.all[index].end) { return true }
              captures.removeLast()
            }
            return fail(&self)
          }
          captures.append(phrases.all[longest])
          at = phrases.all[longest].end
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
          if phrases.longest(operand, at: at) != nil { return fail(&self) }
        case .notAfterWord:
          if at > sentence.lowerBound, tokens[at - 1].word == operand, operand != 0 { return fail(&self) }
        case .notAfterClass:
          if phrases.mayHave(operand) {
            for before in max(sentence.lowerBound, at - 6)..<max(sentence.lowerBound, at)
            where phrases.at(before).contains(where: { $0.type == operand && $0.end == at }) {
              return fail(&self)
            }
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
