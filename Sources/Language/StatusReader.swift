/// Decides how a target in a sentence is asserted, from cue phrases in scope.
///
/// A cue before the target reaches it if both stand in one clause and nothing that ends the scope stands between; conditions,
/// attributions and declared ignorance reach over clause borders of their sentence. The longest cue at a place wins, so that
/// "not only" is no negation.
public struct StatusReader: Sendable {
  private let reading: DocumentReading
  private var classes: LanguageClasses { reading.classes }

  public init(_ reading: DocumentReading) { self.reading = reading }

  /// The status of the tokens in `target` (a predicate, or the words of a claim) and the cues that decided it.
  ///
  /// - Parameter subject: what the target is said of, where that makes a difference: in "no data other than names was taken"
  ///   the exception does not end the denial of the data.
  public func status(of target: Range<Int>, in sentence: SentenceReading, about subject: Range<Int>? = nil)
    -> (
      status: AssertionStatus, cues: [Cue]
    )
  {
    var status = AssertionStatus()
    var cues: [Cue] = []
    func note(_ match: PhraseMatch, _ role: String) {
      cues.append(Cue(range: reading.prose(match.start..<match.end), role: role))
    }
    let clause = sentence.clause(of: target.lowerBound)
    readMood(of: target, in: sentence, status: &status, note: note)
    readVoice(of: target, in: sentence, status: &status, note: note)

    // Cues of the clause, before the target.
    var index = sentence.tokens.lowerBound
    var negations = 0
    var hedgedModal = false
    var isVerbal = false
    var isFlipped = false
    while index < target.lowerBound {
      if sentence.clause(of: index) != clause {
        index += 1
        continue
      }
      if let match = sentence.phrases.longest(classes.pseudoNegation, at: index) {
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.pseudoHedge, at: index) {
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.ignorance, at: index) {
        status.certainty = .unknown
        note(match, "ignorance")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.evidential, at: index) {
        if status.certainty != .unknown { status.certainty = .evidential }
        status.polarity = .negated
        note(match, "evidential")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.disbelief, at: index) {
        status.polarity = .negated
        status.believed = true
        if status.certainty == .asserted { status.certainty = .hedged }
        note(match, "disbelief")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.disclaimed, at: index) {
        status.certainty = .unknown
        note(match, "disclaimed")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.flip, at: index) {
        isFlipped.toggle()
        note(match, "flip")
        index = match.end
        continue
      }
      if isVerbal, negations == 1, sentence.phrases.longest(classes.relative, at: index) != nil {
        negations = 0
      }
      if let match = sentence.phrases.longest(classes.rejected, at: index) {
        negations += 1
        note(match, "rejected")
        index = match.end
        continue
      }
      if let end = aside(at: index, before: target.lowerBound, in: sentence) {
        index = end
        continue
      }
      if let match = sentence.phrases.longest(classes.negation, at: index) {
        negations += 1
        isVerbal = sentence.phrases.longest(classes.verbalNegation, at: index)?.end == match.end
        note(match, "negation")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.negationEnd, at: index), negations > 0,
        (subject?.lowerBound ?? index) >= index
      {
        negations = 0
        note(match, "scope end")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.hedge, at: index), !isMonth(match, in: sentence) {
        let isModal = reading.vocabulary.symbolText(match) == "modal"
        if isModal, negations > 0 {
          // "No attacker could", "before any data could be": what could not be was not.
          index = match.end
          continue
        }
        let belief = reading.vocabulary.symbolText(match) == "belief"
        if status.certainty == .asserted {
          status.isBelief = belief
        } else if !belief {
          status.isBelief = false
        }
        if status.certainty == .asserted { status.certainty = .hedged }
        hedgedModal =
          reading.vocabulary.symbolText(match) == "modal"
          && !(match.end..<min(match.end + 3, sentence.tokens.upperBound)).contains {
            sentence.phrases.longest(classes.perfect, at: $0) != nil
          }
        note(match, "hedge")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.future, at: index) {
        status.time = .future
        note(match, "future")
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.ongoing, at: index) {
        status.time = .ongoing
        note(match, "ongoing")
        index = match.end
        continue
      }
      index += 1
    }
    if status.certainty == .unknown { negations = 0 }
    if negations > 0 { status.polarity = .negated }
    if status.certainty == .hedged, hedgedModal, status.polarity == .affirmed { status.hypothetical = true }
    readAfter(target, clause: clause, sentence: sentence, status: &status, note: note)
    if isFlipped { status.polarity = status.polarity == .negated ? .affirmed : .negated }
    readKnowledge(of: target, in: sentence, status: &status, note: note)
    readOuterIgnorance(of: target, clause: clause, in: sentence, status: &status, note: note)
    return (status, cues)
  }

  /// The end of a negation that denies nothing of what follows: a reply ("No, they vanish") or a contrast between commas ("parents,
  /// not children, open the account").
  private func aside(at index: Int, before end: Int, in sentence: SentenceReading) -> Int? {
    guard let negation = sentence.phrases.longest(classes.negation, at: index) else { return nil }
    func isComma(_ token: Int) -> Bool {
      sentence.tokens.contains(token) && reading.tokens[token].kind == .mark
        && reading.tokens[token].mark == UInt8(ascii: ",")
    }
    if sentence.phrases.longest(classes.reply, at: index) != nil, isComma(negation.end),
      index == firstWord(of: sentence)
    {
      return negation.end
    }
    // "As of today, no passwords, card numbers or names were taken" begins a list instead.
    guard isComma(index - 1), negation.end < end,
      sentence.phrases.longest(classes.verbalNegation, at: index)?.end == negation.end
    else { return nil }
    return (negation.end..<min(negation.end + 4, end)).first { isComma($0) }
  }

  /// A negation just after the target: "perfect security does not exist", "email addresses were not".
  private func readAfter(
    _ target: Range<Int>, clause: Int, sentence: SentenceReading, status: inout AssertionStatus,
    note: (PhraseMatch, String) -> Void
  ) {
    guard status.polarity == .affirmed else { return }
    var index = target.upperBound
    let limit = min(target.upperBound + 4, sentence.tokens.upperBound)
    while index < limit, sentence.clause(of: index) == clause {
      if sentence.phrases.longest(classes.coordinator, at: index) != nil
        || reading.tokens[index].kind == .mark
        || sentence.phrases.longest(classes.newSubject, at: index) != nil
      {
        return
      }
      if sentence.phrases.longest(classes.pseudoNegation, at: index) != nil { return }
      if sentence.phrases.longest(classes.relative, at: index) != nil { return }
      if let match = sentence.phrases.longest(classes.unsettled, at: index) {
        status.certainty = .unknown
        note(match, "ignorance")
        return
      }
      if let match = sentence.phrases.longest(classes.lateNegation, at: index) {
        status.polarity = .negated
        note(match, "negation")
        return
      }
      index += 1
    }
  }

  /// "To our knowledge, …": a denial is one for want of evidence, and what is affirmed is hedged.
  private func readKnowledge(
    of target: Range<Int>, in sentence: SentenceReading, status: inout AssertionStatus,
    note: (PhraseMatch, String) -> Void
  ) {
    guard status.certainty == .asserted,
      let match = sentence.first(
        classes.knowledge, in: sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, target.lowerBound)
      )
    else { return }
    status.certainty = status.polarity == .negated ? .evidential : .hedged
    note(match, status.polarity == .negated ? "evidential" : "hedge")
  }

  /// Declared ignorance or evidential negation in the clause before: "we do not yet know whether, and to what extent, …".
  private func readOuterIgnorance(
    of target: Range<Int>, clause: Int, in sentence: SentenceReading, status: inout AssertionStatus,
    note: (PhraseMatch, String) -> Void
  ) {
    guard status.certainty != .unknown,
      let first = sentence.tokens.first(where: { sentence.clause(of: $0) == clause })
    else { return }
    // An open cue at the very end of the clause before reaches into this one.
    for index in max(sentence.tokens.lowerBound, first - 12)..<first {
      if let match = sentence.phrases.longest(classes.ignorance, at: index), match.end >= first - 2 {
        status.certainty = .unknown
        status.polarity = .affirmed
        note(match, "ignorance")
        return
      }
      if let match = sentence.phrases.longest(classes.evidential, at: index), match.end >= first - 2 {
        status.certainty = .evidential
        status.polarity = .negated
        note(match, "evidential")
        return
      }
    }
  }

  private func readMood(
    of target: Range<Int>, in sentence: SentenceReading, status: inout AssertionStatus,
    note: (PhraseMatch, String) -> Void
  ) {
    let tokens = reading.tokens
    var last = sentence.tokens.upperBound - 1
    while last > sentence.tokens.lowerBound, tokens[last].kind == .mark,
      tokens[last].mark != UInt8(ascii: "?"),
      tokens[last].mark != UInt8(ascii: ".")
    {
      last -= 1
    }
    if tokens[last].kind == .mark, tokens[last].mark == UInt8(ascii: "?"),
      !isGivenReason(target, in: sentence)
    {
      status.mood = .question
      return
    }
    var first = firstWord(of: sentence)
    if let pseudo = sentence.phrases.longest(classes.pseudoAdvice, at: first) { first = pseudo.end }
    if first < sentence.tokens.upperBound, let match = sentence.phrases.longest(classes.imperative, at: first)
    {
      status.mood = .advice
      note(match, "imperative")
      return
    }
    var index = first
    while index < target.lowerBound {
      if let match = sentence.phrases.longest(classes.ignorance, at: index) {
        // "We do not yet know if": the question is an indirect one.
        index = match.end
        if let condition = sentence.phrases.longest(classes.condition, at: index) { index = condition.end }
        continue
      }
      if let match = sentence.phrases.longest(classes.pseudoCondition, at: index) {
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.condition, at: index) {
        let sameClause = sentence.clause(of: index) == sentence.clause(of: target.lowerBound)
        if sameClause || (index <= first + 1 && !addressesReader(match, in: sentence)) {
          status.mood = .condition
          note(match, "condition")
          return
        }
      }
      if let match = sentence.phrases.longest(classes.advice, at: index) {
        status.mood = .advice
        note(match, "advice")
        return
      }
      if let match = sentence.phrases.longest(classes.definition, at: index) {
        status.mood = .definition
        note(match, "definition")
        return
      }
      index += 1
    }
  }

  /// "What if it does not happen because our security is so good?": the reason is taken as given.
  private func isGivenReason(_ target: Range<Int>, in sentence: SentenceReading) -> Bool {
    let clause = sentence.clause(of: target.lowerBound)
    guard let first = sentence.tokens.first(where: { sentence.clause(of: $0) == clause }) else {
      return false
    }
    return sentence.phrases.longest(classes.reason, at: first) != nil
  }

  /// "If you did not hear from us, …": what follows is said to those readers outright.
  private func addressesReader(_ condition: PhraseMatch, in sentence: SentenceReading) -> Bool {
    (condition.end..<min(condition.end + 2, sentence.tokens.upperBound)).contains {
      sentence.phrases.longest(classes.reader, at: $0) != nil
    }
  }

  /// "On 3 May": a capital inside a sentence is no modal's.
  private func isMonth(_ hedge: PhraseMatch, in sentence: SentenceReading) -> Bool {
    hedge.start > firstWord(of: sentence) && reading.tokens[hedge.start].shape.contains(.capitalised)
      && !reading.tokens[hedge.start].shape.contains(.capitals)
  }

  private func firstWord(of sentence: SentenceReading) -> Int {
    sentence.tokens.first { reading.tokens[$0].kind != .mark } ?? sentence.tokens.lowerBound
  }

  /// Somebody else's words: reported speech of others, or a quotation that is not the organisation's own spokesperson.
  private func readVoice(
    of target: Range<Int>, in sentence: SentenceReading, status: inout AssertionStatus,
    note: (PhraseMatch, String) -> Void
  ) {
    let block = reading.document.blocks[sentence.block]
    if block.context.contains(.quotation) { status.voice = .attributed }
    let prose = reading.prose(target)
    if reading.document.spans.contains(where: {
      ($0.kind == .quote || $0.kind == .deleted || $0.kind == .code) && $0.range.overlaps(prose)
    }) {
      status.voice = .attributed
      return
    }
    if let quotation = quotation(around: target) {
      if !isOwnSpeech(quotation, in: sentence) { status.voice = .attributed }
      return
    }
    var other: PhraseMatch?
    var again = sentence.tokens.lowerBound
    for index in sentence.tokens.lowerBound..<target.lowerBound {
      if let match = sentence.phrases.longest(classes.repeated, at: index) { again = match.end }
      if index >= again, let match = sentence.phrases.longest(classes.former, at: index) {
        status.voice = .attributed
        note(match, "attribution")
        return
      }
      if let match = sentence.phrases.longest(classes.otherParty, at: index) { other = match }
      if let match = sentence.phrases.longest(classes.reporting, at: index) {
        let symbol = reading.vocabulary.symbolText(match)
        if symbol == "source" {
          if index > sentence.tokens.lowerBound,
            sentence.phrases.longest(classes.manner, at: index - 1) != nil
          {
            continue
          }
          status.voice = .attributed
          note(match, "attribution")
          return
        }
        if let other, match.start - other.end <= 4,
          sentence.clause(of: match.start) == sentence.clause(of: other.start)
        {
          status.voice = .attributed
          note(other, "attribution")
          return
        }
        if let name = nameOfOther(before: match, in: sentence) {
          status.voice = .attributed
          note(name, "attribution")
          return
        }
      }
    }
  }

  /// "Contoso said …": a name before a verb of speech that is neither the organisation's nor that of one of its own, where a
  /// sheet says what the organisation is called.
  private func nameOfOther(before reporting: PhraseMatch, in sentence: SentenceReading) -> PhraseMatch? {
    guard classes.knowsOrganisation else { return nil }
    let tokens = reading.tokens
    var first = reporting.start
    while first > sentence.tokens.lowerBound, reporting.start - first < 3, tokens[first - 1].kind == .word,
      tokens[first - 1].shape.contains(.capitalised), tokens[first - 1].word == 0
    {
      first -= 1
    }
    let clause = sentence.clause(of: reporting.start)
    guard first < reporting.start,
      first == sentence.tokens.lowerBound || sentence.clause(of: first - 1) != clause
    else { return nil }
    let name = first..<reporting.start
    // Somebody who was introduced with an office speaks for the organisation.
    let text = Array(reading.document.prose[tokens[name.upperBound - 1].range])
    for earlier in reading.sentences.prefix(while: { $0.tokens.lowerBound <= sentence.tokens.lowerBound })
    where earlier.has(classes.ownRole, in: earlier.tokens) {
      for token in earlier.tokens
      where tokens[token].word == 0 && reading.document.prose[tokens[token].range].elementsEqual(text) {
        return nil
      }
    }
    return PhraseMatch(type: 0, symbol: 0, number: nil, start: name.lowerBound, end: name.upperBound)
  }

  /// The stretch between quotation marks that holds the target.
  private func quotation(around target: Range<Int>) -> Range<Int>? {
    let quotations = reading.quotations
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].upperBound <= target.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < quotations.count, quotations[low].lowerBound < target.lowerBound,
      target.upperBound <= quotations[low].upperBound
    else { return nil }
    return quotations[low]
  }

  /// True where a quotation is introduced or followed by one of the organisation's own, or speaks in the first person and
  /// nobody else is named beside it.
  private func isOwnSpeech(_ quotation: Range<Int>, in sentence: SentenceReading) -> Bool {
    let before = reading.sentence(holding: quotation.lowerBound)
    let after = reading.sentence(holding: quotation.upperBound - 1)
    var beside = [before, after].compactMap { $0 }
    // A quotation that fills its sentences is introduced by the one before.
    if before?.tokens.lowerBound == quotation.lowerBound,
      after?.tokens.upperBound ?? 0 <= quotation.upperBound + 1,
      let introduction = reading.sentence(holding: quotation.lowerBound - 1),
      introduction.block == sentence.block
    {
      beside.append(introduction)
    }
    var speaks = false
    var hasRole = false
    var isAlone = true
    for sentence in beside {
      for index in sentence.tokens where !quotation.contains(index) && reading.tokens[index].kind != .mark {
        isAlone = false
        if sentence.phrases.longest(classes.former, at: index) != nil { return false }
        if sentence.phrases.longest(classes.ownRole, at: index) != nil { hasRole = true }
        if sentence.phrases.longest(classes.otherParty, at: index) != nil, !hasRole { return false }
        if let match = sentence.phrases.longest(classes.reporting, at: index),
          reading.vocabulary.symbolText(match) == "speech"
        {
          speaks = true
        }
      }
    }
    let firstPerson = quotation.contains { index in
      reading.sentence(holding: index)?.phrases.longest(classes.ownParty, at: index) != nil
    }
    if hasRole { return speaks || quotation.count > 8 }
    return firstPerson && (speaks || isAlone)
  }
}

extension Vocabulary {
  /// The symbol of a match as text; empty for added phrases.
  public func symbolText(_ match: PhraseMatch) -> String {
    match.symbol < Self.addedBase ? tables.string(match.symbol) : ""
  }

  /// The caller's number of a phrase that was added at run time.
  public func addedValue(_ match: PhraseMatch) -> Int? {
    match.symbol >= Self.addedBase ? Int(match.symbol - Self.addedBase) : nil
  }
}
