import Comparison
import Facts

/// Marks the citations that may not be printed for the audience of a run.
struct Restriction {
  private let labelled: [String: Set<String>]
  /// Path → lines on which a restricted fact stands.
  let lines: [String: Set<Int>]

  /// - Parameter audience: the audience that the reader of the output belongs to, or nil for nobody in particular.
  init(book: FactBook?, now: Instant, audience: String?) {
    var labelled: [String: Set<String>] = [:]
    var lines: [String: Set<Int>] = [:]
    let show = FactSheetShow(asOf: now, audience: audience)
    for sheet in book?.sheets ?? [] {
      let restricted = sheet.allFacts.filter { show.isRestricted($0, in: sheet) }
      guard !restricted.isEmpty else { continue }
      labelled[sheet.path] = Set(restricted.map(\.pointer))
      lines[sheet.path] = Set(
        restricted.flatMap { fact in
          [fact.line] + fact.revisions.flatMap { [$0.line] + $0.attributes.values.map(\.line) }
        })
    }
    self.labelled = labelled
    self.lines = lines
  }

  func marked(_ judgements: [Judgement]) -> [Judgement] {
    guard !labelled.isEmpty else { return judgements }
    var result = judgements
    for index in result.indices {
      for fact in result[index].facts.indices {
        let citation = result[index].facts[fact]
        if labelled[citation.path]?.contains(citation.pointer) == true {
          result[index].facts[fact].restricted = true
        }
      }
    }
    return result
  }
}
