import Findings

/// SARIF 2.1.0, for code scanning.
struct SARIFReport: Report {
  let context: ReportContext
  private var results = JSONWriter()
  private var artifacts = JSONWriter()
  private var ruleIndex: [String: Int] = [:]
  private var rules: [Finding.Rule] = []

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    artifacts.object { writer in
      writer.member("location", object: { $0.member("uri", Self.uri(document.path)) })
      writer.member("hashes", object: { $0.member("sha-256", document.sha256) })
    }
    for finding in context.shown(document) {
      if ruleIndex[finding.rule.name] == nil {
        ruleIndex[finding.rule.name] = rules.count
        rules.append(finding.rule)
      }
      let index = ruleIndex[finding.rule.name] ?? 0
      results.object { Self.write(finding, in: document, rule: index, into: &$0) }
    }
    return ""
  }

  private static func write(
    _ finding: Finding, in document: DocumentFindings, rule: Int, into writer: inout JSONWriter
  ) {
    writer.member("ruleId", finding.rule.code)
    writer.member("ruleIndex", rule)
    writer.member("level", finding.severity.rawValue)
    writer.member("message", object: { $0.member("text", finding.message) })
    writer.member(
      "locations",
      array: { writer in
        writer.object { writer in
          location(document.path, into: &writer) { writer in
            writer.member("startLine", finding.start.line)
            writer.member("startColumn", finding.start.column)
            writer.member("endLine", finding.end.line)
            writer.member("endColumn", finding.end.column)
            writer.member("byteOffset", finding.start.byte)
            writer.member("byteLength", finding.end.byte - finding.start.byte)
            if !finding.quote.isEmpty {
              writer.member("snippet", object: { $0.member("text", finding.quote) })
            }
          }
        }
      })
    if !finding.facts.isEmpty {
      writer.member(
        "relatedLocations",
        array: { writer in
          for (id, fact) in finding.facts.enumerated() {
            writer.object { writer in
              writer.member("id", id + 1)
              location(fact.path, into: &writer) { $0.member("startLine", max(1, fact.line)) }
              let value = fact.restricted ? "(restricted)" : fact.value
              writer.member("message", object: { $0.member("text", "\(fact.pointer): \(value)") })
            }
          }
        })
    }
    writer.member("partialFingerprints", object: { $0.member("claimlint/v1", finding.fingerprint) })
    if finding.status != .active {
      writer.member(
        "suppressions",
        array: { writer in
          writer.object { writer in
            writer.member("kind", finding.status == .suppressed ? "inSource" : "external")
          }
        })
    }
    writer.member(
      "properties",
      object: { writer in
        writer.member("rule", finding.rule.name)
        writer.member("verdict", finding.verdict.rawValue)
      })
  }

  private static func location(
    _ path: String, into writer: inout JSONWriter, region: (inout JSONWriter) -> Void
  ) {
    writer.member(
      "physicalLocation",
      object: { writer in
        writer.member(
          "artifactLocation",
          object: { writer in
            writer.member("uri", Self.uri(path))
            if !path.hasPrefix("/") { writer.member("uriBaseId", "%SRCROOT%") }
          })
        writer.member("region", object: { region(&$0) })
      })
  }

  mutating func finish(errors: [ReportError]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.member(
        "runs",
        array: { writer in
          writer.object { writer in
            writer.member("tool", object: { $0.member("driver", object: { driver(into: &$0) }) })
            writer.member("columnKind", "unicodeCodePoints")
            writer.member(
              "invocations",
              array: { writer in
                writer.object { writer in
                  writer.member("executionSuccessful", errors.isEmpty)
                  if !errors.isEmpty { notifications(errors, into: &writer) }
                  writer.member("properties", object: { $0.member("as_of", context.asOf) })
                }
              })
            writer.key("artifacts")
            writer.raw("[\(artifacts.text)]")
            writer.key("results")
            writer.raw("[\(results.text)]")
          }
        })
    }
    return writer.text + "\n"
  }

  private func driver(into writer: inout JSONWriter) {
    writer.member("name", "claimlint")
    writer.member("version", context.version)
    writer.member(
      "rules",
      array: { writer in
        for rule in rules {
          writer.object { writer in
            writer.member("id", rule.code)
            writer.member("name", rule.name)
            guard let summary = context.rules(rule.name) else { return }
            writer.member("shortDescription", object: { $0.member("text", summary.summary) })
            writer.member("fullDescription", object: { $0.member("text", summary.why) })
            writer.member("help", object: { $0.member("text", summary.why) })
          }
        }
      })
  }

  private func notifications(_ errors: [ReportError], into writer: inout JSONWriter) {
    writer.member(
      "toolExecutionNotifications",
      array: { writer in
        for error in errors {
          writer.object { writer in
            writer.member("level", "error")
            writer.member("message", object: { $0.member("text", error.message) })
            guard !error.path.isEmpty else { return }
            writer.member(
              "locations",
              array: { writer in
                writer.object { writer in
                  Self.location(error.path, into: &writer) { $0.member("startLine", max(1, error.line)) }
                }
              })
          }
        }
      })
  }

  /// A path as a URI reference: bytes that URIs cannot hold become escapes.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    result += String(decoding: bytes, as: UTF8.self)
    return result
  }
}
