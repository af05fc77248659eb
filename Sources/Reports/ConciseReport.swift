import Findings

/// One line a finding, in the form that compilers and editors know.
struct ConciseReport: Report {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    let style = Style(isOn: context.color)
    return context.shown(document).map { finding in
      let place = "\(document.path):\(finding.start.line):\(finding.start.column):"
      let severity = style.severity(finding.severity, finding.severity.rawValue)
      return
        "\(place) \(severity) \(finding.rule.code) \(finding.rule.name): \(Printable.line(finding.message))\n"
    }.joined()
  }

  mutating func finish(errors: [ReportError]) -> String { "" }
}
