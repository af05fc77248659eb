import Documents
import FoundationEssentials
import RuleCatalog
import Testing

@testable import Language

/// The NegEx kit: whether a condition is denied in its sentence (Chapman et al. 2001, "A simple algorithm for identifying
/// negated findings and diseases in discharge summaries"; 2,376 sentences, GenNegEx F1 0.947). The sentences are those of
/// hospitals, so that nothing here was tuned on what the linter reads.
@Suite struct NegexTests {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/suites/negex/rsAnnotations-1-120-random.txt")

  static let present: Bool = {
    let found = FileManager.default.fileExists(atPath: file.path)
    if !found { print("skipped: no suite at \(file.path)") }
    return found
  }()

  private static let verbose = ProcessInfo.processInfo.environment["CLAIMLINT_SUITES"] == "negex"

  @Test(.enabled(if: NegexTests.present)) func conditionsThatAreDenied() throws {
    var vocabulary = Vocabulary(tables: RuleCatalog.tables)
    for (name, phrases) in ClinicalCues.classes {
      let id = vocabulary.type(name)
      vocabulary.add(phrases: phrases.map { (phrase: $0, type: id, value: 0) })
    }
    var hits = 0
    var found = 0
    var wanted = 0
    var rows = 0
    // The file is Latin-1: every byte is a character.
    let text = String(String.UnicodeScalarView(try Data(contentsOf: Self.file).map { Unicode.Scalar($0) }))
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 4 else { continue }
      rows += 1
      let isNegated = columns[3] == "Negated"
      let says = try negates(String(columns[1]), in: String(columns[2]), vocabulary: vocabulary)
      if isNegated { wanted += 1 }
      if says { found += 1 }
      if says, isNegated { hits += 1 }
      if says != isNegated, Self.verbose {
        print("  \(says ? "+" : "-") \(columns[1]) ← \(columns[2])")
      }
    }
    let precision = Double(hits) / Double(max(1, found))
    let recall = Double(hits) / Double(max(1, wanted))
    let f1 = 2 * precision * recall / max(0.001, precision + recall)
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    print(
      "suite negex: \(rows) rows, precision \(rounded(precision)), recall \(rounded(recall)), F1 \(rounded(f1))"
    )
    #expect(rows == 2376)
    #expect(f1 >= 0.97)
  }

  private func negates(_ condition: String, in sentence: String, vocabulary: Vocabulary) throws -> Bool {
    func words(_ text: String) -> [UInt8] {
      Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
    }
    func start(of target: [UInt8], in prose: [UInt8]) -> Int? {
      guard !target.isEmpty, prose.count >= target.count else { return nil }
      return (0...prose.count - target.count).first { prose[$0..<$0 + target.count].elementsEqual(target) }
    }
    // The condition stands in capitals, which are taken for no more than that.
    let document = try DocumentReader.read(path: "a.txt", bytes: words(sentence.lowercased()))
    let target = words(condition.lowercased())
    let shift = document.prose.count - words(sentence).count
    let marked = start(of: words(condition.uppercased()), in: words(sentence)).map { $0 + shift }
    let places = [marked, start(of: target, in: document.prose)].compactMap { $0 }
    guard
      let start = places.first(where: {
        $0 >= 0 && document.prose.dropFirst($0).starts(with: target)
      })
    else { return false }
    let reading = DocumentReading(document: document, vocabulary: vocabulary)
    guard let first = reading.tokens.firstIndex(where: { Int($0.end) > start }),
      let last = reading.tokens.lastIndex(where: { Int($0.start) < start + target.count }),
      let sentence = reading.sentence(holding: first)
    else { return false }
    let end = min(max(first, last) + 1, sentence.tokens.upperBound)
    return StatusReader(reading).status(of: first..<end, in: sentence).status.polarity == .negated
  }
}
