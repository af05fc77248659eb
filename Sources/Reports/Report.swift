import Findings

/// The output formats of findings.
public enum ReportFormat: String, Sendable, CaseIterable {
  case full, concise, json, jsonl, sarif, github, gitlab, rdjson, checkstyle, junit, markdown
}

/// What a report needs to know before the first document.
public struct ReportContext: Sendable {
  public var version: String
  /// The moment taken as now, ISO 8601.
  public var asOf: String
  /// Off: no words of a document are shown, excerpts included.
  public var snippets = true
  public var color = false
  /// Findings below it are not shown.
  public var minimum = Severity.note
  /// The text of a line of a fact sheet, for excerpts.
  public var sheetLine: @Sendable (_ path: String, _ line: Int) -> String? = { _, _ in nil }
  /// What the rules are about, by name, for formats that describe them.
  public var rules: @Sendable (_ name: String) -> RuleSummary? = { _ in nil }

  public init(version: String, asOf: String) {
    self.version = version
    self.asOf = asOf
  }

  /// The findings of a document that are shown.
  func shown(_ document: DocumentFindings) -> [Finding] {
    document.findings.filter { $0.severity >= minimum }
  }
}

/// A rule in two lines.
public struct RuleSummary: Sendable {
  public var summary: String
  public var why: String
  public init(summary: String, why: String) {
    self.summary = summary
    self.why = why
  }
}

/// Something that kept a run from being complete.
public struct ReportError: Sendable, Hashable {
  public var path: String
  /// From 1; 0 for none.
  public var line: Int
  public var column: Int
  public var message: String

  public init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }
}

/// Writes findings in one format. Text is handed out as soon as it is known, so that it can be written before the end.
public protocol Report: Sendable {
  /// Text for one document; called in the order of the documents.
  mutating func add(_ document: DocumentFindings) -> String
  /// The rest, once all documents are done. A run with errors is not complete.
  mutating func finish(errors: [ReportError]) -> String
}

extension ReportFormat {
  /// A report of this format.
  public func report(_ context: ReportContext) -> any Report {
    switch self {
    case .full: FullReport(context)
    case .concise: ConciseReport(context)
    case .json: JSONReport(context)
    case .jsonl: JSONLinesReport(context)
    case .sarif: SARIFReport(context)
    case .github: GitHubReport(context)
    case .gitlab: GitLabReport(context)
    case .rdjson: RDJSONReport(context)
    case .checkstyle: CheckstyleReport(context)
    case .junit: JUnitReport(context)
    case .markdown: MarkdownReport(context)
    }
  }
}
