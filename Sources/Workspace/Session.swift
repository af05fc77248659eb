import Claims
import Comparison
import Documents
import Facts
import Findings
import Language
import RuleFormat
import SourceText

/// Everything that a run loads once: sheets, rules, vocabulary. It checks documents one by one, from any thread.
public struct Session: Sendable {
  public let options: CheckOptions
  /// The moment taken as now.
  public let now: Instant
  public let book: FactBook?
  public let rules: RuleBook
  private let tables: CatalogTables
  private let vocabulary: Vocabulary
  private let extractor: ClaimExtractor
  private let comparer: Comparer
  private let pipeline: FindingPipeline
  private let restriction: Restriction

  /// Loads what the options name; all that is wrong with it is thrown at once.
  public init(_ options: CheckOptions) throws(WorkspaceErrors) {
    var errors: [WorkspaceError] = []
    func attempt<T>(_ body: () throws(WorkspaceErrors) -> T) -> T? {
      do throws(WorkspaceErrors) { return try body() } catch {
        errors += error.errors
        return nil
      }
    }
    let now = attempt { () throws(WorkspaceErrors) in try Clock.now(asOf: options.asOf) }
    attempt { () throws(WorkspaceErrors) in try Self.validate(options.about) }
    let tables = attempt { () throws(WorkspaceErrors) in try RulePacks.tables(with: options.packs) }
    let book = attempt { () throws(WorkspaceErrors) in
      try Self.loadBook(options.facts, tables: tables ?? CatalogTables())
    }
    let rules = RuleBook(tables: tables ?? CatalogTables())
    var findings = options.findings
    if tables != nil {
      let enabled = attempt { () throws(WorkspaceErrors) in try options.selection.enabled(in: rules) }
      if case .some(.some(let names)) = enabled { findings.enabled = names }
    }
    guard errors.isEmpty, let now, let tables, let book else { throw WorkspaceErrors(errors) }
    self.init(options: options, findings: findings, now: now, tables: tables, rules: rules, book: book)
  }

  /// The same run with facts that were read elsewhere.
  public init(
    options: CheckOptions, findings: FindingOptions, now: Instant, tables: CatalogTables, rules: RuleBook,
    book: FactBook?
  ) {
    self.options = options
    self.now = now
    self.book = book
    self.rules = rules
    self.tables = tables
    let names = book.map(SheetNames.init)
    let plain = Vocabulary(tables: tables)
    vocabulary = names?.extend(plain) ?? plain
    extractor = ClaimExtractor(vocabulary: vocabulary)
    comparer = Comparer(book: book, names: names, vocabulary: plain)
    pipeline = FindingPipeline(rules: rules, options: findings)
    restriction = Restriction(book: book, now: now, audience: options.about.audience)
  }

  private static func validate(_ about: CheckOptions.Statements) throws(WorkspaceErrors) {
    var errors: [WorkspaceError] = []
    if let text = about.published, TimeRange(iso: text) == nil {
      errors.append(
        WorkspaceError(
          path: "--published", message: "'\(text)' is no time; write 2026-03-02 or 2026-03-02T18:00Z"))
    }
    if let text = about.channel, Channels.channel(named: text) == nil {
      errors.append(WorkspaceError(path: "--channel", message: Channels.complaint(text)))
    }
    guard errors.isEmpty else { throw WorkspaceErrors(errors) }
  }

  private static func loadBook(_ paths: [String], tables: CatalogTables) throws(WorkspaceErrors) -> FactBook?
  {
    guard !paths.isEmpty else { return nil }
    let types = Set(tables.typeNames.map { tables.string($0) })
    do throws(FactSheetErrors) {
      return try FactBook.load(paths: paths, reader: FactSheetReader(knownDataTypes: types))
    } catch {
      throw WorkspaceErrors(error)
    }
  }

  /// What a rule is about and why, in a sentence each.
  public func about(rule name: String) -> (summary: String, why: String)? {
    guard let index = rules.index(named: name) else { return nil }
    let row = index * RuleRow.width
    return (
      tables.string(tables.rules[row + RuleRow.summary.rawValue]),
      tables.string(tables.rules[row + RuleRow.why.rawValue])
    )
  }

  /// The lines of the sheets, for excerpts; none of those on which something stands that may not be shown.
  public func sheetLines() -> SheetLines {
    SheetLines(book: book, hidden: options.findings.showRestricted ? [:] : restriction.lines)
  }

  // MARK: - Documents

  /// Reads and judges the document at a path, or standard input for `-`.
  public func check(_ path: String) throws(WorkspaceErrors) -> CheckedDocument {
    try check(read(path))
  }

  /// Judges a document that was read.
  public func check(_ read: ReadDocument) -> CheckedDocument {
    let judgements = judge(read)
    let (findings, errors) = pipeline.findings(of: judgements, claims: read.claims, in: read.reading)
    let source = read.reading.document.source
    let judged = Set(judgements.compactMap(\.claim))
    var used: Set<String> = []
    for fact in judgements.flatMap(\.facts) { used.insert("\(fact.path)#\(fact.pointer)") }
    return CheckedDocument(
      findings: DocumentFindings(
        path: source.path, format: read.reading.document.format.rawValue, published: read.published,
        claims: read.claims.indices.count { judged.contains($0) || !read.claims[$0].isCandidate },
        sha256: SHA256.hexadecimal(source.bytes), findings: findings,
        source: source),
      errors: errors.map { WorkspaceError(path: $0.path, message: "internal error: \($0.message)") },
      notes: read.notes, factsUsed: used)
  }

  /// Reads the claims of the document at a path, or of standard input for `-`.
  public func read(_ path: String) throws(WorkspaceErrors) -> ReadDocument {
    let name = path == "-" ? options.standardInputName ?? "<stdin>" : path
    let bytes: [UInt8]
    do throws(WorkspaceError) {
      bytes = try FileSystem.read(path, limit: options.maxFileSize)
    } catch {
      throw WorkspaceErrors([path == "-" ? WorkspaceError(path: name, message: error.message) : error])
    }
    return try read(bytes, path: name)
  }

  /// Reads the claims in some bytes.
  public func read(_ bytes: [UInt8], path: String) throws(WorkspaceErrors) -> ReadDocument {
    let document: Document
    do throws(DocumentError) {
      document = try DocumentReader.read(
        path: path, bytes: bytes, format: options.format,
        limits: DocumentLimits(maxBytes: options.maxFileSize))
    } catch {
      let isWhole = if case .source = error.reason { false } else { true }
      throw WorkspaceErrors([
        WorkspaceError(
          path: error.path, line: isWhole ? 0 : error.line, column: isWhole ? 0 : error.column,
          message: error.message)
      ])
    }
    let statements = DocumentStatements(document, options: options, now: now, book: book)
    let reading = DocumentReading(document: document, vocabulary: vocabulary)
    return ReadDocument(
      reading: reading, claims: extractor.claims(in: reading, published: statements.day),
      context: statements.context,
      published: statements.published, notes: document.notes + statements.notes)
  }

  /// How the claims of a document compare with the facts, supported ones included.
  public func judge(_ read: ReadDocument) -> [Judgement] {
    restriction.marked(comparer.judgements(of: read.claims, in: read.reading, context: read.context))
  }
}

/// A document with its claims, not judged yet.
public struct ReadDocument: Sendable {
  public let reading: DocumentReading
  public let claims: [Claim]
  public let context: DocumentContext
  /// The date of publication as written; nil for a draft.
  public let published: String?
  /// What the readers went on without, for standard error.
  public let notes: [String]
}

/// A document with its findings.
public struct CheckedDocument: Sendable {
  public let findings: DocumentFindings
  /// What kept it from being checked in full: bugs of the tool or of a rule.
  public let errors: [WorkspaceError]
  /// What the readers went on without, for standard error.
  public let notes: [String]
  /// The facts that its claims were compared with.
  public let factsUsed: Set<String>
}

extension WorkspaceErrors {
  /// Mistakes in fact sheets.
  public init(_ errors: FactSheetErrors) {
    self.init(
      errors.errors.map {
        WorkspaceError(path: $0.path, line: $0.line, column: $0.column, message: $0.message)
      })
  }
}
