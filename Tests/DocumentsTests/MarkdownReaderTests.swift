import SourceText
import Testing

@testable import Documents

@Suite struct MarkdownReaderTests {
  private func read(_ text: String) throws -> Document { try document(text, .markdown) }

  @Test func blocksHaveTheirKinds() throws {
    let text = try read(
      """
      # Notice

      We are **fully** _secure_
      and `safe`.\\
      Really.

      > Quoted
      > words

      - one
      - two

        more
      1. three

      | Data | Seen |
      | --- | --- |
      | Names | yes |

          code
      """)
    #expect(
      text.outline == [
        "heading1: Notice", "paragraph: We are fully secure and safe. Really.",
        "paragraph[quotation]: Quoted words",
        "listItem 0: one", "listItem 0: two", "listItem 0: more", "listItem 1: three",
        "tableHeader 2/0: Data",
        "tableHeader 2/0: Seen", "tableCell 2/1: Names", "tableCell 2/1: yes", "paragraph[code]: code",
      ])
    #expect(text.spanOutline == ["strong: fully", "emphasis: secure", "code: safe"])
    #expect(text.source(of: "fully secure") == "fully** _secure")
  }

  @Test func entitiesAndEscapesAreResolved() throws {
    let text = try read("R&amp;D\\* caf&eacute; &bogus; a&#8217;s no&nbsp;data 100\\% \\\\")
    #expect(text.outline == ["paragraph: R&D* café &bogus; a’s no data 100% \\"])
    #expect(text.source(of: "D*") == "D\\*")
  }

  @Test func inlineHTMLIsRead() throws {
    let text = try read(
      "un<b>break</b>able <q>said</q> ~~old~~ <del>gone</del> a<br>b <!-- x -->c <span hidden>no</span> d")
    #expect(text.outline == ["paragraph: unbreakable said old gone a b c d", "paragraph[hidden]: no"])
    #expect(text.spanOutline == ["strong: break", "quote: said", "deleted: old", "deleted: gone"])
  }

  @Test func blocksOfHTMLAreRead() throws {
    let text = try read(
      """
      <div class="note" hidden>

      Hidden **words**

      </div>

      <!-- claimlint: allow[x] reason="y" -->
      Shown

      > <p>In a
      > quotation</p>
      """)
    #expect(
      text.outline == [
        "paragraph[hidden]: Hidden words", "paragraph: Shown", "paragraph[quotation]: In a quotation",
      ])
    #expect(text.directives.map(\.block) == [1])
  }

  @Test func imagesAndLinks() throws {
    let text = try read(
      "See ![a *lock* &amp; key](x.png) our [trust page](https://a.example) or www.b.example now")
    #expect(text.outline == ["paragraph: See our trust page or www.b.example now", "alt: a lock & key"])
    #expect(text.spanOutline == ["link: trust page", "link: www.b.example"])
  }

  @Test func taskListsAndFences() throws {
    let text = try read("- [x] patched\n- [ ] rotated\n\n```sh\nrm x\n\nls\n```\n")
    #expect(text.outline == ["listItem 0: patched", "listItem 0: rotated", "paragraph[code]: rm x ls"])
  }

  @Test func otherLineEndingsAndMarksShiftOffsetsOnly() throws {
    let plain = "# A\n\nb\nc *d*\n\n- e\n- f\n"
    let expected = try read(plain).outline
    #expect(try read(plain.replacing("\n", with: "\r\n")).outline == expected)
    #expect(try read("\u{FEFF}" + plain).outline == expected)
    #expect(try read("\u{FEFF}" + plain).source(of: "c d") == "c *d")
  }

  @Test func barsInCodeInTables() throws {
    let text = try read("| a |\n| --- |\n| `x \\| y` |\n")
    #expect(text.outline == ["tableHeader 0/0: a", "tableCell 0/1: x | y"])
  }
}
