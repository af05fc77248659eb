import Claims
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
