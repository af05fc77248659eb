/// A rule as its file states it: what it reports, why, what to do, and the examples that test it.
public struct RuleDefinition: Sendable {
  /// A text with the stretches that must be flagged between `«` and `»`.
  public struct Example: Sendable {
    /// True where the marked stretches must be flagged by this rule, false where the rule must stay silent.
    public let flagged: Bool
    public let text: String
    /// A fact sheet, without its `claimlint` line; empty where the text alone decides.
    public let facts: String
    /// Front matter keys for the example document, such as `published`.
    public let metadata: [String: String]
    public let line: Int
  }

  public let name: String
  public let code: String
  public let verdict: String
  public let severity: String
  public let summary: String
  public let message: String
  public let why: String
  public let suggest: String
  /// Claim kind, and reasons of the comparison, that lead to this rule; empty where the rule's own patterns do.
  public let kind: String
  public let reasons: [String]
  public let tier: Int
  public let examples: [Example]
  public let path: String
  public let line: Int

  /// The family: the name up to its slash.
  public var family: String { String(name.prefix { $0 != "/" }) }

  func row(intern: (String) -> UInt32) -> [UInt32] {
    [
      name, code, verdict, severity, message, why, suggest, summary, kind, reasons.joined(separator: " "),
      path,
      String(line), String(tier),
    ].map(intern)
  }
}

extension CatalogBuilder {
  /// A rule file; its keys are those of ``RuleDefinition``, with `match` and `args` for patterns of its own.
  mutating func readRule(_ root: RuleNode, path: String) {
    let known = [
      "name", "code", "verdict", "severity", "summary", "message", "why", "suggest", "kind", "reasons",
      "tier", "match",
      "args", "examples",
    ]
    for (key, _) in root.entries ?? [] where !known.contains(key.text ?? "") {
      fail(path, key, unknown(key.text ?? "", among: known))
    }
    func required(_ key: String) -> String {
      if let text = root[key]?.text, !text.isEmpty { return text }
      fail(path, root, "a rule needs '\(key)'")
      return ""
    }
    let name = required("name")
    if !name.contains("/") { fail(path, root, "a rule's name is 'family/kebab-name'") }
    let severity = required("severity")
    if !["note", "warning", "error"].contains(severity) {
      fail(path, root["severity"] ?? root, "severity is note, warning or error")
    }
    let verdict = required("verdict")
    if !Self.verdicts.contains(verdict) {
      fail(path, root["verdict"] ?? root, "verdict is one of: \(Self.verdicts.joined(separator: ", "))")
    }
    let code = required("code")
    if let other = rules.first(where: { $0.code == code }) {
      fail(path, root["code"] ?? root, "code \(code) belongs to \(other.name)")
    }
    if rules.contains(where: { $0.name == name }) {
      fail(path, root["name"] ?? root, "rule \(name) is written twice")
    }
    var examples: [RuleDefinition.Example] = []
    for item in root["examples"]?.items ?? [] {
      let flagged = item["flag"]?.text
      guard let text = flagged ?? item["silent"]?.text else {
        fail(path, item, "an example is 'flag: …' or 'silent: …'")
        continue
      }
      if flagged != nil, !text.contains("«") {
        fail(path, item, "a flagged example marks the words between « and »")
      }
      var metadata: [String: String] = [:]
      for (key, value) in item["meta"]?.entries ?? [] { metadata[key.text ?? ""] = value.text }
      examples.append(
        RuleDefinition.Example(
          flagged: flagged != nil, text: text, facts: item["facts"]?.text ?? "", metadata: metadata,
          line: item.line))
    }
    let rule = RuleDefinition(
      name: name, code: code, verdict: verdict, severity: severity, summary: required("summary"),
      message: required("message"),
      why: required("why"), suggest: required("suggest"), kind: root["kind"]?.text ?? "",
      reasons: (root["reasons"]?.texts ?? []).compactMap(\.text),
      tier: root["tier"]?.text.flatMap { Int($0) } ?? 1,
      examples: examples, path: path, line: root.line)
    rules.append(rule)
    if root["match"] != nil {
      let arguments = (root["args"]?.entries ?? []).map { "\($0.key.text ?? "")=\($0.value.text ?? "")" }
      addPatterns(
        root["match"], kind: rule.kind.isEmpty ? "security" : rule.kind, topic: name, arguments: arguments,
        rule: name, path: path, owner: root)
    } else if rule.reasons.isEmpty {
      fail(path, root, "a rule needs 'match' (patterns of its own) or 'reasons' (of the comparison)")
    }
  }

  static let verdicts = [
    "contradicted", "overstated", "understated", "unsupported", "premature", "stale", "overpromised",
    "absolute",
    "omitted", "confidential", "inconsistent", "wording",
  ]
}
