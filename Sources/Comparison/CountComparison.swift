import Claims
import Facts
import Language

/// How many: the stated interval against the sheet's, unit by unit.
extension IncidentComparison {
  /// Units that stand for people when the sheet counts only people, and the other way round.
  private static let personUnits: Set<String> = [
    "people", "users", "members", "customers", "employees", "patients", "students", "households",
  ]
  private static let smallLimit = ExactNumber(1000)

  func countOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let amount = claim.quantity, claim.status.polarity == .affirmed, claim.status.certainty != .unknown
    else { return nil }
    let counted = facts(for: claim, at: moment)
    switch amount.modifier {
    case .small, .few: return smallness(claim, counted, at: moment)
    case .part: return part(claim, counted, at: moment)
    case .many, .majority, .nearlyAll, .all, .none, .unknown: return nil
    default: break
    }
    if amount.stated != nil, let hedged = hedgedCount(claim, counted, at: moment) { return hedged }
    guard amount.stated != nil || amount.modifier == .indefinitePlural else { return nil }
    if amount.isPercent { return share(claim, counted, at: moment) }
    let isBounded = amount.interval.upper != nil && (amount.interval.lower ?? .zero) > .zero
    if isBounded, anyFactAgrees(with: amount, at: moment) { return .supported }
    guard let main = counted.first else { return nil }
    guard let known = main.fact.revision(asOf: moment)?.quantity, !known.isPercent else {
      guard main.fact.knowledge(asOf: moment) == .unknown, main.isOwnUnit else { return nil }
      return Outcome(
        .premature, "count-of-unknown", facts: [FactCitation(main.fact, at: moment)],
        values: ["subject": readable(main.unit), "known": "unknown", "stated": amount.interval.description])
    }
    let fact = known.interval(tolerancePercent: 10)
    let values = [
      "subject": readable(main.unit), "known": known.description, "stated": amount.interval.description,
    ]
    let line = "\"\(reading.text(amount.tokenRange))\" = \(amount.interval); fact = \(known)"
    if amount.interval.overlaps(fact) { return .supported }
    let below = amount.interval.isBelow(fact)
    return Outcome(
      below ? .understated : .contradicted, below ? "count-below" : "count-above",
      facts: [FactCitation(main.fact, at: moment)],
      values: values, arithmetic: line)
  }

  /// "Approximately 40 million accounts may have been impacted" where the number and the loss are both on record.
  private func hedgedCount(_ claim: Claim, _ counted: [Counted], at moment: Instant) -> Outcome? {
    guard claim.status.certainty == .hedged, !claim.status.isBelief, !claim.status.hypothetical,
      let first = counted.first, let revision = first.fact.revision(asOf: moment),
      revision.state == .confirmed,
      let known = revision.quantity, !known.isPercent,
      claim.quantity?.interval.overlaps(known.interval(tolerancePercent: 10)) == true,
      incident.data.contains(where: { entry in
        entry.fact.knowledge(asOf: moment) == .affected(.confirmed)
          && Ladder.exposure(entry.fact.revision(asOf: moment)?.word("exposure") ?? "") ?? 0 >= 1
      })
    else { return nil }
    return Outcome(
      .understated, "hedge-on-confirmed", facts: [FactCitation(first.fact, at: moment)],
      values: ["subject": readable(first.unit), "known": known.description, "state": "affected"])
  }

  private struct Counted {
    var fact: Fact
    var unit: String
    /// The sheet counts in the unit of the text.
    var isOwnUnit: Bool
  }

  /// The facts that count what the claim counts, the closest unit first.
  private func facts(for claim: Claim, at moment: Instant) -> [Counted] {
    var result: [Counted] = []
    if let type = claim.data.first?.type {
      for entry in incident.data where ontology.isA(entry.field, type) || ontology.isA(type, entry.field) {
        guard let people = entry.fact.revision(asOf: moment)?["people"]?.fact else { continue }
        if let state = claim.data.first?.state, let form = entry.fact.revision(asOf: moment)?.word("form"),
          state != form, !Ladder.isHash(form)
        {
          continue
        }
        result.append(Counted(fact: people, unit: entry.key, isOwnUnit: true))
      }
      if !result.isEmpty || claim.topic.isEmpty || claim.topic == "files" { return result }
    }
    let unit = claim.topic
    if let own = incident.count(of: unit) { result.append(Counted(fact: own, unit: unit, isOwnUnit: true)) }
    if unit == "customers" || unit == "people", let business = incident.count(of: "business_customers") {
      result.append(Counted(fact: business, unit: "business_customers", isOwnUnit: unit == "customers"))
    }
    if Self.personUnits.contains(unit) {
      for other in ["people", "customers", "users", "accounts", "patients", "students"] where other != unit {
        if let fact = incident.count(of: other) {
          result.append(Counted(fact: fact, unit: other, isOwnUnit: other == "people"))
        }
      }
    }
    return result
  }

  /// True if any number of the sheet, in whatever unit, is what the text says.
  private func anyFactAgrees(with amount: Language.Quantity, at moment: Instant) -> Bool {
    var facts = incident.counts.map(\.fact) + incident.population.map(\.fact) + incident.residents.map(\.fact)
    facts += incident.cohorts.compactMap { $0.fact.revision(asOf: moment)?["people"]?.fact ?? $0.fact }
    facts += incident.data.compactMap { $0.fact.revision(asOf: moment)?["people"]?.fact }
    return facts.contains { fact in
      guard let known = fact.revision(asOf: moment)?.quantity, !known.isPercent else { return false }
      // An open bound agrees with everything beyond it; only numbers of its size count as the same.
      if known.interval.lower == nil || known.interval.upper == nil,
        let bound = known.interval.lower ?? known.interval.upper
      {
        return amount.interval.overlaps(
          NumberInterval(lower: bound.scaled(by: 9, over: 10), upper: bound.scaled(by: 11, over: 10)))
      }
      return amount.interval.overlaps(known.interval(tolerancePercent: 10))
    }
  }

  private func share(_ claim: Claim, _ counted: [Counted], at moment: Instant) -> Outcome? {
    guard let amount = claim.quantity, let stated = amount.stated else { return nil }
    for item in incident.counts.map(\.fact) {
      guard let known = item.revision(asOf: moment)?.quantity, known.isPercent,
        let percent = stated.scaled(by: 100)
      else { continue }
      if NumberInterval(exactly: percent).overlaps(known.interval(tolerancePercent: 10)) { return .supported }
    }
    return nil
  }

  /// At most five in a hundred of the whole, where the sheet says how many there are.
  private func isSmallShare(_ count: ExactNumber, at moment: Instant) -> Bool {
    incident.population.contains { entry in
      guard let whole = entry.fact.revision(asOf: moment)?.quantity?.interval.lower, whole > .zero else {
        return false
      }
      return count.scaled(by: 20).map { $0 <= whole } ?? false
    }
  }

  /// "A small number of": a known large one makes it small in words only; an unknown one makes it early.
  private func smallness(_ claim: Claim, _ counted: [Counted], at moment: Instant) -> Outcome? {
    for item in counted {
      guard let known = item.fact.revision(asOf: moment)?.quantity else { continue }
      let values = [
        "subject": readable(item.unit), "known": known.description, "stated": reading.text(claim.tokens),
      ]
      if known.isPercent {
        guard let low = known.interval.lower, low > ExactNumber(5) else { continue }
        return Outcome(
          .understated, "minimiser", facts: [FactCitation(item.fact, at: moment)], values: values)
      }
      guard let low = known.interval.lower ?? known.interval.upper else { continue }
      if low > Self.smallLimit, !(claim.quantity?.isPercent == true && isSmallShare(low, at: moment)) {
        return Outcome(
          .understated, "minimiser", facts: [FactCitation(item.fact, at: moment)], values: values,
          arithmetic: "a small number is at most \(Self.smallLimit); fact = \(known)")
      }
      return .supported
    }
    if let open = counted.first(where: { $0.fact.knowledge(asOf: moment) == .unknown && $0.isOwnUnit }) {
      return Outcome(
        .premature, "count-of-unknown", facts: [FactCitation(open.fact, at: moment)],
        values: ["subject": readable(open.unit), "known": "unknown", "stated": reading.text(claim.tokens)])
    }
    return nil
  }

  /// "Certain customers": a part is less than the whole, and reads as the smaller part of it.
  private func part(_ claim: Claim, _ counted: [Counted], at moment: Instant) -> Outcome? {
    for item in counted {
      guard let known = item.fact.revision(asOf: moment)?.quantity, known.isPercent,
        let low = known.interval.lower, low >= ExactNumber(50)
      else { continue }
      return Outcome(
        .understated, "minimiser", facts: [FactCitation(item.fact, at: moment)],
        values: [
          "subject": readable(item.unit), "known": known.description, "stated": reading.text(claim.tokens),
        ])
    }
    if counted.contains(where: { $0.fact.knowledge(asOf: moment) == .affected(.confirmed) }) {
      return .supported
    }
    return nil
  }
}
