import Comparison
import Documents

/// Decides how much a finding weighs.
struct SeverityStep {
  let options: FindingOptions

  /// The rule's severity or the run's for the verdict; at most a note in descriptions and alternative texts, which
  /// nobody reads as the organisation's statement.
  func severity(of judgement: Judgement, rule: RuleInfo, block: Block?) -> Severity {
    let severity = options.severities[judgement.verdict] ?? rule.severity
    if let block, block.kind == .description || block.kind == .alt { return min(severity, .note) }
    return severity
  }
}
