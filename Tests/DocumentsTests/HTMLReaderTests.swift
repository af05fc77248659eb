import SourceText
import Testing

@testable import Documents

@Suite struct HTMLReaderTests {
  @Test func phrasesJoinOverInlineTags() throws {
    let page = try document("<p>We are <b>ful</b>ly <a href='x'>sec<wbr>ure</a>,<span> always</span>.")
    #expect(page.outline == ["paragraph: We are fully secure, always."])
    #expect(page.spanOutline == ["strong: ful", "link: secure"])
    #expect(page.source(of: "fully secure") == "ful</b>ly <a href='x'>sec<wbr>ure")
  }

  @Test func lineBreakIsOneSpaceInTheSameBlock() throws {
    let page = try document("<h1>Trust in the technology <br>that keeps<br/>you</h1>")
    #expect(page.outline == ["heading1: Trust in the technology that keeps you"])
    #expect(page.source(of: "keeps you") == "keeps<br/>you")
  }

  @Test func referencesAreResolvedWithTheirSource() throws {
    let page = try document(
      "<p>R&amp;D &copy 2026 &#8217;&#x2019;&#146; caf&eacute; &notit; &bogus; a&b &lt;p&gt;")
    #expect(page.outline == ["paragraph: R&D © 2026 ’’’ café ¬it; &bogus; a&b <p>"])
    #expect(page.source(of: "café") == "caf&eacute;")
    #expect(page.source(of: "©") == "&copy")
  }

  @Test func spacesOfAllKindsBecomeOneSpace() throws {
    let page = try document("<p>no&nbsp;&nbsp;passwords\u{2009}were\n\t accessed\u{A0}")
    #expect(page.outline == ["paragraph: no passwords were accessed"])
    #expect(page.source(of: "no passwords") == "no&nbsp;&nbsp;passwords")
  }

  @Test func charactersWithoutWidthAreLeftOut() throws {
    let page = try document("<p>pass\u{AD}words, un&shy;hack&#8203;able, zero\u{200B}\u{FEFF}risk")
    #expect(page.outline == ["paragraph: passwords, unhackable, zerorisk"])
    #expect(page.source(of: "passwords") == "pass\u{AD}words")
    #expect(page.source(of: "unhackable") == "un&shy;hack&#8203;able")
  }

  @Test func unclosedAndMisnestedTagsAreRead() throws {
    let page = try document(
      "<p>One<p>Two <b>bold <i>both</b> slanted</i> plain</div></p><li>item<td>stray</table>end")
    #expect(page.outline.map { $0.prefix(while: { $0 != ":" }) }.count == page.blocks.count)
    #expect(
      page.blocks.map { page.quote(of: $0.range) } == [
        "One", "Two bold both slanted plain", "item", "stray", "end",
      ])
  }

  @Test func hiddenWordsStandApart() throws {
    let page = try document(
      """
      <p>We are <span hidden>not</span> safe.</p><div style="color:red; DISPLAY : none">a</div>
      <p style="visibility:hidden">b</p><p aria-hidden="true">c</p><template>d</template><noscript>e</noscript>
      <p style="display:block">f</p>
      """)
    #expect(
      page.outline == [
        "paragraph: We are safe.", "paragraph[hidden]: not", "paragraph[hidden]: a", "paragraph[hidden]: b",
        "paragraph[hidden]: c", "paragraph[hidden]: d", "paragraph[hidden]: e", "paragraph: f",
      ])
  }

  @Test func codeOfThePageIsNoText() throws {
    let page = try document(
      """
      <script>if (a < b) document.write("<p>x</p>")</script><style>p { color: red }</style>
      <script><!-- <script>x</script> y --></script><p>Text<svg><title>Lock</title><path d="M0"/></svg>ure</p>
      """)
    #expect(page.outline.filter { !$0.contains("hidden") } == ["paragraph: Text", "paragraph: ure"])
  }

  @Test func chromeIsMarked() throws {
    let page = try document(
      """
      <a class="skip-link" href="#m">Skip</a><header>Logo</header><nav>Menu</nav><div role="navigation">Nav</div>
      <div id="cookie-consent"><p>We use cookies</div><main><article><header>By us</header><p>Body</article></main>
      <div class="newsletterSignup">Join</div><aside>Related</aside><footer>Imprint</footer>
      <div class="content has-sidebar">Words</div><div class="site-footer">Foot</div><div class="share-price">Up</div>
      """)
    #expect(
      page.outline == [
        "paragraph[chrome]: Skip", "paragraph[chrome]: Logo", "paragraph[chrome]: Menu",
        "paragraph[chrome]: Nav",
        "paragraph[chrome]: We use cookies", "paragraph: By us", "paragraph: Body", "paragraph[chrome]: Join",
        "paragraph[chrome]: Related", "paragraph[chrome]: Imprint", "paragraph: Words",
        "paragraph[chrome]: Foot",
        "paragraph: Up",
      ])
  }

  @Test func sectionsEndDespiteOpenElementsInThem() throws {
    let page = try document("<nav><div><ul><li>Home</nav><p>Body<footer><div>Foot</footer><p>More")
    #expect(
      page.outline == [
        "listItem[chrome] 0: Home", "paragraph: Body", "paragraph[chrome]: Foot", "paragraph: More",
      ])
  }

  @Test func quotationsAndDeletionsAreMarked() throws {
    let page = try document(
      "<blockquote><p>One<p>Two</blockquote><del><p>Gone</del><blockquote>Three<footer>— Four</footer></blockquote><p>He said <q>all fine</q>. <s>Old</s> <del>and</del> new"
    )
    #expect(
      page.outline == [
        "paragraph[quotation]: One", "paragraph[quotation]: Two", "paragraph[deleted]: Gone",
        "paragraph[quotation]: Three", "paragraph[quotation]: — Four",
        "paragraph: He said all fine. Old and new",
      ])
    #expect(page.spanOutline == ["deleted: Gone", "quote: all fine", "deleted: Old", "deleted: and"])
  }

  @Test func deletionEndsWhereItsTagSaysSo() throws {
    let page = try document("<del><div>old</del> new</div><p>after")
    #expect(page.spanOutline == ["deleted: old"])
    #expect(page.outline.last == "paragraph: after")
  }

  @Test func listsAndTablesAreGrouped() throws {
    let page = try document(
      """
      <ul><li>a<li><p>b</p><p>c</p><ol><li>d</ol><li>e</ul><dl><dt>Term<dd>Meaning</dl>
      <table><caption>Data<tr><th>What<th>When<tr><td>Names<td>May</table><ul><li>f</ul>
      """)
    #expect(
      page.outline == [
        "listItem 0: a", "listItem 0: b", "listItem 0: c", "listItem 1: d", "listItem 0: e", "term 2: Term",
        "listItem 2: Meaning", "paragraph 3: Data", "tableHeader 3/0: What", "tableHeader 3/0: When",
        "tableCell 3/1: Names", "tableCell 3/1: May", "listItem 4: f",
      ])
  }

  @Test func controlsHaveTheirKind() throws {
    let page = try document(
      "<form><p>Your data is safe<label>Mail <input></label><select><option>One<option>Two</select><button>Join</button>"
    )
    #expect(
      page.outline == [
        "paragraph: Your data is safe", "control[chrome]: Mail", "control[chrome]: One",
        "control[chrome]: Two",
        "control[chrome]: Join",
      ])
  }

  @Test func headingsCarryTheirText() throws {
    let page = try document(
      "<h1>A</h1><p>1<h2>B</h2><p>2<h3>C</h3><h2>D</h2><p>3<details><summary>Q</summary>R")
    #expect(page.blocks.map(\.heading) == [-1, 0, 0, 2, 2, 0, 5, 5, 7])
    #expect(page.blocks.map(\.level) == [1, 0, 2, 0, 3, 2, 0, 6, 0])
  }

  @Test func attributesThatAreReadAreBlocks() throws {
    let page = try document(
      """
      <title>Safe &amp; sound</title><meta name="description" content="Fully &quot;secure&quot;">
      <meta property="og:description" content="Fully &quot;secure&quot;"><meta name=twitter:description content=Other>
      <p>An <img src=x alt="un&shy;breakable lock"> image<img alt="">
      """)
    #expect(
      page.outline == [
        "title: Safe & sound", "description: Fully \"secure\"", "description: Other", "paragraph: An image",
        "alt: unbreakable lock",
      ])
    #expect(page.source(of: "unbreakable") == "un&shy;breakable")
    #expect(page.metadata.title?.text == "Safe & sound")
  }

  @Test func preformattedTextIsCode() throws {
    let page = try document("<pre>a\n  b</pre><p>Run <code>x</code> and <kbd>y</kbd>")
    #expect(page.outline == ["paragraph[code]: a b", "paragraph: Run x and y"])
    #expect(page.spanOutline == ["code: x", "code: y"])
  }

  @Test func preformattedSentencesAreNoCode() throws {
    let page = try document(
      """
      <pre>We have found no evidence that any
      of our customers were affected.

      $ curl -X POST https://a.example/{id} | jq '.x[]' && rm -rf "$HOME/x" </pre>
      <pre><code>we have found no evidence that any of our customers were affected</code></pre>
      """)
    #expect(
      page.outline.map { $0.prefix(while: { $0 != ":" }) } == [
        "paragraph", "paragraph[code]", "paragraph[code]",
      ])
  }

  @Test func twoLineBreaksPartParagraphs() throws {
    let page = try document("<div>One<br>line<br> <br/>Two<h1>A<br><br>B</h1>")
    #expect(page.outline == ["paragraph: One line", "paragraph: Two", "heading1: A B"])
  }

  @Test func marksOfNotesStandApart() throws {
    let page = try document(
      "<p>secure<sup>1</sup> and<sup><a href=x>[2]</a></sup>, 10<sup>6</sup>, 1<sup>st</sup>")
    #expect(page.outline == ["paragraph: secure 1 and [2], 106, 1st"])
  }

  @Test func aDeletedParagraphIsDeleted() throws {
    let page = try document("<p><s>All of it</s></p><p><s>Part</s> of it")
    #expect(page.outline == ["paragraph[deleted]: All of it", "paragraph: Part of it"])
  }

  @Test func pagesReadAlikeOnManyThreads() async throws {
    let text = "<nav><p>a</nav><p>b <b>c</b><table><tr><td>d<td>e</table><del><p>f</del>"
    let expected = try document(text).outline
    await withTaskGroup(of: [String]?.self) { group in
      for _ in 0..<200 { group.addTask { try? document(text).outline } }
      for await outline in group { #expect(outline == expected) }
    }
  }

  @Test func commentsBreakNothingAndMaySpeakToUs() throws {
    let page = try document("<p>un<!-- x -->breakable<!-- claimlint: allow[a] reason=\"b\" --><p>Next")
    #expect(page.outline == ["paragraph: unbreakable", "paragraph: Next"])
    #expect(page.directives.map(\.text) == ["allow[a] reason=\"b\""])
    #expect(page.directives.map(\.block) == [0])
  }

  @Test func attributeReferencesFollowTheirOwnRule() throws {
    let page = try document("<img alt='a?b=1&copy=2&amp;x &copy; &copyx'>")
    #expect(page.outline == ["alt: a?b=1&copy=2&x © &copyx"])
  }

  @Test func tablesForLayoutAreParagraphs() throws {
    let page = try document("<table><tr><td><h1>News</h1><p>We are safe.<p>You too.</table>")
    #expect(page.outline == ["heading1: News", "paragraph: We are safe.", "paragraph: You too."])
  }

  @Test func deepNestingKeepsItsMeaning() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    let page = try document("<aside>\(deep)x<nav hidden>y</nav>")
    #expect(page.outline == ["paragraph[chrome]: x", "paragraph[hidden chrome]: y"])
  }
}
