import Claims
import Facts
import Language

/// Compares claims about standing security (controls, cryptography, practices, certifications, history) with the posture.
struct PostureComparison {
  let index: PostureIndex
  let ontology: Ontology
  let reading: DocumentReading
  let context: DocumentContext
  let status: StatusReader
  let ability: UInt32
  let limiter: UInt32
  let frequency: UInt32
  let general: UInt32
  let report: UInt32
  let planned: UInt32
  let bare: UInt32
  let option: UInt32
  let forbidding: UInt32
  let lacking: UInt32
  let portion: UInt32
  let willBe: UInt32
  let invitation: UInt32
  let stop: UInt32
  let lapsed: UInt32
  let adjunct: UInt32
  let build: UInt32
  let ended: UInt32
  let loggable: UInt32
  let anyone: UInt32
  let recipient: UInt32
  let trackable: UInt32
  let data: UInt32
  /// The words of each sentence.
  let sentences: [[ContentWord]]

  init(index: PostureIndex, ontology: Ontology, reading: DocumentReading, context: DocumentContext) {
    self.index = index
    self.ontology = ontology
    self.reading = reading
    self.context = context
    status = StatusReader(reading)
    ability = reading.vocabulary.type("posture.ability")
    limiter = reading.vocabulary.type("posture.limiter")
    frequency = reading.vocabulary.type("posture.frequency")
    general = reading.vocabulary.type("posture.general")
    option = reading.vocabulary.type("posture.option")
    forbidding = reading.vocabulary.type("posture.forbid")
    lacking = reading.vocabulary.type("posture.without")
    portion = reading.vocabulary.type("posture.portion")
    willBe = reading.vocabulary.type("posture.willbe")
    invitation = reading.vocabulary.type("posture.invitation")
    stop = reading.vocabulary.type("posture.stop")
    adjunct = reading.vocabulary.type("posture.adjunct")
    build = reading.vocabulary.type("posture.build")
    ended = reading.vocabulary.type("posture.ended")
    loggable = reading.vocabulary.type("posture.loggable")
    anyone = reading.vocabulary.type("posture.anyone")
    recipient = reading.vocabulary.type("posture.recipient")
    lapsed = reading.vocabulary.type("posture.lapsed")
    trackable = reading.vocabulary.type("posture.trackable")
    data = reading.vocabulary.type("data")
    bare = reading.vocabulary.type("crypto.bare")
    planned = reading.vocabulary.type("posture.planned")
    report = reading.vocabulary.type("posture.report")
    sentences = reading.sentences.map { index.words.words(in: $0, of: reading, range: $0.tokens) }
  }

  /// Nil where the posture has nothing to do with the claim.
  func judge(_ claim: Claim, index number: Int) -> Judgement? {
    guard isFirm(claim) else { return nil }
    let present = outcome(of: claim, at: context.now)
    let then = context.then.flatMap { outcome(of: claim, at: $0) }
    // What is unknown by now keeps the judgement of its day.
    guard let now = present ?? then else { return nil }
    if present == nil || (now.isUnlisted && then.map { !$0.isUnlisted } == true), let then {
      return Outcome.judgement(claim: number, of: claim.status, then: then, now: then)
    }
    if now.verdict != .supported, isAllowed(claim) {
      return Outcome.judgement(claim: number, of: claim.status, then: nil, now: .supported)
    }
    return Outcome.judgement(claim: number, of: claim.status, then: then, now: now)
  }

  private func outcome(of claim: Claim, at moment: Instant) -> Outcome? {
    switch (claim.kind, claim.topic) {
    case (.practice, "collect-only"): collectedOnly(claim, at: moment)
    case (.practice, "statement"): associated(claim, at: moment)
    case (.practice, _): practice(claim, at: moment)
    case (.control, "encryption"): encryption(claim, at: moment)
    case (.control, _): control(claim, at: moment)
    case (.security, "comfort"): comfort(claim, at: moment)
    case (.security, "measures"), (.security, "kept"): measures(claim, at: moment)
    case (.certification, "award"), (.certification, "praised"): award(claim, at: moment)
    case (.certification, _): certification(claim, at: moment)
    case (.history, _): history(claim, at: moment)
    case (.promise, _): promise(claim)
    default: nil
    }
  }

  // MARK: - What the comparisons share

  /// A statement without doubt: "can" is no doubt, "may" is.
  private func isFirm(_ claim: Claim) -> Bool {
    switch claim.status.certainty {
    case .asserted: return true
    case .hedged:
      let sentence = reading.sentences[claim.sentence]
      return claim.cues.allSatisfy { cue in
        guard cue.role == "hedge" else { return true }
        return sentence.tokens.contains {
          Int(reading.tokens[$0].start) == cue.range.lowerBound
            && sentence.phrases.longest(ability, at: $0) != nil
        }
      }
    case .evidential, .unknown: return false
    }
  }

  /// The words of the clause around the claim.
  func words(around claim: Claim) -> [ContentWord] {
    let extent = reading.sentences[claim.sentence].extent(ofClauseAt: claim.tokens.lowerBound)
    let range =
      min(extent.lowerBound, claim.tokens.lowerBound)..<max(extent.upperBound, claim.tokens.upperBound)
    return sentences[claim.sentence].filter { $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }

  /// True where a sentence that the sheet allows says the same.
  private func isAllowed(_ claim: Claim) -> Bool {
    let clause = words(around: claim)
    // The scope or note of a fact that is in place says it nearly in the same words.
    if clause.count >= 3,
      index.scopes.contains(where: { scope in
        ["in_place", "full", "yes"].contains(index.entries[scope.entry].fact.word(asOf: context.now))
          && clause.shared(with: scope.words) * 4 >= clause.count * 3
      })
    {
      return true
    }
    guard !index.allowed.isEmpty else { return false }
    let sentence = sentences[claim.sentence]
    return index.allowed.contains { text in
      (clause.count >= 2 && clause.shared(with: text) * 10 >= clause.count * 7)
        || (sentence.count >= 3 && sentence.shared(with: text) * 10 >= sentence.count * 7)
    }
  }

  /// True where the text itself tells the exceptions or the extent of a partial fact, near the claim or elsewhere in it.
  func isDisclosed(_ revision: Revision, near claim: Claim) -> Bool {
    let texts = revision.items("exceptions") + revision.items("scope")
    guard !texts.isEmpty else { return false }
    let clause = words(around: claim)
    if namesExceptions(revision, besides: clause, near: claim) { return true }
    for text in texts {
      let wanted = index.words.words(of: text).filter { !clause.has($0) }
      guard wanted.count >= 3 else { continue }
      let block = reading.sentences[claim.sentence].block
      for other in max(0, block - 1)...block + 1 {
        let near = reading.sentences.indices.filter { reading.sentences[$0].block == other }.flatMap {
          sentences[$0]
        }
        if wanted.shared(with: near) * 10 >= wanted.count * 6 { return true }
      }
    }
    return false
  }

  /// True where the sentence, or the next one, names an exception of a word or two: "contractors do not yet".
  private func namesExceptions(_ revision: Revision, besides clause: [ContentWord], near claim: Claim) -> Bool
  {
    let block = reading.sentences[claim.sentence].block
    let near = (claim.sentence...claim.sentence + 1)
      .filter { $0 < sentences.count && reading.sentences[$0].block == block }.flatMap { sentences[$0] }
    return revision.items("exceptions").contains { text in
      let wanted = index.words.words(of: text)
      return (1...2).contains(wanted.count) && wanted.contains { !$0.isWeak }
        && wanted.shared(with: near) == wanted.count
        && wanted.shared(with: clause) < wanted.count
    }
  }

  /// True where the sentence begins with what it is limited to: "With a passphrase of your own, we cannot read your files".
  func isNarrowed(_ claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    guard let first = sentence.tokens.first(where: { reading.tokens[$0].kind != .mark }),
      sentence.phrases.longest(adjunct, at: first) != nil
    else { return false }
    return (first + 2..<max(first + 2, claim.tokens.lowerBound)).contains {
      reading.tokens[$0].kind == .mark && reading.tokens[$0].mark == UInt8(ascii: ",")
    } && !sentence.has(reading.classes.total, in: first..<claim.tokens.lowerBound)
  }

  /// An outcome that cites entries.
  func outcome(
    _ verdict: Verdict, _ reason: String, _ entries: [PostureEntry], at moment: Instant, claim: Claim,
    stated: String = "",
    span: Range<Int>? = nil
  ) -> Outcome {
    var values = ["stated": stated]
    values["subject"] = entries.first.map { String($0.key.map { $0 == "_" || $0 == "-" ? " " : $0 }) }
    values["known"] = entries.first.map { described($0.fact, at: moment) }
    return Outcome(
      verdict, reason, facts: entries.prefix(3).map { FactCitation($0.fact, at: moment) }, values: values,
      span: span)
  }

  /// The value of a fact as messages print it: `partial`.
  private func described(_ fact: Fact, at moment: Instant) -> String {
    String(fact.word(asOf: moment).map { $0 == "_" ? " " : $0 })
  }

  /// The worst of several outcomes.
  static func worst(_ outcomes: [Outcome]) -> Outcome? {
    outcomes.min { $0.verdict.precedence < $1.verdict.precedence }
  }
}

extension Outcome {
  /// True where the sheet only lacks an entry.
  var isUnlisted: Bool { reason == "posture-no-record" }
}
