import Language

/// A word of a sentence that says what happened to data or systems.
struct Predicate {
  enum Form { case verb, noun, list }
  let form: Form
  let tokens: Range<Int>
  /// Rung of the exposure ladder, `affected` for a rungless word, `safe` for an implicit denial.
  let rung: String
  /// The subject suffers the action: "were accessed".
  let isPassive: Bool
}

/// Finds the predicates of incidents in a sentence.
struct PredicateFinder {
  let reading: DocumentReading
  let classes: IncidentClasses

  func predicates(in sentence: SentenceReading) -> [Predicate] {
    var found: [Predicate] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      if let match = sentence.phrases.longest(classes.noun, at: index),
        match.end - match.start > 1 || isNominal(match, in: sentence)
      {
        found.append(
          Predicate(form: .noun, tokens: match.start..<match.end, rung: rung(match), isPassive: false))
        index = match.end
        continue
      }
      let passive = auxiliaryBefore(index, in: sentence)
      if passive, let match = sentence.phrases.longest(classes.participle, at: index) {
        found.append(
          Predicate(form: .verb, tokens: match.start..<match.end, rung: rung(match), isPassive: true))
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.verb, at: index),
        isVerb(match, passive: passive, after: found.last, in: sentence)
      {
        found.append(
          Predicate(form: .verb, tokens: match.start..<match.end, rung: rung(match), isPassive: passive))
        index = match.end
        continue
      }
      if let match = sentence.phrases.longest(classes.list, at: index),
        hasDataSubject(before: match.start, in: sentence)
      {
        found.append(
          Predicate(form: .list, tokens: match.start..<match.end, rung: "affected", isPassive: false))
        index = match.end
        continue
      }
      index += 1
    }
    return withoutContrasted(found, in: sentence)
  }

  /// "Not only accessed but copied": what is said is the second.
  private func withoutContrasted(_ predicates: [Predicate], in sentence: SentenceReading) -> [Predicate] {
    guard predicates.count > 1 else { return predicates }
    return predicates.enumerated().filter { position, predicate in
      guard predicate.form == .verb, position + 1 < predicates.count else { return true }
      let start = predicate.tokens.lowerBound
      return !(max(sentence.tokens.lowerBound, start - 3)..<start).contains {
        sentence.phrases.longest(reading.classes.contrast, at: $0)?.end == start
      }
    }.map(\.element)
  }

  private func rung(_ match: PhraseMatch) -> String { reading.vocabulary.symbolText(match) }

  /// True if a form of "be" stands before, with at most adverbs between.
  private func auxiliaryBefore(_ token: Int, in sentence: SentenceReading) -> Bool {
    guard sentence.phrases.mayHave(classes.auxiliary) else { return false }
    let adverbs = classes.adverb
    let contrast = sentence.first(reading.classes.contrast, in: sentence.tokens.lowerBound..<token)
    var index = token
    var steps = 0
    while index > sentence.tokens.lowerBound, steps < (contrast == nil ? 4 : 7) {
      index -= 1
      steps += 1
      for start in max(sentence.tokens.lowerBound, index - 3)...index {
        if let match = sentence.phrases.longest(classes.auxiliary, at: start), match.end == index + 1 {
          return true
        }
      }
      let skips =
        sentence.phrases.longest(adverbs, at: index) != nil
        || sentence.phrases.longest(reading.classes.negation, at: index) != nil
        || sentence.phrases.longest(reading.classes.hedge, at: index) != nil
        || sentence.phrases.longest(reading.classes.coordinator, at: index) != nil
        || sentence.phrases.longest(classes.participle, at: index) != nil
        || reading.tokens[index].kind == .mark && reading.tokens[index].mark == UInt8(ascii: ",")
        || contrast.map {
          ($0.start..<$0.end).contains(index)
            || sentence.phrases.longest(reading.classes.clauseBreak, at: index) != nil
        } ?? false
      if !skips { return false }
    }
    return false
  }

  /// An active verb needs a subject other than the organisation or the reader; a bare participle right after a noun counts too.
  private func isVerb(
    _ match: PhraseMatch, passive: Bool, after previous: Predicate?, in sentence: SentenceReading
  ) -> Bool {
    if passive { return true }
    let clause = sentence.clause(of: match.start)
    // "Gained access and took": the second verb has the subject of the first.
    if let previous, previous.form != .list, !previous.isPassive, match.start > sentence.tokens.lowerBound,
      (max(sentence.tokens.lowerBound, match.start - 2)..<match.start).contains(where: {
        sentence.phrases.longest(reading.classes.coordinator, at: $0) != nil
      })
    {
      return true
    }
    var index = match.start
    var steps = 0
    while index > sentence.tokens.lowerBound, steps < 8 {
      index -= 1
      steps += 1
      guard sentence.clause(of: index) == clause else { break }
      if sentence.phrases.longest(classes.attacker, at: index) != nil
        || sentence.phrases.longest(classes.incident, at: index) != nil
      {
        return true
      }
      if sentence.phrases.longest(classes.reader, at: index) != nil { return false }
      if sentence.phrases.longest(reading.classes.ownParty, at: index) != nil {
        // "we accessed" is no exposure, "our data was" is decided above.
        return false
      }
      if sentence.phrases.longest(classes.organisation, at: index) != nil {
        return false
      }
    }
    // A participle after a noun: "data accessed by", "information taken"; but not "affected customers".
    return sentence.phrases.longest(classes.participle, at: match.start) != nil
      && followsData(match.start, in: sentence)
  }

  /// True if a data term ends just before the token.
  private func followsData(_ token: Int, in sentence: SentenceReading) -> Bool {
    for start in max(sentence.tokens.lowerBound, token - 6)..<token {
      if sentence.phrases.at(start).contains(where: {
        ($0.type == classes.data || $0.type == classes.dataWeak || $0.type == classes.subject)
          && $0.end == token
      }) {
        return true
      }
    }
    return false
  }

  /// A noun such as "misuse" alone is a predicate only where it is not part of a compound.
  private func isNominal(_ match: PhraseMatch, in sentence: SentenceReading) -> Bool {
    match.start > sentence.tokens.lowerBound
  }

  /// True if the clause names the data of the incident before a list verb.
  private func hasDataSubject(before token: Int, in sentence: SentenceReading) -> Bool {
    for index in sentence.tokens.lowerBound..<token
    where sentence.phrases.longest(classes.subject, at: index) != nil { return true }
    return false
  }
}
