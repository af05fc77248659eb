import Findings

/// Checkstyle's XML, which most build servers read.
struct CheckstyleReport: Report {
  let context: ReportContext
  private var started = false

  init(_ context: ReportContext) { self.context = context }

  private mutating func start() -> String {
    defer { started = true }
    return started ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n"
  }

  mutating func add(_ document: DocumentFindings) -> String {
    var result = start()
    result += "  <file name=\"\(MarkupText.escaped(document.path))\">\n"
    for finding in context.shown(document) {
      let severity = finding.severity == .note ? "info" : finding.severity.rawValue
      result +=
        "    <error line=\"\(finding.start.line)\" column=\"\(finding.start.column)\" severity=\"\(severity)\""
      result +=
        " message=\"\(MarkupText.escaped(finding.message))\" source=\"claimlint.\(finding.rule.name)\"/>\n"
    }
    return result + "  </file>\n"
  }

  mutating func finish(errors: [ReportError]) -> String {
    var result = start()
    for error in errors {
      result += "  <file name=\"\(MarkupText.escaped(error.path))\">\n"
      result +=
        "    <error line=\"\(max(1, error.line))\" column=\"\(max(1, error.column))\" severity=\"error\""
      result +=
        " message=\"\(MarkupText.escaped("not checked: \(error.message)"))\" source=\"claimlint.input\"/>\n"
      result += "  </file>\n"
    }
    return result + "</checkstyle>\n"
  }
}
