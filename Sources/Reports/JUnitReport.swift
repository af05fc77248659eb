import Findings

/// JUnit's XML: a suite for each document, a failed case for each finding, a passed one for a document without any.
struct JUnitReport: Report {
  let context: ReportContext
  private var suites = ""
  private var tests = 0
  private var failures = 0
  private var broken = 0

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    let findings = context.shown(document)
    let path = MarkupText.escaped(document.path)
    let count = max(1, findings.count)
    tests += count
    failures += findings.count
    suites +=
      "  <testsuite name=\"\(path)\" tests=\"\(count)\" failures=\"\(findings.count)\" errors=\"0\">\n"
    if findings.isEmpty { suites += "    <testcase classname=\"\(path)\" name=\"no findings\"/>\n" }
    for finding in findings {
      let place = "\(finding.start.line):\(finding.start.column)"
      suites +=
        "    <testcase classname=\"\(path)\" name=\"\(finding.rule.code) \(finding.rule.name) \(place)\">\n"
      suites +=
        "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(MarkupText.escaped(finding.message))\">"
      suites += MarkupText.escaped("\(document.path):\(place)") + "</failure>\n    </testcase>\n"
    }
    suites += "  </testsuite>\n"
    return ""
  }

  mutating func finish(errors: [ReportError]) -> String {
    for error in errors {
      let path = MarkupText.escaped(error.path.isEmpty ? "claimlint" : error.path)
      tests += 1
      broken += 1
      suites += "  <testsuite name=\"\(path)\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
      suites += "    <testcase classname=\"\(path)\" name=\"not checked\">\n"
      suites +=
        "      <error message=\"\(MarkupText.escaped(error.message))\"/>\n    </testcase>\n  </testsuite>\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"claimlint\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(broken)\">\n"
      + suites + "</testsuites>\n"
  }
}
