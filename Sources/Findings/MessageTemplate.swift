import Comparison

/// Fills the `{names}` of a rule's message or suggestion.
struct MessageTemplate {
  let values: [String: String]

  /// - Parameters:
  ///   - quote: the words of the document.
  ///   - restricted: citations whose values may not be shown.
  init(quote: String, values: [String: String], snippets: Bool, restricted: [FactCitation]) {
    var shown = values
    for (name, value) in values where !value.isEmpty {
      if let fact = restricted.first(where: { Self.tells(value, of: $0) || Self.factNames.contains(name) }) {
        shown[name] = "what \(fact.pointer) records"
      } else if !snippets, Self.draftNames.contains(name) || Self.contains(quote, value) {
        shown[name] = Self.omission
      }
    }
    shown["quote"] = snippets ? quote : Self.omission
    self.values = shown
  }

  /// The template with its names replaced. A name without a value is left out.
  func text(_ template: String) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      result += rest[..<open]
      result += values[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Stands for words of the document that are not to be shown.
  static let omission = "[…]"
  /// Values that come from the sheet.
  private static let factNames: Set<String> = ["known", "fact", "sheet", "replacement"]
  /// Values that come from the document.
  private static let draftNames: Set<String> = ["quote", "stated", "words", "replacement"]

  private static func tells(_ value: String, of fact: FactCitation) -> Bool {
    !fact.value.isEmpty && (contains(value, fact.value) || value == fact.note || value == fact.source)
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let whole = Array(text.lowercased().utf8)
    let wanted = Array(part.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= whole.count else { return false }
    return (0...whole.count - wanted.count).contains { whole[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
