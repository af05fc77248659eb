import RuleFormat

/// The documentation of a rule, made from its file.
public enum RulePage {
  /// For terminals, wrapped at 100 columns.
  public static func text(_ rule: RuleDefinition) -> String {
    var result = "\(rule.code) \(rule.name) (\(rule.verdict), \(rule.severity))\n"
    result += "\n\(wrapped(rule.summary, indent: "  "))"
    result += "\nMessage:\n\(wrapped(rule.message, indent: "  "))"
    result += "\nWhy it matters:\n\(wrapped(rule.why, indent: "  "))"
    result += "\nWhat to do:\n\(wrapped(rule.suggest, indent: "  "))"
    for (title, flagged) in [("Is flagged:", true), ("Stays silent:", false)] {
      let examples = rule.examples.filter { $0.flagged == flagged }
      guard !examples.isEmpty else { continue }
      result += "\n\(title)\n"
      for example in examples { result += wrapped(example.text, indent: "  - ", next: "    ") }
    }
    return result
  }

  /// For sites and hovers.
  public static func markdown(_ rule: RuleDefinition) -> String {
    var result =
      "## \(rule.name)\n\n`\(rule.code)`, \(rule.verdict), \(rule.severity).\n\n\(oneLine(rule.summary))\n\n"
    result += "**Why it matters.** \(oneLine(rule.why))\n\n**What to do.** \(oneLine(rule.suggest))\n"
    for (title, flagged) in [("Is flagged", true), ("Stays silent", false)] {
      let examples = rule.examples.filter { $0.flagged == flagged }
      guard !examples.isEmpty else { continue }
      result += "\n### \(title)\n\n"
      for example in examples {
        var text = ""
        for character in oneLine(example.text) {
          switch character {
          case "«", "»": text += "**"
          case "*", "_", "`", "<", "[", "\\": text += "\\\(character)"
          default: text.append(character)
          }
        }
        result += "- \(text)\n"
        if !example.facts.isEmpty {
          let lines = example.facts.split(separator: "\n").map { "      \($0)" }
          result += "\n\(lines.joined(separator: "\n"))\n\n"
        }
      }
    }
    return result
  }

  /// One object with several rules.
  public static func json(_ rules: [RuleDefinition]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "claimlint/rules/1")
      writer.member(
        "rules", array: { writer in for rule in rules { writer.object { write(rule, into: &$0) } } })
    }
    return writer.text + "\n"
  }

  private static func write(_ rule: RuleDefinition, into writer: inout JSONWriter) {
    writer.member("name", rule.name)
    writer.member("code", rule.code)
    writer.member("verdict", rule.verdict)
    writer.member("severity", rule.severity)
    writer.member("summary", oneLine(rule.summary))
    writer.member("message", oneLine(rule.message))
    writer.member("why", oneLine(rule.why))
    writer.member("suggest", oneLine(rule.suggest))
    if !rule.kind.isEmpty { writer.member("kind", rule.kind) }
    if !rule.reasons.isEmpty { writer.member("reasons", rule.reasons) }
    writer.member(
      "examples",
      array: { writer in
        for example in rule.examples {
          writer.object { writer in
            writer.member("flagged", example.flagged)
            writer.member("text", example.text)
            if !example.facts.isEmpty { writer.member("facts", example.facts) }
            if !example.metadata.isEmpty {
              writer.member(
                "meta",
                object: { writer in
                  for (key, value) in example.metadata.sorted(by: { $0.key < $1.key }) {
                    writer.member(key, value)
                  }
                })
            }
          }
        }
      })
  }

  /// The text on one line.
  public static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text in lines of at most 100 columns.
  static func wrapped(_ text: String, indent: String, next: String? = nil) -> String {
    Wrapping.lines(text, width: 100 - indent.count).enumerated()
      .map { ($0.offset == 0 ? indent : next ?? indent) + $0.element + "\n" }.joined()
  }
}
