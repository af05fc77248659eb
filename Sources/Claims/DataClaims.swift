import Language

/// Claims about which data was or was not exposed, and how.
enum DataClaims {
  static func read(
    _ reading: DocumentReading, sentence index: Int, status reader: StatusReader, classes: IncidentClasses,
    into claims: inout [Claim]
  ) {
    let sentence = reading.sentences[index]
    guard sentence.phrases.mayHave(classes.data) || sentence.phrases.mayHave(classes.dataWeak) else { return }
    let predicates = PredicateFinder(reading: reading, classes: classes).predicates(in: sentence)
    let mentions = DataMentions(reading: reading, classes: classes)
      .mentions(
        in: sentence, range: sentence.tokens, predicates: predicates,
        takesWeak: predicates.contains { $0.form == .list })
    guard !mentions.isEmpty else { return }

    let root = reading.vocabulary.tables.typeNames.first.map { reading.vocabulary.tables.string($0) }
    readForms(mentions, sentence, index, reader, reading, into: &claims)
    guard !predicates.isEmpty else { return }
    var groups: [(predicate: Int, status: AssertionStatus, cues: [Cue], mentions: [DataMention])] = []
    for mention in mentions {
      guard !predicates.contains(where: { $0.tokens.overlaps(mention.tokens) && $0.form != .noun }),
        let owner = predicate(of: mention, among: predicates, in: sentence, reading: reading)
      else { continue }
      let predicate = predicates[owner]
      // The subject of a list is what the list is about, not a part of it.
      if predicate.form == .list,
        mention.tokens.upperBound <= predicate.tokens.lowerBound || mention.type == root
      {
        continue
      }
      let apart =
        sentence.clause(of: predicate.tokens.lowerBound) != sentence.clause(of: mention.tokens.lowerBound)
      let later =
        apart || predicate.tokens.lowerBound > mention.tokens.lowerBound ? predicate.tokens : mention.tokens
      var (status, cues) = reader.status(of: later, in: sentence, about: mention.tokens)
      // "We cannot guarantee that the data was deleted" says neither.
      if cues.contains(where: { $0.role == "disclaimed" }) { continue }
      if predicate.rung == "safe" { status.polarity = status.polarity == .negated ? .affirmed : .negated }
      if apart, predicate.tokens.upperBound <= mention.tokens.lowerBound,
        isDenied(mention, in: sentence, reading: reading)
      {
        status.polarity = .negated
      }
      if isExcepted(before: predicate, after: mention, in: sentence, reading: reading) {
        status.polarity = .affirmed
      }
      if apart, isElliptic(mention, in: sentence, reading: reading) { status.polarity = .negated }
      status.extent = extent(
        of: mention, predicate: predicate, in: sentence, reading: reading, status: status)
      if let last = groups.indices.last, groups[last].predicate == owner, groups[last].status == status {
        groups[last].mentions.append(mention)
      } else {
        groups.append((owner, status, cues, [mention]))
      }
    }
    for group in groups {
      let predicate = predicates[group.predicate]
      var tokens = union(predicate.tokens, group.mentions.map(\.tokens))
      if let cue = openingCue(
        before: tokens, clauseOf: predicate.tokens.lowerBound, in: sentence, reading: reading)
      {
        tokens = cue..<tokens.upperBound
      }
      tokens = shortened(tokens, mentions: group.mentions)
      var claim = Claim(
        kind: .data, topic: "", span: reading.prose(tokens), tokens: tokens, sentence: index,
        status: group.status)
      claim.cues = group.cues
      claim.data = group.mentions
      claim.exposure = predicate.rung
      if predicate.form == .list { claim.settings["varies"] = "list" }
      claims.append(claim)
    }
  }

  /// "Encrypted passwords": whatever the sentence says of them, it says how they were protected.
  private static func readForms(
    _ mentions: [DataMention], _ sentence: SentenceReading, _ index: Int, _ reader: StatusReader,
    _ reading: DocumentReading,
    into claims: inout [Claim]
  ) {
    for mention in mentions where mention.state != nil {
      let (status, cues) = reader.status(of: mention.tokens, in: sentence)
      guard status.mood != .question else { continue }
      var claim = Claim(
        kind: .data, topic: "form", span: reading.prose(mention.tokens), tokens: mention.tokens,
        sentence: index, status: status)
      claim.cues = cues
      claim.data = [mention]
      claims.append(claim)
    }
  }

  /// The predicate that a mention belongs to: a passive one to its right with nothing between, else the nearest to its left,
  /// else the nearest to its right.
  private static func predicate(
    of mention: DataMention, among predicates: [Predicate], in sentence: SentenceReading,
    reading: DocumentReading
  ) -> Int? {
    let right = predicates.indices.first { predicates[$0].tokens.lowerBound >= mention.tokens.upperBound }
    let left = predicates.indices.last { predicates[$0].tokens.lowerBound <= mention.tokens.lowerBound }
    func reaches(_ index: Int) -> Bool {
      let from = sentence.clause(of: mention.tokens.lowerBound)
      let to = sentence.clause(of: predicates[index].tokens.lowerBound)
      return from == to
    }
    if let right, predicates[right].isPassive, reaches(right) || left == nil { return right }
    if let left, reaches(left) { return left }
    if let right, reaches(right) { return right }
    // A list after a colon, in brackets or between dashes hangs on the clause around it.
    if let left, predicates[left].form != .noun { return left }
    if let right, predicates[right].isPassive { return right }
    return left
  }

  /// "Names were stolen, but no passwords": a denial that leans on the verb before.
  private static func isDenied(_ mention: DataMention, in sentence: SentenceReading, reading: DocumentReading)
    -> Bool
  {
    let clause = sentence.clause(of: mention.tokens.lowerBound)
    return (max(sentence.tokens.lowerBound, mention.tokens.lowerBound - 3)..<mention.tokens.lowerBound)
      .contains {
        sentence.clause(of: $0) == clause && sentence.phrases.longest(reading.classes.negation, at: $0) != nil
          && sentence.phrases.longest(reading.classes.pseudoNegation, at: $0) == nil
      }
  }

  /// "Names, but not passwords, were accessed": the denial is of the later item only.
  private static func isExcepted(
    before predicate: Predicate, after mention: DataMention, in sentence: SentenceReading,
    reading: DocumentReading
  ) -> Bool {
    guard predicate.tokens.lowerBound > mention.tokens.upperBound else { return false }
    let clause = sentence.clause(of: predicate.tokens.lowerBound)
    guard clause != sentence.clause(of: mention.tokens.lowerBound) else { return false }
    guard let first = sentence.tokens.first(where: { sentence.clause(of: $0) == clause }),
      first > mention.tokens.lowerBound
    else {
      return false
    }
    return sentence.phrases.longest(reading.classes.clauseBreak, at: first) != nil
      && sentence.phrases.longest(reading.classes.negation, at: first + 1) != nil
  }

  /// "Names were accessed; passwords were not": the verb is left out.
  private static func isElliptic(
    _ mention: DataMention, in sentence: SentenceReading, reading: DocumentReading
  )
    -> Bool
  {
    let auxiliary = ["verb.be", "verb.have", "verb.do"].map { reading.vocabulary.type($0) }
    guard
      let verb = auxiliary.compactMap({ sentence.phrases.longest($0, at: mention.tokens.upperBound) }).first,
      let no = sentence.phrases.longest(reading.classes.negation, at: verb.end)
    else { return false }
    return no.end >= sentence.tokens.upperBound || reading.tokens[no.end].kind == .mark
  }

  private static func extent(
    of mention: DataMention, predicate: Predicate, in sentence: SentenceReading, reading: DocumentReading,
    status: AssertionStatus
  ) -> AssertionStatus.Extent {
    let classes = reading.classes
    let clause = sentence.clause(of: predicate.tokens.lowerBound)
    var next = sentence.tokens.lowerBound
    for index in sentence.tokens.lowerBound..<max(mention.tokens.lowerBound, predicate.tokens.upperBound)
    where index >= next && sentence.clause(of: index) == clause && index < mention.tokens.upperBound {
      if let match = sentence.phrases.longest(classes.pseudoNegation, at: index) {
        next = match.end
      } else if sentence.phrases.longest(classes.exclusive, at: index) != nil {
        return .exclusive
      }
    }
    return .bare
  }

  /// A long list is quoted up to the item that keeps the quotation short.
  private static func shortened(_ tokens: Range<Int>, mentions: [DataMention]) -> Range<Int> {
    let limit = 18
    guard tokens.count > limit else { return tokens }
    let ends = mentions.map(\.tokens.upperBound).filter {
      $0 > tokens.lowerBound && $0 - tokens.lowerBound <= limit
    }
    return tokens.lowerBound..<(ends.max() ?? min(tokens.upperBound, tokens.lowerBound + limit))
  }

  private static func union(_ first: Range<Int>, _ others: [Range<Int>]) -> Range<Int> {
    var result = first
    for other in others {
      result = min(result.lowerBound, other.lowerBound)..<max(result.upperBound, other.upperBound)
    }
    return result
  }

  /// Where a cue of negation or evidence in the same clause begins, so that the quote shows it.
  private static func openingCue(
    before tokens: Range<Int>, clauseOf token: Int, in sentence: SentenceReading, reading: DocumentReading
  ) -> Int? {
    let clause = sentence.clause(of: token)
    for index in max(sentence.tokens.lowerBound, tokens.lowerBound - 10)..<tokens.lowerBound
    where sentence.clause(of: index) == clause {
      if sentence.phrases.longest(reading.classes.pseudoNegation, at: index) != nil { continue }
      if sentence.phrases.longest(reading.classes.evidential, at: index) != nil
        || sentence.phrases.longest(reading.classes.negation, at: index) != nil
        || sentence.phrases.longest(reading.classes.disbelief, at: index) != nil
        || sentence.phrases.longest(reading.classes.exclusive, at: index) != nil
      {
        return index
      }
    }
    return nil
  }
}
