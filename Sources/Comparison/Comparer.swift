import Claims
import Facts
import Language
import RuleFormat

/// Compares the claims of a document with fact sheets.
public struct Comparer: Sendable {
  let book: FactBook?
  let names: SheetNames?
  let ontology: Ontology
  private let ruleVerdicts: [String: Verdict]
  /// Sentences that the sheets allow.
  private let allowed: [ContentWords]
  private let postures: [PostureIndex]
  private let incidents: [(sheet: FactSheet, incident: IncidentView)]

  /// - Parameters:
  ///   - book: The sheets, or nil: then only what the text alone decides is judged.
  ///   - names: The names that were added to the vocabulary of the readings.
  ///   - vocabulary: The phrases of the rules, without those names.
  public init(book: FactBook?, names: SheetNames?, vocabulary: Vocabulary) {
    let tables = vocabulary.tables
    self.book = book
    self.names = names
    let ontology = Ontology(tables: tables)
    self.ontology = ontology
    postures = (book?.postures ?? []).map {
      PostureIndex(sheet: $0.sheet, posture: $0.posture, vocabulary: vocabulary, ontology: ontology)
    }
    var verdicts: [String: Verdict] = [:]
    for row in stride(from: 0, to: tables.rules.count, by: RuleRow.width) {
      verdicts[tables.string(tables.rules[row + RuleRow.name.rawValue])] =
        Verdict(rawValue: tables.string(tables.rules[row + RuleRow.verdict.rawValue]))
    }
    ruleVerdicts = verdicts
    incidents = (book?.incidents ?? []).map { ($0.sheet, IncidentView($0.incident)) }
    var allowed: [ContentWords] = []
    for sheet in book?.sheets ?? [] {
      for fact in sheet.posture?.claimsAllowed ?? [] {
        if let text = fact.latest.flatMap({ $0.raw ?? $0["text"]?.text }) {
          allowed.append(ContentWords(text))
        }
      }
    }
    self.allowed = allowed
  }

  /// True where the sentence says what an allowed claim or approved promise of the sheet says, in nearly its words.
  private func isAllowed(_ claim: Claim, in reading: DocumentReading) -> Bool {
    guard !allowed.isEmpty else { return false }
    let said = ContentWords(reading.text(reading.sentences[claim.sentence].tokens))
    return allowed.contains { text in
      text.stems.count > 1 && said.overlap(with: text) * 4 >= text.stems.count * 3
    }
  }

  /// True where the sheet allows the very sentence: its evidence stands behind words that would be questioned elsewhere.
  private func isBorneOut(_ claim: Claim, in reading: DocumentReading) -> Bool {
    guard !allowed.isEmpty else { return false }
    let said = ContentWords(reading.text(reading.sentences[claim.sentence].tokens))
    return allowed.contains { text in
      text.stems.count > 1 && said.overlap(with: text) * 10 >= max(text.stems.count, said.stems.count) * 9
    }
  }

  private static let absolutes = "absolute/"

  /// The sentences about goods and weather rather than data: those that name such things and nothing of information technology, and
  /// in a text of mostly such sentences all that name none of it.
  private func everydaySentences(of reading: DocumentReading) -> Set<Int> {
    let goods = reading.vocabulary.type("sec.everyday")
    let technology = reading.vocabulary.type("sec.it")
    let comfort = reading.vocabulary.type("sec.noun")
    var plain: Set<Int> = []
    var named: Set<Int> = []
    for (index, sentence) in reading.sentences.enumerated() {
      // "The ultimate protection for your boots" names no technology.
      let isTechnical = sentence.all(technology, in: sentence.tokens).contains {
        sentence.phrases.longest(comfort, at: $0.start) == nil
      }
      if isTechnical { continue }
      plain.insert(index)
      if sentence.has(goods, in: sentence.tokens) { named.insert(index) }
    }
    let isCatalogue = named.count >= 4 && named.count > reading.sentences.count - plain.count
    return isCatalogue ? plain : named
  }

  /// One judgement for each claim that differs from what is known, in the order of the claims; supported ones are given too,
  /// with the verdict `supported`.
  public func judgements(of claims: [Claim], in reading: DocumentReading, context: DocumentContext)
    -> [Judgement]
  {
    var result: [Judgement] = []
    let everyday = everydaySentences(of: reading)
    let strongest =
      claims.filter { $0.kind == .data && $0.status.polarity == .affirmed && $0.status.isOwnStatement }
      .compactMap { Ladder.exposure($0.exposure ?? "") }.max() ?? -1
    let postures = postures.map {
      PostureComparison(index: $0, ontology: ontology, reading: reading, context: context)
    }
    let affirmed = Set(
      claims.filter {
        $0.kind == .data && $0.topic.isEmpty && $0.status.polarity == .affirmed && $0.status.isOwnStatement
      }
      .flatMap { $0.data.map(\.type) })
    let incidents = self.incidents.map { sheet, incident in
      IncidentComparison(
        sheet: sheet, incident: incident, names: names, ontology: ontology, reading: reading,
        context: context,
        strongestExposure: strongest, affirmedTypes: affirmed)
    }
    for (index, claim) in claims.enumerated() where claim.status.isOwnStatement {
      if !claim.rule.isEmpty {
        guard claim.status.polarity == .affirmed, claim.status.certainty != .unknown else { continue }
        let verdict = ruleVerdicts[claim.rule] ?? .wording
        // "A subset of 7,390 people": the number is there.
        if claim.settings["yields"] == ClaimKind.count.rawValue,
          claim.tokens.contains(where: { reading.tokens[$0].kind == .number })
        {
          continue
        }
        // "Our commitment to security" over a section names its topic and claims nothing.
        let block = reading.document.blocks[reading.sentences[claim.sentence].block]
        if verdict == .wording, block.kind == .heading,
          reading.sentences[claim.sentence].phrases.longest(
            reading.vocabulary.type("pronoun.our"), at: claim.tokens.lowerBound) != nil,
          !reading.sentences[claim.sentence].has(reading.vocabulary.type("verb.be"), in: claim.tokens)
        {
          continue
        }
        if verdict != .wording, isBorneOut(claim, in: reading) { continue }
        if claim.rule.hasPrefix(Self.absolutes), everyday.contains(claim.sentence) { continue }
        result.append(Judgement(claim: index, verdict: verdict, reason: claim.topic, rule: claim.rule))
        continue
      }
      guard book != nil else { continue }
      if isAllowed(claim, in: reading) {
        result.append(Judgement(claim: index, verdict: .supported, reason: ""))
        continue
      }
      // Several incidents: the mildest verdict stands.
      let incident = incidents.compactMap { $0.judge(claim, index: index) }
        .max { $0.verdict.precedence < $1.verdict.precedence }
      let posture = postures.compactMap { $0.judge(claim, index: index) }
        .min { $0.verdict.precedence < $1.verdict.precedence }
      let judged = [incident, posture].compactMap { $0 }
      if let strongest = judged.min(by: { $0.verdict.precedence < $1.verdict.precedence }) {
        result.append(strongest)
      }
    }
    if let names { result += WithheldTerms(names: names, context: context).judgements(in: reading) }
    return result.filter { !isSettled($0, by: result, claims: claims) }
  }

  /// True where a rule of words steps back (`yields: count`) because the sheet bears out the amount it would question.
  private func isSettled(_ judgement: Judgement, by all: [Judgement], claims: [Claim]) -> Bool {
    guard !judgement.rule.isEmpty, let index = judgement.claim, let kind = claims[index].settings["yields"]
    else { return false }
    let span = claims[index].span
    return all.contains { other in
      guard other.verdict == .supported, let position = other.claim else { return false }
      return claims[position].kind.rawValue == kind && claims[position].span.overlaps(span)
    }
  }
}
