import Claims
import Facts
import Language

/// Commitments against the approved promises and the plans of a sheet.
extension PostureComparison {
  func promise(_ claim: Claim) -> Outcome? {
    guard claim.status.time == .future || claim.status.polarity == .affirmed else { return nil }
    let words = sentences[claim.sentence].filter {
      $0.start >= claim.tokens.lowerBound && $0.end <= claim.tokens.upperBound
    }
    let specific = words.filter { !$0.isWeak }
    guard !specific.isEmpty else { return nil }
    if index.promises.contains(where: { text in
      specific.shared(with: text) * 2 >= specific.count
        || text.filter({ !$0.isWeak }).shared(with: words) * 10 >= text.filter { !$0.isWeak }.count * 7
    }) {
      return .supported
    }
    // What a practice or control of the sheet covers is judged as such.
    if !index.hits(for: words).isEmpty { return nil }
    return Outcome(.overpromised, "promise-not-in-plan", values: ["subject": reading.text(claim.tokens)])
  }
}
