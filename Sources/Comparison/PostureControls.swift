import Claims
import Facts
import Language

/// Statements that share the words of a control or practice of the sheet, and controls that every reader knows.
extension PostureComparison {
  /// The facts whose names a clause repeats.
  func associated(_ claim: Claim, at moment: Instant) -> Outcome? {
    let clause = sentences[claim.sentence].filter {
      $0.start >= claim.tokens.lowerBound && $0.end <= claim.tokens.upperBound
    }
    guard !clause.isEmpty else { return nil }
    var outcomes: [Outcome] = []
    let single = index.words.words(
      in: reading.sentences[claim.sentence], of: reading, range: claim.tokens, singly: true
    ).filter { word in !clause.contains { $0.start == word.start && $0.end == word.end } }
    let hits = index.hits(for: clause + single + prevention(in: clause, of: claim))
    // An entry that shares more of the words is meant: "staff MFA" rather than "MFA".
    for hit in hits where !hits.contains(where: { $0.entry != hit.entry && $0.covers(hit) }) {
      if let outcome = compare(index.entries[hit.entry], hit, claim, at: moment) { outcomes.append(outcome) }
    }
    return Self.worst(outcomes)
  }

  private func compare(_ entry: PostureEntry, _ hit: PostureIndex.Hit, _ claim: Claim, at moment: Instant)
    -> Outcome?
  {
    guard let first = hit.words.first, let last = hit.words.last,
      let revision = entry.fact.revision(asOf: moment), !revision.isUnknown
    else { return nil }
    let sentence = reading.sentences[claim.sentence]
    let tokens = first.start..<last.end
    var (assertion, cues) = status.status(of: last.start..<last.end, in: sentence)
    // "In one region only" is no claim of several.
    if hit.words.count == 1, sentence.has(reading.classes.exclusive, in: claim.tokens) { return nil }
    // "Logs that nobody reads" says nothing for the logs.
    if assertion.polarity == .affirmed, !hit.isNegative, isDeniedAfter(last.end, in: sentence) { return nil }
    let isRequired = isRequired(last.start, claim, in: sentence)
    if assertion.mood == .condition, isRequired || claim.status.mood == .statement {
      assertion.mood = .statement
    }
    guard assertion.isOwnStatement, assertion.certainty == .asserted || assertion.certainty == .hedged else {
      return nil
    }
    if isRequired { assertion.polarity = .affirmed }
    if hit.isNegative || hit.words.contains(where: { $0.text == Self.prevented && $0.start == $0.end })
      || sentence.has(forbidding, in: claim.tokens) || sentence.has(ended, in: claim.tokens)
    {
      assertion.polarity = assertion.polarity == .affirmed ? .negated : .affirmed
    }
    let around =
      max(sentence.tokens.lowerBound, first.start - 3)..<min(sentence.tokens.upperBound, last.end + 4)
    let modal = cues.contains { $0.role == "hedge" } || sentence.has(reading.classes.hedge, in: around)
    let limited =
      sentence.has(limiter, in: claim.tokens) || isPortion(claim.tokens, in: sentence)
      || isWithinScope(revision, hit, claim) || isNarrowed(claim)
    let span = reading.prose(widened(tokens, in: sentence))
    func found(_ verdict: Verdict, _ reason: String, stated: String = "") -> Outcome {
      outcome(verdict, reason, [entry], at: moment, claim: claim, stated: stated, span: span)
    }
    if entry.section == .practice {
      switch (assertion.polarity, revision.word) {
      case (.affirmed, "no"): return modal ? nil : found(.contradicted, "practice-contradicted")
      case (.negated, "yes"): return found(.contradicted, "practice-contradicted")
      case (.affirmed, "partial") where !entry.family.isEmpty && !index.good.contains(entry.family):
        return .supported
      case (_, "partial"):
        return modal || limited || isDisclosed(revision, near: claim)
          ? nil : found(.overstated, "practice-partial")
      default: return .supported
      }
    }
    guard assertion.polarity == .affirmed else { return .supported }
    if sentence.has(planned, in: around), ["absent", "planned", "partial"].contains(revision.word) {
      return .supported
    }
    switch revision.word {
    case "absent": return found(.contradicted, "control-absent")
    case "planned":
      return assertion.time == .future || sentence.has(willBe, in: claim.tokens)
        || sentence.has(reading.classes.future, in: claim.tokens)
        ? .supported : found(.contradicted, "control-planned")
    case "retired": return found(.contradicted, "control-retired")
    case "optional":
      return sentence.has(option, in: claim.tokens) || modal || limited || isInvitation(sentence)
        ? .supported : found(.overstated, "control-partial")
    case "partial":
      if let cadence = slower(revision, tokens: claim.tokens, in: sentence) {
        return found(.contradicted, "cadence-longer", stated: cadence)
      }
      return limited || isDisclosed(revision, near: claim)
        ? .supported : found(.overstated, "control-partial")
    case "in_place":
      if let cadence = slower(revision, tokens: claim.tokens, in: sentence) {
        return found(.contradicted, "cadence-longer", stated: cadence)
      }
      if isOverdue(revision, tokens: claim.tokens, in: sentence, at: moment) {
        return found(.overstated, "assessment-overdue")
      }
      return .supported
    default: return nil
    }
  }

  /// True where a clause with a subject of its own (as a relative one) follows and begins with a denial.
  private func isDeniedAfter(_ token: Int, in sentence: SentenceReading) -> Bool {
    guard token + 1 < sentence.tokens.upperBound,
      sentence.phrases.longest(reading.classes.newSubject, at: token) != nil
    else { return false }
    return sentence.phrases.longest(reading.classes.negation, at: token + 1) != nil
  }

  private static let prevented = "=prevent"

  /// "Nobody can take screenshots" says that they are prevented: the word as one of the clause, at its negation.
  private func prevention(in clause: [ContentWord], of claim: Claim) -> [ContentWord] {
    let sentence = reading.sentences[claim.sentence]
    guard !clause.contains(where: { $0.text == Self.prevented }), sentence.has(ability, in: claim.tokens),
      let negation = sentence.first(reading.classes.negation, in: claim.tokens)
    else { return [] }
    return [ContentWord(text: Self.prevented, isWeak: false, start: negation.start, end: negation.start)]
  }

  /// True where a statement that nothing happens without something requires it: "nobody signs in without a second factor".
  private func isRequired(_ token: Int, _ claim: Claim, in sentence: SentenceReading) -> Bool {
    guard
      let without = claim.tokens.last(where: {
        $0 < token && sentence.phrases.longest(lacking, at: $0) != nil
      })
    else { return false }
    return (sentence.tokens.lowerBound..<without).contains {
      sentence.phrases.longest(reading.classes.negation, at: $0) != nil
    }
  }

  /// True where the words name a part of the whole: "about 70% of funds", "half of our staff".
  private func isPortion(_ tokens: Range<Int>, in sentence: SentenceReading) -> Bool {
    guard let match = sentence.first(portion, in: tokens) else { return false }
    return match.start == sentence.tokens.lowerBound
      || !reading.text(match.start - 1..<match.start).hasSuffix("100")
  }

  /// True where the clause is about no more than what the scope of a partial fact names.
  private func isWithinScope(_ revision: Revision, _ hit: PostureIndex.Hit, _ claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    guard !sentence.has(reading.classes.total, in: claim.tokens) else { return false }
    let scope = revision.items("scope").flatMap { index.words.words(of: $0) }
    let words = words(around: claim)
    if scope.count > 1, scope.shared(with: words) == scope.count { return true }
    guard !scope.isEmpty, scope.contains(where: { !$0.isWeak }) else { return false }
    let named = scope.filter { words.has($0) && !hit.words.has($0) }
    let exceptions = revision.items("exceptions").flatMap { index.words.words(of: $0) }.filter { !$0.isWeak }
    return !named.isEmpty && scope.shared(with: words) * 10 >= scope.count * 6
      && !words.contains { exceptions.has($0) && !scope.has($0) }
  }

  /// True for a sentence that invites the reader to do something.
  private func isInvitation(_ sentence: SentenceReading) -> Bool {
    guard let first = sentence.tokens.first(where: { reading.tokens[$0].kind != .mark }),
      first + 1 < sentence.tokens.upperBound
    else { return false }
    return sentence.phrases.longest(invitation, at: first) != nil
      || (sentence.phrases.longest(reading.classes.reader, at: first + 1) != nil
        && sentence.phrases.longest(stop, at: first) == nil)
  }

  /// The predicate around matched words: at most six words before the last of them, and what completes it.
  private func widened(_ tokens: Range<Int>, in sentence: SentenceReading) -> Range<Int> {
    let clause = sentence.clause(of: tokens.upperBound - 1)
    var lower = tokens.count > 9 ? tokens.upperBound - 5 : tokens.lowerBound
    for _ in 0..<2
    where lower > sentence.tokens.lowerBound && sentence.clause(of: lower - 1) == clause
      && reading.tokens[lower - 1].kind != .mark
    {
      lower -= 1
    }
    return lower..<completed(tokens.upperBound, in: sentence)
  }

  /// Up to eight more words of a clause.
  func completed(_ end: Int, in sentence: SentenceReading) -> Int {
    let clause = sentence.clause(of: end - 1)
    var upper = end
    while upper < sentence.tokens.upperBound, upper - end < 8, sentence.clause(of: upper) == clause,
      reading.tokens[upper].kind != .mark
    {
      upper += 1
    }
    return upper
  }

  /// The recorded interval, where the text states a shorter one.
  private func slower(_ revision: Revision, tokens: Range<Int>, in sentence: SentenceReading) -> String? {
    guard let cadence = revision["cadence"], let recorded = cadence.duration?.approximateSeconds,
      let stated = sentence.first(frequency, in: tokens)?.number
    else { return nil }
    return recorded > Int64(stated) * 3 / 2 ? cadence.text : nil
  }

  /// True where something said to be done regularly was not done within its interval, when the sheet was last confirmed.
  private func isOverdue(
    _ revision: Revision, tokens: Range<Int>, in sentence: SentenceReading, at moment: Instant
  ) -> Bool {
    guard let stated = sentence.first(frequency, in: tokens)?.number, let last = revision["last"]?.time?.end
    else { return false }
    let confirmed = index.sheet.asOf?.latest?.time?.end.map { Instant(seconds: $0) }
    let reference = min(moment, confirmed ?? moment)
    return reference.seconds - last > Int64(max(stated, 2_678_400)) * 5 / 4
  }

  /// A control that the text names by itself: nothing in the sheet may back it.
  func control(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed else { return nil }
    let wanted = (claim.settings["words"] ?? "").split(separator: ",").map { "=" + $0 }
    let entries = index.entries(.control).filter { entry in
      entry.labels.contains { label in label.contains { wanted.contains($0.text) } }
    }
    guard !entries.isEmpty else {
      return Outcome(.unsupported, "control-missing", values: ["subject": claim.topic])
    }
    var outcomes: [Outcome] = []
    for entry in entries {
      switch entry.fact.word(asOf: moment) {
      case "absent":
        outcomes.append(outcome(.contradicted, "control-absent", [entry], at: moment, claim: claim))
      case "partial", "optional":
        outcomes.append(outcome(.overstated, "control-partial", [entry], at: moment, claim: claim))
      case "planned":
        outcomes.append(outcome(.contradicted, "control-planned", [entry], at: moment, claim: claim))
      case "retired":
        outcomes.append(outcome(.contradicted, "control-retired", [entry], at: moment, claim: claim))
      case "in_place": return .supported
      default: break
      }
    }
    return Self.worst(outcomes)
  }
}
