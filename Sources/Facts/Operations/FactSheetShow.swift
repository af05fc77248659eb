import Language

/// A sheet as plain text at a moment: one line a fact.
public struct FactSheetShow: Sendable {
  /// The moment whose knowledge is shown.
  public var asOf: Instant
  /// Audiences that the reader belongs to; facts that are labelled for others are named by their pointer alone. Nil
  /// for a reader outside of all labels.
  public var audience: String?
  /// Shows restricted facts in full.
  public var showRestricted: Bool

  public init(asOf: Instant, audience: String? = nil, showRestricted: Bool = false) {
    self.asOf = asOf
    self.audience = audience
    self.showRestricted = showRestricted
  }

  /// The sheet, one line a fact: pointer, value, state, since when, source, line.
  public func text(_ sheet: FactSheet) -> String {
    lines(sheet.root, in: sheet).map { $0 + "\n" }.joined()
  }

  private func lines(_ section: FactSection, in sheet: FactSheet) -> [String] {
    section.members.flatMap { member -> [String] in
      switch member.content {
      case .fact(let fact): fact.pointer == "/claimlint" ? [] : [line(fact, in: sheet)]
      case .section(let inner): lines(inner, in: sheet)
      case .sections(let all): all.flatMap { lines($0, in: sheet) }
      case .list(let facts) where facts.isEmpty:
        // An empty list says that there are none.
        ["\(FactPointer.append(member.key, to: section.pointer)): (none) [line \(member.line)]"]
      case .list(let facts): facts.map { line($0, in: sheet) }
      }
    }
  }

  /// True if the labels of a fact keep it from the reader.
  public func isRestricted(_ fact: Fact, in sheet: FactSheet) -> Bool {
    isWithheld(sheet.disclosure(of: fact, asOf: asOf))
  }

  private func isWithheld(_ labels: [String]?) -> Bool {
    guard !showRestricted, let labels, !labels.isEmpty else { return false }
    return !labels.contains("public") && !labels.contains(audience ?? "public")
  }

  /// One fact.
  public func line(_ fact: Fact, in sheet: FactSheet) -> String {
    let place = "line \(fact.line)"
    if isRestricted(fact, in: sheet) { return "\(fact.pointer): (restricted) [\(place)]" }
    guard let revision = fact.revision(asOf: asOf) else { return "\(fact.pointer): unknown [\(place)]" }
    var parts: [String] = []
    let value = Self.value(of: revision)
    parts.append(value)
    switch revision.state {
    case .confirmed: break
    case .suspected: parts[0] += " (suspected)"
    case .ruledOut where revision.word != "ruled_out": parts[0] += " (ruled out)"
    case .ruledOut, .unknown: break
    }
    for (key, attribute) in revision.orderedAttributes {
      let latest = attribute.revision(asOf: asOf)
      if isWithheld(latest?.disclosure) {
        parts.append("\(key) (restricted)")
        continue
      }
      let text = latest.map(Self.value(of:)) ?? "unknown"
      parts.append("\(key) \(text)" + (latest?.state == .suspected ? " (suspected)" : ""))
    }
    if let since = revision.knownAtText { parts.append("known since \(since)") }
    if let confidence = revision.confidence { parts.append("confidence \(confidence.rawValue)") }
    if let source = revision.source { parts.append("source \(source)") }
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(fact.pointer): \(text) [line \(revision.line)]"
  }

  /// The value as people read it.
  static func value(of revision: Revision) -> String {
    if let quantity = revision.quantity, quantity.bound != .exact || quantity.isPercent || revision.raw == nil
    {
      return quantity.description
    }
    if revision.raw == nil, revision.items.isEmpty { return revision.word }
    return revision.items.isEmpty ? "(none)" : revision.items.map(\.oneLine).joined(separator: ", ")
  }
}

extension String {
  /// The text with its line breaks as spaces.
  var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
