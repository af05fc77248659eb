import Claims
import Facts

/// Systems and products that were or were not reached, by their public names.
extension IncidentComparison {
  func systemOutcome(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard let names, claim.status.certainty != .unknown else { return nil }
    let named = claim.names.map { names.all[$0] }.filter { $0.kind == .system }
    let entries = incident.systems.filter { entry in
      named.contains { $0.key == entry.key && $0.fact?.path == entry.fact.path }
    }
    guard !entries.isEmpty else { return nil }
    if claim.status.extent == .exclusive, claim.status.polarity == .affirmed {
      return exclusive(entries, at: moment)
    }
    var outcomes: [Outcome] = []
    for entry in entries {
      let knowledge = entry.fact.knowledge(asOf: moment)
      let citation = FactCitation(entry.fact, at: moment)
      let values = ["subject": readable(entry.key), "known": word(entry.fact, at: moment)]
      if claim.status.polarity == .negated {
        switch knowledge {
        case .affected:
          outcomes.append(Outcome(.contradicted, "carve-out", facts: [citation], values: values))
        case .unknown:
          if claim.status.certainty == .evidential, evidenceIsComplete(for: claim, at: moment) {
            outcomes.append(.supported)
          } else {
            outcomes.append(Outcome(.premature, "scope-of-unknown", facts: [citation], values: values))
          }
        case .noneFound:
          outcomes.append(
            claim.status.certainty == .asserted
              ? Outcome(.premature, "scope-of-unknown", facts: [citation], values: values) : .supported)
        case .ruledOut: outcomes.append(.supported)
        }
      } else if claim.status.certainty == .asserted {
        switch knowledge {
        case .affected(.confirmed): outcomes.append(.supported)
        case .affected(.suspected), .unknown:
          outcomes.append(Outcome(.premature, "premature-positive", facts: [citation], values: values))
        case .ruledOut, .noneFound:
          outcomes.append(Outcome(.contradicted, "contradicts-ruled-out", facts: [citation], values: values))
        }
      }
    }
    // One supported name settles a sentence that names several readings of one system.
    return outcomes.min { $0.verdict.precedence < $1.verdict.precedence }
  }

  /// "Only the office network": every other system must be out of it.
  private func exclusive(_ listed: [FactEntry], at moment: Instant) -> Outcome? {
    for entry in incident.systems where !listed.contains(where: { $0.key == entry.key }) {
      let values = ["subject": readable(entry.key), "known": word(entry.fact, at: moment)]
      switch entry.fact.knowledge(asOf: moment) {
      case .affected(.confirmed):
        return Outcome(
          .understated, "carve-out", facts: [FactCitation(entry.fact, at: moment)], values: values)
      case .affected(.suspected), .unknown:
        return Outcome(
          .premature, "scope-of-unknown", facts: [FactCitation(entry.fact, at: moment)], values: values)
      default: continue
      }
    }
    return .supported
  }
}
