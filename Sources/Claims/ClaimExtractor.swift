import Language

/// Reads all claims of a document: one pass for the patterns of the catalogue, one for each kind that is built from arguments.
public struct ClaimExtractor: Sendable {
  /// The document's date, from which relative times and dates without a year are counted.
  private let published: CalendarDay?

  public init(published: CalendarDay? = nil) { self.published = published }

  /// The claims in the order of their words.
  public func claims(in reading: DocumentReading) -> [Claim] {
    var claims: [Claim] = []
    let status = StatusReader(reading)
    let classes = IncidentClasses(reading.vocabulary)
    let posture = PostureClasses(reading.vocabulary)
    let amounts = AmountReader(reading: reading, classes: classes, published: published)
    for index in reading.sentences.indices {
      PatternClaims.read(reading, sentence: index, status: status, into: &claims)
      DataClaims.read(reading, sentence: index, status: status, classes: classes, into: &claims)
      SystemClaims.read(reading, sentence: index, status: status, classes: classes, into: &claims)
      amounts.read(sentence: index, status: status, into: &claims)
      let scan = PostureScan(reading, sentence: index, status: status, classes: posture)
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
