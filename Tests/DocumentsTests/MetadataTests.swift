import SourceText
import Testing

@testable import Documents

@Suite struct MetadataTests {
  @Test func frontMatterIsRead() throws {
    let text = """
      ---
      title: "What # happened"
      date: 2026-03-02 # draft
      as_of: '2026-03-01T10:00:00Z'
      channel: press_release
      Organization: Example Ltd
      incident: INC-2026-014
      tags: [a, b]
      nested:
        - x
      supersedes: old.md
      ---
      # Body
      """
    for format in [DocumentReader.Format.markdown, .text] {
      let read = try document(text, format)
      let metadata = read.metadata
      #expect(metadata.title == Metadata.Value(text: "What # happened", offset: 12))
      #expect(metadata.published == Metadata.Value(text: "2026-03-02", offset: 35))
      #expect(metadata.asOf?.text == "2026-03-01T10:00:00Z")
      #expect(metadata.channel?.text == "press_release")
      #expect(metadata.organisation?.text == "Example Ltd")
      #expect(metadata.incident?.text == "INC-2026-014")
      #expect(metadata.supersedes?.text == "old.md")
      #expect(metadata.audience == nil)
      #expect(read.outline.first == "title: What # happened")
    }
  }

  @Test func aRuleIsNoFrontMatter() throws {
    #expect(try document("---\n\nWords\n\n---\n", .markdown).outline == ["paragraph: Words"])
    #expect(try document("---\nkey: value\n", .text).metadata.published == nil)
  }

  @Test func pagesSayWhatTheyAre() throws {
    let page = try document(
      """
      <html lang="en-GB"><meta name="claimlint:channel" content=" status_page "><meta name=claimlint:published content=2026-01-02>
      <meta property="article:published_time" content="2026-01-01">
      """)
    #expect(page.metadata.language?.text == "en-GB")
    #expect(page.metadata.channel?.text == "status_page")
    #expect(page.metadata.published?.text == "2026-01-02")
  }

  @Test(arguments: [
    #"<meta property="article:published_time" content="2026-01-01">"#,
    #"<meta name="DC.date" content="2026-01-01">"#,
    #"<script type="application/ld+json">{"@type":"NewsArticle", "datePublished" : "2026-01-01"}</script>"#,
    #"<nav><time datetime="2020-01-01">x</time></nav><p><time datetime="2026-01-01">New Year</time>"#,
  ])
  func datesOfPublication(_ html: String) throws {
    let page = try document(html, path: "2025-05-05-x.html")
    #expect(page.metadata.published?.text == "2026-01-01")
    #expect(!page.metadata.publishedFromFileName)
  }

  @Test(arguments: [
    ("a/2026-03-02-title.md", "2026-03-02"), ("20260302.txt", "2026-03-02"),
    ("x_2026_03_02.html", "2026-03-02"),
    ("report-20260302-v2.md", "2026-03-02"), ("2026-13-02.md", nil), ("202603021.md", nil),
    ("2026-03-02/a.md", nil),
    ("INC-2026-014.md", nil),
  ])
  func fileNamesMayHoldTheDate(_ path: String, _ date: String?) throws {
    let metadata = try document("Words", .text, path: path).metadata
    #expect(metadata.published?.text == date)
    #expect(metadata.publishedFromFileName == (date != nil))
  }
}
