import Language
import RuleFormat

/// Claims that a pattern of `Rules/` finds whole.
enum PatternClaims {
  static func read(
    _ reading: DocumentReading, sentence index: Int, status reader: StatusReader, into claims: inout [Claim]
  ) {
    let sentence = reading.sentences[index]
    guard !sentence.matches.isEmpty else { return }
    let vocabulary = reading.vocabulary
    let matcher = PatternMatcher(vocabulary: reading.vocabulary)
    for match in longest(sentence.matches, matcher: matcher) {
      let info = matcher.info(match.pattern)
      guard let kind = ClaimKind(rawValue: vocabulary.tables.string(info.kind)) else { continue }
      let settings = settings(vocabulary.tables.string(info.arguments))
      // Cues inside the quoted words count where the pattern says so: "has not been contained".
      let target =
        settings["cues"] == "inside" ? match.quoted.upperBound - 1..<match.quoted.upperBound : match.quoted
      let (status, cues) = reader.status(of: target, in: sentence)
      var claim = Claim(
        kind: kind, topic: vocabulary.tables.string(info.topic), settings: settings,
        span: reading.prose(match.quoted),
        tokens: match.quoted, sentence: index, status: status)
      claim.cues = cues
      if status.polarity == .negated,
        let first = cues.filter({ quotable.contains($0.role) }).map(\.range.lowerBound).min(),
        first < claim.span.lowerBound
      {
        claim.span = first..<claim.span.upperBound
      }
      claim.rule = vocabulary.tables.string(info.rule)
      claims.append(claim)
    }
  }

  /// Roles of cues that a quotation of a denial should show.
  private static let quotable: Set<String> = ["evidential", "negation", "disbelief"]

  /// `a=b c=d` → a dictionary.
  static func settings(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    for pair in text.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
    }
    return result
  }

  /// Of the matches of one topic that overlap, the one that quotes most.
  private static func longest(_ matches: [PatternMatcher.Match], matcher: PatternMatcher) -> [PatternMatcher
    .Match]
  {
    var kept: [PatternMatcher.Match] = []
    for match in matches {
      let topic = matcher.info(match.pattern).topic
      if let rival = kept.lastIndex(where: {
        $0.quoted.overlaps(match.quoted) && matcher.info($0.pattern).topic == topic
      }) {
        if match.quoted.count > kept[rival].quoted.count { kept[rival] = match }
      } else {
        kept.append(match)
      }
    }
    return kept
  }
}
