import Language

/// Every clause as a statement about what is done, for sheets whose controls and practices carry names of their own choice: the
/// comparison looks up the facts whose words a clause shares. Statements that share none are no claims.
enum PracticeStatements {
  static let topic = "statement"

  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    let tokens = scan.reading.tokens
    var token = sentence.tokens.lowerBound
    var lead: Int?
    while token < sentence.tokens.upperBound {
      let clause = sentence.clause(of: token)
      var end = token
      var words = 0
      while end < sentence.tokens.upperBound, sentence.clause(of: end) == clause {
        if tokens[end].kind != .mark { words += 1 }
        end += 1
      }
      let isLabel =
        end > token && tokens[end - 1].kind == .mark && tokens[end - 1].mark == UInt8(ascii: ":")
        && words <= 4
      // "If a recipient takes a screenshot, we tell you": one statement.
      if token == sentence.tokens.lowerBound, end < sentence.tokens.upperBound, isLead(token..<end, scan) {
        lead = token
        token = end
        continue
      }
      let isTemporal = sentence.phrases.longest(scan.classes.temporal, at: token) != nil
      let isReaders =
        scan.sentence.phrases.longest(scan.classes.address, at: scan.clauseStart(of: token)) != nil
      if words >= 2, !isReaders, !isLabel, !isTemporal {
        let main = token..<end
        let whole = (lead ?? main.lowerBound)..<temporal(after: end, scan)
        claims.append(scan.claim(.practice, topic, tokens: whole, target: main, settings: [:]))
      }
      lead = nil
      token = end
    }
  }

  /// True for a clause that opens a sentence with a condition or a time and ends with a comma.
  private static func isLead(_ clause: Range<Int>, _ scan: PostureScan) -> Bool {
    guard let first = clause.first(where: { scan.reading.tokens[$0].kind != .mark }) else { return false }
    let last = scan.reading.tokens[clause.upperBound - 1]
    return last.kind == .mark && last.mark == UInt8(ascii: ",")
      && (scan.sentence.phrases.longest(scan.reading.classes.condition, at: first) != nil
        || scan.sentence.phrases.longest(scan.classes.temporal, at: first) != nil)
      && !scan.sentence.has(scan.classes.choice, in: clause)
  }

  /// The end of the clause that tells the time of the one before: "… before it is published".
  private static func temporal(after end: Int, _ scan: PostureScan) -> Int {
    let sentence = scan.sentence
    guard end < sentence.tokens.upperBound, sentence.phrases.longest(scan.classes.temporal, at: end) != nil
    else { return end }
    let clause = sentence.clause(of: end)
    var upper = end
    while upper < sentence.tokens.upperBound, upper - end < 10, sentence.clause(of: upper) == clause {
      upper += 1
    }
    return upper
  }
}
