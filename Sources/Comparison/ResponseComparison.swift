import Claims
import Facts
import Language

/// Assurances about stolen data, notices, cause and actor.
extension IncidentComparison {
  func remediationOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    switch claim.topic {
    case "deletion-assurance":
      guard claim.status.polarity == .affirmed, let fact = incident.deletionAssurance else { return nil }
      let revision = fact.revision(asOf: moment)
      if fact.word(asOf: moment) == "yes", revision?.confidence == .high { return .supported }
      return Outcome(
        fact.word(asOf: moment) == "no" ? .contradicted : .unsupported, "deletion-assurance",
        facts: [FactCitation(fact, at: moment)],
        values: ["subject": "deletion", "known": revision?.note ?? fact.word(asOf: moment)])
    case "precaution":
      guard let hit = incident.data.first(where: { $0.fact.knowledge(asOf: moment) == .affected(.confirmed) })
      else { return nil }
      return Outcome(
        .understated, "precaution", facts: [FactCitation(hit.fact, at: moment)],
        values: [
          "subject": ontology.label(hit.field),
          "known": hit.fact.revision(asOf: moment)?.word("exposure") ?? "affected",
        ])
    default: return nil
    }
  }

  func notificationOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.status.time != .future else { return nil }
    switch claim.topic {
    case "people-notified":
      let entries = incident.notifications.filter {
        $0.key.hasPrefix("affected") || $0.key.hasPrefix("individuals") || $0.key.hasPrefix("customers")
      }
      if let late = entries.first(where: { entry in
        guard let sent = entry.fact.revision(asOf: moment)?.time?.start, let day = context.then else {
          return false
        }
        return sent > day.seconds
      }) {
        return Outcome(
          .contradicted, "delivered-claim", facts: [FactCitation(late.fact, at: moment)],
          values: ["subject": readable(late.key), "known": late.fact.word(asOf: moment)])
      }
      if let none = entries.first(where: { $0.fact.word(asOf: moment) == "none" }) {
        return Outcome(
          .contradicted, "delivered-claim", facts: [FactCitation(none.fact, at: moment)],
          values: ["subject": readable(none.key), "known": "none"])
      }
      if entries.isEmpty, incident.event("individuals_notified") == nil { return nil }
      return .supported
    case "regulators-notified":
      guard let open = incident.notifications.first(where: { $0.fact.word(asOf: moment) == "none" }) else {
        return incident.notifications.isEmpty ? nil : .supported
      }
      return Outcome(
        .contradicted, "notified-claim", facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": readable(open.key), "known": "none"])
    case "law-enforcement":
      guard let fact = incident.lawEnforcement else { return nil }
      if fact.word(asOf: moment) == "not_reported" {
        return Outcome(
          .contradicted, "law-enforcement", facts: [FactCitation(fact, at: moment)],
          values: ["subject": "law enforcement", "known": "not reported"])
      }
      return .supported
    default: return nil
    }
  }

  func causeOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.status.certainty == .asserted, let fact = incident.cause
    else { return nil }
    let sentence = reading.sentences[claim.sentence]
    let type = reading.vocabulary.type("cause.phrase")
    guard let match = sentence.all(type, in: claim.tokens).last else { return nil }
    let stated = reading.vocabulary.symbolText(match)
    let values = ["subject": "cause", "stated": readable(stated), "known": readable(word(fact, at: moment))]
    switch fact.knowledge(asOf: moment) {
    case .unknown, .noneFound:
      return Outcome(.premature, "root-cause", facts: [FactCitation(fact, at: moment)], values: values)
    case .ruledOut: return nil
    case .affected(.suspected):
      return Outcome(.premature, "root-cause", facts: [FactCitation(fact, at: moment)], values: values)
    case .affected(.confirmed): return .supported
    }
  }

  func actorOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.status.certainty != .unknown, let actor = incident.actor
    else {
      return nil
    }
    let revision = actor.revision(asOf: moment)
    if revision?["may_attribute"]?.answer == .yes { return .supported }
    return Outcome(
      actor.knowledge(asOf: moment) == .affected(.confirmed) ? .unsupported : .premature, "attribution",
      facts: [FactCitation(actor, at: moment)],
      values: ["subject": "actor", "known": word(actor, at: moment)])
  }
}
