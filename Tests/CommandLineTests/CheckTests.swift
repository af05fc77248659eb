import Foundation
import Testing

@Suite struct CheckTests {
  @Test func standardInput() throws {
    let result = try Tool.run(["check", "-", "--format", "concise"], input: ExitCodeTests.absolute)
    #expect(result.code == 1)
    #expect(result.out.hasPrefix("<stdin>:1:9: error CL101 absolute/superlative: "))
    let named = try Tool.run(
      ["check", "--stdin-filename", "p/x.html", "--format", "json"], input: "<p>\(ExitCodeTests.absolute)</p>"
    )
    #expect(named.out.contains(#""path":"p/x.html","format":"html""#))
  }

  @Test func anyNumberOfJobsGivesTheSameBytes() throws {
    var files: [String: String] = [:]
    for index in 0..<40 {
      files["d/\(index).md"] = String(repeating: ExitCodeTests.absolute + "\n", count: index % 5)
    }
    let folder = try Folder(files)
    for format in ["json", "jsonl", "full", "sarif"] {
      let outputs = try ["1", "2", "7"].map {
        try Tool.run(["check", "d", "--jobs", $0, "--format", format], in: folder.path).out
      }
      #expect(Set(outputs).count == 1, "\(format)")
    }
  }

  @Test func filesFromAList() throws {
    let folder = try Folder([
      "a b.md": "x\n", "c.md": "y\n", "list": "a b.md\r\nc.md\n", "list0": "a b.md\0c.md\0",
    ])
    for arguments in [["--files-from", "list"], ["--files-from", "list0", "-0"]] {
      let result = try Tool.run(["check"] + arguments, in: folder.path)
      #expect(result.code == 0)
      #expect(result.error.contains("2 documents"), "\(result.error)")
    }
    #expect(
      try Tool.run(["check", "--files-from", "-"], in: folder.path, input: "c.md\n").error.contains(
        "1 document,"))
    #expect(try Tool.run(["check", "--files-from", "-", "-"], in: folder.path, input: "c.md\n").code == 2)
  }

  @Test func theMomentIsStated() throws {
    let flag = try Tool.run(["check", "-", "--as-of", "2026-03-02", "--format", "json"], input: "x\n")
    #expect(flag.out.contains(#""as_of":"2026-03-02T23:59:59Z""#))
    let epoch = try Tool.run(
      ["check", "-", "--format", "json"], input: "x\n", environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(epoch.out.contains(#""as_of":"1970-01-01T00:00:00Z""#))
    #expect(
      try Tool.run(["check", "-"], input: "x\n", environment: ["SOURCE_DATE_EPOCH": "never"]).code == 2)
  }

  @Test func outputToAFileIsWhole() throws {
    let folder = try Folder(ExitCodeTests.files)
    let plain = try Tool.run(["check", "bad.md", "--format", "json"], in: folder.path)
    let file = try Tool.run(["check", "bad.md", "--format", "json", "-o", "out.json"], in: folder.path)
    #expect(file.out.isEmpty)
    #expect(try folder.text("out.json") == plain.out)
    #expect(file.code == plain.code)
  }

  @Test func withoutSnippetsNoWordsOfTheDocumentAreShown() throws {
    let folder = try Folder(["bad.md": "Blue Vault is the number one privacy brand.\n"])
    for format in ["full", "concise", "json", "sarif", "markdown", "github", "junit"] {
      let result = try Tool.run(["check", "bad.md", "--no-snippets", "--format", format], in: folder.path)
      #expect(result.code == 1)
      #expect(!(result.out + result.error).contains("number one privacy"), "\(format)")
    }
  }

  @Test func standardErrorSaysWhatWasDone() throws {
    let folder = try Folder(ExitCodeTests.files)
    let result = try Tool.run(["check", "bad.md", "--statistics", "-v"], in: folder.path)
    #expect(result.error.contains("no fact sheet was read"))
    #expect(result.error.contains("1 CL101 absolute/superlative"))
    #expect(
      result.error.contains("bad.md: markdown, a draft, 1 claim")
        || result.error.contains("bad.md: markdown, a draft"))
    #expect(result.error.contains("1 document, "))
    #expect(try Tool.run(["check", "bad.md", "-q"], in: folder.path).error.isEmpty)
  }

  @Test func colourOnlyWhenAsked() throws {
    #expect(!(try Tool.run(["check", "-"], input: ExitCodeTests.absolute).out.contains("\u{1B}")))
    #expect(
      try Tool.run(["check", "-", "--color", "always"], input: ExitCodeTests.absolute).out.contains(
        "\u{1B}[1;31merror"))
  }

  @Test func aBarePathIsAnsweredWithAHint() throws {
    #expect(try Tool.run(["draft.md"]).error.contains("claimlint check draft.md"))
  }

  @Test func wordsThatNeverAppear() throws {
    let commands = ["check", "claims", "rule", "test", "facts"]
    var text = try commands.map { try Tool.run([$0, "--help"]).out }.joined()
    struct Page: Decodable {
      struct Rule: Decodable {
        let message, suggest, summary: String
      }
      let rules: [Rule]
    }
    let rules = try Tool.run(["rule", "--all", "--format", "json"]).out
    for rule in try JSONDecoder().decode(Page.self, from: Data(rules.utf8)).rules {
      text += " \(rule.message) \(rule.suggest) \(rule.summary)"
    }
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    #expect(words.intersection(["lie", "false", "misleading", "violation", "illegal"]).isEmpty)
  }
}
