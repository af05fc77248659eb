import Facts
import Testing

/// The sheets of real cases, where they are at hand.
struct CaseSheetTests {
  /// The sheets, or none where the collection is absent.
  static let paths: [String] = {
    let folder = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/shared/cases"
    return FactBook.sheetPaths(in: folder).filter { $0.hasSuffix("/facts.yaml") }
  }()

  @Test(arguments: paths) func loads(_ path: String) {
    do {
      let sheet = try FactSheetReader().read(contentsOf: path)
      #expect(!sheet.allFacts.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }
}
