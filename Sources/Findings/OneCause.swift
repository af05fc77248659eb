import Comparison

/// One passage, one finding: the strongest stands, the others become notes on it.
struct OneCause {
  /// How a note on a finding reads.
  let note: (LocatedFinding) -> Finding.Related

  func merged(_ findings: [LocatedFinding]) -> [LocatedFinding] {
    var kept: [LocatedFinding] = []
    // Kept findings by the stretches of 64 bytes that their passages touch, so that only neighbours are compared.
    var nearby: [Int: [Int]] = [:]
    for finding in findings.sorted(by: Self.isStronger) {
      // What the document lacks has no passage of its own.
      let stretches =
        finding.isAboutDocument ? 0..<0 : finding.prose.lowerBound / 64..<finding.prose.upperBound / 64 + 1
      let winner = stretches.flatMap { nearby[$0] ?? [] }.sorted().first {
        Self.isSamePassage(kept[$0], finding)
      }
      guard let winner else {
        for stretch in stretches { nearby[stretch, default: []].append(kept.count) }
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
    guard a.prose.overlaps(b.prose) else { return false }
    let shared = characters(of: a, in: a.prose.clamped(to: b.prose))
    return shared * 2 >= min(characters(of: a, in: a.prose), characters(of: b, in: b.prose))
  }

  /// The length of a part of a passage as it is read: a hyphen counts as one however many bytes it takes.
  private static func characters(of finding: LocatedFinding, in part: Range<Int>) -> Int {
    finding.quote.utf8.dropFirst(part.lowerBound - finding.prose.lowerBound).prefix(part.count)
      .count { $0 & 0xC0 != 0x80 }
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
