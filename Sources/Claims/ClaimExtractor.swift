import Language

/// Reads all claims of a document: one pass for the patterns of the catalogue, one for each kind that is built from arguments.
public struct ClaimExtractor: Sendable {
  public init() {}

  /// The claims in the order of their words.
  public func claims(in reading: DocumentReading) -> [Claim] {
    var claims: [Claim] = []
    let status = StatusReader(reading)
    let posture = PostureClasses(reading.vocabulary)
    for index in reading.sentences.indices {
      let scan = PostureScan(reading, sentence: index, status: status, classes: posture)
      let first = claims.count
      PatternClaims.read(reading, sentence: index, status: status, into: &claims)
      for index in first..<claims.count
      where claims[index].kind == .practice || claims[index].kind == .control {
        scan.settle(&claims[index], target: claims[index].tokens)
      }
      ControlClaims.read(scan, into: &claims)
      CertificationClaims.read(scan, into: &claims)
      PracticeClaims.read(scan, into: &claims)
      PromiseClaims.read(scan, into: &claims)
      PracticeStatements.read(scan, into: &claims)
    }
    return claims.sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }
}
