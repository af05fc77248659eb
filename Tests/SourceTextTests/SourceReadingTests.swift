import Testing

@testable import SourceText

@Suite struct SourceReadingTests {
  @Test func invalidUTF8IsAnErrorWithItsPlace() {
    let bytes = Array("one\ntwo ".utf8) + [0xE9, 0x20]
    #expect(throws: SourceError(path: "t.txt", line: 2, column: 5, reason: .invalidUTF8)) {
      try SourceFile.read(path: "t.txt", bytes: bytes)
    }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80],
    [0x80], [0xF0, 0x9F, 0x98],
  ])
  func malformedSequencesAreInvalid(_ bytes: [UInt8]) {
    #expect(UTF8Validation.firstInvalid(in: [0x61] + bytes + [0x61]) == 1)
  }

  @Test func wellFormedTextIsValid() {
    #expect(UTF8Validation.firstInvalid(in: Array("aé’😀\u{10FFFF}\u{D7FF}\u{E000}".utf8)) == nil)
  }

  @Test func nullIsNoText() {
    #expect(throws: SourceError(path: "t", line: 1, column: 3, reason: .binary)) {
      try SourceFile.read(path: "t", bytes: [0x61, 0x62, 0, 0x63])
    }
  }

  @Test func declaredWindows1252IsRead() throws {
    let file = try SourceFile.read(path: "t", bytes: [0x93, 0x61, 0x94]) { _ in "ISO-8859-1" }
    #expect(file.encoding == .windows1252)
    let text = TranscodedText(file)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "“a”")
    #expect(text.sourceRange(of: 3..<4) == 1..<2)
    #expect(text.sourceRange(of: 4..<7) == 2..<3)
  }

  @Test func otherEncodingsAreErrors() {
    #expect(throws: SourceError(path: "t", line: 1, column: 1, reason: .unsupportedEncoding("shift_jis"))) {
      try SourceFile.read(path: "t", bytes: [0x93, 0x61]) { _ in "shift_jis" }
    }
  }

  @Test func halfASurrogatePairIsAnError() {
    #expect(throws: SourceError.self) {
      try SourceFile.read(path: "t", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x61, 0x00])
    }
    #expect(throws: SourceError.self) { try SourceFile.read(path: "t", bytes: [0xFE, 0xFF, 0x00]) }
  }
}
