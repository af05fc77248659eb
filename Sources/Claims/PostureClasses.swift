import Language

/// Ids of the lexicon classes that the extraction of posture claims asks for.
final class PostureClasses: Sendable {
  let action: UInt32
  let denied: UInt32
  let general: UInt32
  let recipient: UInt32
  let authority: UInt32
  let you: UInt32
  let staff: UInt32
  let ours: UInt32
  let immediate: UInt32
  let limiter: UInt32
  let temporal: UInt32
  let data: UInt32
  let weakData: UInt32
  let encryption: UInt32
  let strictEncryption: UInt32
  let place: UInt32
  let comfort: UInt32
  let standard: UInt32
  let certified: UInt32
  let certification: UInt32
  let award: UInt32
  let sheetAward: UInt32
  let commit: UInt32
  let routine: UInt32
  let remedy: UInt32
  let promised: UInt32
  let attacker: UInt32
  let incident: UInt32
  let deadline: UInt32
  let organisation: UInt32
  let product: UInt32
  let habitual: UInt32
  let address: UInt32
  let number: UInt32
  let unit: UInt32
  let incapable: UInt32
  let stop: UInt32
  let transfer: UInt32
  let consented: UInt32
  let hash: UInt32
  let choice: UInt32
  let freeRelative: UInt32
  let unreal: UInt32
  let object: UInt32
  let own: UInt32

  init(_ vocabulary: Vocabulary) {
    action = vocabulary.type("posture.action")
    denied = vocabulary.type("posture.denied")
    general = vocabulary.type("posture.general")
    recipient = vocabulary.type("posture.recipient")
    authority = vocabulary.type("posture.authority")
    you = vocabulary.type("posture.you")
    staff = vocabulary.type("posture.staff")
    ours = vocabulary.type("party.own")
    immediate = vocabulary.type("posture.immediate")
    limiter = vocabulary.type("posture.limiter")
    temporal = vocabulary.type("posture.temporal")
    data = vocabulary.type("data")
    weakData = vocabulary.type("data.weak")
    encryption = vocabulary.type("crypto.encryption")
    strictEncryption = vocabulary.type("crypto.strict")
    place = vocabulary.type("crypto.place")
    comfort = vocabulary.type("posture.comfort")
    standard = vocabulary.type("posture.standard")
    certified = vocabulary.type("posture.certified")
    certification = vocabulary.type("sheet.certification")
    award = vocabulary.type("posture.award")
    sheetAward = vocabulary.type("sheet.award")
    commit = vocabulary.type("promise.commit")
    routine = vocabulary.type("promise.routine")
    remedy = vocabulary.type("promise.remedy")
    promised = vocabulary.type("promise.verb")
    attacker = vocabulary.type("attacker")
    incident = vocabulary.type("incident.any")
    deadline = vocabulary.type("promise.deadline")
    organisation = vocabulary.type("sheet.organisation")
    product = vocabulary.type("sheet.product")
    habitual = vocabulary.type("posture.habitual")
    transfer = vocabulary.type("posture.transfer")
    consented = vocabulary.type("posture.consented")
    hash = vocabulary.type("crypto.hash")
    freeRelative = vocabulary.type("posture.freerelative")
    choice = vocabulary.type("posture.choice")
    unreal = vocabulary.type("posture.unreal")
    object = vocabulary.type("posture.withobject")
    own = vocabulary.type("posture.byus")
    incapable = vocabulary.type("posture.incapable")
    stop = vocabulary.type("posture.stop")
    unit = vocabulary.type("time.unit")
    number = vocabulary.type("number.cardinal")
    address = vocabulary.type("posture.address")
  }
}

/// What the readers of posture claims share: a sentence with its classes and a status reader.
struct PostureScan {
  let reading: DocumentReading
  let index: Int
  let sentence: SentenceReading
  let status: StatusReader
  let classes: PostureClasses

  init(_ reading: DocumentReading, sentence index: Int, status: StatusReader, classes: PostureClasses) {
    self.reading = reading
    self.index = index
    sentence = reading.sentences[index]
    self.status = status
    self.classes = classes
  }

  /// A claim over some tokens, its status read at `target`.
  func claim(
    _ kind: ClaimKind, _ topic: String, tokens: Range<Int>, target: Range<Int>, settings: [String: String]
  ) -> Claim {
    let (assertion, cues) = status.status(of: target, in: sentence)
    var claim = Claim(
      kind: kind, topic: topic, settings: settings, span: reading.prose(tokens), tokens: tokens,
      sentence: index,
      status: assertion)
    claim.cues = cues
    settle(&claim, target: target)
    return claim
  }

  /// Takes an opening that tells when something is always done for no condition.
  func settle(_ claim: inout Claim, target: Range<Int>) {
    if claim.status.mood == .condition,
      isHabitual(claim.cues, before: target) || isConsequence(claim.cues, target: target)
    {
      claim.status.mood = .statement
    }
  }

  /// True where the condition stands in a clause of its own before a comma and asks for no choice of the reader: "if a recipient
  /// takes a screenshot, we tell you".
  private func isConsequence(_ cues: [Cue], target: Range<Int>) -> Bool {
    guard let cue = cues.last(where: { $0.role == "condition" }), let token = token(ofCue: cue),
      token <= target.lowerBound
    else { return false }
    // "Where you go is nobody's business": no condition.
    if sentence.phrases.longest(classes.freeRelative, at: token) != nil,
      !(token..<max(token, target.lowerBound)).contains(where: { reading.tokens[$0].kind == .mark })
    {
      return true
    }
    guard
      let comma = (token..<target.lowerBound).last(where: {
        reading.tokens[$0].kind == .mark && reading.tokens[$0].mark == UInt8(ascii: ",")
      }), comma > token + 1
    else { return false }
    return !sentence.has(classes.choice, in: token..<comma)
      && !sentence.has(classes.unreal, in: token..<sentence.tokens.upperBound)
  }

  /// True where the condition only tells when something is always done ("when you delete your account, …").
  private func isHabitual(_ cues: [Cue], before target: Range<Int>) -> Bool {
    guard let cue = cues.last(where: { $0.role == "condition" }), let token = token(ofCue: cue) else {
      return false
    }
    let start = max(sentence.tokens.lowerBound, token - 1)
    guard
      let match = sentence.phrases.longest(classes.habitual, at: token)
        ?? sentence.phrases.longest(classes.habitual, at: start),
      match.end > token
    else { return false }
    let clause = sentence.clause(of: token)
    return (match.end..<max(match.end, target.lowerBound)).contains {
      sentence.clause(of: $0) != clause
        || (reading.tokens[$0].kind == .mark && reading.tokens[$0].mark == UInt8(ascii: ","))
    }
  }

  /// The tokens around a phrase, at most so many, without those on the far side of a semicolon.
  func window(around range: Range<Int>, before: Int, after: Int) -> Range<Int> {
    var lower = range.lowerBound
    while lower > sentence.tokens.lowerBound, range.lowerBound - lower < before, !isStop(lower - 1) {
      lower -= 1
    }
    var upper = range.upperBound
    while upper < sentence.tokens.upperBound, upper - range.upperBound < after, !isStop(upper) { upper += 1 }
    return lower..<upper
  }

  /// The same, inside the clause of the phrase.
  func clauseWindow(around range: Range<Int>, before: Int, after: Int) -> Range<Int> {
    let window = window(around: range, before: before, after: after)
    let clause = sentence.clause(of: range.lowerBound)
    var lower = range.lowerBound
    while lower > window.lowerBound, sentence.clause(of: lower - 1) == clause { lower -= 1 }
    var upper = range.upperBound
    while upper < window.upperBound, sentence.clause(of: upper) == clause { upper += 1 }
    return lower..<upper
  }

  private func isStop(_ token: Int) -> Bool {
    guard reading.tokens[token].kind == .mark else { return false }
    let mark = reading.tokens[token].mark
    return mark == UInt8(ascii: ";") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?")
      || mark == UInt8(ascii: "!")
  }

  /// A range with up to two qualifying words before it: "industry-standard encryption".
  func qualified(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower > sentence.tokens.lowerBound, range.lowerBound - lower < 2,
      reading.tokens[lower - 1].kind != .mark,
      sentence.phrases.longest(classes.stop, at: lower - 1) == nil
    {
      lower -= 1
    }
    return lower..<range.upperBound
  }

  /// A range without the marks at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end - 1 > range.lowerBound, reading.tokens[end - 1].kind == .mark { end -= 1 }
    return range.lowerBound..<end
  }

  func symbol(_ match: PhraseMatch) -> String { reading.vocabulary.symbolText(match) }

  /// The first token of the clause that is a word.
  func clauseStart(of token: Int) -> Int {
    let extent = sentence.extent(ofClauseAt: token)
    return extent.first { reading.tokens[$0].kind != .mark } ?? extent.lowerBound
  }

  /// The range that holds both.
  static func join(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// The token at which a cue begins.
  func token(ofCue cue: Cue) -> Int? {
    sentence.tokens.first { Int(reading.tokens[$0].start) == cue.range.lowerBound }
  }
}
