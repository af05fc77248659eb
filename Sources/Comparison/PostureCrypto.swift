import Claims
import Facts
import Language

/// Claims about encryption, and comfort about stored and sent data.
extension PostureComparison {
  func encryption(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, !isToCome(claim) else { return nil }
    let entries = protections(claim)
    guard !entries.isEmpty else { return unlisted(claim) }
    // Without a place and without "all", one protection that is in place is enough.
    if claim.settings["places"]?.isEmpty != false, claim.settings["total"] == nil {
      return entries.compactMap { protection([$0], claim, at: moment) }.max {
        $0.verdict.precedence < $1.verdict.precedence
      }
    }
    return protection(entries, claim, at: moment)
  }

  /// True where the text says that the protection is still to be built.
  private func isToCome(_ claim: Claim) -> Bool {
    let sentence = reading.sentences[claim.sentence]
    let extent = sentence.extent(ofClauseAt: claim.tokens.lowerBound)
    return sentence.has(willBe, in: extent) || sentence.has(ended, in: extent)
      || (sentence.has(reading.classes.future, in: extent) && sentence.has(build, in: extent))
  }

  func comfort(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed, claim.settings["limited"] == nil else { return nil }
    let entries = protections(claim)
    guard !entries.isEmpty, let outcome = protection(entries, claim, at: moment),
      outcome.verdict != .supported
    else { return nil }
    return outcome
  }

  /// The entries of the crypto section that the claim's words are about.
  private func protections(_ claim: Claim) -> [PostureEntry] {
    var places = (claim.settings["places"] ?? "").split(separator: ",").map(String.init)
    if places.contains("end_to_end") { places = ["end_to_end"] }
    if claim.topic == "comfort", places.contains("at_rest") { places.append("backups") }
    var entries = places.compactMap { index.crypto($0) }
    if entries.isEmpty, places.isEmpty || claim.topic == "encryption" && places == ["passwords"] {
      entries = ["at_rest", "in_transit"].compactMap { index.crypto($0) }
      if entries.isEmpty { entries = ["end_to_end"].compactMap { index.crypto($0) } }
    }
    return entries
  }

  /// The worst of what some entries say about a claim that all of it is protected.
  func protection(_ entries: [PostureEntry], _ claim: Claim, at moment: Instant) -> Outcome? {
    var outcomes: [Outcome] = []
    for entry in entries {
      guard let revision = entry.fact.revision(asOf: moment), !revision.isUnknown else { continue }
      let prefix = entry.key == "end_to_end" ? "end-to-end" : "crypto"
      switch revision.word {
      case "none":
        outcomes.append(
          outcome(
            .contradicted, prefix == "crypto" ? "crypto-none" : "end-to-end-unsupported", [entry], at: moment,
            claim: claim))
      case "partial":
        if isDisclosed(revision, near: claim) || isInScope(revision, claim) || tellsExceptions(claim)
          || isNarrowed(claim)
        {
          outcomes.append(.supported)
        } else {
          outcomes.append(
            outcome(
              .overstated, prefix == "crypto" ? "crypto-partial" : "end-to-end-unsupported", [entry],
              at: moment, claim: claim))
        }
      case "full":
        if let other = algorithmGap(revision, claim) {
          outcomes.append(
            outcome(.overstated, "crypto-algorithm", [entry], at: moment, claim: claim, stated: other))
        } else {
          outcomes.append(.supported)
        }
      default: break
      }
    }
    return Self.worst(outcomes)
  }

  /// True where the sentence of a claim, or the next one of its block, tells what is not protected.
  private func tellsExceptions(_ claim: Claim) -> Bool {
    let block = reading.sentences[claim.sentence].block
    for other in claim.sentence...claim.sentence + 1
    where other < reading.sentences.count && reading.sentences[other].block == block {
      if reading.sentences[other].has(bare, in: reading.sentences[other].tokens) { return true }
    }
    return false
  }

  /// True where the claim is about no more than what the scope of a partial protection names.
  private func isInScope(_ revision: Revision, _ claim: Claim) -> Bool {
    guard claim.settings["total"] == nil else { return false }
    let words = words(around: claim).filter { !$0.isWeak && !$0.text.hasPrefix("=encryption") }
    let scope = revision.items("scope").flatMap { index.words.words(of: $0) }.filter { !$0.isWeak }
    let exceptions = revision.items("exceptions").flatMap { index.words.words(of: $0) }.filter { !$0.isWeak }
    guard words.contains(where: { scope.has($0) }) else { return false }
    return !words.contains { exceptions.has($0) }
  }

  /// A key length in the claim that the recorded algorithm does not have.
  private func algorithmGap(_ revision: Revision, _ claim: Claim) -> String? {
    let recorded = revision.items("algorithm").joined(separator: " ")
    guard !recorded.isEmpty else { return nil }
    let lengths = ["128", "192", "256", "512", "1024", "2048", "4096"]
    let stated = lengths.filter { length in
      claim.tokens.contains { reading.text($0..<$0 + 1).contains(length) }
    }
    let known = lengths.filter { recorded.contains($0) }
    guard !stated.isEmpty, !known.isEmpty, Set(stated).isDisjoint(with: known) else { return nil }
    return stated.joined(separator: ", ")
  }

  /// Praise of measures in general, against what is recorded as missing.
  func measures(_ claim: Claim, at moment: Instant) -> Outcome? {
    guard claim.status.polarity == .affirmed else { return nil }
    let sentence = reading.sentences[claim.sentence]
    if claim.topic == "kept", sentence.has(limiter, in: sentence.extent(ofClauseAt: claim.tokens.lowerBound))
    {
      return nil
    }
    let gaps = index.entries.filter { entry in
      let word = entry.fact.word(asOf: moment)
      switch entry.section {
      case .control: return ["absent", "partial", "retired"].contains(word)
      case .crypto:
        return entry.key == "provider_can_read" || entry.key == "end_to_end"
          ? false : ["none", "partial"].contains(word)
      default: return false
      }
    }
    guard !gaps.isEmpty else { return nil }
    let missing = gaps.filter { ["absent", "none", "retired"].contains($0.fact.word(asOf: moment)) }
    return outcome(
      .overstated, "measures-gap", missing + gaps.filter { gap in !missing.contains { $0.key == gap.key } },
      at: moment, claim: claim)
  }
}
