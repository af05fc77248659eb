import Testing

@testable import Workspace

@Suite struct GlobPatternTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/a.md", true), ("*.md", "a.mdx", false),
    ("press/*.md", "press/a.md", true),
    ("press/*.md", "press/x/a.md", false), ("press/**/*.md", "press/x/y/a.md", true),
    ("press/**/*.md", "press/a.md", true),
    ("**/a.md", "a.md", true), ("press/**", "press/x/a.md", true), ("press/**", "press", false),
    ("a?.md", "ab.md", true),
    ("a?.md", "a.md", false), ("[a-c].md", "b.md", true), ("[!a-c].md", "b.md", false),
    ("[.md", "[.md", true),
    ("{a,b}.md", "b.md", true), ("{a,b}/{c,d}.md", "b/d.md", true), ("*.{md,html}", "x.html", true),
    ("*", ".hidden", false),
    ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false), ("2026-03-*.md", "press/2026-03-02.md", true),
    ("x/**/y/**/z.md", "x/1/2/y/3/z.md", true),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(GlobPattern(pattern).matches(path) == expected)
  }

  @Test func starsTakeLinearTime() {
    let pattern = GlobPattern(String(repeating: "*a", count: 40) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 4000)))
  }

  @Test func base() {
    #expect(GlobPattern("press/2026/*.md").base == "press/2026")
    #expect(GlobPattern("*.md").base == "")
    #expect(GlobPattern("/a/b*").base == "/a")
    #expect(GlobPattern("/*.md").base == "/")
  }
}
