import Claims
import Comparison
import Findings
import SourceText

/// The JSON shapes of findings, as `claimlint/findings/1` fixes them.
enum FindingJSON {
  static let schema = "claimlint/findings/1"

  static func document(_ document: DocumentFindings, context: ReportContext, into writer: inout JSONWriter) {
    writer.object { writer in members(of: document, context: context, into: &writer) }
  }

  static func members(of document: DocumentFindings, context: ReportContext, into writer: inout JSONWriter) {
    writer.member("path", document.path)
    writer.member("format", document.format)
    if let published = document.published { writer.member("published", published) }
    writer.member("claims", document.claims)
    writer.member("sha256", document.sha256)
    writer.member(
      "findings",
      array: { writer in
        for finding in context.shown(document) { Self.finding(finding, into: &writer) }
      })
  }

  static func finding(_ finding: Finding, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member(
        "rule",
        object: { writer in
          writer.member("name", finding.rule.name)
          writer.member("code", finding.rule.code)
        })
      writer.member("verdict", finding.verdict.rawValue)
      if let then = finding.then { writer.member("then", then.rawValue) }
      writer.member("now", finding.now.rawValue)
      writer.member("severity", finding.severity.rawValue)
      writer.member("status", finding.status.rawValue)
      writer.member("message", finding.message)
      if !finding.quote.isEmpty { writer.member("quote", finding.quote) }
      writer.member(
        "range",
        object: { writer in
          writer.member("start", object: { position(finding.start, into: &$0) })
          writer.member("end", object: { position(finding.end, into: &$0) })
        })
      if let claim = finding.claim { writer.member("claim", object: { Self.claim(claim, into: &$0) }) }
      writer.member(
        "facts", array: { writer in for fact in finding.facts { Self.fact(fact, into: &writer) } })
      if !finding.arithmetic.isEmpty { writer.member("arithmetic", finding.arithmetic) }
      writer.member(
        "related",
        array: { writer in
          for related in finding.related {
            writer.object { writer in
              writer.member("message", related.message)
              writer.member(
                "facts", array: { writer in for fact in related.facts { Self.fact(fact, into: &writer) } })
            }
          }
        })
      writer.member(
        "suggestions",
        array: { writer in
          for suggestion in finding.suggestions { Self.suggestion(suggestion, into: &writer) }
        })
      writer.member("fingerprint", finding.fingerprint)
    }
  }

  static func position(_ position: SourcePosition, into writer: inout JSONWriter) {
    writer.member("byte", position.byte)
    writer.member("line", position.line)
    writer.member("column", position.column)
    writer.member("utf16", position.utf16)
  }

  /// The members of a claim, without its words.
  static func claim(_ claim: Claim, into writer: inout JSONWriter) {
    writer.member("kind", claim.kind.rawValue)
    if !claim.topic.isEmpty { writer.member("topic", claim.topic) }
    writer.member("polarity", claim.status.polarity.rawValue)
    writer.member("certainty", claim.status.certainty.rawValue)
    writer.member("time", claim.status.time.rawValue)
    writer.member("voice", claim.status.voice.rawValue)
    if claim.status.mood != .statement { writer.member("mood", claim.status.mood.rawValue) }
    if claim.status.extent != .bare { writer.member("extent", claim.status.extent.rawValue) }
    if !claim.data.isEmpty { writer.member("data", claim.data.map(\.type)) }
  }

  static func fact(_ fact: FactCitation, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", fact.path)
      writer.member("pointer", fact.pointer)
      writer.member("line", fact.line)
      if fact.restricted {
        writer.member("restricted", true)
        return
      }
      writer.member("value", fact.value)
      if !fact.knownAt.isEmpty { writer.member("known_at", fact.knownAt) }
      if !fact.source.isEmpty { writer.member("source", fact.source) }
      if !fact.note.isEmpty { writer.member("note", fact.note) }
    }
  }

  private static func suggestion(_ suggestion: Finding.Suggestion, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", suggestion.title)
      if let edit = suggestion.edit {
        writer.member(
          "edit",
          object: { writer in
            writer.member("start", edit.range.lowerBound)
            writer.member("end", edit.range.upperBound)
            writer.member("text", edit.text)
          })
      }
      if let sheet = suggestion.sheet {
        writer.member(
          "sheet",
          object: { writer in
            writer.member("pointer", sheet.pointer)
            if !sheet.value.isEmpty { writer.member("value", sheet.value) }
          })
      }
    }
  }

  static func errors(_ errors: [ReportError], into writer: inout JSONWriter) {
    writer.member(
      "errors",
      array: { writer in
        for error in errors {
          writer.object { writer in
            if !error.path.isEmpty { writer.member("path", error.path) }
            if error.line > 0 {
              writer.member("line", error.line)
              writer.member("column", error.column)
            }
            writer.member("message", error.message)
          }
        }
      })
  }

  static func tool(_ context: ReportContext, into writer: inout JSONWriter) {
    writer.member(
      "tool",
      object: { writer in
        writer.member("name", "claimlint")
        writer.member("version", context.version)
      })
  }
}
