import Findings
import FoundationEssentials
import Testing

@Suite struct StoryTests {
  @Test(arguments: Story.all) func findingsAreTheExpectedOnes(_ story: Story) throws {
    let runs = try story.runs()
    #expect(!runs.isEmpty, "the README of \(story.name) shows no command")
    for run in runs {
      #expect(!run.documents.isEmpty && !run.asOf.isEmpty)
      let documents = try run.documents()
      for document in documents { #expect(document.errors.isEmpty, "\(document.errors)") }
      Expected.compare(documents.flatMap(\.lines), with: run.expected, of: story)
    }
  }

  @Test func toldEverythingIsSilent() throws {
    let story = try #require(Story.all.first { $0.name == "told-everything" })
    for run in try story.runs() {
      let grave = try run.documents().flatMap(\.findings.findings).filter { $0.severity > .note }
      #expect(grave.isEmpty, "\(grave.map(\.quote))")
    }
  }

  /// Every document of the folder is in a run: none is forgotten.
  @Test(arguments: Story.all) func everyDocumentIsChecked(_ story: Story) throws {
    let known = try FileManager.default.contentsOfDirectory(atPath: story.url("").path).filter { name in
      name != "README.md" && !name.hasPrefix("expected")
        && [".md", ".html", ".txt"].contains { name.hasSuffix($0) }
    }
    #expect(Set(known) == Set(try story.runs().flatMap(\.documents)))
  }

  /// The source bytes of a finding, with markup resolved, are its quote.
  @Test(arguments: Story.all) func quotesAreTheSource(_ story: Story) throws {
    for run in try story.runs() {
      for document in try run.documents().map(\.findings) {
        for finding in document.findings {
          let bytes = document.source.bytes[finding.start.byte..<finding.end.byte]
          let source = Markup.resolved(
            String(decoding: bytes, as: UTF8.self), isHTML: document.format == "html")
          let quote = finding.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(source == quote, "\(story.name)/\(document.path):\(finding.start.line)")
        }
      }
    }
  }
}

/// Compares findings with the file of a story; a missing file is a failure, `CLAIMLINT_UPDATE=1` rewrites it.
enum Expected {
  static func compare(
    _ lines: [String], with file: String, of story: Story, location: SourceLocation = #_sourceLocation
  ) {
    if ProcessInfo.processInfo.environment["CLAIMLINT_UPDATE"] == "1" {
      do { try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: story.url(file)) } catch {
        Issue.record("\(story.name)/\(file) cannot be written: \(error)", sourceLocation: location)
      }
      return
    }
    guard let wanted = try? story.text(file) else {
      Issue.record(
        "\(story.name)/\(file) is missing; run with CLAIMLINT_UPDATE=1 and look at it",
        sourceLocation: location)
      return
    }
    let old = wanted.split(separator: "\n").map(String.init)
    guard old != lines else { return }
    let difference = lines.difference(from: old).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
    Issue.record(
      "\(story.name)/\(file) differs (- expected, + found):\n\(difference.joined(separator: "\n"))",
      sourceLocation: location)
  }
}

/// Resolves the markup that the stories use, in the plainest way: a second opinion on what the readers do.
enum Markup {
  static func resolved(_ text: String, isHTML: Bool) -> String {
    var result = ""
    var rest = Substring(text)
    while let character = rest.first {
      if isHTML, character == "<" {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else if isHTML, character == "&" {
        let name = rest.dropFirst().prefix { $0 != ";" }
        result += entities[String(name)] ?? "&\(name);"
        rest = rest.dropFirst(name.count + 2)
      } else if !isHTML, "*[".contains(character) {
        rest.removeFirst()
      } else if !isHTML, rest.hasPrefix("](") {
        rest = rest.drop { $0 != ")" }.dropFirst()
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let entities = [
    "nbsp": "\u{A0}", "#37": "%", "#8209": "\u{2011}", "amp": "&", "ndash": "–", "euro": "€",
  ]
}
