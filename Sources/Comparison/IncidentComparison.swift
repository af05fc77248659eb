import Claims
import Facts
import Language

/// Compares claims about an incident with what the sheet records of it.
struct IncidentComparison {
  let sheet: FactSheet
  let incident: IncidentView
  let names: SheetNames?
  let ontology: Ontology
  let reading: DocumentReading
  let context: DocumentContext
  /// The highest rung of the exposure ladder that the document affirms anywhere.
  let strongestExposure: Int
  /// The data types that the document says were involved, asserted or hedged.
  let affirmedTypes: Set<String>

  /// States that are reached once: said before that, they were premature for good.
  private static let reachedStates: Set<String> = ["contained", "secured", "access-ended", "resolved"]

  /// Nil where the incident has nothing to do with the claim.
  func judge(_ claim: Claim, index: Int) -> Judgement? {
    guard let now = outcome(of: claim, at: context.now) else { return nil }
    let then = context.then.flatMap { outcome(of: claim, at: $0) }
    // Whether services ran is a matter of the day on which it was said.
    if claim.topic == "operational", let then {
      return Outcome.judgement(claim: index, of: claim.status, then: then, now: then)
    }
    // A state that was reached only later was said too early, whatever holds by now.
    if claim.kind == .state, now.verdict == .supported, let then, then.verdict == .premature,
      !claim.topic.isEmpty,
      Self.reachedStates.contains(claim.topic)
    {
      return Judgement(
        claim: index, verdict: .premature, then: .premature, now: .supported, reason: then.reason,
        facts: then.facts,
        values: then.values, arithmetic: then.arithmetic)
    }
    // A hedge does not make a number right.
    var status = claim.status
    if claim.kind == .count { status.certainty = .asserted }
    return Outcome.judgement(claim: index, of: status, then: then, now: now)
  }

  private func outcome(of claim: Claim, at moment: Instant) -> Outcome? {
    switch claim.kind {
    case .data: dataOutcome(claim, at: moment)
    case .misuse: misuseOutcome(claim, at: moment)
    case .state: claim.topic == "system" ? systemOutcome(claim, at: moment) : stateOutcome(claim, at: moment)
    case .count: countOutcome(claim, at: moment)
    case .time: timeOutcome(claim, at: moment)
    case .remediation: remediationOutcome(claim, at: moment)
    case .notification: notificationOutcome(claim, at: moment)
    case .cause: causeOutcome(claim, at: moment)
    case .actor: actorOutcome(claim, at: moment)
    default: nil
    }
  }
}
