/// The same words under the same rule are one finding; the later ones are named in it.
struct Repeats {
  /// `14:9`, the place of a source byte.
  let place: (Int) -> String

  /// - Parameter findings: in the order of the document.
  func grouped(_ findings: [LocatedFinding]) -> [LocatedFinding] {
    var kept: [LocatedFinding] = []
    var first: [String: Int] = [:]
    for finding in findings {
      let key = "\(finding.rule.name)\u{0}\(finding.key)"
      guard !finding.isAboutDocument, let index = first[key] else {
        first[key] = kept.count
        kept.append(finding)
        continue
      }
      kept[index].related.append(
        Finding.Related(
          message: "the same words stand again at \(place(finding.source.lowerBound))", facts: []))
      kept[index].severity = max(kept[index].severity, finding.severity)
    }
    return kept
  }
}
