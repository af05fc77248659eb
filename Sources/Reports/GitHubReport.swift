import Findings

/// Annotations of GitHub Actions. Columns stand only where the range is within a line, since others are misread.
struct GitHubReport: Report {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    context.shown(document).map { finding in
      let level = finding.severity == .note ? "notice" : finding.severity.rawValue
      var place = "file=\(Self.property(document.path)),line=\(finding.start.line)"
      if finding.end.line == finding.start.line {
        place += ",col=\(finding.start.column),endColumn=\(finding.end.column)"
      } else {
        place += ",endLine=\(finding.end.line)"
      }
      let title = Self.property("\(finding.rule.code) \(finding.rule.name)")
      return "::\(level) \(place),title=\(title)::\(Self.data(finding.message))\n"
    }.joined()
  }

  mutating func finish(errors: [ReportError]) -> String {
    errors.map { error in
      var place = error.path.isEmpty ? "" : " file=\(Self.property(error.path))"
      if error.line > 0 { place += ",line=\(error.line),col=\(error.column)" }
      return "::error\(place)::\(Self.data("not checked: \(error.message)"))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String { escaped(text, [:]) }
  private static func property(_ text: String) -> String { escaped(text, [":": "%3A", ",": "%2C"]) }

  private static func escaped(_ text: String, _ more: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += more[scalar] ?? String(Printable.shown(scalar))
      }
    }
    return result
  }
}
