import SourceText
import Testing

@testable import Documents

@Suite(.enabled(if: PublicSuites.isPresent)) struct SuiteTests {
  private func html(_ bytes: [UInt8]) -> Document? {
    try? DocumentReader.read(path: "page.html", bytes: bytes)
  }

  /// Letters and signs of all blocks that come from text, without white space.
  private func visible(_ document: Document) -> String {
    let kept = document.blocks.filter { ![.title, .description, .alt].contains($0.kind) }
    return kept.map { document.quote(of: $0.range).filter { $0 != " " } }.joined()
  }

  @Test func tokensTileEveryInput() {
    let trees = PublicSuites.treeCases().map { Array($0.data.utf8) }
    let markdown = PublicSuites.markdownFiles.flatMap { PublicSuites.markdownExamples($0) }
    let inputs =
      PublicSuites.tokenizerInputs() + trees + markdown.map { Array($0.markdown.utf8) }
      + PublicSuites.articles().map(\.bytes)
    for bytes in inputs {
      if let fault = Properties.tiling(bytes) {
        Issue.record("\(fault): \(String(decoding: bytes.prefix(200), as: UTF8.self))")
      }
    }
    print("tiling: \(inputs.count) inputs")
  }

  @Test func quotesHoldOnEveryInput() {
    var count = 0
    func check(_ bytes: [UInt8], _ format: DocumentReader.Format) {
      guard let document = try? DocumentReader.read(path: "x", bytes: bytes, format: format) else { return }
      count += 1
      if let fault = Properties.quotes(document) {
        Issue.record("\(format) \(fault): \(String(decoding: bytes.prefix(200), as: UTF8.self))")
      }
    }
    for bytes in PublicSuites.tokenizerInputs() { check(bytes, .html) }
    for test in PublicSuites.treeCases() {
      check(Array(test.data.utf8), .html)
      check(Array(test.data.utf8), .markdown)
    }
    for file in PublicSuites.markdownFiles {
      for example in PublicSuites.markdownExamples(file) {
        check(Array(example.markdown.utf8), .markdown)
        check(Array(example.markdown.utf8), .text)
        check(Array(example.html.utf8), .html)
      }
    }
    print("quotes: \(count) documents")
  }

  @Test func articlesQuoteTheirSource() {
    var checked = 0
    var faults: [String] = []
    var unread = 0
    for article in PublicSuites.articles() {
      guard let document = html(article.bytes) else {
        unread += 1
        continue
      }
      if let fault = Properties.quotes(document) { Issue.record("\(article.id): \(fault)") }
      guard document.source.encoding == .utf8 else { continue }
      let result = Properties.blockSources(document)
      checked += result.checked
      faults += result.faults
    }
    print(
      "articles: \(checked) blocks re-read from their source, \(faults.count) differ, \(unread) pages not readable"
    )
    for fault in faults.prefix(10) { print("  ", fault.prefix(400)) }
    #expect(Double(faults.count) <= Double(checked) * 0.001)
  }

  @Test func tokensHaveTheExpectedCharacters() {
    let tests = PublicSuites.tokenizerTexts()
    var faults: [String] = []
    for test in tests {
      let bytes = Array(test.input.utf8)
      var tokens = HTMLTokens()
      HTMLTokenizer.tokenize(bytes, 0..<bytes.count, into: &tokens)
      var found: [UInt8] = []
      for token in tokens.tokens {
        if token.kind == .text || token.kind == .raw { found += bytes[token.range] }
        if token.kind == .reference {
          UTF8Encoding.append(token.first, to: &found)
          if token.second != 0 { UTF8Encoding.append(token.second, to: &found) }
        }
      }
      // Line endings are not the tokenizer's business here: prose has none.
      func plain(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }
      }
      if plain(String(decoding: found, as: UTF8.self)) != plain(test.characters) {
        faults.append(
          "\(test.input.debugDescription): \(test.characters.debugDescription) ≠ \(String(decoding: found, as: UTF8.self).debugDescription)"
        )
      }
    }
    print("html5lib tokenizer: \(tests.count - faults.count) of \(tests.count) have the expected characters")
    for fault in faults { print("  ", fault.prefix(200)) }
    #expect(Double(faults.count) <= Double(tests.count) * 0.01)
  }

  @Test func treesHaveTheExpectedText() {
    var total = 0
    var same = 0
    var withText = 0
    var sameWithText = 0
    var faults: [String] = []
    for test in PublicSuites.treeCases() where !test.isFragment && !test.hasScripting {
      guard let document = html(Array(test.data.utf8)) else { continue }
      let expected = ExpectedTree.text(test.document)
      let found = visible(document)
      total += 1
      if !expected.isEmpty { withText += 1 }
      if expected == found {
        same += 1
        if !expected.isEmpty { sameWithText += 1 }
      } else {
        faults.append(
          "\(test.file) \(test.data.debugDescription): \(expected.debugDescription) ≠ \(found.debugDescription)"
        )
      }
    }
    let share = Double(same) / Double(max(total, 1)) * 100
    let textShare = Double(sameWithText) / Double(max(withText, 1)) * 100
    print(
      "html5lib trees: \(same) of \(total) (\(share) %), with text \(sameWithText) of \(withText) (\(textShare) %)"
    )
    for fault in faults { print("  ", fault.prefix(300)) }
    #expect(textShare >= 93)
  }

  @Test func markdownHasTheExpectedText() {
    for file in PublicSuites.markdownFiles {
      let examples = PublicSuites.markdownExamples(file)
      var same = 0
      var faults: [String] = []
      for example in examples {
        guard let document = try? DocumentReader.read(path: "a.md", bytes: Array(example.markdown.utf8)),
          let page = html(Array(example.html.utf8))
        else { continue }
        let expected = visible(page)
        let found = visible(document)
        if expected == found {
          same += 1
        } else {
          faults.append(
            "\(example.markdown.debugDescription): \(expected.debugDescription) ≠ \(found.debugDescription)")
        }
      }
      print("\(file): \(same) of \(examples.count)")
      for fault in faults.prefix(30) { print("  ", fault.prefix(300)) }
    }
  }
}

/// The text in the trees that html5lib expects.
enum ExpectedTree {
  /// All text outside head, script and style, without white space and characters that have no width.
  static func text(_ document: String) -> String {
    var scalars: [UInt32] = []
    var skippedDepth = Int.max
    var isInText = false
    var isKept = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInText || !line.hasPrefix("| ") {
        guard isInText else { continue }
        let isLast = line.hasSuffix("\"")
        if isKept { scalars += [0x20] + (isLast ? line.dropLast() : line).unicodeScalars.map(\.value) }
        isInText = !isLast
        continue
      }
      let body = line.dropFirst(2)
      let depth = body.prefix { $0 == " " }.count
      let content = body.dropFirst(depth)
      if depth <= skippedDepth { skippedDepth = Int.max }
      if content.hasPrefix("\"") {
        isKept = skippedDepth == Int.max
        let isWhole = content.count > 1 && content.hasSuffix("\"")
        if isKept {
          scalars += (isWhole ? content.dropFirst().dropLast() : content.dropFirst()).unicodeScalars.map(
            \.value)
        }
        isInText = !isWhole
      } else if ["<head>", "<script>", "<style>", "<title>", "<iframe>", "<noembed>", "<noframes>"].contains(
        content),
        depth < skippedDepth
      {
        skippedDepth = depth
      }
    }
    return String(decoding: Properties.collapsed(scalars).filter { $0 != 0x20 }, as: UTF8.self)
  }
}
