import Language

/// Commitments: "we will refund …", "we pledge to …". Routine ones (to inform, to cooperate, to continue) are left out.
enum PromiseClaims {
  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      guard let match = sentence.phrases.longest(scan.classes.commit, at: token) else {
        token += 1
        continue
      }
      if let claim = promise(match, scan) { claims.append(claim) }
      token = match.end
    }
  }

  private static func promise(_ match: PhraseMatch, _ scan: PostureScan) -> Claim? {
    let sentence = scan.sentence
    let clause = sentence.clause(of: match.start)
    var end = match.end
    while end < sentence.tokens.upperBound, end - match.end < 20, sentence.clause(of: end) == clause {
      end += 1
    }
    while end > match.end, scan.reading.tokens[end - 1].kind == .mark { end -= 1 }
    let body = match.end..<end
    guard !body.isEmpty else { return nil }
    let opening = body.lowerBound..<min(body.lowerBound + 3, body.upperBound)
    let verb = sentence.first(scan.classes.promised, in: opening)
    // "Give a refund" binds, "give our next update" does not: the longer phrase decides.
    if let routine = sentence.first(scan.classes.routine, in: body),
      routine.start < opening.upperBound,
      verb.map({ routine.end > $0.end }) ?? (routine.end <= opening.upperBound)
    {
      return nil
    }
    var settings: [String: String] = [:]
    if sentence.has(scan.classes.remedy, in: body) { settings["remedy"] = "yes" }
    if sentence.has(scan.classes.deadline, in: body) { settings["deadline"] = "yes" }
    if sentence.has(scan.reading.classes.total, in: body) { settings["total"] = "yes" }
    if verb != nil { settings["verb"] = "yes" }
    guard
      settings["remedy"] != nil || (verb != nil && (settings["deadline"] != nil || settings["total"] != nil))
    else { return nil }
    return scan.claim(.promise, "commitment", tokens: match.start..<end, target: body, settings: settings)
  }
}
