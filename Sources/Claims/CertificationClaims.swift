import Language

/// Claims of certificates, reports, compliance with a named standard, and awards. The setting `standard` is the id of the standard
/// in the lexicon, `word` what is claimed of it.
enum CertificationClaims {
  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      if let match = sentence.phrases.longest(scan.classes.standard, at: token) {
        if let claim = certification(match, scan) { claims.append(claim) }
        token = match.end
      } else if let match = sentence.phrases.longest(scan.classes.award, at: token) {
        if let claim = award(match, scan) { claims.append(claim) }
        token = match.end
      } else {
        token += 1
      }
    }
  }

  private static func certification(_ match: PhraseMatch, _ scan: PostureScan) -> Claim? {
    let range = match.start..<match.end
    if scan.sentence.phrases.longest(scan.classes.organisation, at: match.start) != nil { return nil }
    let window = scan.clauseWindow(around: range, before: 6, after: 5)
    // "HIPAA secure": some words count only beside the name.
    let words = scan.sentence.all(scan.classes.certified, in: window).filter {
      scan.symbol($0) != "close" || distance($0, range) == 0
    }
    guard let word = words.min(by: { distance($0, range) < distance($1, range) }) else { return nil }
    let span = PostureScan.join(range, word.start..<word.end)
    var settings = ["standard": scan.symbol(match), "word": scan.symbol(word)]
    settings["total"] = scan.sentence.has(scan.reading.classes.total, in: window) ? "yes" : nil
    settings["limited"] = scan.sentence.has(scan.classes.limiter, in: window) ? "yes" : nil
    return scan.claim(
      .certification, "standard", tokens: span, target: word.start..<word.end, settings: settings)
  }

  private static func distance(_ match: PhraseMatch, _ range: Range<Int>) -> Int {
    match.start >= range.upperBound ? match.start - range.upperBound : range.lowerBound - match.end
  }

  /// An award with a name of its own: capitalised words before the word, "of the year" or a year after it.
  private static func award(_ match: PhraseMatch, _ scan: PostureScan) -> Claim? {
    let tokens = scan.reading.tokens
    var first = match.start
    while first > scan.sentence.tokens.lowerBound, match.start - first < 6, tokens[first - 1].kind != .mark,
      tokens[first - 1].shape.contains(.capitalised)
    {
      first -= 1
    }
    guard match.start - first >= 2 || (first < match.start && first > scan.sentence.tokens.lowerBound) else {
      return nil
    }
    return scan.claim(
      .certification, "award", tokens: first..<match.end, target: first..<match.end, settings: [:])
  }
}
