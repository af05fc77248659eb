import FoundationEssentials
import Testing

/// Compares output with a file beside the tests. A missing file is a failure; `CLAIMLINT_UPDATE=1` rewrites files.
enum Golden {
  static func expect(
    _ text: String, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
  ) {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["CLAIMLINT_UPDATE"] == "1" {
      do { try Data(text.utf8).write(to: path) } catch {
        Issue.record("\(name) cannot be written: \(error)", sourceLocation: location)
      }
      return
    }
    guard let wanted = try? String(contentsOf: path, encoding: .utf8) else {
      Issue.record("\(name) is missing; run with CLAIMLINT_UPDATE=1 and look at it", sourceLocation: location)
      return
    }
    if wanted == text { return }
    let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    let was = line < old.count ? String(old[line]) : "(end)"
    let now = line < new.count ? String(new[line]) : "(end)"
    Issue.record("\(name):\(line + 1) differs\nwanted: \(was)\ngot:    \(now)", sourceLocation: location)
  }
}
