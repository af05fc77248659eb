import Comparison

/// The ways out of a finding: change the text, or bring the sheet up to date.
///
/// A judgement may bring `replacement` (words to put in place of the quote) and `sheet` (the value with which the sheet
/// would agree) among its values.
struct Suggestions {
  let finding: LocatedFinding
  let template: MessageTemplate
  let snippets: Bool

  func all() -> [Finding.Suggestion] {
    var result: [Finding.Suggestion] = []
    let title = template.text(finding.rule.suggest)
    if !title.isEmpty { result.append(Finding.Suggestion(title: title, edit: edit)) }
    if let fact = finding.judgement.facts.first {
      let value = fact.restricted ? "" : finding.judgement.values["sheet"] ?? ""
      let change = value.isEmpty ? "\(fact.pointer)" : "\(fact.pointer) to \(value)"
      result.append(
        Finding.Suggestion(
          title: "If the text is right, update the sheet: \(change) (\(fact.path):\(fact.line))",
          sheet: Finding.Suggestion.Sheet(pointer: fact.pointer, value: value)))
    }
    return result
  }

  private var edit: Finding.Suggestion.Edit? {
    guard snippets, let text = finding.judgement.values["replacement"], !text.isEmpty,
      !finding.judgement.facts.contains(where: \.restricted)
    else { return nil }
    return Finding.Suggestion.Edit(range: finding.source, text: text)
  }
}
