import Comparison
import RuleFormat

/// What the findings need to know of a rule.
public struct RuleInfo: Sendable, Hashable {
  /// `family/kebab-name`.
  public let name: String
  public let code: String
  public let verdict: Verdict
  public let severity: Severity
  public let message: String
  public let suggest: String
  /// The claim kind it reports on, or empty for any.
  public let kind: String
  /// Reasons of the comparison that it reports.
  public let reasons: [String]

  /// The name up to its slash.
  public var family: String { String(name.prefix { $0 != "/" }) }
}

/// The rules of a run, found by name and by what the comparison says.
public struct RuleBook: Sendable {
  /// In the order of the tables.
  public let rules: [RuleInfo]
  private let byName: [String: Int]
  private let byReason: [String: [Int]]

  public init(tables: CatalogTables) {
    var rules: [RuleInfo] = []
    var byName: [String: Int] = [:]
    var byReason: [String: [Int]] = [:]
    for row in stride(from: 0, to: tables.rules.count, by: RuleRow.width) {
      func text(_ column: RuleRow) -> String { tables.string(tables.rules[row + column.rawValue]) }
      let rule = RuleInfo(
        name: text(.name), code: text(.code), verdict: Verdict(rawValue: text(.verdict)) ?? .wording,
        severity: Severity(rawValue: text(.severity)) ?? .warning, message: text(.message),
        suggest: text(.suggest),
        kind: text(.kind), reasons: text(.reasons).split(separator: " ").map(String.init))
      byName[rule.name] = rules.count
      for reason in rule.reasons { byReason[reason, default: []].append(rules.count) }
      rules.append(rule)
    }
    self.rules = rules
    self.byName = byName
    self.byReason = byReason
  }

  /// The index of a rule by its name.
  public func index(named name: String) -> Int? { byName[name] }

  /// The rule that reports a judgement: the one it names, else the one for its reason, of the claim's kind before any
  /// kind and of the judgement's verdict before others. Nil where none does.
  public func rule(for judgement: Judgement, kind: String) -> Int? {
    if !judgement.rule.isEmpty { return byName[judgement.rule] }
    let candidates = (byReason[judgement.reason] ?? []).filter {
      rules[$0].kind.isEmpty || rules[$0].kind == kind
    }
    return candidates.max { weight($0, judgement) < weight($1, judgement) }
  }

  private func weight(_ index: Int, _ judgement: Judgement) -> Int {
    (rules[index].kind.isEmpty ? 0 : 2) + (rules[index].verdict == judgement.verdict ? 1 : 0)
  }
}
