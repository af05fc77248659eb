import Testing

@testable import Workspace

@Suite struct SessionTests {
  private func check(_ text: String, path: String = "a.md", _ change: (inout CheckOptions) -> Void = { _ in })
    throws -> CheckedDocument
  {
    var options = CheckOptions()
    options.asOf = "2026-12-01"
    change(&options)
    let session = try Session(options)
    return session.check(try session.read(Array(text.utf8), path: path))
  }

  @Test func absolutesNeedNoSheet() throws {
    let document = try check("Ours is the last truly secure space on the Internet.")
    #expect(document.findings.findings.map(\.quote) == ["the last truly secure space on the Internet"])
    #expect(document.errors.isEmpty)
  }

  @Test func selection() throws {
    let text = "Ours is the last truly secure space on the Internet."
    #expect(try check(text) { $0.selection.ignore = ["absolute"] }.findings.findings.isEmpty)
    #expect(try check(text) { $0.selection.select = ["verdict:wording"] }.findings.findings.isEmpty)
    #expect(try check(text) { $0.selection = RuleSelection(select: ["CL101"]) }.findings.findings.count == 1)
    #expect(throws: WorkspaceErrors.self) {
      try check(text) { $0.selection.select = ["absolut/superlative"] }
    }
  }

  @Test func metadataPrecedence() throws {
    func published(_ text: String, path: String = "a.md", flag: String? = nil) throws -> String? {
      try check(text, path: path) { $0.about.published = flag }.findings.published
    }
    let front = "---\npublished: 2026-03-02\n---\n\nText.\n"
    #expect(try published("Text.") == nil)
    #expect(try published("Text.", path: "2026-01-05-a.md") == "2026-01-05")
    #expect(try published(front, path: "2026-01-05-a.md") == "2026-03-02")
    #expect(try published(front, flag: "2026-04-01") == "2026-04-01")
    #expect(try published("---\npublished: soon\n---\n\nText.\n") == nil)
  }

  @Test func whatADocumentSaysWrongIsANote() throws {
    let document = try check("---\npublished: soon\nchannel: pigeon\nlanguage: de\n---\n\nText.\n")
    #expect(document.notes.count == 3)
  }

  @Test func whatAFlagSaysWrongIsAnError() {
    #expect(throws: WorkspaceErrors.self) { try check("x") { $0.about.channel = "pigeon" } }
    #expect(throws: WorkspaceErrors.self) { try check("x") { $0.about.published = "soon" } }
    #expect(throws: WorkspaceErrors.self) { try check("x") { $0.asOf = "soon" } }
  }

  @Test func allThatIsWrongIsSaidAtOnce() {
    do {
      _ = try check("x") {
        $0.about.channel = "pigeon"
        $0.facts = ["/nowhere/f.yaml"]
        $0.packs = ["/nowhere/p"]
      }
      Issue.record("no error")
    } catch let errors as WorkspaceErrors {
      #expect(errors.errors.count == 3)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: [("press release", "press_release"), ("Tweet", "social_post"), ("8-K", "sec_8k_105")])
  func channels(text: String, name: String) {
    #expect(Channels.channel(named: text) == name)
  }

  @Test func restrictedFactsAreMarked() throws {
    let folder = try Folder([
      "f.yaml":
        "claimlint: 1\nincident:\n  id: A\n  people: {value: 5, disclosure: [internal]}\n  phase: contained\n"
    ])
    var options = CheckOptions()
    options.asOf = "2026-12-01"
    options.facts = ["\(folder.path)/f.yaml"]
    let lines = try Session(options).sheetLines()
    #expect(lines.line(4, of: "\(folder.path)/f.yaml") == nil)
    #expect(lines.line(5, of: "\(folder.path)/f.yaml") == "  phase: contained")
    options.findings.showRestricted = true
    #expect(try Session(options).sheetLines().line(4, of: "\(folder.path)/f.yaml") != nil)
  }
}
