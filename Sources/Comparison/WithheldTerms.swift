import Facts
import Language

/// Terms that a sheet withholds and a document uses all the same.
struct WithheldTerms {
  let names: SheetNames
  let context: DocumentContext

  /// One judgement a place, whatever the sentence says with the term: it must not stand there.
  func judgements(in reading: DocumentReading) -> [Judgement] {
    let type = reading.vocabulary.type(SheetNames.Kind.withheld.rawValue)
    guard names.all.contains(where: { $0.kind == .withheld }) else { return [] }
    let moment = context.then ?? context.now
    var result: [Judgement] = []
    for sentence in reading.sentences {
      for match in sentence.all(type, in: sentence.tokens) {
        guard let index = reading.vocabulary.addedValue(match), let fact = names.all[index].fact,
          isWithheld(fact, at: moment)
        else { continue }
        result.append(
          Judgement(
            claim: nil, verdict: .confidential, reason: "withheld-term",
            span: reading.prose(match.start..<match.end),
            facts: [FactCitation(fact, at: context.now)],
            values: ["subject": fact.items("why").first ?? fact.pointer]))
      }
    }
    return result
  }

  /// Until its time, and not for the audiences that are excepted.
  private func isWithheld(_ fact: Fact, at moment: Instant) -> Bool {
    let revision = fact.revision(asOf: moment) ?? fact.latest
    if let until = revision?["until"]?.time?.start, until <= moment.seconds { return false }
    guard let audience = context.audience else { return true }
    return !(revision?.items("except") ?? []).contains(audience)
  }
}
