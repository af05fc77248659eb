import Findings
import FoundationEssentials
import Testing

@testable import Reports

/// Any JSON.
private struct Anything: Decodable {
  init(from decoder: any Decoder) throws {}
}

@Suite struct FormatTests {
  private func text(_ format: ReportFormat, _ context: ReportContext, errors: [ReportError] = []) -> String {
    var report = format.report(context)
    let documents = report.add(Sample.document) + report.add(Sample.clean)
    return documents + report.finish(errors: errors)
  }

  private let errors = [ReportError(path: "b.md", line: 3, column: 5, message: "not valid UTF-8 <&>")]

  @Test(arguments: ReportFormat.allCases)
  func golden(format: ReportFormat) {
    Golden.expect(text(format, Sample.context), "\(format.rawValue).txt")
    Golden.expect(text(format, Sample.context, errors: errors), "\(format.rawValue)-incomplete.txt")
  }

  @Test func goldenWithColour() {
    var context = Sample.context
    context.color = true
    Golden.expect(text(.full, context), "full-colour.txt")
  }

  @Test(arguments: [ReportFormat.json, .sarif, .gitlab, .rdjson])
  func isJSON(format: ReportFormat) throws {
    for text in [text(format, Sample.context), text(format, Sample.context, errors: errors)] {
      _ = try JSONDecoder().decode(Anything.self, from: Data(text.utf8))
    }
  }

  @Test func linesAreJSON() throws {
    for line in text(.jsonl, Sample.context).split(separator: "\n") {
      _ = try JSONDecoder().decode(Anything.self, from: Data(line.utf8))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func minimumHidesFindings(format: ReportFormat) {
    var context = Sample.context
    context.minimum = .error
    #expect(!text(format, context).contains("CL220"))
    #expect(!text(format, context).contains("scope/count-below"))
  }

  @Test(arguments: ReportFormat.allCases)
  func noControlCharacters(format: ReportFormat) {
    #expect(!text(format, Sample.context).unicodeScalars.contains { $0 == "\u{1B}" })
  }

  @Test func excerptsCanBeLeftOut() {
    var context = Sample.context
    context.snippets = false
    let text = text(.full, context)
    #expect(!text.contains("We confirm"))
    #expect(!text.contains("^"))
  }
}
