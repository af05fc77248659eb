import SourceText
import Testing

@testable import Documents

@Suite struct TextReaderTests {
  private func read(_ text: String) throws -> Document { try document(text, .text) }

  @Test func wrappedLinesJoin() throws {
    let text = try read("No passwords were\naccessed.\r\nNone.\n\n\n  Second   paragraph.\n")
    #expect(text.outline == ["paragraph: No passwords were accessed. None.", "paragraph: Second paragraph."])
    #expect(text.source(of: "were accessed") == "were\naccessed")
  }

  @Test func listsAndHeadings() throws {
    let text = try read(
      """
      FOR IMMEDIATE RELEASE

      Title
      =====
      Intro to
      - one
        goes on
      - two

      * three

      After

      1. first
      2. second

      WE TAKE THIS VERY SERIOUSLY AND
      NOTHING WAS LOST.
      """)
    #expect(
      text.outline == [
        "heading2: FOR IMMEDIATE RELEASE", "heading1: Title", "paragraph: Intro to",
        "listItem 0: one goes on",
        "listItem 0: two", "listItem 0: three", "paragraph: After", "listItem 1: first", "listItem 1: second",
        "paragraph: WE TAKE THIS VERY SERIOUSLY AND NOTHING WAS LOST.",
      ])
  }

  @Test func quotedMailIsQuotation() throws {
    let text = try read("Hello\n> they said\n> this\nWe say that")
    #expect(
      text.outline == ["paragraph: Hello", "paragraph[quotation]: they said this", "paragraph: We say that"])
  }

  @Test func anythingIsText() throws {
    #expect(try read("").outline == [])
    #expect(try read("\n \n").outline == [])
    #expect(try read("a < b &amp; c").outline == ["paragraph: a < b &amp; c"])
  }
}
