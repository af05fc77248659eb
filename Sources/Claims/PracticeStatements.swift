import Language

/// Every clause as a statement about what is done, for sheets whose controls and practices carry names of their own choice: the
/// comparison looks up the facts whose words a clause shares. Statements that share none are no claims.
enum PracticeStatements {
  static let topic = "statement"

  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    let tokens = scan.reading.tokens
    var token = sentence.tokens.lowerBound
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
      let isTemporal = sentence.phrases.longest(scan.classes.temporal, at: token) != nil
      let isReaders =
        scan.sentence.phrases.longest(scan.classes.address, at: scan.clauseStart(of: token)) != nil
      if words >= 2, !isReaders, !isLabel, !isTemporal {
        claims.append(scan.claim(.practice, topic, tokens: token..<end, target: token..<end, settings: [:]))
      }
      token = end
    }
  }
}
