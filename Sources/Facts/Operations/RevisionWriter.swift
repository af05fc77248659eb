/// Writes the long form of a revision on one line, in the language of the file.
struct RevisionWriter {
  var isJSON: Bool

  /// `{value: affected, exposure: viewed, known_at: 2026-11-22, source: IR-12}`.
  func long(
    _ shape: FactShape, value: String?, attributes: [FactSheetSet.Attribute], knownAt: String?
  ) -> String {
    var members: [(String, String)] = []
    if let value { members.append((shape.main, scalar(value))) }
    let late = ["known_at", "source", "note", "confidence", "disclosure"]
    let (first, last) = (
      attributes.filter { !late.contains($0.key) }, attributes.filter { late.contains($0.key) }
    )
    for attribute in first { members.append((attribute.key, list(attribute.values))) }
    if let knownAt, !attributes.contains(where: { $0.key == "known_at" }) {
      members.append(("known_at", scalar(knownAt)))
    }
    for attribute in last { members.append((attribute.key, list(attribute.values))) }
    return "{" + members.map { key($0.0) + $0.1 }.joined(separator: ", ") + "}"
  }

  /// A key with its colon.
  func key(_ name: String) -> String { (isJSON ? JSONText.quote(name) : YAMLText.scalar(name)) + ": " }

  private func scalar(_ text: String) -> String { isJSON ? JSONText.quote(text) : YAMLText.scalar(text) }

  private func list(_ values: [String]) -> String {
    guard values.count != 1, let _ = values.first else { return values.first.map(scalar) ?? "[]" }
    return "[" + values.map(scalar).joined(separator: ", ") + "]"
  }
}
