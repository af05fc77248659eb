import Testing

@testable import SourceText

@Suite struct LineIndexTests {
  private func index(_ text: String) -> LineIndex {
    LineIndex(SourceFile(path: "t", bytes: Array(text.utf8), encoding: .utf8, markLength: 0))
  }

  @Test func linesEndAtEveryKindOfEnding() {
    let lines = index("a\nbc\r\ndef\rg")
    #expect(lines.lineCount == 4)
    #expect(lines.byteRange(ofLine: 2) == 2..<4)
    #expect(lines.byteRange(ofLine: 3) == 6..<9)
    #expect(lines.byteRange(ofLine: 4) == 10..<11)
    #expect(lines.byteRange(ofLine: 5) == nil)
    #expect(lines.position(of: 7) == SourcePosition(byte: 7, line: 3, column: 2, utf16: 2))
  }

  @Test func columnsCountScalarsAndCodeUnits() {
    let lines = index("é😀x")
    #expect(lines.position(of: 6) == SourcePosition(byte: 6, line: 1, column: 3, utf16: 4))
    #expect(lines.position(of: 4).column == 2, "an offset inside a character is that character's place")
    #expect(lines.byte(line: 1, utf16: 4) == 6)
  }

  @Test func byteOrderMarkIsNoColumn() {
    let file = SourceFile(path: "t", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0x62], encoding: .utf8, markLength: 3)
    #expect(LineIndex(file).position(of: 4) == SourcePosition(byte: 4, line: 1, column: 2, utf16: 2))
    #expect(LineIndex(file).byteRange(ofLine: 1) == 3..<5)
  }

  @Test func utf16CountsUnits() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "a\r\n😀b".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let file = try SourceFile.read(path: "t", bytes: bytes)
    #expect(file.encoding == .utf16LittleEndian)
    let lines = LineIndex(file)
    #expect(lines.lineCount == 2)
    #expect(lines.position(of: 12) == SourcePosition(byte: 12, line: 2, column: 2, utf16: 3))
    #expect(lines.text(of: 8..<14) == "😀b")
  }

  @Test func longLinesAgreeWithAPlainCount() {
    let text = String(repeating: "aé😀\u{2019}", count: 5000)
    let bytes = Array(text.utf8)
    let lines = index(text)
    for offset in stride(from: 0, to: bytes.count, by: 997) {
      var start = offset
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let before = String(decoding: bytes[..<start], as: UTF8.self)
      let place = lines.position(of: offset)
      #expect(place.column == before.unicodeScalars.count + 1)
      #expect(place.utf16 == before.utf16.count + 1)
    }
  }

  @Test func offsetsRoundTrip() throws {
    let text = "one\r\ntwo é😀\r\rthree\n"
    let lines = index(text)
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar != "\r", scalar != "\n" {
        let place = lines.position(of: offset)
        #expect(lines.byte(line: place.line, utf16: place.utf16) == offset)
      }
      offset += String(scalar).utf8.count
    }
  }

  @Test(.timeLimit(.minutes(1))) func manyPositionsInOneVeryLongLine() {
    let bytes = [UInt8](repeating: 0x61, count: 10_000_000)
    let lines = LineIndex(SourceFile(path: "t", bytes: bytes, encoding: .utf8, markLength: 0))
    for offset in stride(from: 0, to: bytes.count, by: 100_000) {
      #expect(lines.position(of: offset).column == offset + 1)
    }
  }
}
