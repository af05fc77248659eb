import Claims
import Facts
import Language

/// How far the incident has been dealt with, against phase, attacker access, services and remediation.
extension IncidentComparison {
  func stateOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    let denies = claim.settings["denies"] == "true"
    // A denied or hoped-for state is no claim that it has been reached, unless the pattern itself is a denial.
    if !denies,
      claim.status.polarity == .negated || claim.status.certainty == .unknown || claim.status.time == .future
    {
      return nil
    }
    switch claim.topic {
    case "contained", "secured": return containment(claim, at: moment)
    case "access-ended": return accessEnded(claim, at: moment)
    case "stopped": return stopped(claim, at: moment)
    case "resolved": return resolved(claim, at: moment)
    case "operational": return operational(claim, at: moment)
    case "limited-scope": return scopeIsSettled(claim, reason: "scope-of-unknown", at: moment)
    case "no-impact": return noImpact(claim, at: moment)
    case "no-action-needed": return noAction(claim, at: moment)
    case "investigation-complete": return investigation(claim, at: moment)
    case "euphemism": return euphemism(claim, at: moment)
    case "attempt": return attempt(claim, at: moment)
    case "hypothetical": return hypothetical(claim, at: moment)
    case "minimised": return minimised(claim, at: moment)
    case "hedged-impact": return hedgedImpact(claim, at: moment)
    case "eta": return eta(claim, at: moment)
    default: return nil
    }
  }

  // MARK: Containment

  private func containment(_ claim: Claim, at moment: Instant) -> Outcome? {
    let access = incident.attackerAccess
    if let access, let rung = Ladder.access(access.word(asOf: moment)) {
      let values = ["subject": "attacker access", "known": access.word(asOf: moment)]
      if rung <= 1 {
        return Outcome(
          .contradicted, "premature-contained", facts: [FactCitation(access, at: moment)], values: values)
      }
      if rung == 3 { return .supported }
    }
    guard let phase = incident.phase else {
      return access.map {
        Outcome(
          .premature, "premature-contained", facts: [FactCitation($0, at: moment)],
          values: ["subject": "attacker access", "known": $0.word(asOf: moment)])
      }
    }
    if let rung = Ladder.phase(phase.word(asOf: moment)), rung >= 2 { return .supported }
    if remediationCovers(claim, at: moment) { return .supported }
    return Outcome(
      .premature, "premature-contained",
      facts: [FactCitation(phase, at: moment)] + (access.map { [FactCitation($0, at: moment)] } ?? []),
      values: ["subject": "phase", "known": phase.word(asOf: moment)])
  }

  private func accessEnded(_ claim: Claim, at moment: Instant) -> Outcome? {
    if claim.settings["denies"] == "true" || claim.settings["cues"] == "inside" {
      guard claim.status.polarity == .negated, claim.status.time != .future else { return nil }
    }
    guard let access = incident.attackerAccess ?? incident.phase else { return nil }
    let word = access.word(asOf: moment)
    let values = ["subject": "attacker access", "known": word]
    if let rung = Ladder.access(word) {
      if rung == 3 || (rung == 2 && claim.status.certainty != .asserted) { return .supported }
      return Outcome(
        rung <= 1 ? .contradicted : .premature, "premature-contained",
        facts: [FactCitation(access, at: moment)], values: values)
    }
    if let rung = Ladder.phase(word), rung >= 2 { return .supported }
    if evidenceIsComplete(for: claim, at: moment) { return .supported }
    return Outcome(
      .premature, "premature-contained", facts: [FactCitation(access, at: moment)], values: values)
  }

  /// An attack that reached data was not stopped.
  private func stopped(_ claim: Claim, at moment: Instant) -> Outcome? {
    let taken = incident.data.first { entry in
      guard case .affected(.confirmed) = entry.fact.knowledge(asOf: moment) else { return false }
      return (Ladder.exposure(entry.fact.revision(asOf: moment)?.word("exposure") ?? "") ?? 0) >= 1
    }
    if let taken {
      return Outcome(
        .overstated, "attack-not-stopped", facts: [FactCitation(taken.fact, at: moment)],
        values: [
          "subject": ontology.label(taken.field),
          "known": taken.fact.revision(asOf: moment)?.word("exposure") ?? "affected",
        ])
    }
    if let count = incident.counts.first(where: {
      ($0.fact.revision(asOf: moment)?.quantity?.interval.lower ?? .zero) > .zero
    }) {
      return Outcome(
        .overstated, "attack-not-stopped", facts: [FactCitation(count.fact, at: moment)],
        values: ["subject": readable(count.key), "known": FactCitation(count.fact, at: moment).value])
    }
    return containment(claim, at: moment)
  }

  private func resolved(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let phase = incident.phase, let rung = Ladder.phase(phase.word(asOf: moment)) else { return nil }
    if rung >= 3 || remediationCovers(claim, atLeast: 1, at: moment) { return .supported }
    return Outcome(
      .premature, "premature-resolved", facts: [FactCitation(phase, at: moment)],
      values: ["subject": "phase", "known": phase.word(asOf: moment)])
  }

  // MARK: Services

  private func operational(_ claim: Claim, at moment: Instant) -> Outcome? {
    if let outcome = downService(claim, at: moment) { return outcome }
    return incident.services.isEmpty ? nil : .supported
  }

  /// A service that the claim covers and that is down or degraded.
  private func downService(_ claim: Claim, at moment: Instant) -> Outcome? {
    let named = entries(incident.services, namedIn: claim)
    let covered = named.isEmpty ? incident.services : named
    for entry in covered {
      let status = status(of: entry.fact, at: moment)
      if status == "down" || status == "degraded" {
        var citation = FactCitation(entry.fact, at: moment)
        citation.value = status
        return Outcome(
          .contradicted, "operations", facts: [citation],
          values: ["subject": readable(entry.key), "known": status])
      }
    }
    return nil
  }

  // MARK: Scope

  /// A settled scope needs a settled investigation.
  private func scopeIsSettled(_ claim: Claim, reason: String, at moment: Instant) -> Outcome? {
    for entry in incident.systems where !entries([entry], namedIn: claim).isEmpty == false {
      if entry.fact.knowledge(asOf: moment) == .unknown || isSuspected(entry.fact, at: moment) {
        return Outcome(
          .premature, reason, facts: [FactCitation(entry.fact, at: moment)],
          values: ["subject": readable(entry.key), "known": word(entry.fact, at: moment)])
      }
    }
    if let open = openCount(at: moment) {
      return Outcome(
        .premature, reason, facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": readable(open.key), "known": "unknown"])
    }
    guard let phase = incident.phase, let rung = Ladder.phase(phase.word(asOf: moment)), rung < 2 else {
      return .supported
    }
    return Outcome(
      .premature, reason, facts: [FactCitation(phase, at: moment)],
      values: ["subject": "phase", "known": phase.word(asOf: moment)])
  }

  private func noImpact(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .negated else { return nil }
    let named = entries(incident.systems, namedIn: claim)
    let person = reading.vocabulary.type("person.noun")
    if named.isEmpty, reading.sentences[claim.sentence].has(person, in: claim.tokens),
      let count = incident.counts.first(where: {
        ($0.fact.revision(asOf: moment)?.quantity?.interval.lower ?? .zero) > .zero
      })
    {
      return Outcome(
        .contradicted, "carve-out", facts: [FactCitation(count.fact, at: moment)],
        values: ["subject": readable(count.key), "known": FactCitation(count.fact, at: moment).value])
    }
    for entry in named {
      if case .affected = entry.fact.knowledge(asOf: moment) {
        return Outcome(
          .contradicted, "carve-out", facts: [FactCitation(entry.fact, at: moment)],
          values: ["subject": readable(entry.key), "known": word(entry.fact, at: moment)])
      }
      if entry.fact.knowledge(asOf: moment) == .ruledOut { return .supported }
    }
    if claim.status.certainty == .evidential, evidenceIsComplete(for: claim, at: moment) { return .supported }
    return scopeIsSettled(claim, reason: "scope-of-unknown", at: moment)
  }

  private func noAction(_ claim: Claim, at moment: Instant) -> Outcome? {
    if let open = incident.remediation.first(where: {
      ["in_progress", "planned"].contains(status(of: $0.fact, at: moment))
    }) {
      return Outcome(
        .contradicted, "no-action-needed", facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": readable(open.key), "known": "in progress"])
    }
    if let open = openCount(at: moment) {
      return Outcome(
        .premature, "no-action-needed", facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": readable(open.key), "known": "unknown"])
    }
    guard let phase = incident.phase, let rung = Ladder.phase(phase.word(asOf: moment)), rung < 2 else {
      return nil
    }
    return Outcome(
      .premature, "no-action-needed", facts: [FactCitation(phase, at: moment)],
      values: ["subject": "phase", "known": phase.word(asOf: moment)])
  }

  private func investigation(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let forensics = incident.forensics,
      status(of: forensics, at: moment) == "preliminary"
    else { return nil }
    var citation = FactCitation(forensics, at: moment)
    citation.value = "preliminary"
    return Outcome(
      .premature, "investigation-complete", facts: [citation],
      values: ["subject": "forensics", "known": "preliminary"])
  }

  // MARK: Names for the event

  private func euphemism(_ claim: Claim, at moment: Instant) -> Outcome? {
    let strong = incident.types.filter {
      ["ransomware", "data_breach", "exposure", "account_takeover", "outage"].contains($0)
    }
    guard let type = strong.first else { return nil }
    if let hit = affectedEntry(at: moment) {
      return Outcome(
        .understated, "euphemism", facts: [FactCitation(hit, at: moment)],
        values: ["subject": type, "known": word(hit, at: moment)])
    }
    return nil
  }

  private func attempt(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let hit = affectedEntry(at: moment) else { return nil }
    return Outcome(
      .understated, "attempt-succeeded", facts: [FactCitation(hit, at: moment)],
      values: ["subject": readable(hit.key), "known": word(hit, at: moment)])
  }

  /// A risk spoken of where the event itself is on record.
  private func hypothetical(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let hit = affectedEntry(at: moment) else { return nil }
    return Outcome(
      .understated, "hypothetical-risk", facts: [FactCitation(hit, at: moment)],
      values: ["subject": readable(hit.key), "known": word(hit, at: moment)])
  }

  /// "Limited exfiltration" needs a known, small number.
  private func minimised(_ claim: Claim, at moment: Instant) -> Outcome? {
    for entry in incident.counts {
      guard let known = entry.fact.revision(asOf: moment)?.quantity, !known.isPercent,
        let low = known.interval.lower, low > ExactNumber(1000)
      else { continue }
      return Outcome(
        .understated, "minimiser", facts: [FactCitation(entry.fact, at: moment)],
        values: [
          "subject": readable(entry.key), "known": known.description, "stated": reading.text(claim.tokens),
        ])
    }
    guard let open = openCount(at: moment) else { return nil }
    return Outcome(
      .premature, "count-of-unknown", facts: [FactCitation(open.fact, at: moment)],
      values: ["subject": readable(open.key), "known": "unknown", "stated": reading.text(claim.tokens)])
  }

  /// "May have affected certain customers" where their number is on record.
  private func hedgedImpact(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.certainty == .hedged, !claim.status.isBelief else { return nil }
    guard
      let count = incident.counts.first(where: { entry in
        guard let revision = entry.fact.revision(asOf: moment), revision.state == .confirmed else {
          return false
        }
        return (revision.quantity?.interval.lower ?? .zero) > .zero
      }), incident.data.contains(where: { $0.fact.knowledge(asOf: moment) == .affected(.confirmed) })
    else { return nil }
    return Outcome(
      .understated, "hedge-on-confirmed", facts: [FactCitation(count.fact, at: moment)],
      values: ["subject": readable(count.key), "known": FactCitation(count.fact, at: moment).value])
  }

  /// A time for the end of the work needs a plan with one.
  private func eta(_ claim: Claim, at moment: Instant) -> Outcome? {
    let said = ContentWords(reading.text(reading.sentences[claim.sentence].tokens))
    let planned = incident.remediation + incident.promises
    if planned.contains(where: { entry in
      guard let revision = entry.fact.revision(asOf: moment),
        revision["due"] != nil || revision["approved"]?.answer == .yes
      else { return false }
      return said.overlap(
        with: ContentWords(readable(entry.key) + " " + (entry.fact.items("text").first ?? ""))) >= 1
    }) {
      return .supported
    }
    let open = planned.first.map(\.fact) ?? incident.phase
    guard let open else { return nil }
    return Outcome(
      .overpromised, "eta", facts: [FactCitation(open, at: moment)],
      values: ["subject": "plan", "known": "no date"])
  }

  // MARK: Shared look-ups

  /// The first system, service or data entry that is confirmed to be hit.
  private func affectedEntry(at moment: Instant) -> Fact? {
    let facts = incident.data.map(\.fact) + incident.systems.map(\.fact)
    if let fact = facts.first(where: { $0.knowledge(asOf: moment) == .affected(.confirmed) }) { return fact }
    return incident.services.first { ["down", "degraded"].contains(status(of: $0.fact, at: moment)) }?.fact
  }

  /// The first count that is not known.
  func openCount(at moment: Instant) -> FactEntry? {
    incident.counts.first { $0.fact.knowledge(asOf: moment) == .unknown }
  }

  /// The status word of an entry: `done`, `degraded`.
  func status(of fact: Fact, at moment: Instant) -> String {
    let revision = fact.revision(asOf: moment)
    return revision?.word("status") ?? revision?.word ?? ""
  }

  func isSuspected(_ fact: Fact, at moment: Instant) -> Bool {
    if case .affected(.suspected) = fact.knowledge(asOf: moment) { true } else { false }
  }

  func word(_ fact: Fact, at moment: Instant) -> String {
    isSuspected(fact, at: moment) ? "suspected" : fact.word(asOf: moment)
  }

  /// A key as words: `client_services` → `client services`.
  func readable(_ key: String) -> String { String(key.map { $0 == "_" || $0 == "-" ? " " : $0 }) }

  /// The entries whose names or keys stand in the sentence of a claim.
  func entries(_ entries: [FactEntry], namedIn claim: Claim) -> [FactEntry] {
    guard let names else { return [] }
    let sentence = reading.sentences[claim.sentence]
    let classes = SheetNames.Kind.allCases.map { reading.vocabulary.type($0.rawValue) }
    var pointers: Set<String> = []
    for token in claim.tokens {
      for match in sentence.phrases.at(token) where classes.contains(match.type) {
        if let index = reading.vocabulary.addedValue(match), let fact = names.all[index].fact {
          pointers.insert(fact.path + fact.pointer)
        }
      }
    }
    return entries.filter { pointers.contains($0.fact.path + $0.fact.pointer) }
  }

  /// True where a finished piece of remediation shares its words with the claim.
  func remediationCovers(_ claim: Claim, atLeast shared: Int = 2, at moment: Instant) -> Bool {
    let said = ContentWords(reading.text(claim.tokens))
    return incident.remediation.contains { entry in
      guard let revision = entry.fact.revision(asOf: moment), status(of: entry.fact, at: moment) == "done"
      else { return false }
      return said.overlap(with: ContentWords(readable(entry.key) + " " + (revision["text"]?.text ?? "")))
        >= shared
    }
  }
}
