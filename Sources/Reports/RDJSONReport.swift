import Findings
import SourceText

/// Reviewdog's diagnostic format. Its columns count UTF-8 bytes.
struct RDJSONReport: Report {
  let context: ReportContext
  private var writer = JSONWriter()

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    let lines = LineIndex(document.source)
    for finding in context.shown(document) {
      writer.object { writer in
        writer.member("message", finding.message)
        writer.member(
          "location",
          object: { writer in
            writer.member("path", document.path)
            writer.member("range", object: { Self.range(finding.start, finding.end, lines, into: &$0) })
          })
        writer.member("severity", Self.severity(finding.severity))
        writer.member("code", object: { $0.member("value", finding.rule.name) })
        let edits = finding.suggestions.compactMap(\.edit)
        guard !edits.isEmpty else { return }
        writer.member(
          "suggestions",
          array: { writer in
            for edit in edits {
              let start = lines.position(of: edit.range.lowerBound)
              let end = lines.position(of: edit.range.upperBound)
              writer.object { writer in
                writer.member("range", object: { Self.range(start, end, lines, into: &$0) })
                writer.member("text", edit.text)
              }
            }
          })
      }
    }
    return ""
  }

  mutating func finish(errors: [ReportError]) -> String {
    var result = JSONWriter()
    result.object { writer in
      writer.member("source", object: { $0.member("name", "claimlint") })
      writer.key("diagnostics")
      writer.raw("[\(self.writer.text)]")
    }
    return result.text + "\n"
  }

  private static func range(
    _ start: SourcePosition, _ end: SourcePosition, _ lines: LineIndex, into writer: inout JSONWriter
  ) {
    for (name, place) in [("start", start), ("end", end)] {
      writer.member(
        name,
        object: { writer in
          writer.member("line", place.line)
          writer.member(
            "column", place.byte - (lines.byteRange(ofLine: place.line)?.lowerBound ?? place.byte) + 1)
        })
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
