import Findings
import Reports
import Workspace

/// Counts what a run found.
struct Tally {
  var asOf = ""
  private var documents = 0
  private var claims = 0
  private var facts: Set<String> = []
  private var severities: [Severity: Int] = [:]
  private var rules: [Finding.Rule: Int] = [:]

  mutating func add(_ document: CheckedDocument) {
    documents += 1
    claims += document.findings.claims
    facts.formUnion(document.factsUsed)
    for finding in document.findings.findings where finding.status == .active {
      severities[finding.severity, default: 0] += 1
      rules[finding.rule, default: 0] += 1
    }
  }

  func reaches(_ threshold: Threshold) -> Bool {
    guard let lowest = threshold.severity else { return false }
    return severities.contains { $0.key >= lowest && $0.value > 0 }
  }

  /// `12 documents, 214 claims, 31 facts used; 3 errors, 2 warnings`.
  func summary(isComplete: Bool) -> String {
    let read =
      "\(Count.text(documents, "document")), \(Count.text(claims, "claim")), \(Count.text(facts.count, "fact")) used"
    let found = [Severity.error, .warning, .note].compactMap { severity in
      severities[severity].map { Count.text($0, severity.rawValue) }
    }
    let when = asOf.isEmpty ? "" : " (as of \(asOf))"
    let rest = found.isEmpty ? "no findings" : found.joined(separator: ", ")
    return "\(read); \(rest)\(when)\(isComplete ? "" : "; not complete, so no verdict")"
  }

  /// A line a rule, the most frequent first.
  var statistics: String {
    let sorted = rules.sorted { ($1.value, $0.key.code, $0.key.name) < ($0.value, $1.key.code, $1.key.name) }
    let width = String(sorted.first?.value ?? 0).count
    return sorted.map { rule, count in
      String(repeating: " ", count: max(0, width - String(count).count))
        + "\(count) \(rule.code) \(rule.name)\n"
    }.joined()
  }
}
