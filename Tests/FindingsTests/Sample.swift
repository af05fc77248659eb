import Claims
import Comparison
import Documents
import Language
import RuleCatalog
import RuleFormat

@testable import Findings

/// Documents, rules and judgements for tests.
enum Sample {
  /// A table with some rules, given by name, code, verdict, severity, kind and reasons.
  static func rules(_ list: [[String]]) -> RuleBook {
    var builder = CatalogBuilder()
    builder.add(
      files: list.enumerated().map { index, rule in
        (
          "rule\(index).yaml",
          """
          name: \(rule[0])
          code: \(rule[1])
          verdict: \(rule[2])
          severity: \(rule[3])
          kind: \(rule[4])
          reasons: [\(rule[5])]
          summary: s
          message: '{quote} differs'
          why: w
          suggest: 'Change {quote}'
          """
        )
      })
    let tables = (try? builder.build()) ?? CatalogTables()
    return RuleBook(tables: tables)
  }

  static let book = rules([
    ["data/denied", "CL201", "contradicted", "error", "", "denial"],
    ["data/weaker", "CL202", "understated", "warning", "", "weaker"],
    ["filler/serious", "CL301", "wording", "note", "", "stock"],
    ["channel/lacks", "CL401", "omitted", "warning", "", "lacks"],
  ])

  static func reading(_ text: String, path: String = "a.md") throws -> DocumentReading {
    DocumentReading(
      document: try DocumentReader.read(path: path, bytes: Array(text.utf8)),
      vocabulary: Vocabulary(tables: RuleCatalog.tables))
  }

  /// A judgement on the words of a document.
  static func judgement(
    _ reason: String, _ verdict: Verdict, on words: String, occurrence: Int = 1, in reading: DocumentReading,
    facts: [FactCitation] = [], values: [String: String] = [:]
  ) -> Judgement {
    let prose = reading.document.prose
    let wanted = Array(words.utf8)
    var seen = 0
    let start =
      prose.indices.first { index in
        guard prose[index...].starts(with: wanted) else { return false }
        seen += 1
        return seen == occurrence
      } ?? 0
    return Judgement(
      claim: nil, verdict: verdict, reason: reason, span: start..<start + wanted.count, facts: facts,
      values: values)
  }
}
