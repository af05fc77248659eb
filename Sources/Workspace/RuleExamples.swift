import Facts
import Findings
import RuleFormat

/// Runs the examples in rule files: flagged ones must give exactly the marked findings, silent ones none that counts.
public struct RuleExamples: Sendable {
  private let tables: CatalogTables
  private let rules: RuleBook
  private let types: Set<String>

  /// Examples without `as_of` are judged as of this moment, so that they come out the same every day.
  static let now = "2026-12-01"

  /// An example that did not come out as its file says.
  public struct Failure: Sendable {
    public let path: String
    public let line: Int
    public let rule: String
    public let message: String

    public var description: String { "\(path):\(line): \(rule): \(message)" }
  }

  public init(packs: [String]) throws(WorkspaceErrors) {
    tables = try RulePacks.tables(with: packs)
    rules = RuleBook(tables: tables)
    types = Set(tables.typeNames.map { [tables] in tables.string($0) })
  }

  /// What went wrong with the examples of a rule.
  public func failures(of rule: RuleDefinition) -> [Failure] {
    rule.examples.compactMap { example in
      message(of: example, rule: rule).map {
        Failure(path: rule.path, line: example.line, rule: rule.name, message: $0)
      }
    }
  }

  /// A text whose marks are taken out.
  struct Marked: Equatable {
    var text: [UInt8] = []
    /// Byte ranges in ``text`` that stood between `«` and `»`.
    var ranges: [Range<Int>] = []

    init(_ example: String) {
      var start: Int?
      for scalar in example.unicodeScalars {
        switch scalar {
        case "«": start = text.count
        case "»":
          if let start { ranges.append(start..<text.count) }
          start = nil
        default: text.append(contentsOf: String(scalar).utf8)
        }
      }
    }
  }

  private func message(of example: RuleDefinition.Example, rule: RuleDefinition) -> String? {
    let marked = Marked(example.text)
    let checked: CheckedDocument
    do throws(WorkspaceErrors) {
      checked = try check(marked.text, example, rule: rule.name)
    } catch {
      return error.description
    }
    let findings = checked.findings.findings
    func words(_ range: Range<Int>) -> String { String(decoding: marked.text[range], as: UTF8.self) }
    func list(_ ranges: [Range<Int>]) -> String {
      ranges.isEmpty ? "nothing" : ranges.map { "«\(words($0))»" }.joined(separator: ", ")
    }
    let text = String(decoding: marked.text, as: UTF8.self)
    if example.flagged {
      let found = findings.map { $0.start.byte..<$0.end.byte }
      if found == marked.ranges { return nil }
      let more = checked.errors.map { "; \($0.message)" }.joined()
      return "wanted \(list(marked.ranges)), got \(list(found)) in: \(text)\(more)"
    }
    let loud = findings.filter { $0.severity >= .warning }
    return loud.isEmpty
      ? nil : "wanted silence, got \(list(loud.map { $0.start.byte..<$0.end.byte })) in: \(text)"
  }

  private func check(
    _ text: [UInt8], _ example: RuleDefinition.Example, rule: String
  ) throws(WorkspaceErrors) -> CheckedDocument {
    var options = CheckOptions()
    options.asOf = example.metadata["as_of"] ?? Self.now
    options.about.published = example.metadata["published"]
    options.about.channel = example.metadata["channel"]
    options.about.audience = example.metadata["audience"]
    options.about.cohort = example.metadata["cohort"]
    options.about.incident = example.metadata["incident"]
    options.about.organisation = example.metadata["organisation"]
    options.format = example.metadata["format"].flatMap { .init(rawValue: $0) } ?? .markdown
    options.findings.enabled = [rule]
    options.findings.condenses = false
    var book: FactBook?
    if !example.facts.isEmpty {
      do throws(FactSheetErrors) {
        let sheet = try FactSheetReader(knownDataTypes: types).read(
          "claimlint: 1\n" + example.facts, path: "facts.yaml")
        book = FactBook(sheets: [sheet])
      } catch {
        throw WorkspaceErrors(error)
      }
    }
    let session = Session(
      options: options, findings: options.findings, now: try Clock.now(asOf: options.asOf), tables: tables,
      rules: rules,
      book: book)
    return session.check(try session.read(text, path: "example"))
  }
}
