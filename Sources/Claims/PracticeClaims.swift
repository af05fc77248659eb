import Language

/// Claims about what is done with data: a verb of a family (collect, share, sell, log, delete, …), what it is done to, and to whom
/// data goes. `topic` is the family; settings tell how far the claim reaches.
enum PracticeClaims {
  static func read(_ scan: PostureScan, into claims: inout [Claim]) {
    let sentence = scan.sentence
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      if let match = sentence.phrases.longest(scan.classes.denied, at: token) {
        claims.append(denied(match, scan))
        token = match.end
      } else if let match = sentence.phrases.longest(scan.classes.consented, at: token) {
        claims.append(consented(match, scan))
        token = match.end
      } else if let match = sentence.phrases.longest(scan.classes.action, at: token) {
        if let claim = practice(match, topic: scan.symbol(match), scan) { claims.append(claim) }
        token = match.end
      } else if let match = sentence.phrases.longest(scan.classes.transfer, at: token) {
        if hasRecipient(match, scan), let claim = practice(match, topic: "share", scan) {
          claims.append(claim)
        }
        token = match.end
      } else {
        token += 1
      }
    }
  }

  /// A denial in one word: "zero logs".
  private static func denied(_ match: PhraseMatch, _ scan: PostureScan) -> Claim {
    let range = match.start..<match.end
    var claim = scan.claim(
      .practice, scan.symbol(match), tokens: range, target: range,
      settings: ["general": "yes", "total": "yes"])
    claim.status.polarity = .negated
    return claim
  }

  /// A practice that waits for consent, however it is put: "never without your consent", "only with your permission".
  private static func consented(_ match: PhraseMatch, _ scan: PostureScan) -> Claim {
    let range = match.start..<match.end
    let tokens = scan.clauseWindow(around: range, before: 6, after: 0)
    var claim = scan.claim(.practice, "consent", tokens: scan.trimmed(tokens), target: range, settings: [:])
    claim.status.polarity = .affirmed
    return claim
  }

  /// True where the clause of a verb names somebody who receives.
  private static func hasRecipient(_ match: PhraseMatch, _ scan: PostureScan) -> Bool {
    let window = scan.clauseWindow(around: match.start..<match.end, before: 0, after: 12)
    return scan.sentence.has(scan.classes.recipient, in: match.end..<max(match.end, window.upperBound))
  }

  private static func practice(_ match: PhraseMatch, topic family: String, _ scan: PostureScan) -> Claim? {
    let verb = match.start..<match.end
    var topic = family
    let byReader = topic == "optout" || topic == "consent"
    guard byReader || !isDoneByOthers(verb, scan) else { return nil }
    if topic == "access" || topic == "read" {
      guard hasReader(before: verb, scan) else { return nil }
      topic = "read"
    }
    let isOwn = !scan.sentence.has(
      scan.classes.staff, in: scan.clauseWindow(around: verb, before: 9, after: 0))
    let sentence = scan.sentence
    let classes = scan.classes
    let language = scan.reading.classes
    var window = scan.clauseWindow(around: verb, before: 10, after: 12)
    // "… is kept and is used": the subject stands in the clause before.
    if sentence.phrases.longest(scan.reading.classes.coordinator, at: window.lowerBound) != nil,
      !sentence.has(classes.data, in: window), !sentence.has(classes.general, in: window)
    {
      window = scan.window(around: verb, before: 14, after: 0).lowerBound..<window.upperBound
    }
    var settings: [String: String] = [:]
    var span = verb
    var mentions: [DataMention] = []
    let named = sentence.all(classes.data, in: window)
    let weak = sentence.all(classes.weakData, in: window).filter { word in
      !named.contains { $0.start < word.end && word.start < $0.end }
    }
    for phrase in (named + weak).sorted(by: { $0.start < $1.start })
    where !verb.overlaps(phrase.start..<phrase.end) {
      let tokens = phrase.start..<phrase.end
      mentions.append(
        DataMention(type: scan.symbol(phrase), span: scan.reading.prose(tokens), tokens: tokens))
    }
    let general = sentence.all(classes.general, in: window).first { !verb.overlaps($0.start..<$0.end) }
    if let general {
      settings["general"] = general.start >= verb.lowerBound || mentions.isEmpty ? "yes" : nil
    }
    if sentence.has(classes.object, in: verb) { settings["general"] = "yes" }
    if topic == "delete", sentence.has(classes.temporal, in: sentence.tokens) {
      settings["afterwards"] = "yes"
    }
    if isOwn { settings["own"] = "yes" }
    if sentence.has(classes.incapable, in: window) { settings["capability"] = "yes" }
    let isPerson =
      verb.upperBound < window.upperBound
      && sentence.phrases.longest(classes.address, at: verb.upperBound) != nil
    if isPerson { settings["general"] = "yes" }
    let after = verb.upperBound..<max(window.upperBound, verb.upperBound)
    if let object = mentions.first(where: { $0.tokens.lowerBound >= verb.upperBound }) {
      span = PostureScan.join(span, object.tokens)
    } else if let object = mentions.last {
      span = PostureScan.join(span, object.tokens)
    } else if let general {
      span = PostureScan.join(span, general.start..<general.end)
    }
    if let recipient = sentence.first(classes.recipient, in: after) {
      settings["recipient"] = "third"
      span = PostureScan.join(span, recipient.start..<recipient.end)
    }
    if let period = period(in: after, scan) { settings["within"] = String(period) }
    if sentence.has(classes.authority, in: after) { settings["authority"] = "yes" }
    if sentence.has(language.total, in: window) { settings["total"] = "yes" }
    if sentence.has(language.exclusive, in: window) { settings["only"] = "yes" }
    if sentence.has(classes.limiter, in: scan.window(around: verb, before: 12, after: 12)) {
      settings["limited"] = "yes"
    }
    if let now = sentence.first(classes.immediate, in: window) {
      settings["immediate"] = "yes"
      span = PostureScan.join(span, now.start..<now.end)
    }
    var claim = scan.claim(.practice, topic, tokens: span, target: verb, settings: settings)
    claim.data = mentions
    for cue in claim.cues where cue.role == "negation" || cue.role == "rejected" {
      if let token = scan.token(ofCue: cue), verb.lowerBound - token < 9 {
        span = PostureScan.join(span, token..<token + 1)
      }
    }
    if settings["only"] != nil || byReader {
      let whole = scan.clauseWindow(around: span, before: 0, after: 9)
      span = span.lowerBound..<whole.upperBound
    }
    claim.tokens = scan.trimmed(span)
    span = claim.tokens
    claim.span = scan.reading.prose(span)
    return claim
  }

  /// The seconds of a period that the words name: "24 hours".
  private static func period(in range: Range<Int>, _ scan: PostureScan) -> Int? {
    let tokens = scan.reading.tokens
    for token in range where token + 1 < range.upperBound {
      let number =
        tokens[token].kind == .number
        ? Int(scan.reading.text(token..<token + 1))
        : scan.sentence.phrases.longest(scan.classes.number, at: token)?.number
      guard let count = number, (1..<10_000).contains(count),
        let unit = scan.sentence.phrases.longest(scan.classes.unit, at: token + 1), let size = unit.number
      else { continue }
      return count * size * (scan.symbol(unit) == "m" ? 2_629_746 : 1)
    }
    return nil
  }

  /// True where somebody else than the organisation acts: "the data you share", "advertisers collect".
  private static func isDoneByOthers(_ verb: Range<Int>, _ scan: PostureScan) -> Bool {
    let sentence = scan.sentence
    let clause = sentence.clause(of: verb.lowerBound)
    var token = verb.lowerBound - 1
    while token >= sentence.tokens.lowerBound, verb.lowerBound - token <= 4,
      sentence.clause(of: token) == clause
    {
      if sentence.phrases.longest(scan.classes.ours, at: token) != nil { return false }
      if let match = sentence.phrases.longest(scan.classes.you, at: token), match.end <= verb.lowerBound {
        return true
      }
      token -= 1
    }
    return false
  }

  /// Reading counts as a practice where the organisation or its people read.
  private static func hasReader(before verb: Range<Int>, _ scan: PostureScan) -> Bool {
    let window = scan.clauseWindow(around: verb, before: 9, after: 0)
    for token in window.lowerBound..<verb.lowerBound {
      for type in [scan.classes.staff, scan.classes.organisation]
      where scan.sentence.phrases.longest(type, at: token) != nil {
        return true
      }
    }
    let after = scan.clauseWindow(around: verb, before: 0, after: 6)
    if scan.sentence.has(scan.classes.own, in: verb.upperBound..<max(verb.upperBound, after.upperBound)) {
      return true
    }
    let reader = scan.reading.vocabulary.type("posture.reader")
    return (window.lowerBound..<verb.lowerBound).contains {
      scan.sentence.phrases.longest(reader, at: $0) != nil
    }
  }
}
