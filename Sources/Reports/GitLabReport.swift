import Findings

/// A code quality report of GitLab.
struct GitLabReport: Report {
  let context: ReportContext
  private var writer = JSONWriter()

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    for finding in context.shown(document) {
      writer.object { writer in
        writer.member("description", finding.message)
        writer.member("check_name", finding.rule.name)
        // Two documents may hold the same words; GitLab wants each finding to have a name of its own.
        writer.member(
          "fingerprint", SHA256.hexadecimal(Array("\(document.path)\u{0}\(finding.fingerprint)".utf8)))
        writer.member("severity", Self.severity(finding.severity))
        writer.member(
          "location",
          object: { writer in
            writer.member("path", document.path)
            writer.member(
              "lines",
              object: { writer in
                writer.member("begin", finding.start.line)
                writer.member("end", finding.end.line)
              })
          })
      }
    }
    return ""
  }

  mutating func finish(errors: [ReportError]) -> String { "[\(writer.text)]\n" }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}
