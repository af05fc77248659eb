import Comparison
import Findings
import SourceText

/// Findings as a person reads them: the place, what differs, the words, the fact beside them, and the ways out.
struct FullReport: Report {
  let context: ReportContext
  private let style: Style

  init(_ context: ReportContext) {
    self.context = context
    style = Style(isOn: context.color)
  }

  mutating func add(_ document: DocumentFindings) -> String {
    let findings = context.shown(document)
    guard !findings.isEmpty else { return "" }
    let excerpt = Excerpt(lines: LineIndex(document.source), style: style)
    return findings.map { text(of: $0, in: document, excerpt: excerpt) + "\n" }.joined()
  }

  mutating func finish(errors: [ReportError]) -> String { "" }

  private func text(of finding: Finding, in document: DocumentFindings, excerpt: Excerpt) -> String {
    let place = style.bold("\(document.path):\(finding.start.line):\(finding.start.column)")
    let severity = style.severity(finding.severity, finding.severity.rawValue)
    let gutter = Self.gutter(finding)
    var result = "\(place) \(severity) \(finding.rule.code) \(finding.rule.name)\n"
    result += Wrapping.lines(Printable.line(finding.message), width: Excerpt.width).map { "  \($0)\n" }
      .joined()
    if context.snippets {
      result += excerpt.text(from: finding.start, to: finding.end, gutter: gutter) {
        style.severity(finding.severity, $0)
      }
    }
    for fact in finding.facts { result += text(of: fact, gutter: gutter) }
    let margin = String(repeating: " ", count: gutter)
    if !finding.arithmetic.isEmpty { result += "\(margin) = \(Printable.line(finding.arithmetic))\n" }
    if let then = finding.then, then != finding.now {
      result += "\(margin) = when published: \(then.rawValue); now: \(finding.now.rawValue)\n"
    }
    for related in finding.related { result += "\(margin) = also: \(Printable.line(related.message))\n" }
    for suggestion in finding.suggestions {
      let lines = Wrapping.lines(Printable.line(suggestion.title), width: Excerpt.width - 8)
      result += "  \(style.help("help:")) \(lines.joined(separator: "\n        "))\n"
      if let edit = suggestion.edit { result += "        \(Printable.line(edit.text))\n" }
    }
    return result
  }

  /// The line of the sheet that the finding rests on. Of a restricted fact only the place is shown.
  private func text(of fact: FactCitation, gutter: Int) -> String {
    let margin = String(repeating: " ", count: gutter)
    var about = "\(fact.path):\(fact.line) \(fact.pointer)"
    if fact.restricted { return "\(margin) = fact: \(about) (restricted)\n" }
    if !fact.value.isEmpty { about += " is \(Printable.line(fact.value))" }
    if !fact.knownAt.isEmpty { about += ", known since \(fact.knownAt)" }
    var result = "\(margin) = fact: \(about)\n"
    if let line = context.sheetLine(fact.path, fact.line) {
      let label = String(fact.line)
      let padding = String(repeating: " ", count: max(0, gutter - label.count))
      result += style.dim("\(padding)\(label) |") + " \(Self.cut(Printable.line(line)))\n"
    }
    return result
  }

  private static func cut(_ line: String) -> String {
    let text = line.drop { $0 == " " }
    return text.count > Excerpt.width ? text.prefix(Excerpt.width - 1) + "…" : String(text)
  }

  /// The width of the largest line number shown.
  private static func gutter(_ finding: Finding) -> Int {
    let numbers = [finding.start.line, finding.end.line] + finding.facts.map(\.line)
    return String(numbers.max() ?? 1).count
  }
}
