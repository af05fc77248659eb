import Comparison

/// Stock phrases are reported sparingly: three in 500 words. The others are counted in the last of the three.
struct WordingCap {
  static let limit = 3
  static let window = 500

  /// The number of words before a prose offset.
  let words: (Int) -> Int

  /// - Parameter findings: in the order of the document.
  func capped(_ findings: [LocatedFinding]) -> [LocatedFinding] {
    var windows: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated()
    where finding.judgement.verdict == .wording && !finding.isAboutDocument {
      windows[words(finding.prose.lowerBound) / Self.window, default: []].append(index)
    }
    var result = findings
    var dropped: Set<Int> = []
    for indices in windows.values where indices.count > Self.limit {
      let ranked = indices.sorted { (findings[$1].severity, $0) < (findings[$0].severity, $1) }
      dropped.formUnion(ranked[Self.limit...])
      guard let last = ranked[..<Self.limit].max() else { continue }
      let others = indices.count - Self.limit
      result[last].related.append(
        Finding.Related(
          message:
            "\(others) more \(others == 1 ? "passage" : "passages") of this kind nearby \(others == 1 ? "is" : "are") not listed",
          facts: []))
    }
    guard !dropped.isEmpty else { return result }
    return result.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }
}
