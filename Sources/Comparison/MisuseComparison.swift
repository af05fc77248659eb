import Claims
import Facts

/// Misuse and publication of data, against what was looked for and found.
extension IncidentComparison {
  func misuseOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    let publishing = claim.settings["of"] == "publication"
    let facts =
      (publishing ? [incident.publication, incident.misuse] : [incident.misuse, incident.publication])
      .compactMap { $0 }
    guard let fact = facts.first else { return nil }
    let values = ["subject": publishing ? "publication" : "misuse", "known": fact.word(asOf: moment)]
    let found = facts.first {
      $0.word(asOf: moment) == "found"
        && ($0.pointer.hasSuffix("misuse") || publishing || claim.status.certainty != .asserted)
    }
    if claim.status.certainty == .unknown { return .supported }
    if claim.settings["needs"] == "evidence", claim.status.certainty == .asserted { return nil }
    if claim.status.polarity == .negated {
      if let found {
        return Outcome(
          .contradicted, "no-evidence-against-evidence", facts: [FactCitation(found, at: moment)],
          values: values)
      }
      switch fact.word(asOf: moment) {
      case "ruled_out": return .supported
      case "none_found":
        return claim.status.certainty == .asserted
          ? Outcome(.premature, "denial-of-unknown", facts: [FactCitation(fact, at: moment)], values: values)
          : .supported
      default:
        if evidenceIsComplete(for: claim, at: moment), claim.status.certainty == .evidential {
          return .supported
        }
        return Outcome(
          .premature,
          claim.status.certainty == .evidential ? "no-evidence-without-logs" : "denial-of-unknown",
          facts: [FactCitation(fact, at: moment)] + coverageCitations(at: moment, if: true), values: values)
      }
    }
    return nil
  }
}
