import Claims
import Comparison
import Language
import SourceText

/// The claims of one document as a list.
public struct ClaimListing: Sendable {
  let reading: DocumentReading
  private let claims: [(claim: Claim, verdict: Verdict?)]

  /// - Parameter verdicts: by index of the claim; empty where there are no facts.
  public init(reading: DocumentReading, claims: [Claim], verdicts: [Int: Verdict]) {
    self.reading = reading
    self.claims = claims.enumerated().map { ($1, verdicts[$0]) }
      .filter { $0.verdict != nil || !$0.claim.isCandidate }
  }

  /// One line a claim: place, kind and topic, how it is asserted, verdict, arguments, words, the words that decided.
  public var text: String {
    let lines = LineIndex(reading.document.source)
    return claims.map { claim, verdict in
      let place = place(of: claim, lines: lines).map { ":\($0.start.line):\($0.start.column)" } ?? ""
      var parts = ["\(reading.document.source.path)\(place):", claim.kind.rawValue]
      if !claim.topic.isEmpty, claim.topic != claim.kind.rawValue { parts.append(claim.topic) }
      parts.append("[\(words(of: claim.status).joined(separator: " "))]")
      if let verdict { parts.append(verdict.rawValue) }
      let arguments = arguments(of: claim)
      if !arguments.isEmpty {
        parts.append("(\(arguments.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))")
      }
      parts.append("“\(Printable.line(reading.document.quote(of: claim.span)))”")
      if !claim.cues.isEmpty {
        let cues = claim.cues.map { "\($0.role) “\(Printable.line(reading.document.quote(of: $0.range)))”" }
        parts.append("by \(cues.joined(separator: ", "))")
      }
      return parts.joined(separator: " ") + "\n"
    }.joined()
  }

  /// One object with the claims of several documents, each as its ``json``.
  public static func json(_ documents: [String], complete: Bool) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "claimlint/claims/1")
      writer.member("complete", complete)
      writer.key("documents")
      writer.raw("[\(documents.joined(separator: ","))]")
    }
    return writer.text + "\n"
  }

  /// The claims of this document as an object.
  public var json: String {
    var writer = JSONWriter()
    writer.object { write(into: &$0) }
    return writer.text
  }

  private func write(into writer: inout JSONWriter) {
    let lines = LineIndex(reading.document.source)
    writer.member("path", reading.document.source.path)
    writer.member(
      "claims",
      array: { writer in
        for (claim, verdict) in claims {
          writer.object { write(claim, verdict: verdict, lines: lines, into: &$0) }
        }
      })
  }

  private func write(_ claim: Claim, verdict: Verdict?, lines: LineIndex, into writer: inout JSONWriter) {
    FindingJSON.claim(claim, into: &writer)
    if let verdict { writer.member("verdict", verdict.rawValue) }
    if !claim.rule.isEmpty { writer.member("rule", claim.rule) }
    let arguments = arguments(of: claim)
    if !arguments.isEmpty {
      writer.member(
        "arguments",
        array: { writer in
          for (name, value) in arguments {
            writer.object { writer in
              writer.member("name", name)
              writer.member("value", value)
            }
          }
        })
    }
    writer.member("quote", reading.document.quote(of: claim.span))
    if let place = place(of: claim, lines: lines) {
      writer.member(
        "range",
        object: { writer in
          writer.member("start", object: { FindingJSON.position(place.start, into: &$0) })
          writer.member("end", object: { FindingJSON.position(place.end, into: &$0) })
        })
    }
    writer.member(
      "cues",
      array: { writer in
        for cue in claim.cues {
          writer.object { writer in
            writer.member("role", cue.role)
            writer.member("words", reading.document.quote(of: cue.range))
          }
        }
      })
  }

  private func place(of claim: Claim, lines: LineIndex) -> (start: SourcePosition, end: SourcePosition)? {
    reading.document.sourceRange(of: claim.span).map {
      (lines.position(of: $0.lowerBound), lines.position(of: $0.upperBound))
    }
  }

  private func words(of status: AssertionStatus) -> [String] {
    var words = [
      status.polarity.rawValue, status.certainty.rawValue, status.time.rawValue, status.voice.rawValue,
    ]
    if status.mood != .statement { words.append(status.mood.rawValue) }
    if status.extent != .bare { words.append(status.extent.rawValue) }
    return words
  }

  /// What the claim is about; names may repeat.
  private func arguments(of claim: Claim) -> [(String, String)] {
    var result: [(String, String)] = []
    for mention in claim.data { result.append(("data", reading.document.quote(of: mention.span))) }
    if let exposure = claim.exposure { result.append(("exposure", exposure)) }
    if let quantity = claim.quantity {
      result.append(("quantity", reading.text(quantity.tokenRange)))
    }
    if let time = claim.time { result.append(("time", reading.text(time.tokenRange))) }
    // How a pattern is to be read is no argument of what it found.
    for (key, value) in claim.settings.sorted(by: { $0.key < $1.key }) where key != "cues" && key != "denies"
    {
      result.append((key, value))
    }
    return result
  }
}
