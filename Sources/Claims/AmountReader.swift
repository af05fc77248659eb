import Documents
import Language

/// Claims about how many, and about when: the amounts and dates of sentences that speak of the incident.
struct AmountReader {
  private let reading: DocumentReading
  private let classes: IncidentClasses
  private let published: CalendarDay?
  private let times: TimeReader
  private let quantities: QuantityReader

  init(
    reading: DocumentReading, classes: IncidentClasses, published: CalendarDay?, times: TimeReader,
    quantities: QuantityReader
  ) {
    self.reading = reading
    self.classes = classes
    self.published = published
    self.times = times
    self.quantities = quantities
  }

  func read(sentence index: Int, status reader: StatusReader, into claims: inout [Claim]) {
    let sentence = reading.sentences[index]
    guard speaksOfIncident(sentence) else { return }
    let found = times.times(
      tokens: reading.tokens, range: sentence.tokens, matches: sentence.phrases,
      prose: reading.document.prose, anchor: published)
    readDates(found, sentence, index, reader, into: &claims)
    let amounts = quantities.quantities(
      tokens: reading.tokens, range: sentence.tokens, matches: sentence.phrases,
      prose: reading.document.prose, times: found)
    for (position, amount) in amounts.enumerated() where amount.measure == .count || amount.measure == .share
    {
      // "A limited number of people, 310 in total": the number that follows says it.
      if amount.stated == nil, position + 1 < amounts.count, amounts[position + 1].stated != nil,
        amounts[position + 1].tokenRange.lowerBound - amount.tokenRange.upperBound <= 6
      {
        continue
      }
      readCount(amount, sentence, index, reader, into: &claims)
    }
  }

  /// A sentence is about the incident if it names what happened, who did it, or who is told of it.
  private func speaksOfIncident(_ sentence: SentenceReading) -> Bool {
    let phrases = sentence.phrases
    guard
      phrases.mayHave(classes.verb) || phrases.mayHave(classes.participle) || phrases.mayHave(classes.noun)
        || phrases.mayHave(classes.incident) || phrases.mayHave(classes.attacker)
        || phrases.mayHave(classes.discover) || phrases.mayHave(classes.notify)
        || phrases.mayHave(classes.subject)
    else { return false }
    for token in sentence.tokens {
      for match in sentence.phrases.at(token) {
        switch match.type {
        case classes.verb, classes.participle, classes.noun, classes.incident, classes.attacker,
          classes.discover, classes.notify,
          classes.subject:
          return true
        default: break
        }
      }
    }
    return false
  }

  // MARK: Counts

  private func readCount(
    _ amount: Quantity, _ sentence: SentenceReading, _ index: Int, _ reader: StatusReader,
    into claims: inout [Claim]
  ) {
    let mentions = DataMentions(reading: reading, classes: classes)
      .mentions(
        in: sentence,
        range: amount.tokenRange
          .lowerBound..<min(sentence.tokens.upperBound, amount.tokenRange.upperBound + 5), predicates: [],
        takesWeak: false)
    let data = mentions.first {
      $0.tokens.lowerBound >= amount.tokenRange.lowerBound && isNear(amount, $0, in: sentence)
    }
    guard !amount.unit.isEmpty || data != nil, !isOneOf(amount), speaksOfHarm(amount, data, in: sentence)
    else { return }
    var tokens = amount.tokenRange
    if let data { tokens = tokens.lowerBound..<max(tokens.upperBound, data.tokens.upperBound) }
    let (status, cues) = reader.status(of: tokens, in: sentence)
    var claim = Claim(
      kind: .count, topic: amount.unit, span: reading.prose(tokens), tokens: tokens, sentence: index,
      status: status)
    claim.cues = cues
    claim.quantity = amount
    claim.data = data.map { [$0] } ?? []
    claims.append(claim)
  }

  /// A count is one of the incident where its clause, or the one that hangs on it, says what befell those counted.
  private func speaksOfHarm(_ amount: Quantity, _ data: DataMention?, in sentence: SentenceReading) -> Bool {
    if data != nil { return true }
    let clause = sentence.clause(of: amount.tokenRange.lowerBound)
    let isVague = amount.stated == nil
    for token in sentence.tokens
    where sentence.clause(of: token) == clause || sentence.clause(of: token) == clause + 1 {
      for match in sentence.phrases.at(token) {
        if [classes.verb, classes.participle, classes.noun, classes.attacker, classes.incident].contains(
          match.type)
        {
          return true
        }
        if !isVague, match.type == classes.notify || match.type == classes.data { return true }
      }
    }
    return false
  }

  /// "One of our vendors" counts nothing.
  private func isOneOf(_ amount: Quantity) -> Bool {
    guard amount.modifier == .plain, amount.stated == ExactNumber(1) else { return false }
    return amount.unitRange.map { $0.lowerBound > amount.numberRange.upperBound } ?? true
  }

  /// True if only describing words stand between an amount and a data term: "20.3 million encrypted passport numbers".
  private func isNear(_ amount: Quantity, _ mention: DataMention, in sentence: SentenceReading) -> Bool {
    if mention.tokens.lowerBound < amount.tokenRange.upperBound { return true }
    return (amount.tokenRange.upperBound..<mention.tokens.lowerBound).allSatisfy {
      reading.tokens[$0].kind == .word && sentence.phrases.longest(classes.verb, at: $0) == nil
    }
  }

  // MARK: Dates

  private func readDates(
    _ found: [TimeExpression], _ sentence: SentenceReading, _ index: Int, _ reader: StatusReader,
    into claims: inout [Claim]
  ) {
    for time in found where time.range != nil && [.date, .period].contains(time.kind) {
      guard let event = event(of: time, in: sentence) else { continue }
      let (status, cues) = reader.status(of: event.tokens, in: sentence)
      let tokens =
        min(
          time.tokenRange.lowerBound, event.tokens.lowerBound)..<max(
          time.tokenRange.upperBound, event.tokens.upperBound)
      var claim = Claim(
        kind: .time, topic: "date", settings: ["event": event.name], span: reading.prose(tokens),
        tokens: tokens, sentence: index, status: status)
      claim.cues = cues
      claim.time = time
      claims.append(claim)
    }
  }

  /// The event that a date belongs to: the nearest verb of discovery or exposure of its clause.
  private func event(of time: TimeExpression, in sentence: SentenceReading) -> (
    name: String, tokens: Range<Int>
  )? {
    let clause = sentence.clause(of: time.tokenRange.lowerBound)
    var best: (name: String, tokens: Range<Int>, distance: Int)?
    for token in sentence.tokens
    where sentence.clause(of: token) == clause && !time.tokenRange.contains(token) {
      for (type, name) in [
        (classes.discover, "detected"), (classes.occur, "occurred"), (classes.verb, "occurred"),
      ] {
        guard let match = sentence.phrases.longest(type, at: token) else { continue }
        let distance =
          token < time.tokenRange.lowerBound
          ? time.tokenRange.lowerBound - match.end : token - time.tokenRange.upperBound
        guard distance <= (type == classes.verb ? 4 : 8), distance < best?.distance ?? .max else { continue }
        guard name == "detected" || hasActor(before: match, in: sentence) else { continue }
        if type == classes.verb, !isUnbroken(match.end, time.tokenRange.lowerBound, in: sentence) { continue }
        let start = name == "detected" ? match.start : subject(before: match, in: sentence)
        best = (name, start..<match.end, distance)
      }
    }
    return best.map { ($0.name, $0.tokens) }
  }

  /// True if the second token follows the first with neither a mark nor a conjunction between.
  private func isUnbroken(_ from: Int, _ to: Int, in sentence: SentenceReading) -> Bool {
    from <= to
      && (from..<to).allSatisfy {
        reading.tokens[$0].kind != .mark
          && sentence.phrases.longest(reading.classes.coordinator, at: $0) == nil
      }
  }

  /// True where the clause names an attack or attacker shortly before the verb: "the intrusion began".
  private func hasActor(before match: PhraseMatch, in sentence: SentenceReading) -> Bool {
    subject(before: match, in: sentence) < match.start
  }

  /// Where the attack or attacker stands that the verb belongs to, else the verb itself.
  private func subject(before match: PhraseMatch, in sentence: SentenceReading) -> Int {
    let clause = sentence.clause(of: match.start)
    let isOccurrence = match.type == classes.occur
    for index in max(sentence.tokens.lowerBound, match.start - 6)..<match.start
    where sentence.clause(of: index) == clause {
      if sentence.phrases.longest(classes.attacker, at: index) != nil { return index }
      if isOccurrence, sentence.phrases.longest(classes.incident, at: index) != nil { return index }
    }
    return match.start
  }
}
