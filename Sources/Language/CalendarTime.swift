/// A day of the proleptic Gregorian calendar.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that lies `number` days after 1970-01-01 (before, if negative).
  public init(daysSince1970 number: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  public var daysSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2026-03-02`.
  public var description: String {
    func pad(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }
}

/// A stretch of time as it is known: half-open seconds since 1970-01-01T00:00:00Z, with the precision it was given at.
/// A missing end is unbounded. Times without an offset are taken as UTC.
public struct TimeRange: Sendable, Hashable {
  /// How finely the time was stated; comparisons are made at the coarser of two precisions.
  public enum Precision: UInt8, Sendable, Comparable, CaseIterable {
    case second, minute, hour, day, week, month, quarter, year
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public var start: Int64?
  public var end: Int64?
  public var precision: Precision

  public init(start: Int64?, end: Int64?, precision: Precision) {
    self.start = start
    self.end = end
    self.precision = precision
  }

  /// The whole of a day.
  public init(day: CalendarDay) {
    let second = Int64(day.daysSince1970) * 86_400
    self.init(start: second, end: second + 86_400, precision: .day)
  }

  /// Reads ISO 8601 as fact sheets and front matter write it: a year, `2017-11`, `2026-03-02`, `2026-03-02T18:00Z`,
  /// `2026-03-02T18:00:00+01:00` (a space may stand for the T), or two of these joined by `..`. Nil for anything else.
  public init?(iso text: some StringProtocol) {
    if let dots = text.range(ofDots: ()) {
      guard let first = TimeRange(iso: text[text.startIndex..<dots.lowerBound]),
        let last = TimeRange(iso: text[dots.upperBound...])
      else { return nil }
      guard let start = first.start, let end = last.end, start < end else { return nil }
      self.init(start: start, end: end, precision: max(first.precision, last.precision))
      return
    }
    guard let parsed = Self.parse(Array(text.utf8)) else { return nil }
    self = parsed
  }

  private static func parse(_ bytes: [UInt8]) -> TimeRange? {
    var position = 0
    func number(_ width: Int) -> Int? {
      guard position + width <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[position..<position + width] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      position += width
      return value
    }
    func accept(_ characters: String) -> Bool {
      guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
      position += 1
      return true
    }
    guard let year = number(4), let firstDay = CalendarDay(year: year, month: 1, day: 1) else { return nil }
    func seconds(_ day: CalendarDay) -> Int64 { Int64(day.daysSince1970) * 86_400 }
    guard accept("-") else {
      guard position == bytes.count, let next = CalendarDay(year: year + 1, month: 1, day: 1) else {
        return nil
      }
      return TimeRange(start: seconds(firstDay), end: seconds(next), precision: .year)
    }
    guard let month = number(2), let monthStart = CalendarDay(year: year, month: month, day: 1) else {
      return nil
    }
    guard accept("-") else {
      guard position == bytes.count else { return nil }
      let length = Int64(CalendarDay.days(in: month, of: year)) * 86_400
      return TimeRange(start: seconds(monthStart), end: seconds(monthStart) + length, precision: .month)
    }
    guard let dayNumber = number(2), let day = CalendarDay(year: year, month: month, day: dayNumber) else {
      return nil
    }
    guard accept("Tt ") else { return position == bytes.count ? TimeRange(day: day) : nil }
    guard let hour = number(2), hour <= 24, accept(":"), let minute = number(2), minute < 60 else {
      return nil
    }
    var second = 0
    var precision = Precision.minute
    if accept(":") {
      guard let value = number(2), value <= 60 else { return nil }
      second = value
      precision = .second
      if accept(".") {
        while position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 { position += 1 }
      }
    }
    var offset = 0
    if !accept("Zz"), position < bytes.count {
      let negative = bytes[position] == UInt8(ascii: "-")
      guard accept("+-"), let hours = number(2) else { return nil }
      _ = accept(":")
      offset = (hours * 60 + (number(2) ?? 0)) * (negative ? -60 : 60)
    }
    guard position == bytes.count else { return nil }
    let start = seconds(day) + Int64(hour * 3600 + minute * 60 + second - offset)
    return TimeRange(start: start, end: start + (precision == .second ? 1 : 60), precision: precision)
  }

  /// True if some moment is in both.
  public func overlaps(_ other: TimeRange) -> Bool {
    !(isBefore(other) || other.isBefore(self))
  }

  /// True if this ends before the other begins.
  public func isBefore(_ other: TimeRange) -> Bool {
    guard let end, let start = other.start else { return false }
    return end <= start
  }
}

extension StringProtocol {
  /// The first `..` in the text.
  fileprivate func range(ofDots: ()) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == ".", next < endIndex, self[next] == "." { return index..<self.index(after: next) }
      index = next
    }
    return nil
  }
}

/// An ISO 8601 duration. Months and seconds are kept apart, because a month has no fixed length.
public struct CalendarDuration: Sendable, Hashable {
  public var months: Int
  public var seconds: Int64

  public init(months: Int = 0, seconds: Int64 = 0) {
    self.months = months
    self.seconds = seconds
  }

  /// `PT72H`, `P30D`, `P6M`, `P1Y2M3DT4H`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    var months = 0
    var seconds: Int64 = 0
    var inTime = false
    var number: Int?
    var fields = 0
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return nil }
    for byte in bytes.dropFirst() {
      switch byte {
      case 48...57:
        let value = (number ?? 0) * 10 + Int(byte - 48)
        guard value < 10_000_000 else { return nil }
        number = value
        continue
      case UInt8(ascii: "T"):
        guard !inTime, number == nil else { return nil }
        inTime = true
        continue
      default: break
      }
      guard let value = number else { return nil }
      switch (byte, inTime) {
      case (UInt8(ascii: "Y"), false): months += value * 12
      case (UInt8(ascii: "M"), false): months += value
      case (UInt8(ascii: "W"), false): seconds += Int64(value) * 604_800
      case (UInt8(ascii: "D"), false): seconds += Int64(value) * 86_400
      case (UInt8(ascii: "H"), true): seconds += Int64(value) * 3600
      case (UInt8(ascii: "M"), true): seconds += Int64(value) * 60
      case (UInt8(ascii: "S"), true): seconds += Int64(value)
      default: return nil
      }
      number = nil
      fields += 1
    }
    guard number == nil, fields > 0 else { return nil }
    self.init(months: months, seconds: seconds)
  }

  /// Length in seconds with a month taken as 30.44 days, for comparing lengths only.
  public var approximateSeconds: Int64 { seconds + Int64(months) * 2_629_746 }
}
