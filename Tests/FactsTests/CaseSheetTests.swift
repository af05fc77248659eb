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

extension CaseSheetTests {
  /// The ids of the ontology, read as plainly as the research file writes them.
  static let dataTypes: Set<String> = {
    let folder = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    guard let bytes = try? FactSheetReader.bytes(folder + "/shared/reference/data-types.yaml") else {
      return []
    }
    var ids: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let start = line.firstRange(of: "- {id: ")?.upperBound else { continue }
      ids.insert(String(line[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
    }
    return ids
  }()

  @Test(arguments: paths) func namesKnownDataTypes(_ path: String) {
    do { _ = try FactSheetReader(knownDataTypes: Self.dataTypes).read(contentsOf: path) } catch {
      Issue.record("\(error)")
    }
  }
}
