import Claims
import Facts
import Language
import RuleFormat

/// Claims of certificates, awards and a clean record.
extension PostureComparison {
  func certification(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.settings["limited"] == nil, !isPast(claim) else {
      return nil
    }
    guard let standard = claim.settings["standard"] else { return review(claim, at: moment) }
    if let entry = index.entries(.certification).first(where: { $0.standard == standard }) {
      return held(entry, claim, at: moment)
    }
    // An assessment that is a control of its own.
    for entry in index.entries(.control) where entry.standard == standard {
      switch entry.fact.word(asOf: moment) {
      case "absent", "retired":
        return outcome(.contradicted, "certification-missing", [entry], at: moment, claim: claim)
      case "planned": return outcome(.contradicted, "control-planned", [entry], at: moment, claim: claim)
      case "partial": return outcome(.overstated, "certification-scope", [entry], at: moment, claim: claim)
      case "in_place": return .supported
      default: break
      }
    }
    return Outcome(.unsupported, "certification-missing", values: ["subject": reading.text(claim.tokens)])
  }

  /// True where the text says that a certificate has run out, or is yet to come.
  private func isPast(_ claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    let extent = sentence.extent(ofClauseAt: claim.tokens.lowerBound)
    return sentence.has(lapsed, in: extent) || sentence.has(willBe, in: extent)
  }

  private func held(_ entry: PostureEntry, _ claim: Claim, at moment: Instant) -> Outcome? {
    guard let revision = entry.fact.revision(asOf: moment) else { return nil }
    switch revision.word {
    case "none": return outcome(.contradicted, "certification-missing", [entry], at: moment, claim: claim)
    case "expired": return outcome(.contradicted, "certification-expired", [entry], at: moment, claim: claim)
    default: break
    }
    if let end = revision["expires"]?.time?.end, end <= moment.seconds {
      return outcome(
        .contradicted, "certification-expired", [entry], at: moment, claim: claim,
        stated: revision["expires"]?.text ?? "")
    }
    if let start = revision["issued"]?.time?.start, start > moment.seconds {
      return outcome(.contradicted, "certification-missing", [entry], at: moment, claim: claim)
    }
    if claim.settings["word"] == "certified", isReport(revision) {
      return outcome(
        .overstated, "certification-wrong-word", [entry], at: moment, claim: claim,
        stated: revision["kind"]?.text ?? "")
    }
    let scope = revision.items("scope").flatMap { index.words.words(of: $0) }
    if claim.settings["total"] != nil, !scope.isEmpty, scope.shared(with: sentences[claim.sentence]) == 0 {
      return outcome(
        .overstated, "certification-scope", [entry], at: moment, claim: claim,
        stated: revision.items("scope").joined(separator: ", "))
    }
    return .supported
  }

  /// True where the sheet calls the evidence a report, an assessment or a programme.
  private func isReport(_ revision: Revision) -> Bool {
    revision.items("kind").contains { kind in
      let tokens = index.words.tokens(Folding.words(of: kind))
      let phrases = PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: reading.vocabulary)
      return tokens.indices.contains { phrases.longest(report, at: $0) != nil }
    }
  }

  /// An independent review without a name.
  private func review(_ claim: Claim, at moment: Instant) -> Outcome? {
    let held = index.entries(.certification).filter { entry in
      guard let revision = entry.fact.revision(asOf: moment) else { return false }
      return revision.word != "none" && revision.word != "expired"
        && (revision["expires"]?.time?.end.map { $0 > moment.seconds } ?? true)
    }
    let tests = index.entries(.control).filter { entry in
      entry.fact.word(asOf: moment) == "in_place"
        && entry.labels.contains {
          $0.contains { ["=pentest", "=audit", "=securitytest"].contains($0.text) }
        }
    }
    if !tests.isEmpty { return .supported }
    guard let first = held.first else {
      guard index.posture.certifications != nil || !index.posture.controls.isEmpty else {
        return unlisted(claim)
      }
      return Outcome(.unsupported, "certification-missing", values: ["subject": reading.text(claim.tokens)])
    }
    let near = reading.sentences.indices.filter { abs($0 - claim.sentence) < 4 }.flatMap { sentences[$0] }
    let limited = held.allSatisfy { entry in
      let scope =
        entry.fact.revision(asOf: moment)?.items("scope").flatMap { index.words.words(of: $0) }.filter {
          !$0.isWeak
        } ?? []
      return !scope.isEmpty && scope.shared(with: near) * 2 < scope.count
    }
    return limited
      ? outcome(.overstated, "certification-scope", [first], at: moment, claim: claim) : .supported
  }

  func award(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, let awards = index.posture.awards else { return nil }
    let words = sentences[claim.sentence].filter {
      $0.start >= claim.tokens.lowerBound && $0.end <= claim.tokens.upperBound
    }
    if claim.topic == "praised", !awards.isEmpty { return .supported }
    let isListed = awards.contains { award in
      let text = (award.items("name") + award.items("issuer") + [award.latest?.raw ?? ""]).joined(
        separator: " ")
      return words.shared(with: index.words.words(of: text)) * 2 >= words.count
    }
    if isListed { return .supported }
    return Outcome(
      .unsupported, "award-missing",
      facts: [
        FactCitation(
          path: index.sheet.path, pointer: index.posture.section.pointer + "/awards",
          line: index.posture.section.member("awards")?.line ?? 1, value: awards.isEmpty ? "[]" : "")
      ],
      values: ["subject": reading.text(claim.tokens)])
  }

  func history(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed else { return nil }
    guard let breaches = index.posture.breaches else {
      return Outcome(.unsupported, "posture-no-record", values: ["subject": reading.text(claim.tokens)])
    }
    let known = breaches.filter { breach in
      guard let revision = breach.revision(asOf: moment) else { return false }
      return revision["at"]?.time?.start.map { $0 <= moment.seconds } ?? true
    }
    guard let first = known.first else { return .supported }
    return Outcome(
      .contradicted, "breached-before", facts: known.prefix(3).map { FactCitation($0, at: moment) },
      values: ["subject": first.items("id").first ?? first.latest?.raw ?? "", "known": String(known.count)])
  }
}
