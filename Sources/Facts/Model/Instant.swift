import Language

/// A moment, in whole seconds since 1970-01-01T00:00:00Z. Callers bring `now` and the time of publication as instants.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  /// The first second of a time as sheets and front matter write it; nil if it is none.
  public init?(iso text: some StringProtocol) {
    guard let start = TimeRange(iso: text)?.start else { return nil }
    seconds = start
  }

  /// The last second of a time: `2026-03-02` is 23:59:59 of that day, so that all that became known on the day of
  /// publication counts as known. An exact second is itself.
  public init?(endOf text: some StringProtocol) {
    guard let end = TimeRange(iso: text)?.end else { return nil }
    seconds = end - 1
  }

  /// The last second of a stretch of time, or nil where it has no end.
  public init?(endOf range: TimeRange) {
    guard let end = range.end else { return nil }
    seconds = end - 1
  }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// `2026-03-02T18:00:00Z`.
  public var description: String {
    var days = seconds / 86_400
    var rest = seconds % 86_400
    if rest < 0 {
      days -= 1
      rest += 86_400
    }
    func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = CalendarDay(daysSince1970: Int(days))
    return "\(day)T\(pad(rest / 3600)):\(pad(rest % 3600 / 60)):\(pad(rest % 60))Z"
  }
}
