import Language

/// Finds the data types that a sentence names.
struct DataMentions {
  let reading: DocumentReading
  let classes: IncidentClasses

  /// Data mentions in a token range, longest first, without overlaps. A weak word ("documents", "comments") counts only in a
  /// list beside another mention, close to a predicate, or where `takesWeak` says that the context is one of data.
  func mentions(in sentence: SentenceReading, range: Range<Int>, predicates: [Predicate], takesWeak: Bool)
    -> [DataMention]
  {
    var found: [(mention: DataMention, weak: Bool)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let strong = sentence.phrases.longest(classes.data, at: index)
      let weak = sentence.phrases.longest(classes.dataWeak, at: index)
      let longest = [strong, weak].compactMap { $0 }.max { $0.end < $1.end }
      if let name = name(at: index, in: sentence), name.end > longest?.end ?? 0, name.end - name.start > 1 {
        index = name.end
        continue
      }
      guard let match = longest, match.end <= range.upperBound
      else {
        index += 1
        continue
      }
      if isCompound(match, in: sentence) || isGoverned(match, in: sentence) {
        index = match.end
        continue
      }
      let isWeak = strong == nil || (weak.map { $0.end > (strong?.end ?? 0) } ?? false)
      let state = state(beside: match, in: sentence)
      let start = state.map { min($0.start, match.start) } ?? match.start
      found.append(
        (
          DataMention(
            type: reading.vocabulary.symbolText(match), state: state?.id,
            span: reading.prose(start..<match.end),
            tokens: start..<match.end), isWeak
        ))
      index = match.end
    }
    return found.enumerated().filter { position, item in
      guard item.weak, !takesWeak else { return true }
      let neighbours = [position - 1, position + 1].filter(found.indices.contains)
      if neighbours.contains(where: {
        isListed(found[$0].mention.tokens, item.mention.tokens) && !found[$0].weak
      }) {
        return true
      }
      return predicates.contains { predicate in
        let (a, b) = (predicate.tokens, item.mention.tokens)
        if predicate.form == .verb, predicate.isPassive, a.lowerBound >= b.upperBound {
          return a.lowerBound - b.upperBound <= 4
        }
        return a.upperBound <= b.lowerBound && b.lowerBound - a.upperBound <= 2
      }
    }.map(\.element.mention)
  }

  /// A system or service of the sheet: its name says nothing of the data that it may hold.
  private func name(at index: Int, in sentence: SentenceReading) -> PhraseMatch? {
    sentence.phrases.longest(classes.sheetSystem, at: index)
      ?? sentence.phrases.longest(classes.sheetService, at: index)
  }

  /// "Password manager", "customer data platform": the term names something else.
  private func isCompound(_ match: PhraseMatch, in sentence: SentenceReading) -> Bool {
    guard match.end < sentence.tokens.upperBound, reading.tokens[match.end].kind == .word else {
      return false
    }
    return sentence.phrases.longest(classes.compound, at: match.end) != nil
  }

  /// "Change your password", "needed to decrypt the card numbers": handling, not exposure.
  private func isGoverned(_ match: PhraseMatch, in sentence: SentenceReading) -> Bool {
    let clause = sentence.clause(of: match.start)
    for index in stride(
      from: match.start - 1, through: max(sentence.tokens.lowerBound, match.start - 4), by: -1)
    {
      guard sentence.clause(of: index) == clause, reading.tokens[index].kind == .word else { return false }
      // "We confirm that passwords were …": what is confirmed is the sentence.
      if sentence.phrases.longest(classes.complement, at: index) != nil { return false }
      if let verb = sentence.phrases.longest(classes.governed, at: index) {
        return !isAdjectival(verb, before: match, in: sentence)
      }
    }
    return false
  }

  /// "Encrypted passwords": a participle that describes the data.
  private func isAdjectival(_ verb: PhraseMatch, before match: PhraseMatch, in sentence: SentenceReading)
    -> Bool
  {
    sentence.phrases.longest(classes.dataState, at: verb.start) != nil
  }

  /// True if only list glue stands between two mentions.
  private func isListed(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let first = min(a.upperBound, b.upperBound)
    let gap = first..<max(first, max(a.lowerBound, b.lowerBound))
    guard gap.count <= 4 else { return false }
    return gap.contains {
      reading.tokens[$0].kind == .mark
        || reading.sentence(holding: $0)?.phrases.longest(reading.classes.coordinator, at: $0) != nil
    }
  }

  /// The protection state named with a mention: "encrypted passwords", "passwords in encrypted form".
  private func state(beside match: PhraseMatch, in sentence: SentenceReading) -> (id: String, start: Int)? {
    for start in max(sentence.tokens.lowerBound, match.start - 4)..<match.end {
      if let state = sentence.phrases.longest(classes.dataState, at: start), state.end >= match.start - 1,
        state.end <= match.end
      {
        return (reading.vocabulary.symbolText(state), start)
      }
    }
    for start in match.end..<min(sentence.tokens.upperBound, match.end + 3) {
      if let state = sentence.phrases.longest(classes.dataState, at: start) {
        return (reading.vocabulary.symbolText(state), match.start)
      }
      if reading.tokens[start].kind == .mark, reading.tokens[start].mark != UInt8(ascii: "(") { break }
    }
    return nil
  }
}
