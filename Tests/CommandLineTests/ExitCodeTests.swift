import Foundation
import Testing

/// Every row of the table of exit codes.
@Suite struct ExitCodeTests {
  static let absolute = "Ours is the last truly secure space on the Internet.\n"
  static let files = [
    "good.md": "We were told of it on Monday.\n", "bad.md": absolute,
    "facts.yaml": "claimlint: 1\nposture: {}\n",
    "broken.yaml": "claimlint: 1\nincident:\n  phase: perhaps\n", "notes/readme.rst": "x\n",
    "pack.yaml": "name: x\n",
  ]

  @Test(arguments: [
    // Fully checked.
    (0, ["check", "good.md"]), (0, ["check", "good.md", "--facts", "facts.yaml"]), (1, ["check", "bad.md"]),
    (1, ["check", "."]), (1, ["check", "*.md"]), (0, ["check", "bad.md", "--fail-on", "never"]),
    (1, ["check", "bad.md", "--fail-on", "error"]), (1, ["check", "bad.md", "--fail-on", "note"]),
    (0, ["check", "bad.md", "--ignore", "absolute"]),
    (1, ["check", "bad.md", "--min-severity", "error", "-q"]),
    (1, ["check", "bad.md", "-o", "out.json", "--format", "json"]), (0, ["check", "notes", "--allow-empty"]),
    (0, ["check", "*.none", "--allow-empty"]), (0, ["check", "good.md", "--isolated"]),
    // No verdict: inputs.
    (2, ["check", "missing.md"]), (2, ["check", "good.md", "missing.md"]),
    (2, ["check", "bad.md", "missing.md"]),
    (2, ["check", "missing.md", "--allow-empty"]), (2, ["check", "missing.md", "--fail-on", "never"]),
    (2, ["check", "notes"]), (2, ["check", "good.md", "notes"]), (2, ["check", "*.none"]),
    (2, ["check", "raw/latin"]),
    (2, ["check", "raw/null"]), (2, ["check", "good.md", "--max-file-size", "5"]), (2, ["check"]),
    (2, ["check", "--files-from", "missing"]),
    // No verdict: options.
    (2, ["check", "good.md", "--bogus"]), (2, ["check", "good.md", "--format", "xml"]),
    (2, ["check", "good.md", "--fail-on", "sometimes"]), (2, ["check", "good.md", "--jobs", "0"]),
    (2, ["check", "good.md", "--as-of", "soon"]), (2, ["check", "good.md", "--published", "soon"]),
    (2, ["check", "good.md", "--channel", "pigeon"]), (2, ["check", "good.md", "--select", "absolut"]),
    (2, ["check", "good.md", "--ignore", "CL000"]), (2, ["check", "good.md", "-o", "no/such/folder/out"]),
    // No verdict: sheets and packs.
    (2, ["check", "good.md", "--facts", "broken.yaml"]),
    (2, ["check", "good.md", "--facts", "missing.yaml"]),
    (2, ["check", "good.md", "--facts", "notes"]), (2, ["check", "good.md", "--rules", "pack.yaml"]),
    (2, ["check", "good.md", "--rules", "missing"]),
    // Other commands.
    (2, []), (2, ["good.md"]), (2, ["bogus"]), (2, ["-"]), (0, ["--version"]), (0, ["--help"]),
    (0, ["help", "check"]),
    (0, ["check", "--help"]), (0, ["claims", "good.md"]), (2, ["claims", "missing.md"]), (0, ["rule"]),
    (0, ["rule", "CL101"]),
    (2, ["rule", "CL000"]), (2, ["test", "missing"]), (0, ["facts", "init"]), (0, ["facts", "schema"]),
    (0, ["facts", "check", "facts.yaml"]), (2, ["facts", "check", "broken.yaml"]),
    (0, ["facts", "show", "facts.yaml"]),
    (2, ["facts", "show", "missing.yaml"]),
  ])
  func code(expected: Int, arguments: [String]) throws {
    let folder = try Folder(Self.files)
    try folder.add("raw/latin", [0x63, 0x61, 0x66, 0xE9, 0x0A])
    try folder.add("raw/null", [0x61, 0x00, 0x0A])
    let result = try Tool.run(arguments, in: folder.path)
    #expect(result.code == Int32(expected), "\(arguments): \(result.error)")
    if expected == 2 { #expect(!result.error.isEmpty, "\(arguments) says nothing") }
  }

  @Test func unreadableFile() throws {
    let folder = try Folder(Self.files)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(folder.path)/good.md")
    // Whoever may read everything gets a folder where a file is wanted instead.
    if FileManager.default.isReadableFile(atPath: "\(folder.path)/good.md") {
      #expect(try Tool.run(["check", "--files-from", "."], in: folder.path).code == 2)
    } else {
      #expect(try Tool.run(["check", "good.md"], in: folder.path).code == 2)
    }
  }

  @Test func withoutAVerdictTheOutputSaysWhatWasChecked() throws {
    let folder = try Folder(Self.files)
    let result = try Tool.run(["check", "bad.md", "missing.md", "--format", "json"], in: folder.path)
    #expect(result.code == 2)
    #expect(result.out.contains(#""complete":false"#))
    #expect(result.out.contains(#""path":"bad.md""#))
    #expect(result.out.contains(#""errors":[{"path":"missing.md","message":"no such file or folder"}]"#))
    let sheet = try Tool.run(
      ["check", "bad.md", "--facts", "broken.yaml", "--format", "json"], in: folder.path)
    #expect(sheet.out.contains(#""complete":false"#))
    #expect(sheet.out.contains(#""path":"broken.yaml","line":3"#))
  }

  @Test func aReaderThatGoesAwayIsNoVerdict() throws {
    let folder = try Folder(Self.files)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c", "{ '\(Tool.path)' check bad.md -q 2>/dev/null; echo $? >code; } | true; sleep 1",
    ]
    shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try shell.run()
    shell.waitUntilExit()
    // A reader that is slow to go may still take the text.
    #expect(["1\n", "2\n"].contains(try folder.text("code")))
    shell.terminate()
  }
}
