import Claims
import Comparison
import Documents
import Language

/// Finds the source of what was judged.
struct Locator {
  let reading: DocumentReading

  /// The prose range that a judgement is about.
  func prose(of judgement: Judgement, claim: Claim?) -> Range<Int> {
    judgement.span ?? claim?.span ?? Self.place(ofDocument: reading)
  }

  /// The source bytes of a prose range. Not to find them is an error, never a finding less.
  func source(of prose: Range<Int>) throws(FindingError) -> Range<Int> {
    if reading.document.prose.isEmpty {
      let start = reading.document.source.markLength
      return start..<start
    }
    guard let range = reading.document.sourceRange(of: prose) else {
      throw FindingError(
        path: reading.document.source.path, message: "bytes \(prose) of the prose have no place in the source"
      )
    }
    return range
  }

  /// Where findings about the whole document stand: on its title, else its first heading of the first level, else its
  /// first sentence, else its first block.
  static func place(ofDocument reading: DocumentReading) -> Range<Int> {
    let blocks = reading.document.blocks
    if let title = blocks.first(where: { $0.kind == .title && !$0.range.isEmpty }) { return title.range }
    if let heading = blocks.first(where: { $0.kind == .heading && $0.level == 1 && !$0.range.isEmpty }) {
      return heading.range
    }
    if let sentence = reading.sentences.first { return reading.prose(sentence.tokens) }
    return blocks.first { !$0.range.isEmpty }?.range ?? 0..<0
  }
}
