import Claims
import Facts
import Language

/// Compares claims about standing security (controls, cryptography, practices, certifications, history) with the posture.
struct PostureComparison {
  let sheet: FactSheet
  let posture: Posture
  let names: SheetNames?
  let ontology: Ontology
  let reading: DocumentReading
  let context: DocumentContext

  /// Nil where the posture has nothing to do with the claim.
  func judge(_ claim: Claim, index: Int) -> Judgement? {
    switch claim.kind {
    default: nil
    }
  }
}
