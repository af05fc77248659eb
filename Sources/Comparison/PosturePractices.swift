import Claims
import Facts
import Language

/// Claims about what is done with data.
extension PostureComparison {
  func practice(_ claim: Claim, at moment: Instant) -> Outcome? {
    if let list = claim.settings["denies"] { return denial(claim, of: list, at: moment) }
    if claim.settings["holds"] != nil {
      return claim.status.polarity == .negated ? nil : deletion(claim, strict: true, at: moment)
    }
    if let word = claim.settings["holds-practice"] {
      return Self.worst(
        index.entries.filter {
          $0.section == .practice && $0.key.contains(word) && $0.fact.word(asOf: moment) == "no"
        }
        .map { outcome(.contradicted, "practice-contradicted", [$0], at: moment, claim: claim) })
    }
    if let family = claim.settings["does"] { return done(claim, family: family, at: moment) }
    let isGood = index.good.contains(claim.topic)
    if claim.status.polarity == .negated {
      return isGood ? nil : denied(claim, at: moment)
    }
    if isGood {
      if claim.topic == "delete" {
        let strict = claim.settings["immediate"] != nil || claim.settings["total"] != nil
        return deletion(claim, strict: strict, at: moment)
      }
      return done(claim, family: claim.topic, at: moment)
    }
    if claim.topic == "store", claim.settings["within"] != nil {
      return deletion(claim, strict: false, at: moment)
    }
    if claim.settings["only"] != nil, claim.topic == "use" { return usedOnly(claim, at: moment) }
    if claim.settings["only"] != nil, claim.topic == "collect" || claim.topic == "log" {
      return collectedOnly(claim, at: moment)
    }
    return nil
  }

  /// "We never collect …": no practice of the family, on data of the kind, may be recorded.
  private func denied(_ claim: Claim, at moment: Instant) -> Outcome? {
    var families = PostureFamily.related(to: claim.topic)
    if claim.topic == "read", claim.settings["own"] != nil { families.append("collect") }
    if claim.topic == "read", claim.settings["capability"] != nil { families.append("provider_can_read") }
    var matching = index.entries.filter { entry in
      entry.section == .crypto
        ? families.contains(entry.key)
        : families.contains(entry.family) && concerns(entry, claim)
    }
    // What is recorded of the very thing outweighs what is recorded of its kind.
    let exact = matching.filter { isExact($0, claim) }
    if exact.contains(where: { $0.fact.word(asOf: moment) == "no" }) { matching = exact }
    var outcomes: [Outcome] = []
    for entry in matching {
      if let outcome = against(entry, claim, total: claim.settings["limited"] == nil, at: moment) {
        outcomes.append(outcome)
      }
    }
    if let worst = Self.worst(outcomes) { return worst }
    guard claim.settings["general"] != nil || !claim.data.isEmpty else { return nil }
    return ["collect", "share", "sell", "log", "disclose", "read"].contains(claim.topic)
      ? unlisted(claim) : nil
  }

  /// True where an entry is about just what a claim names.
  private func isExact(_ entry: PostureEntry, _ claim: Claim) -> Bool {
    if entry.family == "track", claim.topic == "track" { return true }
    guard entry.section == .practice, entry.family == claim.topic || claim.settings["denies"] != nil else {
      return false
    }
    if let type = entry.type,
      claim.data.contains(where: { ontology.isA(type, $0.type) && !ontology.isVague($0.type) })
    {
      return true
    }
    let words = entry.specific
    return !words.isEmpty && words.shared(with: self.words(around: claim)) == words.count
  }

  /// True where a claim names who gets nothing, and the entry is about somebody else.
  private func isOtherRecipient(_ entry: PostureEntry, _ claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    let extent = sentence.extent(ofClauseAt: claim.tokens.lowerBound)
    guard entry.family == "share" || entry.family == "sell", !entry.specific.isEmpty, entry.type == nil,
      let named = sentence.first(recipient, in: extent), !sentence.has(anyone, in: extent)
    else { return false }
    let words = sentences[claim.sentence].filter { $0.start >= named.start && $0.end <= named.end }
    let scope = entry.fact.items("scope").flatMap { index.words.words(of: $0) }
    return !words.isEmpty && !words.contains { entry.object.has($0) || scope.has($0) }
  }

  /// What a fact that should not be so says about a claim that it is not.
  private func against(_ entry: PostureEntry, _ claim: Claim, total: Bool, at moment: Instant) -> Outcome? {
    guard let revision = entry.fact.revision(asOf: moment), !revision.isUnknown else { return nil }
    switch revision.word {
    case "yes", "full":
      return outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim)
    case "partial":
      if isDisclosed(revision, near: claim) || isNarrowed(claim) { return .supported }
      if isOutside(entry, revision, claim) { return nil }
      return total
        ? outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim)
        : outcome(.overstated, "practice-partial", [entry], at: moment, claim: claim)
    case "no", "none": return .supported
    default: return nil
    }
  }

  /// True where a partial practice is limited by its scope to other data than the claim names.
  private func isOutside(_ entry: PostureEntry, _ revision: Revision, _ claim: Claim) -> Bool {
    guard !claim.data.isEmpty, claim.settings["general"] == nil, entry.type == nil else { return false }
    let scope = revision.items("scope").flatMap { index.words.words(of: $0) }
    return !scope.isEmpty
      && claim.data.allSatisfy { mention in
        !scope.contains { word in mentionWords(mention).has(word) }
      }
  }

  private func mentionWords(_ mention: DataMention) -> [ContentWord] {
    index.words.words(of: mention.type) + index.words.words(of: reading.text(mention.tokens))
  }

  /// True if a practice is about the data that the claim names.
  private func concerns(_ entry: PostureEntry, _ claim: Claim) -> Bool {
    let isGeneral =
      claim.settings["general"] != nil || claim.data.contains { ontology.isVague($0.type) }
    let sentence = sentences[claim.sentence]
    if isOtherRecipient(entry, claim) { return false }
    if claim.topic == "log", entry.family == "collect" {
      if let type = entry.type,
        claim.data.contains(where: { ontology.isA(type, $0.type) && !ontology.isVague($0.type) })
      {
        return true
      }
      let words = entry.specific
      if !words.isEmpty, words.shared(with: sentence) * 2 >= words.count { return true }
      return claim.settings["total"] != nil && claim.settings["general"] != nil && claim.data.isEmpty
        && index.words.has(loggable, in: String(entry.key.map { $0 == "_" ? " " : $0 }))
    }
    if claim.settings["recipient"] == nil, claim.settings["authority"] == nil,
      claim.settings["capability"] == nil, entry.family == "disclose",
      claim.topic != "disclose"
    {
      return false
    }
    if claim.topic == "read", entry.family == "collect" {
      return entry.type.map { type in claim.data.contains { ontology.isA(type, $0.type) } }
        ?? entry.specific.contains { sentence.has($0) }
    }
    if claim.topic == "track", entry.family == "share",
      !entry.labels.contains(where: { $0.contains { $0.text == "=advertiser" } })
    {
      return false
    }
    if claim.topic == "track", entry.family == "collect",
      !index.words.has(trackable, in: String(entry.key.map { $0 == "_" ? " " : $0 }))
    {
      return claim.data.contains { mention in entry.type.map { ontology.isA($0, mention.type) } ?? false }
    }
    // "No third party gets your health data": whoever the sheet names is one.
    if claim.settings["recipient"] != nil, entry.family == "share", entry.type == nil, !claim.data.isEmpty,
      !entry.scopeTypes.isEmpty
    {
      return claim.data.contains { mention in
        ontology.isVague(mention.type)
          || entry.scopeTypes.contains { ontology.isA($0, mention.type) || ontology.isA(mention.type, $0) }
      } || entry.specific.contains { sentence.has($0) }
    }
    if let type = entry.type {
      if claim.data.contains(where: { ontology.isA(type, $0.type) }) { return true }
      if isGeneral { return true }
      let words = entry.specific
      return !words.isEmpty && words.shared(with: sentence) == words.count
    }
    if entry.specific.isEmpty {
      if isGeneral { return true }
      let scope = entry.fact.items("scope").flatMap { index.words.words(of: $0) }
      return scope.isEmpty || (claim.data.isEmpty && scope.contains { !$0.isWeak && sentence.has($0) })
        || claim.data.contains { mention in scope.contains { mentionWords(mention).has($0) } }
        || claim.data.contains { ontology.isVague($0.type) }
    }
    if isGeneral { return true }
    return entry.specific.contains { sentence.has($0) }
  }

  /// "We collect only your email address", "… and nothing else": other data that is collected speaks against it.
  func collectedOnly(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed || claim.topic == "collect-only" else { return nil }
    let block = reading.sentences[claim.sentence].block
    let near = reading.sentences.indices.filter { reading.sentences[$0].block == block }
    var named: [String] = []
    for sentence in near {
      named += dataTypes(inSentence: sentence)
    }
    let own = dataTypes(inSentence: claim.sentence).filter { !ontology.isVague($0) }
    guard !own.isEmpty else { return nil }
    let words = near.flatMap { sentences[$0] }
    for entry in index.entries
    where entry.section == .practice && (entry.family == "collect" || entry.family == "log") {
      guard entry.fact.revision(asOf: moment)?.word == "yes" else { continue }
      if let type = entry.type {
        if named.contains(where: { ontology.isA(type, $0) || ontology.isA($0, type) }) {
          guard own.contains(where: { ontology.isA(type, $0) }), hasMore(entry, than: own) else { continue }
        }
      } else {
        guard !entry.specific.isEmpty, !entry.specific.contains(where: { words.has($0) }) else { continue }
      }
      return outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim)
    }
    return nil
  }

  private func dataTypes(inSentence number: Int) -> [String] {
    let sentence = reading.sentences[number]
    return
      (sentence.all(data, in: sentence.tokens)
      + sentence.all(reading.vocabulary.type("data.weak"), in: sentence.tokens))
      .map { reading.vocabulary.symbolText($0) }
  }

  /// True where the scope of an entry names data besides what a text names.
  private func hasMore(_ entry: PostureEntry, than named: [String]) -> Bool {
    entry.scopeTypes.contains { type in
      !ontology.isVague(type) && !named.contains { ontology.isA(type, $0) || ontology.isA($0, type) }
    }
  }

  /// "We use it only to …": other uses and recipients speak against it.
  private func usedOnly(_ claim: Claim, at moment: Instant) -> Outcome? {
    let sentence = sentences[claim.sentence]
    for entry in index.entries where entry.section == .practice {
      guard entry.fact.revision(asOf: moment)?.word == "yes" else { continue }
      switch entry.family {
      case "use", "train":
        let others = entry.specific.filter { !sentence.has($0) }
        if concerns(entry, claim), !others.isEmpty {
          return outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim)
        }
      case "share", "sell":
        if concerns(entry, claim) {
          return outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim)
        }
      default: break
      }
    }
    return nil
  }

  /// Something good that is said to be done: consent, opting out, anonymising.
  private func done(_ claim: Claim, family: String, at moment: Instant) -> Outcome? {
    var outcomes: [Outcome] = []
    for entry in index.entries where entry.section == .practice && entry.family == family {
      guard let revision = entry.fact.revision(asOf: moment), !revision.isUnknown else { continue }
      switch revision.word {
      case "no":
        outcomes.append(outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim))
      case "partial" where claim.settings["limited"] == nil:
        outcomes.append(
          isDisclosed(revision, near: claim)
            ? .supported : outcome(.overstated, "practice-partial", [entry], at: moment, claim: claim))
      default: outcomes.append(.supported)
      }
    }
    return Self.worst(outcomes)
  }

  /// Erasure: what `delete…` practices and the retention that is enforced say. `strict` for "all", "permanently", "at once".
  private func deletion(_ claim: Claim, strict: Bool, at moment: Instant) -> Outcome? {
    let sentence = sentences[claim.sentence]
    var outcomes: [Outcome] = []
    for entry in index.entries where entry.section == .practice && entry.family == "delete" {
      guard let revision = entry.fact.revision(asOf: moment), !revision.isUnknown else { continue }
      let isAbout =
        entry.specific.isEmpty || entry.specific.allSatisfy { sentence.has($0) }
        || entry.labels.contains { label in
          label.count > 1 && label.shared(with: sentence) * 3 >= label.count * 2
        } || (strict && entry.specific.count <= 3 && entry.specific.contains { sentence.has($0) })
      guard isAbout else { continue }
      switch revision.word {
      case "no":
        outcomes.append(outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim))
      case "partial":
        if isDisclosed(revision, near: claim) {
          outcomes.append(.supported)
        } else if strict {
          outcomes.append(outcome(.overstated, "practice-partial", [entry], at: moment, claim: claim))
        }
      default: outcomes.append(.supported)
      }
    }
    for entry in index.entries where entry.section == .practice && entry.family == "store" {
      guard strict || claim.settings["afterwards"] != nil, entry.fact.revision(asOf: moment)?.word == "yes",
        entry.object.contains(where: { sentence.has($0) })
      else { continue }
      outcomes.append(outcome(.contradicted, "practice-contradicted", [entry], at: moment, claim: claim))
    }
    if strict {
      for entry in index.entries where entry.section == .retention {
        guard let revision = entry.fact.revision(asOf: moment), let enforced = revision["enforced"] else {
          continue
        }
        let kept =
          enforced.duration.map { $0.approximateSeconds > 2 * 86_400 }
          ?? (enforced.word == "indefinite" || enforced.word == "no")
        if kept {
          outcomes.append(
            outcome(
              .contradicted, "retention-longer", [entry], at: moment, claim: claim, stated: enforced.text))
        }
      }
    }
    if let within = claim.settings["within"].flatMap({ Int64($0) }) {
      for entry in index.entries
      where entry.section == .retention && entry.object.contains(where: { sentence.has($0) }) {
        guard let enforced = entry.fact.revision(asOf: moment)?["enforced"] else { continue }
        let isLonger =
          enforced.duration.map { $0.approximateSeconds > within * 6 / 5 }
          ?? (enforced.word == "indefinite" || enforced.word == "no")
        guard isLonger else { continue }
        outcomes.append(
          outcome(.contradicted, "retention-longer", [entry], at: moment, claim: claim, stated: enforced.text)
        )
      }
    }
    return Self.worst(outcomes)
  }

  /// A statement that nothing of a list of practices is done: "stays on your phone", "kept strictly private".
  private func denial(_ claim: Claim, of list: String, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed else { return nil }
    let sentence = sentences[claim.sentence]
    let extent = reading.sentences[claim.sentence].tokens
    let limited = reading.sentences[claim.sentence].has(limiter, in: claim.tokens)
    let isGeneral = claim.settings["wide"] != nil || !hasSpecificData(in: extent, of: claim)
    let exactly = index.entries.filter { isExact($0, claim) && $0.fact.word(asOf: moment) == "no" }
    var outcomes: [Outcome] = []
    for item in list.split(separator: ",") {
      let parts = item.split(separator: "/").map(String.init)
      guard let family = parts.first else { continue }
      for entry in index.entries
      where entry.family == family || (entry.section == .crypto && entry.key == family) {
        if isOtherRecipient(entry, claim) { continue }
        if claim.settings["any"] == nil, exactly.contains(where: { $0.family == entry.family }),
          !exactly.contains(where: { $0.key == entry.key })
        {
          continue
        }
        if parts.count > 1 {
          guard entry.key.contains(parts[1]) else { continue }
        } else if entry.section == .practice, !isGeneral, claim.settings["any"] == nil,
          !entry.specific.isEmpty,
          !entry.specific.contains(where: { sentence.has($0) })
        {
          continue
        }
        let total = claim.settings["total"] != nil && !limited
        if let outcome = against(entry, claim, total: total, at: moment) { outcomes.append(outcome) }
      }
    }
    if claim.settings["gates"] != nil { outcomes += gates(claim, at: moment) }
    if let key = claim.settings["crypto"], let entry = index.crypto(key),
      let outcome = protection([entry], claim, at: moment)
    {
      outcomes.append(outcome)
    }
    return Self.worst(outcomes) ?? unlisted(claim)
  }

  /// What the controls that keep others out say about a claim that they are kept out.
  private func gates(_ claim: Claim, at moment: Instant) -> [Outcome] {
    index.entries(.control).compactMap { entry in
      guard entry.labels.contains(where: { $0.contains { Self.gateWords.contains($0.text) } }) else {
        return nil
      }
      switch entry.fact.word(asOf: moment) {
      case "absent": return outcome(.contradicted, "control-absent", [entry], at: moment, claim: claim)
      case "partial": return outcome(.overstated, "control-partial", [entry], at: moment, claim: claim)
      default: return nil
      }
    }
  }

  /// Concepts of the controls that decide who gets in.
  private static let gateWords: Set<String> = [
    "=restrict", "=leastprivilege", "=authentication", "=revoke", "=gate",
  ]

  /// True where a sentence names particular data rather than all of it.
  private func hasSpecificData(in range: Range<Int>, of claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    if sentence.has(general, in: range) { return false }
    return sentence.has(reading.vocabulary.type("data"), in: range)
  }

  /// A claim that nothing in the sheet is about.
  func unlisted(_ claim: Claim) -> Outcome? {
    Outcome(.unsupported, "posture-no-record", values: ["subject": claim.topic])
  }
}
