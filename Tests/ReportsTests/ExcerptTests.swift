import SourceText
import Testing

@testable import Reports

@Suite struct ExcerptTests {
  private func excerpt(_ text: String, _ words: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    let lines = LineIndex(SourceFile(path: "a", bytes: bytes, encoding: .utf8, markLength: 0))
    let excerpt = Excerpt(lines: lines, style: Style(isOn: false))
    return excerpt.text(
      from: lines.position(of: start), to: lines.position(of: start + wanted.count), gutter: 1, mark: { $0 }
    ).split(separator: "\n").map(String.init)
  }

  @Test func caretsStandUnderTheWords() {
    #expect(excerpt("one two three", "two") == ["  |", "1 | one two three", "  |     ^^^"])
  }

  @Test func tabsAndWideCharacters() {
    #expect(excerpt("\ta\t安全 two", "two") == ["  |", "1 | a 安全 two", "  |        ^^^"])
    #expect(excerpt("e\u{301} 安全", "安全") == ["  |", "1 | e\u{301} 安全", "  |   ^^^^"])
  }

  @Test func longLinesAreCutAroundTheWords() {
    let text = String(repeating: "before ", count: 40) + "TARGET" + String(repeating: " after", count: 40)
    let lines = excerpt(text, "TARGET")
    #expect(lines[1].count <= Excerpt.width + 6)
    #expect(lines[1].hasPrefix("1 | …") && lines[1].hasSuffix("…"))
    let caret = Array(lines[2]).firstIndex(of: "^") ?? 0
    #expect(String(Array(lines[1])[caret..<caret + 6]) == "TARGET")
  }

  @Test func longRangesShowBothEnds() {
    #expect(excerpt("a\nb\nc\nd\ne", "b\nc\nd\ne") == ["  |", "2 | b", "  | ^", " ...", "5 | e", "  | ^"])
  }

  @Test func controlsAreNotPassedOn() {
    #expect(excerpt("a\u{1B}[31m two\u{202E}", "two")[1] == "1 | a\u{FFFD}[31m two\u{FFFD}")
  }
}
