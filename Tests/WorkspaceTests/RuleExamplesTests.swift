import Testing

@testable import Workspace

@Suite struct RuleExamplesTests {
  @Test func marks() {
    let marked = RuleExamples.Marked("Wé «say» so, «twice».")
    #expect(String(decoding: marked.text, as: UTF8.self) == "Wé say so, twice.")
    #expect(marked.ranges == [4..<7, 12..<17])
  }

  @Test func packsAreRun() throws {
    let folder = try Folder([
      "p/r.yaml": """
      name: mine/quick
      code: CL990
      verdict: wording
      severity: warning
      summary: s
      message: m
      why: w
      suggest: s
      match: ['quick fox']
      examples:
      - flag: 'The «quick fox» ran.'
      - flag: 'The quick «fox» ran.'
      - silent: 'The slow fox ran.'
      - silent: 'The quick fox ran.'
      """
    ])
    let examples = try RuleExamples(packs: ["\(folder.path)/p"])
    let rule = try #require(
      try RulePacks.definitions(with: ["\(folder.path)/p"]).first { $0.name == "mine/quick" })
    #expect(examples.failures(of: rule).map(\.line) == [12, 14])
  }
}
