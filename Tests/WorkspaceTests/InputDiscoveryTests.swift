import FoundationEssentials
import Testing

@testable import Workspace

/// A folder that goes away with the test.
final class Folder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/claimlint-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try add(name, text) }
  }

  func add(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct InputDiscoveryTests {
  private func names(_ result: InputDiscovery.Result, _ folder: Folder) -> [String] {
    result.paths.map { String($0.dropFirst(InputDiscovery.normalised(folder.path).count + 1)) }
  }

  @Test func foldersGiveDocuments() throws {
    let folder = try Folder([
      "b.md": "", "a.txt": "", "x/c.HTML": "", "x/d.pdf": "", ".git/e.md": "", "x/.f.md": "", "g.yaml": "",
    ])
    let result = InputDiscovery().inputs(for: [folder.path])
    #expect(names(result, folder) == ["a.txt", "b.md", "x/c.HTML"])
    #expect(result.errors.isEmpty)
  }

  @Test func namedFilesAreTakenWhateverTheirEnding() throws {
    let folder = try Folder(["a.draft": "", "b.md": ""])
    let result = InputDiscovery().inputs(for: [
      "\(folder.path)/a.draft", folder.path, "\(folder.path)//./b.md",
    ])
    #expect(names(result, folder) == ["a.draft", "b.md"])
  }

  @Test func patterns() throws {
    let folder = try Folder(["p/a.md": "", "p/q/b.md": "", "p/c.html": ""])
    #expect(names(InputDiscovery().inputs(for: ["\(folder.path)/p/*.md"]), folder) == ["p/a.md"])
    #expect(
      names(InputDiscovery().inputs(for: ["\(folder.path)/p/**"]), folder) == [
        "p/a.md", "p/c.html", "p/q/b.md",
      ])
    #expect(InputDiscovery().inputs(for: ["\(folder.path)/*.none"]).unmatched.count == 1)
  }

  @Test func includeAndExclude() throws {
    let folder = try Folder(["p/a.md": "", "p/old/b.md": "", "p/c.rst": ""])
    var discovery = InputDiscovery()
    discovery.include = [GlobPattern("*.rst"), GlobPattern("p/**/*.md")]
    discovery.exclude = [GlobPattern("p/old")]
    #expect(names(discovery.inputs(for: [folder.path]), folder) == ["p/a.md", "p/c.rst"])
  }

  @Test func whatIsMissingIsAnError() throws {
    let folder = try Folder()
    #expect(InputDiscovery().inputs(for: ["\(folder.path)/none.md"]).errors.count == 1)
    #expect(InputDiscovery().inputs(for: [folder.path]).unmatched.count == 1)
  }

  @Test func linksInCirclesEnd() throws {
    let folder = try Folder(["x/a.md": ""])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/x/loop", withDestinationPath: folder.path)
    #expect(names(InputDiscovery().inputs(for: [folder.path]), folder) == ["x/a.md"])
  }
}
