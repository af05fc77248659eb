import Claims
import Facts
import Language

/// Which data was or was not exposed, against the sheet's inventory.
///
/// The table is that of "how a statement about one thing fares": the way the text says it (asserted, hedged, denied, denied for
/// want of evidence, declared unknown) against what is known (affected, suspected, unknown, looked for and not found, ruled out).
extension IncidentComparison {
  /// Kinds that stand for all that is held about somebody.
  private static let wholeRecords: Set<String> = ["customer_record", "student_record"]
  /// Kinds that are not of customers.
  private static let staffKinds = ["employee_data", "business_data"]

  /// Data entries that a denial or affirmation of a type reaches.
  private struct Reach {
    /// The type itself and its kinds.
    var covered: [DataEntry] = []
    /// Broader types that hold it.
    var holding: [DataEntry] = []
  }

  func dataOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard incident.listsData else { return nil }
    if claim.topic == "form" { return formOutcome(claim, at: moment) }
    if claim.exposure == "misused" { return misuseOutcome(claim, at: moment) }
    if claim.status.extent == .exclusive, claim.status.polarity == .affirmed {
      return exclusiveOutcome(claim, at: moment)
    }
    var outcomes: [Outcome] = []
    for mention in claim.data where mention.type != ontology.root || claim.status.polarity == .negated {
      if let outcome = outcome(of: mention, in: claim, at: moment) { outcomes.append(outcome) }
    }
    return outcomes.min { $0.verdict.precedence < $1.verdict.precedence }
  }

  private func reach(_ type: String) -> Reach {
    var reach = Reach()
    let isWhole = isWholeRecord(type)
    for entry in entries {
      if ontology.isA(entry.field, type) || ontology.parts(of: type).contains(entry.field)
        || (isWhole && ontology.isA(entry.field, "personal_data"))
      {
        reach.covered.append(entry)
      } else if ontology.isA(type, entry.field) || ontology.parts(of: entry.field).contains(type) {
        reach.holding.append(entry)
      }
    }
    return reach
  }

  /// "Patient data" is all personal data of an incident whose people are patients, and no others.
  private func isWholeRecord(_ type: String) -> Bool {
    guard let people = Self.populations[type] else { return false }
    let others = Set(Self.populations.values.joined()).subtracting(people)
    return incident.counts.contains { people.contains($0.key) }
      && !incident.counts.contains { others.contains($0.key) }
  }

  private static let populations: [String: Set<String>] = [
    "customer_record": ["customers", "business_customers"], "employee_data": ["employees"],
    "patient_record": ["patients"], "student_record": ["students"],
  ]

  /// A denial of a broad kind of which the sheet lists nothing is one of the next broader kind: "no customer data" denies
  /// every personal datum that is not said to be the staff's.
  private func widened(_ reach: Reach, of type: String) -> Reach {
    guard Self.wholeRecords.contains(type), !incident.data.contains(where: { ontology.isA($0.field, type) })
    else {
      return reach
    }
    var wide = reach
    for parent in ontology.parents(of: type) where parent != ontology.root && ontology.isVague(parent) {
      wide.covered = entries.filter { entry in
        ontology.isA(entry.field, parent) && entry.field != parent
          && !Self.staffKinds.contains { ontology.isA(entry.field, $0) }
      }
      if !wide.covered.isEmpty { return wide }
    }
    return reach
  }

  /// The inventory as it concerns the document: all of it, or one cohort's part.
  private var entries: [DataEntry] {
    guard let cohort = context.cohort else { return incident.data }
    return incident.data.filter {
      $0.fact.items("cohort").isEmpty || $0.fact.items("cohort").contains(cohort)
    }
  }

  private func outcome(of mention: DataMention, in claim: Claim, at moment: Instant) -> Outcome? {
    let reach = reach(mention.type)
    let status = claim.status
    if status.certainty == .unknown { return ignorance(reach, mention, at: moment) }
    if status.polarity == .negated, isShare(mention) || isExcepted(mention) { return nil }
    if status.polarity == .negated {
      return denial(widened(reach, of: mention.type), mention, claim, at: moment)
    }
    return affirmation(reach, mention, claim, at: moment)
  }

  /// "More than 99 percent of all numbers": a share is no denial of the type.
  private func isShare(_ mention: DataMention) -> Bool {
    let start = reading.sentence(holding: mention.tokens.lowerBound)?.tokens.lowerBound ?? 0
    return (max(start, mention.tokens.lowerBound - 5)..<mention.tokens.lowerBound).contains {
      reading.tokens[$0].kind == .number
    }
  }

  /// "Customer data beyond these accounts": the denial leaves out what the words after it name.
  private func isExcepted(_ mention: DataMention) -> Bool {
    guard let sentence = reading.sentence(holding: mention.tokens.lowerBound) else { return false }
    let type = reading.classes.exception
    let end = min(sentence.tokens.upperBound, mention.tokens.upperBound + 3)
    return (min(mention.tokens.upperBound, end)..<end).contains {
      sentence.phrases.longest(type, at: $0) != nil
    }
  }

  /// "No other data": what the document names elsewhere is left out of the denial.
  private func isOther(_ mention: DataMention) -> Bool {
    let sentence = reading.sentence(holding: mention.tokens.lowerBound)
    let type = reading.vocabulary.type("extent.other")
    return (max(0, mention.tokens.lowerBound - 3)..<mention.tokens.upperBound).contains {
      sentence?.phrases.longest(type, at: $0) != nil
    }
  }

  // MARK: Denials

  private func denial(_ reach: Reach, _ mention: DataMention, _ claim: Claim, at moment: Instant) -> Outcome?
  {
    let label = ontology.label(mention.type)
    let evidential = claim.status.certainty == .evidential
    if let own = reach.covered.first(where: { $0.field == mention.type }),
      own.fact.knowledge(asOf: moment) == .ruledOut
    {
      return .supported
    }
    let other = isOther(mention)
    let hit = reach.covered.first { entry in
      if other,
        affirmedTypes.contains(where: { ontology.isA(entry.field, $0) || ontology.isA($0, entry.field) })
      {
        return false
      }
      guard case .affected = entry.fact.knowledge(asOf: moment) else { return false }
      return concerns(entry, mention, claim, at: moment)
    }
    if let hit {
      var values = values(hit, label, at: moment)
      values["stated"] = label
      return Outcome(
        .contradicted, evidential ? "no-evidence-against-evidence" : "denial-contradicted",
        facts: [FactCitation(hit.fact, at: moment)],
        values: values, arithmetic: ladderLine(hit, mention, at: moment))
    }
    let unknown = reach.covered.first { $0.fact.knowledge(asOf: moment) == .unknown }
    let looked = reach.covered.first { $0.fact.knowledge(asOf: moment) == .noneFound }
    let closed = incident.inventoryIsComplete(asOf: moment)
    if unknown == nil {
      let ruledOut = (reach.covered + reach.holding).first { $0.fact.knowledge(asOf: moment) == .ruledOut }
      if looked != nil, claim.status.certainty != .asserted { return .supported }
      if ruledOut != nil || closed { return .supported }
    }
    if evidential, evidenceIsComplete(for: claim, at: moment) { return .supported }
    if reach.covered.isEmpty, reach.holding.isEmpty, !ontology.isVague(mention.type),
      entries.allSatisfy({ $0.fact.revision(asOf: moment) == nil })
    {
      // Nothing about data was known at all.
    }
    var facts: [FactCitation] = []
    if let entry = unknown ?? looked ?? reach.holding.first { facts = [FactCitation(entry.fact, at: moment)] }
    let known = unknown == nil && looked != nil ? "none_found" : "unknown"
    return Outcome(
      .premature, evidential ? "no-evidence-without-logs" : "denial-of-unknown",
      facts: facts + coverageCitations(at: moment, if: evidential),
      values: ["subject": label, "known": known], arithmetic: "")
  }

  /// True if an affected entry is what the mention denies: not another form of it, not a weaker rung than the denied one.
  private func concerns(_ entry: DataEntry, _ mention: DataMention, _ claim: Claim, at moment: Instant)
    -> Bool
  {
    if let state = mention.state, let form = entry.fact.revision(asOf: moment)?.word("form"),
      let a = ontology.rank(ofState: state),
      let b = ontology.rank(ofState: form), a != b
    {
      return false
    }
    let known = entry.fact.revision(asOf: moment)?.word("exposure") ?? ""
    if let denied = Ladder.exposure(claim.exposure ?? ""), denied >= 4, Ladder.exposure(known) == nil {
      return false
    }
    if let denied = Ladder.exposure(claim.exposure ?? ""),
      let known = Ladder.exposure(entry.fact.revision(asOf: moment)?.word("exposure") ?? ""),
      known < denied
    {
      return false
    }
    return true
  }

  // MARK: Affirmations

  private func affirmation(_ reach: Reach, _ mention: DataMention, _ claim: Claim, at moment: Instant)
    -> Outcome?
  {
    let label = ontology.label(mention.type)
    let affected = reach.covered.filter {
      if case .affected(.confirmed) = $0.fact.knowledge(asOf: moment) { true } else { false }
    }
    let suspected = reach.covered.first {
      if case .affected(.suspected) = $0.fact.knowledge(asOf: moment) { true } else { false }
    }
    if let entry = bestForm(affected, mention, at: moment) {
      return confirmed(entry, mention, claim, at: moment)
    }
    if reach.holding.contains(where: { $0.fact.knowledge(asOf: moment) == .affected(.confirmed) }) {
      return .supported
    }
    if let broader = reach.holding.first(where: { isSuspected($0.fact, at: moment) }) {
      guard claim.status.certainty == .asserted else { return .supported }
      return Outcome(
        .premature, "premature-positive", facts: [FactCitation(broader.fact, at: moment)],
        values: values(broader, label, at: moment))
    }
    if claim.status.certainty == .hedged || claim.status.hypothetical {
      if suspected != nil { return .supported }
      if let out = reach.covered.first(where: { $0.fact.knowledge(asOf: moment) == .ruledOut }),
        reach.covered.count == 1, !claim.status.hypothetical
      {
        return Outcome(
          .unsupported, "contradicts-ruled-out", facts: [FactCitation(out.fact, at: moment)],
          values: values(out, label, at: moment))
      }
      return nil
    }
    if let suspected {
      return Outcome(
        .premature, "premature-positive", facts: [FactCitation(suspected.fact, at: moment)],
        values: values(suspected, label, at: moment))
    }
    guard claim.exposure != "encrypted", claim.exposure != "altered" else { return nil }
    if let out = reach.covered.first(where: {
      [.ruledOut, .noneFound].contains($0.fact.knowledge(asOf: moment))
    }), reach.covered.count == 1 {
      return Outcome(
        .contradicted, "contradicts-ruled-out", facts: [FactCitation(out.fact, at: moment)],
        values: values(out, label, at: moment))
    }
    if let open = reach.covered.first, claim.status.certainty == .asserted, !ontology.isVague(mention.type),
      reach.covered.allSatisfy({
        $0.fact.revision(asOf: moment) != nil && $0.fact.knowledge(asOf: moment) == .unknown
      })
    {
      return Outcome(
        .premature, "premature-positive", facts: [FactCitation(open.fact, at: moment)],
        values: values(open, label, at: moment))
    }
    return nil
  }

  /// Of the confirmed entries the one whose form agrees with the text, else the first.
  private func bestForm(_ entries: [DataEntry], _ mention: DataMention, at moment: Instant) -> DataEntry? {
    guard let state = mention.state else { return entries.first }
    return entries.first { $0.fact.revision(asOf: moment)?.word("form") == state } ?? entries.first
  }

  private func confirmed(_ entry: DataEntry, _ mention: DataMention, _ claim: Claim, at moment: Instant)
    -> Outcome
  {
    let label = ontology.label(mention.type)
    let citation = FactCitation(entry.fact, at: moment)
    var values = values(entry, label, at: moment)
    let countIsOpen = entry.fact.revision(asOf: moment)?["people"]?.latest?.state == .suspected
    let varies = claim.settings["varies"] != nil
    if claim.status.certainty == .hedged, !claim.status.isBelief, !claim.status.hypothetical, !countIsOpen,
      !varies
    {
      return Outcome(.understated, "hedge-on-confirmed", facts: [citation], values: values)
    }
    let revision = entry.fact.revision(asOf: moment)
    if let said = Ladder.exposure(claim.exposure ?? ""),
      let known = Ladder.exposure(revision?.word("exposure") ?? "")
    {
      values["stated"] = claim.exposure ?? ""
      values["known"] = revision?.word("exposure") ?? ""
      if known - said >= 2, known > strongestExposure, !ontology.isVague(mention.type) {
        return Outcome(
          .understated, "exposure-weaker", facts: [citation], values: values,
          arithmetic: ladderLine(entry, mention, at: moment))
      }
    }
    return Outcome(.supported, facts: [citation])
  }

  // MARK: Forms

  /// "Encrypted passwords" against how they were really kept.
  private func formOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let mention = claim.data.first, let state = mention.state, let said = ontology.rank(ofState: state),
      claim.status.polarity == .affirmed
    else { return nil }
    let reached = reach(mention.type)
    let kept = (reached.covered + reached.holding).filter { entry in
      guard case .affected = entry.fact.knowledge(asOf: moment) else { return false }
      return entry.fact.revision(asOf: moment)?.word("form").flatMap(ontology.rank(ofState:)) != nil
    }
    func form(_ entry: DataEntry) -> String { entry.fact.revision(asOf: moment)?.word("form") ?? "" }
    func agrees(_ entry: DataEntry) -> Bool {
      form(entry) == state || (state == "hashed" && Ladder.isHash(form(entry)))
        || (Ladder.isHash(state) && form(entry) == "hashed")
    }
    guard let entry = kept.first, !kept.contains(where: agrees) else {
      return kept.isEmpty ? nil : .supported
    }
    let known = ontology.rank(ofState: form(entry)) ?? said
    let confused = Ladder.isHash(form(entry)) != Ladder.isHash(state)
    guard said > known || (confused && state != "plaintext") else { return .supported }
    var values = values(entry, ontology.label(mention.type), at: moment)
    values["stated"] = readable(state)
    values["known"] = readable(form(entry))
    let hashed = Ladder.isHash(form(entry)) && !Ladder.isHash(state)
    return Outcome(
      hashed ? .contradicted : .overstated, hashed ? "hash-is-not-encryption" : "form-overstated",
      facts: [FactCitation(entry.fact, at: moment)], values: values,
      arithmetic: "\(state) (rank \(said)) against \(form(entry)) (rank \(known))")
  }

  // MARK: Exclusive lists and ignorance

  private func exclusiveOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    let types = claim.data.map(\.type)
    func isListed(_ entry: DataEntry) -> Bool {
      types.contains { ontology.isA(entry.field, $0) || ontology.isA($0, entry.field) }
    }
    let missing = entries.filter { entry in
      if case .affected(.confirmed) = entry.fact.knowledge(asOf: moment) { !isListed(entry) } else { false }
    }
    if let first = missing.first {
      let names = missing.map { ontology.label($0.field) }.joined(separator: ", ")
      return Outcome(
        .understated, "field-omitted", facts: missing.map { FactCitation($0.fact, at: moment) },
        values: ["subject": names, "known": first.fact.word(asOf: moment)],
        arithmetic: "listed: \(types.map(ontology.label).joined(separator: ", ")); affected besides: \(names)"
      )
    }
    if let open = entries.first(where: { $0.fact.knowledge(asOf: moment) == .unknown && !isListed($0) }) {
      return Outcome(
        .premature, "denial-of-unknown", facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": ontology.label(open.field), "known": "unknown"])
    }
    return .supported
  }

  private func ignorance(_ reach: Reach, _ mention: DataMention, at moment: Instant) -> Outcome? {
    guard !ontology.isVague(mention.type) else { return .supported }
    if let settled = reach.covered.first(where: {
      if case .affected(.confirmed) = $0.fact.knowledge(asOf: moment) { true } else { false }
    }) {
      return Outcome(
        .stale, "stale-investigating", facts: [FactCitation(settled.fact, at: moment)],
        values: values(settled, ontology.label(mention.type), at: moment))
    }
    return .supported
  }

  // MARK: Words

  private func values(_ entry: DataEntry, _ label: String, at moment: Instant) -> [String: String] {
    let revision = entry.fact.revision(asOf: moment)
    var known = entry.fact.word(asOf: moment)
    if case .affected(.suspected)? = revision?.knowledge { known = "suspected" }
    return [
      "subject": label, "field": ontology.label(entry.field), "known": revision?.word("exposure") ?? known,
      "state": known,
    ]
  }

  private func ladderLine(_ entry: DataEntry, _ mention: DataMention, at moment: Instant) -> String {
    let exposure = entry.fact.revision(asOf: moment)?.word("exposure")
    let path = entry.field == mention.type ? entry.field : "\(entry.field) is a kind of \(mention.type)"
    return exposure.map { "\(path): \($0)" } ?? path
  }

  /// True where the logs of every system that could tell are complete.
  func evidenceIsComplete(for claim: Claim, at moment: Instant) -> Bool {
    guard let evidence = incident.evidence, !evidence.isEmpty else { return false }
    let coverage = evidence.map { self.coverage($0, at: moment) }
    return !coverage.isEmpty && coverage.contains("complete") && !coverage.contains("none")
  }

  /// How much of the log there is: the entry's own value, or its `coverage`.
  private func coverage(_ fact: Fact, at moment: Instant) -> String {
    let revision = fact.revision(asOf: moment)
    return revision?.word("coverage") ?? revision?.word ?? "unknown"
  }

  func coverageCitations(at moment: Instant, if wanted: Bool) -> [FactCitation] {
    guard wanted else { return [] }
    return (incident.evidence ?? []).prefix(2).map { fact in
      var citation = FactCitation(fact, at: moment)
      citation.value = "coverage: \(coverage(fact, at: moment))"
      return citation
    }
  }
}

/// Ordered scales on which a weaker word understates and a stronger one overstates.
enum Ladder {
  private static let exposureRungs = ["exposed", "accessed", "viewed", "exfiltrated", "published", "misused"]

  /// The rung of an exposure word from 0, nil for one that has none (`affected`).
  static func exposure(_ word: String) -> Int? { exposureRungs.firstIndex(of: word) }

  static func isHash(_ form: String) -> Bool { form.hasPrefix("hashed") }

  private static let phases = [
    "suspected", "investigating", "contained", "eradicated", "recovered", "closed",
  ]
  static func phase(_ word: String) -> Int? { phases.firstIndex(of: word) }

  private static let accesses = ["active", "suspected_active", "believed_removed", "removed"]
  static func access(_ word: String) -> Int? { accesses.firstIndex(of: word) }
}
