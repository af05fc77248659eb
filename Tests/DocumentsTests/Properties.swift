import SourceText
import Testing

@testable import Documents

/// What must hold of every document, whatever its bytes.
enum Properties {
  /// Tokens ascend, do not overlap and cover the source.
  static func tiling(_ bytes: [UInt8]) -> String? {
    var tokens = HTMLTokens()
    HTMLTokenizer.tokenize(bytes, 0..<bytes.count, into: &tokens)
    var at: Int32 = 0
    for token in tokens.tokens {
      if token.start != at { return "token at \(token.start), expected \(at)" }
      if token.end <= token.start { return "empty token at \(token.start)" }
      for attribute in token.kind == .startTag ? tokens.attributes(of: token) : [] {
        let inside = attribute.nameStart > token.start && attribute.valueEnd < token.end
        let ascends = attribute.nameEnd <= attribute.valueStart && attribute.valueStart <= attribute.valueEnd
        if !inside || !ascends { return "attribute outside its tag at \(token.start)" }
      }
      at = token.end
    }
    return Int(at) == bytes.count ? nil : "ends at \(at) of \(bytes.count)"
  }

  /// Blocks, spans and runs are in order, and the source of each run reads as its prose.
  static func quotes(_ document: Document) -> String? {
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      if block.range.isEmpty { return "block \(index) is empty" }
      if block.range.lowerBound != (index == 0 ? 0 : end + 1) { return "block \(index) does not follow" }
      end = block.range.upperBound
      if block.heading >= index { return "block \(index) stands under a later heading" }
      if document.prose[block.range].contains(0x0A) { return "block \(index) holds a line feed" }
      if document.prose[block.range.lowerBound] == 0x20 || document.prose[end - 1] == 0x20 {
        return "block \(index) has white space at an end"
      }
      guard let source = document.sourceRange(of: block.range) else { return "block \(index) has no source" }
      if source.isEmpty || source.upperBound > document.source.bytes.count {
        return "block \(index): \(source)"
      }
    }
    if end != document.prose.count { return "prose goes on behind the last block" }
    for span in document.spans {
      guard let block = document.block(at: span.range.lowerBound), !span.range.isEmpty,
        span.range.upperBound <= document.blocks[block].range.upperBound
      else { return "span \(span) leaves its block" }
    }
    return runs(document)
  }

  private static func runs(_ document: Document) -> String? {
    let map = document.offsets
    var prose = 0
    var source = 0
    for (run, isCopied) in zip(map.runs, map.copied) {
      let range = Int(run.prose)..<Int(run.prose) + Int(run.proseLength)
      let from = Int(run.source)..<Int(run.source) + Int(run.sourceLength)
      let startsBlock = document.blocks.contains { $0.range.lowerBound == range.lowerBound }
      if range.lowerBound != prose + (startsBlock && prose > 0 ? 1 : 0) { return "gap in prose at \(prose)" }
      if !startsBlock, from.lowerBound < source { return "source goes back at \(from)" }
      if from.upperBound > document.source.bytes.count { return "source ends at \(from)" }
      if isCopied {
        if document.prose[range] != document.source.bytes[from] { return "copied run differs at \(from)" }
      } else if let fault = replaced(document, range, from) {
        return fault
      }
      prose = range.upperBound
      source = from.upperBound
    }
    return prose == document.prose.count ? nil : "prose without source at the end"
  }

  /// Whether a replaced run reads as its source: white space, a line break, a reference, a character.
  private static func replaced(_ document: Document, _ range: Range<Int>, _ from: Range<Int>) -> String? {
    let words = Array(document.prose[range])
    let part = SourceFile(
      path: "", bytes: Array(document.source.bytes[from]), encoding: document.source.encoding, markLength: 0)
    let text = TranscodedText(part).bytes
    if words == text { return nil }
    if words == [0x20] {
      if from.isEmpty { return nil }
      var tokens = HTMLTokens()
      HTMLTokenizer.tokenize(text, 0..<text.count, into: &tokens)
      let isBreak = tokens.tokens.count == 1 && tokens.tokens[0].element == .br
      return isBreak || resolved(text).isEmpty
        ? nil : "a space stands for \(String(decoding: text, as: UTF8.self))"
    }
    return resolved(text) == words
      ? nil : "replaced run differs at \(from): \(String(decoding: text, as: UTF8.self))"
  }

  /// Source read as HTML: markup left out, references resolved, white space collapsed.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var tokens = HTMLTokens()
    HTMLTokenizer.tokenize(bytes, 0..<bytes.count, into: &tokens)
    var scalars: [UInt32] = []
    for (index, token) in tokens.tokens.enumerated() {
      switch token.kind {
      case .startTag where token.element == .sup:
        // The mark of a note stands apart from its word.
        let next = index + 1 < tokens.tokens.count ? bytes[Int(tokens.tokens[index + 1].start)] : 0
        let isMark = [0x5B, 0x2A, 0xE2].contains(next) || next.isASCIIDigit
        if isMark, let last = scalars.last, !(0x30...0x39).contains(last) { scalars.append(0x20) }
      case .text: scalars += String(decoding: bytes[token.range], as: UTF8.self).unicodeScalars.map(\.value)
      case .reference: scalars += token.second == 0 ? [token.first] : [token.first, token.second]
      case .startTag where token.element == .br: scalars.append(0x20)
      default: break
      }
    }
    return collapsed(scalars)
  }

  static func collapsed(_ scalars: [UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    var hasSpace = false
    for scalar in scalars {
      switch SpecialCharacter.role(of: scalar) {
      case .space: hasSpace = true
      case .nothing: break
      case .ordinary:
        if hasSpace, !result.isEmpty { result.append(0x20) }
        hasSpace = false
        UTF8Encoding.append(scalar, to: &result)
      }
    }
    return result
  }

  /// The strong form: the source of a whole block, read by itself, gives the block's prose. Blocks that hold text which
  /// stands apart (hidden words) or whose content is not markup are left out.
  static func blockSources(_ document: Document) -> (checked: Int, faults: [String]) {
    var checked = 0
    var faults: [String] = []
    let ranges = document.blocks.map { document.sourceRange(of: $0.range) ?? 0..<0 }
    for (index, block) in document.blocks.enumerated() {
      if [.title, .control, .alt, .description].contains(block.kind) { continue }
      if block.context.contains(.hidden) { continue }
      var next = index + 1
      while next < ranges.count, ranges[next].lowerBound >= ranges[index].upperBound { next = ranges.count }
      if next < ranges.count, document.blocks[next].kind != .alt { continue }
      let text = resolved(Array(document.source.bytes[ranges[index]]))
      checked += 1
      if text != Array(document.prose[block.range]) {
        faults.append(
          "\(String(decoding: text, as: UTF8.self).debugDescription) ≠ \(document.quote(of: block.range).debugDescription)"
        )
      }
    }
    return (checked, faults)
  }
}
