import Claims
import Comparison
import Findings
import Language
import SourceText

@testable import Reports

/// Findings for golden files.
enum Sample {
  static let text = """
    # Notice

    We confirm that no passwords were accessed, and that about 12,000 customers are affected.
    \tCafé — 安全 <b>we take "security" seriously</b> & more.
    One
    two.

    """

  static let source = SourceFile(
    path: "press/a b.md", bytes: Array(text.utf8), encoding: .utf8, markLength: 0)
  static let lines = LineIndex(source)

  static func range(_ words: String) -> Range<Int> {
    let wanted = Array(words.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: wanted) } ?? 0
    return start..<start + wanted.count
  }

  static func finding(
    _ words: String, _ rule: Finding.Rule, _ verdict: Verdict, _ severity: Severity, then: Verdict? = nil,
    message: String, claim: Claim? = nil, facts: [FactCitation] = [], arithmetic: String = "",
    related: [Finding.Related] = [], suggestions: [Finding.Suggestion] = []
  ) -> Finding {
    let range = range(words)
    return Finding(
      rule: rule, verdict: verdict, then: then, now: verdict, severity: severity, message: message,
      quote: words,
      start: lines.position(of: range.lowerBound), end: lines.position(of: range.upperBound), claim: claim,
      facts: facts,
      arithmetic: arithmetic, related: related, suggestions: suggestions,
      fingerprint: "0123456789abcdef0123456789abcdef")
  }

  static var document: DocumentFindings {
    let password = FactCitation(
      path: "facts/inc.yaml", pointer: "/incident/data/password", line: 9, value: "affected",
      knownAt: "2026-11-28",
      source: "IR-12", note: "hashes")
    let people = FactCitation(
      path: "facts/inc.yaml", pointer: "/incident/people", line: 104, value: "", restricted: true)
    var status = AssertionStatus()
    status.polarity = .negated
    var claim = Claim(kind: .data, topic: "exposure", span: 0..<1, tokens: 0..<1, sentence: 0, status: status)
    claim.data = [DataMention(type: "password", span: 0..<1, tokens: 0..<1)]
    return DocumentFindings(
      path: source.path, format: "markdown", published: "2026-03-02", claims: 17,
      sha256: SHA256.hexadecimal(source.bytes),
      findings: [
        finding(
          "no passwords were accessed", Finding.Rule(name: "certainty/denial-contradicted", code: "CL201"),
          .contradicted,
          .error, then: .premature,
          message:
            "The text says no passwords were accessed; the fact sheet records password hashes as affected.",
          claim: claim, facts: [password],
          related: [Finding.Related(message: "CL210 data/scope: narrower than the sheet", facts: [password])],
          suggestions: [
            Finding.Suggestion(
              title: "Name the affected field",
              edit: Finding.Suggestion.Edit(
                range: range("no passwords were accessed"), text: "password hashes were taken")),
            Finding.Suggestion(
              title:
                "If the text is right, update the sheet: /incident/data/password to ruled_out (facts/inc.yaml:9)",
              sheet: Finding.Suggestion.Sheet(pointer: "/incident/data/password", value: "ruled_out")),
          ]),
        finding(
          "about 12,000 customers", Finding.Rule(name: "scope/count-below", code: "CL220"), .understated,
          .warning,
          message: "Fewer people than the sheet records.", facts: [people],
          arithmetic: "“about 12,000” = 10,800 to 13,200"),
        finding(
          "we take \"security\" seriously", Finding.Rule(name: "filler/serious", code: "CL301"), .wording,
          .note,
          message: "Says nothing that can be checked: 100% \u{1B}[31m|*|."),
        finding(
          "One\ntwo", Finding.Rule(name: "filler/serious", code: "CL301"), .wording, .note,
          message: "Two lines."),
      ], source: source)
  }

  static var clean: DocumentFindings {
    DocumentFindings(
      path: "clean.txt", format: "text", published: nil, claims: 0, sha256: SHA256.hexadecimal([]),
      findings: [],
      source: SourceFile(path: "clean.txt", bytes: [], encoding: .utf8, markLength: 0))
  }

  static var context: ReportContext {
    var context = ReportContext(version: "0.1.0", asOf: "2026-12-01T00:00:00Z")
    context.sheetLine = { _, line in
      line == 9 ? "    password: {value: affected, known_at: 2026-11-28}" : "    people: 1"
    }
    context.rules = { _ in RuleSummary(summary: "A rule.", why: "Because.") }
    return context
  }
}
