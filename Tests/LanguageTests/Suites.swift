import Foundation
import RuleCatalog
import Testing

@testable import Language

/// Public test suites that lie beside the repository; nothing of them is part of it.
enum Suites {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/suites")

  /// Prints a notice where they are missing.
  static let present: Bool = {
    let found = FileManager.default.fileExists(atPath: root.path)
    if !found { print("skipped: no suites at \(root.path)") }
    return found
  }()

  static let verbose = ProcessInfo.processInfo.environment["CLAIMLINT_SUITES"] ?? ""

  static func json(_ path: String) -> Any? {
    guard var data = FileManager.default.contents(atPath: root.appending(path: path).path) else { return nil }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data.removeFirst(3) }
    return try? JSONSerialization.jsonObject(with: data)
  }

  static func list(_ path: String) -> [[String: Any]] { json(path) as? [[String: Any]] ?? [] }
}

/// A count of right answers that prints what went wrong when asked to (`CLAIMLINT_SUITES=name`).
struct Score {
  let name: String
  var right = 0
  var all = 0

  init(_ name: String) { self.name = name }

  mutating func add(_ correct: Bool, _ note: @autoclosure () -> String) {
    all += 1
    if correct { right += 1 } else if Suites.verbose == name { print("  ✗ \(note())") }
  }

  var share: Double { all == 0 ? 0 : Double(right) / Double(all) }

  func report() { print("suite \(name): \(right)/\(all) = \(Int(share * 1000)) ‰") }
}

/// Prose ready to be read.
struct Prose {
  static let vocabulary = Vocabulary(tables: RuleCatalog.tables)
  let bytes: [UInt8]
  let tokens: [Token]
  let matches: PhraseMatches

  init(_ text: String) {
    bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(vocabulary: Self.vocabulary).tokens(of: bytes, in: 0..<bytes.count, into: &tokens)
    self.tokens = tokens
    matches = PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: Self.vocabulary)
  }

  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(
      decoding: bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)],
      as: UTF8.self)
  }

  var sentences: [String] {
    SentenceSplitter(vocabulary: Self.vocabulary).sentences(
      tokens: tokens, range: 0..<tokens.count, prose: bytes
    ).map { text($0) }
  }
}

extension Prose {
  var view: TokenView {
    TokenView(
      tokens: tokens, range: 0..<tokens.count, matches: matches, vocabulary: Self.vocabulary, prose: bytes)
  }

  var quantities: [Quantity] {
    QuantityReader(vocabulary: Self.vocabulary).quantities(
      tokens: tokens, range: 0..<tokens.count, matches: matches, prose: bytes)
  }

  func times(_ anchor: CalendarDay? = nil) -> [TimeExpression] {
    TimeReader(vocabulary: Self.vocabulary).times(
      tokens: tokens, range: 0..<tokens.count, matches: matches, prose: bytes, anchor: anchor)
  }

  /// Every number, without asking what it counts.
  var numbers: [NumberReading] {
    let reader = NumberReader(vocabulary: Self.vocabulary)
    let view = view
    var result: [NumberReading] = []
    var index = 0
    while index < tokens.count {
      if let number = reader.number(view, at: index) {
        result.append(number)
        index = number.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }
}

extension ExactNumber {
  var double: Double { Double(units) / 1e12 }
}
