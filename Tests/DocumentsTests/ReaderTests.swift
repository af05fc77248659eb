import SourceText
import Testing

@testable import Documents

@Suite struct ReaderTests {
  @Test func formatsComeFromNamesAndContent() {
    func format(_ path: String, _ text: String = "") -> DocumentFormat {
      DocumentReader.resolve(.auto, path: path, bytes: Array(text.utf8))
    }
    #expect(format("a.md") == .markdown)
    #expect(format("a.MARKDOWN") == .markdown)
    #expect(format("a.htm") == .html)
    #expect(format("a.txt", "<html>") == .text)
    #expect(format("a", "\n <!DOCTYPE html>") == .html)
    #expect(format("a.eml", "words") == .text)
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += bigEndian ? pair.reversed() : pair
    }
    return bytes
  }

  @Test(arguments: [true, false], [DocumentReader.Format.text, .markdown, .html])
  func utf16IsReadWithItsOwnOffsets(_ bigEndian: Bool, _ format: DocumentReader.Format) throws {
    let bytes = utf16("Nous sommes prêts 😀 à tout", bigEndian: bigEndian)
    let read = try DocumentReader.read(path: "x", bytes: bytes, format: format)
    #expect(Properties.quotes(read) == nil)
    #expect(read.outline == ["paragraph: Nous sommes prêts 😀 à tout"])
    #expect(read.source(of: "prêts 😀") == "prêts 😀")
    #expect(read.sourceRange(of: 0..<4) == 2..<10)
  }

  @Test func windows1252IsReadWhereThePageSaysSo() throws {
    let head = Array(
      "<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'><img alt='na".utf8)
    let bytes =
      head + [0xEF] + Array("ve'><p>We\u{20}".utf8) + [0x92, 0xE9] + Array(" <b>x</b>&eacute;".utf8)
    let read = try DocumentReader.read(path: "x.html", bytes: bytes)
    #expect(read.source.encoding == .windows1252)
    #expect(Properties.quotes(read) == nil)
    #expect(read.outline == ["alt: naïve", "paragraph: We ’é xé"])
    #expect(read.source(of: "’é x") == "’é <b>x")
  }

  @Test func offsetsOfMetadataAreThoseOfTheFile() throws {
    let read = try DocumentReader.read(
      path: "x.md", bytes: utf16("---\ndate: 2026\n---\nx", bigEndian: false))
    #expect(read.metadata.published == Metadata.Value(text: "2026", offset: 22))
  }

  @Test func faultsHaveTheirPlace() {
    let bytes = Array("ok\nno ".utf8) + [0xFF]
    #expect(throws: DocumentError(path: "a.md", line: 2, column: 4, reason: .source(.invalidUTF8))) {
      try DocumentReader.read(path: "a.md", bytes: bytes)
    }
    #expect(throws: DocumentError(path: "a.md", reason: .tooLarge(size: 7, limit: 6))) {
      try DocumentReader.read(path: "a.md", bytes: bytes, limits: DocumentLimits(maxBytes: 6))
    }
    #expect(throws: DocumentError(path: "a", line: 1, column: 2, reason: .source(.binary))) {
      try DocumentReader.read(path: "a", bytes: [0x61, 0])
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("<div>", 100_000), ("<b>", 100_000), ("<a ", 100_000), ("<a href=x>x", 50_000), ("&", 1_000_000),
      ("&am", 300_000),
      ("word ", 1_000_000), ("<p>x", 100_000), ("</b>x", 100_000), ("<b><div>x</b>", 30_000),
      ("<table><tr><td>x", 30_000),
      ("<!--", 200_000), ("<svg><title>x", 30_000), ("[", 50_000), ("> ", 5_000), ("*a ", 100_000),
      ("- x\n", 100_000),
      ("a: b\n", 200_000), ("<span hidden>x</span> y ", 30_000), ("<img alt=x>y", 50_000),
    ])
  func readingTakesTimeInProportion(_ part: String, _ count: Int) throws {
    let bytes = Array(String(repeating: part, count: count).utf8)
    for format in [DocumentReader.Format.text, .markdown, .html] {
      _ = try DocumentReader.read(path: "x", bytes: bytes, format: format)
    }
  }
}
