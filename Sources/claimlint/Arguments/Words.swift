import ArgumentParser
import Documents
import Findings
import Reports

extension ReportFormat: ExpressibleByArgument {}
extension DocumentReader.Format: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// The threshold of a gate.
enum Threshold: String, ExpressibleByArgument, CaseIterable {
  case note, warning, error, never

  /// The lowest severity that counts; nil for none.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.hasColor
    }
  }
}

/// The form of lists and documentation.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// A number of bytes: `500000`, `64K`, `10M`, `1G`.
struct ByteCount: ExpressibleByArgument, Sendable {
  let bytes: Int

  init?(argument: String) {
    var digits = argument[...]
    var unit = 1
    if let last = argument.last, let shift = ["k": 10, "m": 20, "g": 30][last.lowercased()] {
      unit = 1 << shift
      digits = digits.dropLast()
    }
    guard let number = Int(digits), number > 0, number <= (1 << 30) / unit else { return nil }
    bytes = number * unit
  }
}
