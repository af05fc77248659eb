import Claims
import Facts
import Language

/// Speed and recency in words, against the intervals between the events of the timeline.
extension IncidentComparison {
  func timeOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.status.time != .future else { return nil }
    switch claim.topic {
    case "fast": return speed(claim, at: moment)
    case "recent": return recency(claim, at: moment)
    case "brief": return brevity(claim, at: moment)
    case "date": return date(claim, at: moment)
    default: return nil
    }
  }

  /// From detection to the first answer on record.
  private func speed(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let detected = incident.event("detected"), let start = time(detected, at: moment)?.start else {
      return nil
    }
    var answers: [(fact: Fact, time: Int64)] = []
    for entry in incident.remediation {
      guard let done = entry.fact.revision(asOf: moment)?["done_at"]?.time?.start else { continue }
      answers.append((entry.fact, done))
    }
    for event in ["contained", "ended"] {
      if let fact = incident.event(event), let range = time(fact, at: moment), let begin = range.start {
        answers.append((fact, begin))
      }
    }
    // The earliest answer decides: later ones may be long work.
    guard let first = answers.filter({ $0.time >= start }).min(by: { $0.time < $1.time }) else { return nil }
    let slack: Int64 = time(detected, at: moment)?.precision ?? .day >= .day ? 86_400 : 0
    let hours = (first.time - start) / 3600
    let limit: Int64 = claim.settings["speed"] == "immediate" ? 24 : 72
    guard first.time - start > limit * 3600 + (claim.settings["speed"] == "immediate" ? 0 : slack) else {
      return .supported
    }
    return Outcome(
      .overstated, "immediately",
      facts: [FactCitation(detected, at: moment), FactCitation(first.fact, at: moment)],
      values: [
        "subject": readable(first.fact.key), "known": "\(hours) hours", "stated": "within \(limit) hours",
      ],
      arithmetic:
        "from \(detected.word(asOf: moment)) to \(CalendarDay(daysSince1970: Int(first.time / 86_400))) are \(hours) hours; the words allow \(limit)"
    )
  }

  /// "Recently" is within thirty days of the document.
  private func recency(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let detected = incident.event("detected"), let known = time(detected, at: moment)?.end else {
      return nil
    }
    let day = context.then ?? context.now
    let days = (day.seconds - known) / 86_400
    guard days > 30 else { return .supported }
    return Outcome(
      .understated, "discovery-shift", facts: [FactCitation(detected, at: moment)],
      values: ["subject": "detection", "known": detected.word(asOf: moment), "stated": "\(days) days"],
      arithmetic: "from \(detected.word(asOf: moment)) to the document are \(days) days; the word allows 30")
  }

  private func brevity(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let occurred = incident.event("occurred"), let range = time(occurred, at: moment),
      let start = range.start,
      let end = time(incident.event("ended") ?? occurred, at: moment)?.end
    else { return nil }
    let hours = (end - start) / 3600
    guard hours > 72 else { return .supported }
    return Outcome(
      .understated, "dwell", facts: [FactCitation(occurred, at: moment)],
      values: ["subject": "the access", "known": "\(hours / 24) days", "stated": "at most 72 hours"],
      arithmetic: "\(occurred.word(asOf: moment)): \(hours / 24) days")
  }

  /// A date of the text against the event it belongs to; without a stated event on the sheet there is nothing to compare.
  private func date(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let said = claim.time?.range, claim.status.certainty != .unknown,
      claim.time?.yearAssumed != true || context.published != nil
    else { return nil }
    // A date that is any date of the timeline is taken as that one.
    for entry in incident.timeline {
      if let known = time(entry.fact, at: moment), known.overlaps(said) { return .supported }
    }
    for entry in incident.remediation {
      if let done = entry.fact.revision(asOf: moment)?["done_at"]?.time, done.overlaps(said) {
        return .supported
      }
    }
    guard let event = claim.settings["event"], let fact = incident.event(event),
      let known = time(fact, at: moment)
    else { return nil }
    let later = known.isBefore(said)
    return Outcome(
      event == "occurred" && later ? .understated : .contradicted, "date-mismatch",
      facts: [FactCitation(fact, at: moment)],
      values: [
        "subject": readable(event), "known": fact.word(asOf: moment),
        "stated": claim.time.map { reading.text($0.tokenRange) } ?? "",
      ],
      arithmetic: "the text dates it \(later ? "after" : "before") \(fact.word(asOf: moment))")
  }

  func time(_ fact: Fact, at moment: Instant) -> TimeRange? { fact.revision(asOf: moment)?.time }
}
