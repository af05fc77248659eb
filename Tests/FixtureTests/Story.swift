import Facts
import Findings
import FoundationEssentials
import RuleFormat
import Testing

@testable import Workspace

/// A folder under `Fixtures/`: documents, sheets, and the findings that they lead to.
struct Story: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let all = [
    "the-last-truly-secure-space", "two-notices", "told-everything", "release-and-bulletin",
    "a-thread-of-posts",
  ].map(Story.init)

  /// One command of the story's README, and the file with its findings.
  struct Run: Sendable {
    let story: Story
    let asOf: String
    let sheets: [String]
    let documents: [String]
    let expected: String
  }

  /// A place in a sheet or document, and what is written there instead.
  struct Flip: Sendable {
    let file: String
    let old: String
    let new: String
  }

  /// The rules and vocabulary, read once.
  static let tables: Result<CatalogTables, WorkspaceErrors> = {
    do throws(WorkspaceErrors) { return .success(try RulePacks.tables(with: [])) } catch {
      return .failure(error)
    }
  }()

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  func url(_ file: String) -> URL { Self.root.appendingPathComponent(name).appendingPathComponent(file) }

  func text(_ file: String) throws -> String { try String(contentsOf: url(file), encoding: .utf8) }

  /// What the README says to run: what the reader sees is what is tested.
  func runs() throws -> [Run] {
    let names = try FileManager.default.contentsOfDirectory(atPath: url("").path).sorted()
    var runs: [Run] = []
    for line in try text("README.md").split(separator: "\n") where line.hasPrefix("claimlint check ") {
      var words = line.split(separator: " ").dropFirst(2).map(String.init)[...]
      var asOf = ""
      var sheets: [String] = []
      var documents: Set<String> = []
      while let word = words.popFirst() {
        switch word {
        case "--as-of": asOf = words.popFirst() ?? ""
        case "--facts": sheets.append(words.popFirst() ?? "")
        default: documents.formUnion(names.filter { GlobPattern(word).matches($0) })
        }
      }
      let expected = runs.isEmpty ? "expected.txt" : "expected-after.txt"
      runs.append(
        Run(story: self, asOf: asOf, sheets: sheets, documents: documents.sorted(), expected: expected))
    }
    return runs
  }
}

extension Story.Run {
  /// The documents, checked against the sheets, as they stand or with some words of either replaced.
  func documents(_ flips: [Story.Flip] = []) throws -> [CheckedDocument] {
    let tables = try Story.tables.get()
    let reader = FactSheetReader(knownDataTypes: Set(tables.typeNames.map { tables.string($0) }))
    let book = FactBook(
      sheets: try sheets.map { name in
        try reader.read(text(name, flips), path: name)
      })
    var options = CheckOptions()
    options.asOf = asOf
    let session = Session(
      options: options, findings: FindingOptions(), now: try Clock.now(asOf: asOf), tables: tables,
      rules: RuleBook(tables: tables), book: book)
    return try documents.map { name in
      session.check(try session.read(Array(text(name, flips).utf8), path: name))
    }
  }

  private func text(_ file: String, _ flips: [Story.Flip]) throws -> String {
    var text = try story.text(file)
    for flip in flips where flip.file == file {
      let parts = text.split(separator: flip.old, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw FlipError(flip: flip, count: parts.count - 1) }
      text = parts.joined(separator: flip.new)
    }
    return text
  }

  struct FlipError: Error {
    let flip: Story.Flip
    let count: Int
  }
}

extension CheckedDocument {
  /// One line a finding: where, how grave, which rule and verdict, and the words.
  var lines: [String] {
    findings.findings.map { finding in
      let quote = finding.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\(findings.path):\(finding.start.line):\(finding.start.column) \(finding.severity.rawValue) "
        + "\(finding.rule.name) \(finding.verdict.rawValue) \"\(quote)\""
    }
  }
}
