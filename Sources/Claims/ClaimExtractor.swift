import Language

/// Reads all claims of a document: one pass for the patterns of the catalogue, one for each kind that is built from arguments.
public struct ClaimExtractor: Sendable {
  private let classes: IncidentClasses
  private let posture: PostureClasses
  private let times: TimeReader
  private let quantities: QuantityReader

  /// Made once for all documents that are read with a vocabulary.
  public init(vocabulary: Vocabulary) {
    classes = IncidentClasses(vocabulary)
    posture = PostureClasses(vocabulary)
    times = TimeReader(vocabulary: vocabulary)
    quantities = QuantityReader(vocabulary: vocabulary)
  }

  /// The claims in the order of their words.
  ///
  /// - Parameter published: The document's date, from which relative times and dates without a year are counted.
  public func claims(in reading: DocumentReading, published: CalendarDay?) -> [Claim] {
    var claims: [Claim] = []
    let status = StatusReader(reading)
    let amounts = AmountReader(
      reading: reading, classes: classes, published: published, times: times, quantities: quantities)
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
