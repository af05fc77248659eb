import Documents
import Findings
import FoundationEssentials
import Testing

@testable import Workspace

/// The same words in another dress are the same statement.
@Suite struct DressTests {
  /// A document and the sheets beside it.
  struct Model: Sendable {
    let name: String
    let document: URL
    let facts: [String]
  }

  struct Share {
    var same = 0
    var all = 0
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let cases: [Model] = {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/cases")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      print("skipped: no cases at \(folder.path)")
      return []
    }
    return names.sorted().compactMap { name in
      let place = folder.appendingPathComponent(name)
      let document = place.appendingPathComponent("doc.md")
      guard FileManager.default.fileExists(atPath: document.path) else { return nil }
      return Model(name: name, document: document, facts: [place.appendingPathComponent("facts.yaml").path])
    }
  }()

  static let stories: [Model] = {
    let folder = root.appendingPathComponent("Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name in
      let place = folder.appendingPathComponent(name)
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).sorted()
      let facts = files.filter { $0.hasSuffix(".yaml") }.map { place.appendingPathComponent($0).path }
      return files.filter { $0 != "README.md" && [".md", ".txt", ".html"].contains(where: $0.hasSuffix) }
        .map { Model(name: "\(name)/\($0)", document: place.appendingPathComponent($0), facts: facts) }
    }
  }()

  @Test func cases() throws { try expectTheSame(Self.cases, named: "cases") }

  @Test func stories() throws {
    #expect(!Self.stories.isEmpty)
    try expectTheSame(Self.stories, named: "fixtures")
  }

  private func expectTheSame(_ models: [Model], named name: String) throws {
    var shares: [Dress: Share] = [:]
    var left = 0
    for model in models {
      let bytes = Array(try Data(contentsOf: model.document))
      let original = try DocumentReader.read(path: model.document.path, bytes: bytes)
      guard let pieces = Piece.pieces(of: original) else {
        left += 1
        continue
      }
      let naked = try findings(in: bytes, format: .auto, of: model, original: original)
      for dress in Dress.allCases {
        let found = try findings(
          in: Array(dress.put(on: pieces).utf8), format: dress.format, of: model, original: original)
        shares[dress, default: Share()].all += 1
        if found == naked {
          shares[dress, default: Share()].same += 1
        } else {
          let change = found.difference(from: naked).map { change in
            switch change {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
          }
          Issue.record("\(model.name) as \(dress): \n\(change.joined(separator: "\n"))")
        }
      }
    }
    for dress in Dress.allCases {
      guard let share = shares[dress] else { continue }
      print("dress \(name) \(dress): \(share.same) of \(share.all) documents have the same findings")
    }
    if left > 0 { print("dress \(name): \(left) documents with quotations, tables or code are left out") }
  }

  /// A line a finding, in the order of the text.
  private func findings(
    in bytes: [UInt8], format: DocumentReader.Format, of model: Model, original: Document
  ) throws -> [String] {
    var options = CheckOptions()
    options.facts = model.facts
    options.asOf = "2026-11-24"
    options.format = format
    let own = original.metadata
    options.about.published = own.published?.text
    options.about.channel = own.channel?.text
    options.about.audience = own.audience?.text
    options.about.cohort = own.cohort?.text
    options.about.incident = own.incident?.text
    options.about.organisation = own.organisation?.text
    let session = try Session(options)
    let checked = session.check(try session.read(bytes, path: model.document.path))
    #expect(checked.errors.isEmpty)
    return checked.findings.findings.map { finding in
      "\(finding.severity.rawValue) \(finding.rule.name) \(finding.verdict.rawValue) “\(Self.folded(finding.quote))”"
    }
  }

  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "’", "‘": result += "'"
      case "“", "”": result += "\""
      case "\u{2011}", "\u{2010}": result += "-"
      case "\u{AD}": continue
      case "\u{A0}", "\u{2009}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
