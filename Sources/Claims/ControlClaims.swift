import Language

/// Claims that data is encrypted, and words of comfort about data that is stored or sent. The setting `places` names the entries
/// of a sheet's `crypto` section that the words are about.
enum ControlClaims {
  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    var token = sentence.tokens.lowerBound
    var last = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      let hash = sentence.phrases.longest(scan.classes.hash, at: token)
      if let match = sentence.phrases.longest(scan.classes.encryption, at: token) ?? hash {
        let range = match.start..<match.end
        if hash != nil,
          !places(in: scan.window(around: range, before: 9, after: 8), scan).names.contains("passwords")
        {
          token = match.end
          continue
        }
        // One claim for "end-to-end, 256-bit AES encryption".
        if let claim = encryption(range, scan), claim.tokens.upperBound > last {
          if let previous = claims.last, previous.topic == "encryption", previous.sentence == scan.index,
            claim.tokens.lowerBound - previous.tokens.upperBound < 3
          {
            claims.removeLast()
            claims.append(merged(previous, claim, scan))
          } else {
            claims.append(claim)
          }
          last = claim.tokens.upperBound
        }
        token = match.end
      } else if let match = sentence.phrases.longest(scan.classes.comfort, at: token) {
        if let claim = comfort(match.start..<match.end, scan) { claims.append(claim) }
        token = match.end
      } else {
        token += 1
      }
    }
  }

  private static func merged(_ a: Claim, _ b: Claim, _ scan: PostureScan) -> Claim {
    var claim = a
    claim.tokens = PostureScan.join(a.tokens, b.tokens)
    claim.span = scan.reading.prose(claim.tokens)
    claim.settings.merge(b.settings) { $1.isEmpty || $0.contains($1) ? $0 : $0.isEmpty ? $1 : $0 + "," + $1 }
    if b.status.polarity == .negated { claim.status.polarity = .negated }
    return claim
  }

  private static func encryption(_ range: Range<Int>, _ scan: PostureScan) -> Claim? {
    let sentence = scan.sentence
    guard sentence.phrases.longest(scan.classes.temporal, at: scan.clauseStart(of: range.lowerBound)) == nil
    else { return nil }
    // "Ransomware encrypted our servers" is no control.
    let subject = max(scan.clauseStart(of: range.lowerBound), range.lowerBound - 4)..<range.lowerBound
    let actors = [scan.classes.attacker, scan.classes.incident]
    guard !actors.contains(where: { sentence.has($0, in: subject) }) else { return nil }
    let window = scan.window(around: range, before: 9, after: 8)
    let found = places(in: window, scan)
    var settings = ["places": found.names.joined(separator: ",")]
    var span = range
    for place in found.phrases where place.end >= range.lowerBound - 6 && place.start <= range.upperBound + 5
    {
      span = PostureScan.join(span, place.start..<place.end)
    }
    settings["total"] = sentence.has(scan.reading.classes.total, in: window) ? "yes" : nil
    settings["limited"] = sentence.has(scan.classes.limiter, in: window) ? "yes" : nil
    span = scan.qualified(span)
    return scan.claim(
      .control, "encryption", tokens: span, target: range.lowerBound..<span.upperBound, settings: settings)
  }

  /// "securely stored", "over a secure connection": comfort that names a place.
  private static func comfort(_ range: Range<Int>, _ scan: PostureScan) -> Claim? {
    let window = scan.clauseWindow(around: range, before: 3, after: 3)
    let near = places(in: window, scan)
    guard !near.phrases.isEmpty else { return nil }
    var span = range
    for place in near.phrases { span = PostureScan.join(span, place.start..<place.end) }
    let wide = places(in: scan.clauseWindow(around: span, before: 0, after: 10), scan)
    for place in wide.phrases { span = PostureScan.join(span, place.start..<place.end) }
    var names = near.names
    for name in wide.names where !names.contains(name) { names.append(name) }
    var settings = ["places": names.joined(separator: ",")]
    settings["limited"] = scan.sentence.has(scan.classes.limiter, in: window) ? "yes" : nil
    settings["total"] = scan.sentence.has(scan.reading.classes.total, in: window) ? "yes" : nil
    return scan.claim(.security, "comfort", tokens: span, target: range, settings: settings)
  }

  /// The places of encryption that words name, in order, each once.
  private static func places(in window: Range<Int>, _ scan: PostureScan) -> (
    names: [String], phrases: [PhraseMatch]
  ) {
    let phrases = scan.sentence.all(scan.classes.place, in: window)
    var names: [String] = []
    for phrase in phrases where !names.contains(scan.symbol(phrase)) { names.append(scan.symbol(phrase)) }
    return (names, phrases)
  }
}
