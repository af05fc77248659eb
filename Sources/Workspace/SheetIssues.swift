import Comparison
import Facts
import Findings
import SourceText

/// The hygiene of a fact sheet as findings, so that all outputs serve sheets as they serve documents.
public enum SheetIssues {
  /// Code of the check → rule, code, verdict, severity, and what to do.
  private static let rules: [String: (code: String, verdict: Verdict, severity: Severity, help: String)] = [
    "stale": ("CL901", .stale, .warning, "Look the sheet through and set as_of."),
    "bare-denial": (
      "CL902", .unsupported, .warning, "Say on what ground it is ruled out: basis, note or source."
    ),
    "event-order": ("CL903", .inconsistent, .error, "Correct one of the two times."),
    "approval-outdated": ("CL904", .stale, .note, "Have the sheet approved again."),
    "above-population": ("CL905", .inconsistent, .error, "Correct the count or the population."),
    "phase-too-early": ("CL906", .inconsistent, .warning, "Bring phase and attacker_access in line."),
    "history-order": ("CL907", .inconsistent, .note, "Put the revisions in the order of known_at."),
    "known-later": ("CL908", .inconsistent, .note, "Check the year of known_at."),
    "unknown-cohort": (
      "CL909", .inconsistent, .warning, "Name the cohort under cohorts, or correct its name."
    ),
    "probable-typo": ("CL910", .inconsistent, .note, "Correct the name, or leave it if it is meant."),
    "no-last-confirmation": ("CL911", .unsupported, .note, "Add as_of, the time of the last confirmation."),
  ]

  /// A sheet with its issues.
  public static func document(_ sheet: FactSheet, bytes: [UInt8], issues: [HygieneIssue]) -> CheckedDocument {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let source = SourceFile(path: sheet.path, bytes: bytes, encoding: .utf8, markLength: mark)
    let lines = LineIndex(source)
    var seen: [String: Int] = [:]
    let findings = issues.map { issue -> Finding in
      let rule = rules[issue.code] ?? ("CL900", .inconsistent, .warning, "")
      let range = range(of: issue, lines: lines, source: source)
      let key = "sheet/\(issue.code)\u{0}\(issue.pointer)"
      let ordinal = seen[key] ?? 0
      seen[key] = ordinal + 1
      return Finding(
        rule: Finding.Rule(name: "sheet/\(issue.code)", code: rule.code), verdict: rule.verdict, then: nil,
        now: rule.verdict, severity: rule.severity, message: issue.message, quote: lines.text(of: range),
        start: lines.position(of: range.lowerBound), end: lines.position(of: range.upperBound), claim: nil,
        facts: [],
        arithmetic: "", suggestions: rule.help.isEmpty ? [] : [Finding.Suggestion(title: rule.help)],
        fingerprint: String(
          SHA256.hexadecimal(Array("claimlint/1\u{0}\(key)\u{0}\(ordinal)".utf8)).prefix(32)))
    }
    return CheckedDocument(
      findings: DocumentFindings(
        path: sheet.path, format: "sheet", published: nil, claims: 0, sha256: SHA256.hexadecimal(bytes),
        findings: findings,
        source: source),
      errors: [], notes: [], factsUsed: [])
  }

  /// From the place of the issue to the end of its line.
  private static func range(of issue: HygieneIssue, lines: LineIndex, source: SourceFile) -> Range<Int> {
    guard let line = lines.byteRange(ofLine: issue.line) else { return source.markLength..<source.markLength }
    var start = line.lowerBound
    var column = 1
    while start < line.upperBound, column < issue.column {
      start += 1
      while start < line.upperBound, source.bytes[start] & 0xC0 == 0x80 { start += 1 }
      column += 1
    }
    var end = line.upperBound
    while end > start, source.bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
