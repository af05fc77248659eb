import Findings

/// A table for each document, for comments on changes and job summaries.
struct MarkdownReport: Report {
  let context: ReportContext
  private var documents = 0
  private var findings = 0

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    documents += 1
    let shown = context.shown(document)
    findings += shown.count
    guard !shown.isEmpty else { return "" }
    var result =
      "## \(Self.escaped(document.path))\n\n| line | severity | rule | what | words |\n| ---: | --- | --- | --- | --- |\n"
    for finding in shown {
      let cells = [
        "\(finding.start.line)", finding.severity.rawValue, "\(finding.rule.code) \(finding.rule.name)",
        Self.escaped(finding.message), Self.escaped(finding.quote),
      ]
      result += "| \(cells.joined(separator: " | ")) |\n"
    }
    return result + "\n"
  }

  mutating func finish(errors: [ReportError]) -> String {
    var result =
      "\(Count.text(documents, "document")), \(Count.text(findings, "finding")), as of \(context.asOf).\n"
    if !errors.isEmpty {
      result += "\nNot complete:\n\n"
      for error in errors {
        let place = error.path.isEmpty ? "" : "\(error.path): "
        result += "- \(Self.escaped(place + error.message))\n"
      }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Printable.line(text).unicodeScalars {
      if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
