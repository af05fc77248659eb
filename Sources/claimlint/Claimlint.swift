import Claims
import Comparison
import Facts
import Documents
import Foundation
import Language
import RuleCatalog
import RuleFormat
import SourceText

// Scaffold: prints the claims of plain paragraphs, and runs the text examples of the rules.
@main struct Claimlint {
  static func document(_ text: String) -> Document {
    var body = text
    if body.hasPrefix("---"), let end = body.range(of: "\n---\n") { body = String(body[end.upperBound...]) }
    let bytes = Array(body.utf8)
    var blocks: [Block] = []
    var start = 0
    let paragraphs = body.components(separatedBy: "\n\n")
    for paragraph in paragraphs {
      let length = paragraph.utf8.count
      blocks.append(Block(kind: .paragraph, range: start..<start + length))
      start += length + 2
    }
    var map = OffsetMap()
    map.append(prose: 0, proseLength: bytes.count, source: 0, sourceLength: bytes.count, copied: true)
    return Document(
      source: SourceFile(path: "x", bytes: bytes, encoding: .utf8, markLength: 0), format: .text, prose: bytes, offsets: map,
      blocks: blocks, spans: [], metadata: Metadata())
  }

  static func read(_ text: String) -> (DocumentReading, [Claim]) {
    let reading = DocumentReading(document: document(text), vocabulary: Vocabulary(tables: RuleCatalog.tables))
    return (reading, ClaimExtractor().claims(in: reading))
  }

  static func main() throws {
    if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "test" {
      var passed = 0
      var failed = 0
      for rule in try RuleCatalog.definitions() {
        for example in rule.examples where example.facts.isEmpty && rule.reasons.isEmpty {
          let plain = example.text.replacingOccurrences(of: "«", with: "").replacingOccurrences(of: "»", with: "")
          let (reading, claims) = read(plain)
          let hits = claims.filter { $0.rule == rule.name && $0.status.isOwnStatement && $0.status.polarity == .affirmed }
            .map { String(decoding: reading.document.prose[$0.span], as: UTF8.self) }
          let wanted = example.text.components(separatedBy: "«").dropFirst().map { $0.components(separatedBy: "»")[0] }
          if hits == wanted { passed += 1 } else {
            failed += 1
            print("\(rule.path):\(example.line): \(rule.name): wanted \(Array(wanted)) got \(hits) in: \(plain)")
          }
        }
      }
      print("\(passed) passed, \(failed) failed")
      return
    }
    if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "check" {
      // Scaffold for score_cases.py: check --isolated --facts F --format json --fail-on never [--published D --channel C] DOC
      let arguments = CommandLine.arguments
      let facts = arguments[arguments.firstIndex(of: "--facts")! + 1]
      let doc = arguments.last!
      let data = Array(try Data(contentsOf: URL(fileURLWithPath: doc)))
      let parsed = try DocumentReader.read(path: doc, bytes: data)
      var published = parsed.metadata.published?.text
      if let flag = arguments.firstIndex(of: "--published") { published = arguments[flag + 1] }
      let book = try FactBook.load(paths: [facts])
      let names = SheetNames(book)
      let vocabulary = names.extend(Vocabulary(tables: RuleCatalog.tables))
      let reading = DocumentReading(document: parsed, vocabulary: vocabulary)
      let day = published.flatMap { TimeRange(iso: $0)?.start }.map { CalendarDay(daysSince1970: Int($0 / 86_400)) }
      let claims = ClaimExtractor(published: day).claims(in: reading)
      let context = DocumentContext(published: published.flatMap { TimeRange(iso: $0) }, now: Instant(iso: "2026-11-24")!)
      let judgements = Comparer(book: book, names: names, tables: RuleCatalog.tables).judgements(of: claims, in: reading, context: context)
      let tables = RuleCatalog.tables
      var severities: [String: String] = [:]
      for row in stride(from: 0, to: tables.rules.count, by: RuleRow.width) { severities[tables.string(tables.rules[row])] = tables.string(tables.rules[row + RuleRow.severity.rawValue]) }
      var kept: [(Judgement, Range<Int>)] = []
      for judgement in judgements.sorted(by: { $0.verdict.precedence < $1.verdict.precedence }) where judgement.verdict != .supported {
        guard let span = judgement.span ?? judgement.claim.map({ claims[$0].span }) else { continue }
        if kept.contains(where: { other in
          let overlap = min(other.1.upperBound, span.upperBound) - max(other.1.lowerBound, span.lowerBound)
          return overlap * 2 >= min(other.1.count, span.count)
        }) { continue }
        kept.append((judgement, span))
      }
      let items = kept.map { judgement, span in
        let quote = String(decoding: reading.document.prose[span], as: UTF8.self).replacingOccurrences(of: "\\", with: "").replacingOccurrences(of: "\"", with: "'").replacingOccurrences(of: "\n", with: " ")
        let severity = severities[judgement.rule] ?? "warning"
        return "{\"rule\":{\"name\":\"\(judgement.rule.isEmpty ? judgement.reason : judgement.rule)\"},\"verdict\":\"\(judgement.verdict)\",\"severity\":\"\(severity)\",\"quote\":\"\(quote)\",\"range\":{\"start\":{\"byte\":\((parsed.offsets.source(of: span) ?? 0..<0).lowerBound)},\"end\":{\"byte\":\((parsed.offsets.source(of: span) ?? 0..<0).upperBound)}}}"
      }
      print("{\"complete\":true,\"documents\":[{\"findings\":[\(items.joined(separator: ","))]}]}")
      return
    }
    for path in CommandLine.arguments.dropFirst() {
      let text = path == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : try String(contentsOfFile: path, encoding: .utf8)
      let (reading, claims) = read(text)
      for claim in claims {
        let quote = String(decoding: reading.document.prose[claim.span], as: UTF8.self)
        print("\(claim.kind.rawValue) \(claim.topic) [\(quote)] \(claim.status.polarity) \(claim.status.certainty) \(claim.status.voice) \(claim.status.mood) \(claim.cues.map { $0.role + ":" + String(decoding: reading.document.prose[$0.range], as: UTF8.self) })")
      }
    }
  }
}
