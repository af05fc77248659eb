import Language

/// Reads all claims of a document: one pass for the patterns of the catalogue, one for each kind that is built from arguments.
public struct ClaimExtractor: Sendable {
  public init() {}

  /// The claims in the order of their words.
  public func claims(in reading: DocumentReading) -> [Claim] {
    var claims: [Claim] = []
    let status = StatusReader(reading)
    let classes = IncidentClasses(reading.vocabulary)
    for index in reading.sentences.indices {
      PatternClaims.read(reading, sentence: index, status: status, into: &claims)
      DataClaims.read(reading, sentence: index, status: status, classes: classes, into: &claims)
    }
    return claims.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
  }
}
