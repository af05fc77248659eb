import Foundation
import Testing

@testable import Language

/// Prints what is read from a text file, for looking at: `CLAIMLINT_READ=path`.
@Suite struct ReadingTests {
  static let path = ProcessInfo.processInfo.environment["CLAIMLINT_READ"]

  @Test(.enabled(if: ReadingTests.path != nil)) func read() {
    guard let path = Self.path, let data = FileManager.default.contents(atPath: path) else { return }
    let anchor = CalendarDay(year: 2024, month: 6, day: 12)
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let prose = Prose(String(line))
      for quantity in prose.quantities {
        print(
          "Q \(quantity.measure) \(quantity.modifier) [\(quantity.interval)] \(quantity.unit) '\(prose.text(quantity.tokenRange))' ← \(line.prefix(120))"
        )
      }
      for time in prose.times(anchor) {
        let start = time.range?.start.map { CalendarDay(daysSince1970: Int($0 / 86_400)).description } ?? "-"
        let end = time.range?.end.map { CalendarDay(daysSince1970: Int($0 / 86_400)).description } ?? "-"
        let range = time.range == nil ? "" : "\(start)..\(end)"
        print(
          "T \(time.kind) \(time.modifier) \(range) \(time.duration.map { "\($0) s" } ?? "") '\(prose.text(time.tokenRange))' ← \(line.prefix(120))"
        )
      }
    }
  }
}
