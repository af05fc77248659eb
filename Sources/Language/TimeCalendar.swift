extension CalendarDay {
  static func month(_ month: Int, of year: Int) -> TimeRange? {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    return first.span(days: days(in: month, of: year), .month)
  }

  /// `count` months from the first of a month.
  static func months(_ month: Int, of year: Int, count: Int, _ precision: TimeRange.Precision) -> TimeRange? {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    let last = first.adding(months: count)
    return first.span(days: last.daysSince1970 - first.daysSince1970, precision)
  }

  static func year(_ year: Int) -> TimeRange? { months(1, of: year, count: 12, .year) }

  static func quarter(_ quarter: Int, of year: Int) -> TimeRange? {
    months(quarter * 3 - 2, of: year, count: 3, .quarter)
  }

  var second: Int64 { Int64(daysSince1970) * 86_400 }

  /// `days` days from this one.
  func span(days: Int, _ precision: TimeRange.Precision) -> TimeRange {
    TimeRange(start: second, end: second + Int64(days) * 86_400, precision: precision)
  }

  func adding(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }

  /// The same day of another month, or that month's last.
  func adding(months: Int) -> CalendarDay {
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    let last = CalendarDay.days(in: newMonth, of: newYear)
    return CalendarDay(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  /// Monday of this day's week.
  var monday: CalendarDay { adding(days: -weekday) }

  /// The calendar unit of a precision that holds this day, moved by `offset` units.
  func unit(_ precision: TimeRange.Precision, offset: Int) -> TimeRange? {
    switch precision {
    case .week: return monday.adding(days: 7 * offset).span(days: 7, .week)
    case .month:
      let moved = CalendarDay(year: year, month: month, day: 1)?.adding(months: offset)
      return moved.flatMap { CalendarDay.month($0.month, of: $0.year) }
    case .quarter:
      let moved = CalendarDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)?.adding(months: offset * 3)
      return moved.flatMap { CalendarDay.quarter(($0.month + 2) / 3, of: $0.year) }
    case .year: return CalendarDay.year(year + offset)
    default: return adding(days: offset).span(days: 1, .day)
    }
  }
}

extension TimeRange {
  /// The first, second or last third: of a month days 1-10, 11-20 and 21 to the end; of a week Monday and Tuesday,
  /// Wednesday and Thursday, Friday to Sunday; of a year four months each (TIMEX3 START, MID, END).
  func third(_ part: TimeExpression.Modifier) -> TimeRange {
    guard let start, let end else { return self }
    let first: Int64
    let second: Int64
    switch precision {
    case .month:
      first = start + 10 * 86_400
      second = start + 20 * 86_400
    case .week:
      first = start + 2 * 86_400
      second = start + 4 * 86_400
    case .year where end - start > 360 * 86_400 && end - start < 370 * 86_400:
      let day = CalendarDay(daysSince1970: Int(start / 86_400))
      first = day.adding(months: 4).second
      second = day.adding(months: 8).second
    default:
      first = start + (end - start) / 3
      second = start + (end - start) / 3 * 2
    }
    switch part {
    case .early: return TimeRange(start: start, end: first, precision: precision)
    case .mid: return TimeRange(start: first, end: second, precision: precision)
    case .late: return TimeRange(start: second, end: end, precision: precision)
    default: return self
    }
  }

  /// One unit of the precision wider at both ends: three days for a day, a month for a month.
  var widened: TimeRange {
    let reach: Int64
    switch precision {
    case .second: reach = 60
    case .minute: reach = 1800
    case .hour: reach = 3600
    case .day: reach = 3 * 86_400
    case .week: reach = 7 * 86_400
    case .month: reach = 30 * 86_400
    case .quarter: reach = 91 * 86_400
    case .year: reach = 365 * 86_400
    }
    return TimeRange(start: start.map { $0 - reach }, end: end.map { $0 + reach }, precision: precision)
  }
}
