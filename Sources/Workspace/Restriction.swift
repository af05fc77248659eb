import Comparison
import Facts

/// Marks the citations that may not be printed for the audience of a run.
struct Restriction {
  private let labelled: [String: Set<String>]

  /// - Parameter audience: the audience that the reader of the output belongs to, or nil for nobody in particular.
  init(book: FactBook?, now: Instant, audience: String?) {
    var labelled: [String: Set<String>] = [:]
    let show = FactSheetShow(asOf: now, audience: audience)
    for sheet in book?.sheets ?? [] {
      let restricted = sheet.allFacts.filter { show.isRestricted($0, in: sheet) }.map(\.pointer)
      if !restricted.isEmpty { labelled[sheet.path] = Set(restricted) }
    }
    self.labelled = labelled
  }

  func marked(_ judgements: [Judgement]) -> [Judgement] {
    guard !labelled.isEmpty else { return judgements }
    var result = judgements
    for index in result.indices {
      for fact in result[index].facts.indices {
        let citation = result[index].facts[fact]
        if labelled[citation.path]?.contains(citation.pointer) == true { result[index].facts[fact].restricted = true }
      }
    }
    return result
  }
}
