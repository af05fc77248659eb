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
      let scan = PostureScan(reading, sentence: index, status: status, classes: posture)
      let first = claims.count
      PatternClaims.read(reading, sentence: index, status: status, into: &claims)
      for index in first..<claims.count
      where claims[index].kind == .practice || claims[index].kind == .control {
        scan.settle(&claims[index], target: claims[index].tokens)
      }
      DataClaims.read(reading, sentence: index, status: status, classes: classes, into: &claims)
      SystemClaims.read(reading, sentence: index, status: status, classes: classes, into: &claims)
      amounts.read(sentence: index, status: status, into: &claims)
      ControlClaims.read(scan, into: &claims)
      CertificationClaims.read(scan, into: &claims)
      PracticeClaims.read(scan, into: &claims)
      PromiseClaims.read(scan, into: &claims)
      PracticeStatements.read(scan, into: &claims)
    }
    ListClaims(reading: reading, status: status, classes: classes).read(into: &claims)
    AnswerClaims.read(reading, into: &claims)
    return claims.sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }
}
