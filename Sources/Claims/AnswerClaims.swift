import Language

/// "Were passwords taken? No.": what a question asks, asserted by the short answer that follows it.
enum AnswerClaims {
  static func read(_ reading: DocumentReading, into claims: inout [Claim]) {
    let classes = reading.classes
    var asked: [Int: [Claim]] = [:]
    var answered: [Int: Set<ClaimKind>] = [:]
    for claim in claims where claim.topic != PracticeStatements.topic {
      if claim.status.mood == .question, claim.status.voice == .own {
        asked[claim.sentence, default: []].append(claim)
      } else if claim.status.mood == .statement {
        answered[claim.sentence, default: []].insert(claim.kind)
      }
    }
    for (question, wanted) in asked.sorted(by: { $0.key < $1.key }) {
      let index = question + 1
      guard index < reading.sentences.count,
        begins(reading.sentences[question], with: classes.polarQuestion, in: reading) != nil,
        isNext(reading.sentences[index], after: reading.sentences[question], in: reading),
        let answer = answer(in: reading.sentences[index], of: reading), answer.symbol != "unknown"
      else { continue }
      for claim in wanted where answered[index]?.contains(claim.kind) != true {
        claims.append(
          assertion(of: claim, answer: answer.tokens, sentence: index, symbol: answer.symbol, reading))
      }
    }
  }

  private static func assertion(
    of question: Claim, answer: Range<Int>, sentence: Int, symbol: String, _ reading: DocumentReading
  ) -> Claim {
    var claim = question
    claim.tokens = answer
    claim.span = reading.prose(claim.tokens)
    claim.sentence = sentence
    claim.status.mood = .statement
    switch symbol {
    case "negated", "evidential", "disbelief":
      claim.status.polarity = question.status.polarity == .negated ? .affirmed : .negated
      if symbol == "evidential" { claim.status.certainty = .evidential }
      if symbol == "disbelief" {
        claim.status.certainty = .hedged
        claim.status.believed = true
      }
    case "hedged": claim.status.certainty = .hedged
    default: break
    }
    claim.cues.append(Cue(range: claim.span, role: "answer"))
    return claim
  }

  /// The phrase of a class with which a sentence begins.
  static func begins(_ sentence: SentenceReading, with type: UInt32, in reading: DocumentReading)
    -> PhraseMatch?
  {
    guard let first = sentence.tokens.first(where: { reading.tokens[$0].kind != .mark }) else { return nil }
    return sentence.phrases.longest(type, at: first)
  }

  /// The words of an answer that is all of its sentence or has a mark behind it; "no, not to our knowledge" is the latter.
  private static func answer(in sentence: SentenceReading, of reading: DocumentReading) -> (
    tokens: Range<Int>, symbol: String
  )? {
    guard let first = begins(sentence, with: reading.classes.answer, in: reading) else { return nil }
    var last = first
    if first.end + 1 < sentence.tokens.upperBound, reading.tokens[first.end].kind == .mark,
      let more = sentence.phrases.longest(reading.classes.answer, at: first.end + 1)
    {
      last = more
    }
    guard last.end >= sentence.tokens.upperBound || reading.tokens[last.end].kind == .mark else { return nil }
    return (first.start..<last.end, reading.vocabulary.symbolText(last))
  }

  /// True if an answer may stand here: in the same block, or in the block behind a question that ends its own.
  private static func isNext(
    _ answer: SentenceReading, after question: SentenceReading, in reading: DocumentReading
  ) -> Bool {
    if answer.block == question.block { return true }
    let kinds = reading.document.blocks[question.block...answer.block].map(\.kind)
    return kinds.last != .heading && kinds.count <= 3
  }
}
