import Comparison

/// One passage, one finding: the strongest stands, the others become notes on it.
struct OneCause {
  /// How a note on a finding reads.
  let note: (LocatedFinding) -> Finding.Related

  func merged(_ findings: [LocatedFinding]) -> [LocatedFinding] {
    var kept: [LocatedFinding] = []
    for finding in findings.sorted(by: Self.isStronger) {
      // What the document lacks has no passage of its own.
      let winner = finding.isAboutDocument ? nil : kept.firstIndex { Self.isSamePassage($0, finding) }
      guard let winner else {
        kept.append(finding)
        continue
      }
      let related = note(finding)
      if kept[winner].rule.name != finding.rule.name, !kept[winner].related.contains(related) {
        kept[winner].related.append(related)
      }
    }
    return kept.sorted(by: LocatedFinding.before)
  }

  /// True where the passages share at least half of the shorter one.
  static func isSamePassage(_ a: LocatedFinding, _ b: LocatedFinding) -> Bool {
    guard !a.isAboutDocument, !b.isAboutDocument else { return false }
    let shared = min(a.prose.upperBound, b.prose.upperBound) - max(a.prose.lowerBound, b.prose.lowerBound)
    return shared > 0 && shared * 2 >= min(a.prose.count, b.prose.count)
  }

  static func isStronger(_ a: LocatedFinding, _ b: LocatedFinding) -> Bool {
    if a.judgement.verdict.precedence != b.judgement.verdict.precedence {
      return a.judgement.verdict.precedence < b.judgement.verdict.precedence
    }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.prose.count != b.prose.count { return a.prose.count > b.prose.count }
    return LocatedFinding.before(a, b)
  }
}
