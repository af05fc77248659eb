import Foundation
import Testing

/// Suites that others wrote, which lie beside the package where they are at hand and are not part of it.
enum PublicSuites {
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.deletingLastPathComponent().appendingPathComponent("shared/suites").path
    if FileManager.default.fileExists(atPath: path) { return path }
    print("notice: \(path) is not there; tests on public suites are skipped")
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  static func files(_ subfolder: String, suffix: String) -> [String] {
    guard let folder else { return [] }
    let path = folder + "/" + subfolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { path + "/" + $0 }
  }

  static func bytes(_ path: String) -> [UInt8] { Array(FileManager.default.contents(atPath: path) ?? Data()) }

  static func json(_ path: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(bytes(path)), options: [])
  }

  /// Inputs of html5lib's tokenizer tests.
  static func tokenizerInputs() -> [[UInt8]] {
    files("html5lib-tests/tokenizer", suffix: ".test").flatMap { path -> [[UInt8]] in
      guard let object = json(path) as? [String: Any] else { return [] }
      let tests = (object["tests"] ?? object["xmlViolationTests"]) as? [[String: Any]] ?? []
      return tests.compactMap { ($0["input"] as? String).map { Array($0.utf8) } }
    }
  }

  /// Inputs of html5lib's tokenizer tests that start in the data state, with the characters that they should give.
  static func tokenizerTexts() -> [(input: String, characters: String)] {
    files("html5lib-tests/tokenizer", suffix: ".test").flatMap {
      path -> [(input: String, characters: String)] in
      guard let object = json(path) as? [String: Any] else { return [] }
      return (object["tests"] as? [[String: Any]] ?? []).compactMap { test in
        let states = test["initialStates"] as? [String] ?? ["Data state"]
        guard states.contains("Data state"), test["doubleEscaped"] == nil,
          let input = test["input"] as? String,
          let output = test["output"] as? [[Any]]
        else { return nil }
        let characters = output.filter { $0.first as? String == "Character" }.compactMap {
          $0.last as? String
        }
        return (input, characters.joined())
      }
    }
  }

  /// A case of html5lib's tree construction tests.
  struct TreeCase {
    var file: String
    var data: String
    var document: String
    var isFragment: Bool
    var hasScripting: Bool
  }

  static func treeCases() -> [TreeCase] {
    files("html5lib-tests/tree-construction", suffix: ".dat").flatMap { path -> [TreeCase] in
      var cases: [TreeCase] = []
      var sections: [String: [Substring]] = [:]
      var name = ""
      func finish() {
        guard let data = sections["#data"], let document = sections["#document"] else { return }
        cases.append(
          TreeCase(
            file: (path as NSString).lastPathComponent, data: data.joined(separator: "\n"),
            document: document.joined(separator: "\n"), isFragment: sections["#document-fragment"] != nil,
            hasScripting: sections["#script-on"] != nil))
      }
      let headings: Set<Substring> = [
        "#data", "#errors", "#new-errors", "#document", "#document-fragment", "#script-on", "#script-off",
      ]
      for line in String(decoding: bytes(path), as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        if line == "#data" {
          finish()
          sections = [:]
        }
        if headings.contains(line), name != "#data" || line == "#errors" || line == "#data" {
          name = String(line)
          sections[name] = []
        } else {
          sections[name]?.append(line)
        }
      }
      finish()
      return cases
    }
  }

  /// Examples of CommonMark and GitHub's extensions: Markdown and the HTML that it stands for.
  static func markdownExamples(_ file: String) -> [(markdown: String, html: String)] {
    guard let folder, let list = json(folder + "/commonmark/" + file) as? [[String: Any]] else { return [] }
    return list.compactMap { item in
      guard let markdown = item["markdown"] as? String, let html = item["html"] as? String else { return nil }
      return (markdown, html)
    }
  }

  static let markdownFiles = [
    "commonmark-0.31.2.json", "gfm-0.29.json", "gfm-extensions.json", "cmark-gfm-regression.json",
  ]

  /// The news pages of the article extraction benchmark.
  static func articles() -> [(id: String, bytes: [UInt8])] {
    files("article-extraction-benchmark/html", suffix: ".html.gz").compactMap { path in
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["gunzip", "-c", path]
      process.standardOutput = pipe
      guard (try? process.run()) != nil else { return nil }
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let id = (path as NSString).lastPathComponent.replacingOccurrences(of: ".html.gz", with: "")
      return (id, Array(data))
    }
  }
}
