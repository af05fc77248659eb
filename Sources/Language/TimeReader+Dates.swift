/// A point of the calendar as it is written.
struct DatePoint {
  var range: Range<Int>
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  var quarter: Int?
  /// First month and number of months of a half year or a season.
  var months: (first: Int, count: Int)?
  var resolved: TimeRange?
  var isRelative = false
  /// A day of the month without its month.
  var isBareDay = false
  var part: TimeExpression.Modifier?
  var clock: (second: Int64, length: Int64)?
  var cues: [Range<Int>] = []

  init(_ range: Range<Int>) { self.range = range }

  var precision: TimeRange.Precision {
    if let resolved { return resolved.precision }
    if day != nil || weekday != nil { return .day }
    if month != nil { return .month }
    return quarter != nil || months != nil ? .quarter : .year
  }
}

extension TimeReader {
  // MARK: What a point stands for

  /// The stretch of time of a point; nil if it needs an anchor that is missing.
  func resolve(_ point: DatePoint, anchor: CalendarDay?) -> TimeRange? {
    guard let range = whole(point, anchor: anchor) else { return nil }
    return point.part.map { range.third($0) } ?? range
  }

  private func whole(_ point: DatePoint, anchor: CalendarDay?) -> TimeRange? {
    if let resolved = point.resolved { return resolved }
    if point.isRelative { return nil }
    if let month = point.month {
      if let day = point.day {
        if let year = point.year {
          return CalendarDay(year: year, month: month, day: day).map { TimeRange(day: $0) }
        }
        guard let anchor else { return nil }
        for year in [anchor.year, anchor.year - 1, anchor.year - 2, anchor.year - 3, anchor.year - 4] {
          if let found = CalendarDay(year: year, month: month, day: day), found <= anchor {
            return TimeRange(day: found)
          }
        }
        return nil
      }
      if let year = point.year { return CalendarDay.month(month, of: year) }
      guard let anchor else { return nil }
      return CalendarDay.month(month, of: month <= anchor.month ? anchor.year : anchor.year - 1)
    }
    if let day = point.day {
      guard let anchor, let first = CalendarDay(year: anchor.year, month: anchor.month, day: 1) else {
        return nil
      }
      for offset in 0...2 {
        let month = first.adding(months: -offset)
        if let found = CalendarDay(year: month.year, month: month.month, day: day), found <= anchor {
          return TimeRange(day: found)
        }
      }
      return nil
    }
    if let weekday = point.weekday {
      guard let anchor else { return nil }
      return TimeRange(day: anchor.adding(days: -((anchor.weekday - weekday + 7) % 7)))
    }
    let year = point.year
    if let quarter = point.quarter {
      if let year { return CalendarDay.quarter(quarter, of: year) }
      guard let anchor else { return nil }
      return CalendarDay.quarter(quarter, of: quarter * 3 - 2 <= anchor.month ? anchor.year : anchor.year - 1)
    }
    if let months = point.months {
      if let year { return CalendarDay.months(months.first, of: year, count: months.count, .quarter) }
      guard let anchor else { return nil }
      return CalendarDay.months(
        months.first, of: months.first <= anchor.month ? anchor.year : anchor.year - 1, count: months.count,
        .quarter)
    }
    return year.flatMap { CalendarDay.year($0) }
  }

  // MARK: Reading a point

  /// A date, month, quarter, year, day of the week or relative day that begins at a token.
  ///
  /// `inRange` is true after words such as "from" and "since", where a bare year or `4/22` is a date.
  func point(_ view: TokenView, at start: Int, anchor: CalendarDay?, inRange: Bool) -> DatePoint? {
    if let match = view.phrase(types.part, start),
      let part = TimeExpression.Modifier(rawValue: view.symbol(match))
    {
      let index = view.skip(types.the, match.end)
      if var found = simple(view, at: index, anchor: anchor, inRange: true), found.precision > .day {
        found.part = part
        found.cues.append(start..<match.end)
        found.range = start..<found.range.upperBound
        return found
      }
    }
    // "at 18:00 UTC on 2 March 2024"
    if let time = clock(view, at: start) {
      let index = view.skip(types.on, time.end)
      if var found = simple(view, at: index, anchor: anchor, inRange: true), found.precision == .day {
        found.clock = (time.second, time.length)
        found.range = start..<found.range.upperBound
        return found
      }
      return nil
    }
    guard var found = simple(view, at: start, anchor: anchor, inRange: inRange) else { return nil }
    if found.precision == .day {
      var index = found.range.upperBound
      if view.mark(index) == UInt8(ascii: ",") { index += 1 }
      index = view.skip(types.on, index)
      index = view.skip(types.bound, index)
      if let time = clock(view, at: index) {
        found.clock = (time.second, time.length)
        found.range = start..<time.end
      }
    }
    return found
  }

  private func simple(_ view: TokenView, at start: Int, anchor: CalendarDay?, inRange: Bool) -> DatePoint? {
    relative(view, at: start, anchor: anchor) ?? weekdayPoint(view, at: start, anchor: anchor) ?? monthFirst(
      view, at: start)
      ?? dayFirst(view, at: start, anchor: anchor) ?? numeric(view, at: start, inRange: inRange)
      ?? quarterOrHalf(
        view, at: start, anchor: anchor) ?? yearPoint(view, at: start, inRange: inRange)
  }

  /// A month's name; those that are other words too must have a capital or `sure` neighbours.
  func monthName(_ view: TokenView, at index: Int, sure: Bool = false) -> (month: Int, end: Int)? {
    guard let match = view.phrase(types.month, index), let month = match.number else { return nil }
    if !sure, !view.capitalised(index), view.phrase(types.monthUnsure, index) != nil {
      let next = view.skip(types.the, match.end)
      guard dayNumber(view, at: next) != nil || yearNumber(view, at: match.end) != nil else {
        return nil
      }
    }
    // "Jan."
    if view.mark(match.end) == UInt8(ascii: "."), !view.spaced(match.end), view.bytes(index).count <= 4,
      match.end + 1 < view.range.upperBound
    {
      return (month, match.end + 1)
    }
    return (month, match.end)
  }

  /// A day of the month: `4`, `4th`, `fourth`.
  func dayNumber(_ view: TokenView, at index: Int) -> (day: Int, end: Int, ordinal: Bool)? {
    if let value = view.digits(index), (1...31).contains(value), view.bytes(index).count <= 2 {
      guard view.phrase(numbers.scale, index + 1) == nil, view.mark(index + 1) != UInt8(ascii: "%"),
        view.mark(index + 1) != UInt8(ascii: ":")
      else {
        return nil
      }
      return (value, index + 1, false)
    }
    if let value = view.ordinalDigits(index, suffixes: types.ordinalSuffix), (1...31).contains(value) {
      return (value, index + 1, true)
    }
    if let match = view.phrase(types.ordinal, index), let value = match.number {
      return (value, match.end, true)
    }
    return nil
  }

  /// Four digits that can be a year.
  func yearNumber(_ view: TokenView, at index: Int) -> (year: Int, end: Int)? {
    if let value = view.digits(index), view.bytes(index).count == 4, (1300...2199).contains(value) {
      guard view.phrase(numbers.scale, index + 1) == nil, view.mark(index + 1) != UInt8(ascii: "%") else {
        return nil
      }
      return (value, index + 1)
    }
    return spokenYear(view, at: index)
  }

  /// `two thousand and eighteen`, `nineteen ninety nine`.
  private func spokenYear(_ view: TokenView, at index: Int) -> (year: Int, end: Int)? {
    guard let first = view.phrase(numbers.cardinal, index), let head = first.number else { return nil }
    if head == 2, view.phrase(numbers.scale, first.end)?.number == 1000,
      let reading = numbers.number(view, at: index),
      let value = reading.value.integer, (2000...2099).contains(value)
    {
      return (value, reading.range.upperBound)
    }
    guard head == 19 || head == 20, let second = view.phrase(numbers.cardinal, first.end),
      let tens = second.number, tens >= 10
    else { return nil }
    if tens >= 20, let third = view.phrase(numbers.cardinal, second.end), let unit = third.number,
      (1...9).contains(unit)
    {
      return (head * 100 + tens + unit, third.end)
    }
    return (head * 100 + tens, second.end)
  }

  /// `, 2024`, `of 2024`, `2024` after a date.
  func trailingYear(_ view: TokenView, at index: Int, comma: Bool) -> (year: Int, end: Int)? {
    var next = index
    if comma, view.mark(next) == UInt8(ascii: ",") { next += 1 } else { next = view.skip(types.of, next) }
    guard let found = yearNumber(view, at: next) else { return nil }
    // "in June, 2000 customers" and "on 4 March 2,000"
    if view.phrase(types.counted, found.end) != nil { return nil }
    return found
  }

  /// `March 4, 2024`, `March 2024`, `March the 4th`, `March`.
  private func monthFirst(_ view: TokenView, at start: Int) -> DatePoint? {
    guard let name = monthName(view, at: start), !view.afterSlash(start) else { return nil }
    var point = DatePoint(start..<name.end)
    point.month = name.month
    let index = view.skip(types.the, name.end)
    let comma =
      view.mark(index) == UInt8(ascii: ",") && view.phrase(types.ordinal, index + 1) == nil ? index : index
    if let day = dayNumber(view, at: comma),
      !(view.joined(day.end) && view.isNumber(day.end) && view.afterSlash(day.end))
    {
      point.day = day.day
      point.range = start..<day.end
      if let year = trailingYear(view, at: day.end, comma: true) {
        point.year = year.year
        point.range = start..<year.end
      }
    } else if let year = trailingYear(view, at: name.end, comma: true) {
      point.year = year.year
      point.range = start..<year.end
    } else if name.end > start + 1, view.mark(name.end - 1) == UInt8(ascii: ".") {
      point.range = start..<name.end - 1
    }
    return point
  }

  /// `4 March 2024`, `4th of March`, `the fourth of March`, `28-Nov`, `the 27th`.
  private func dayFirst(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> DatePoint? {
    let index = view.skip(types.the, start)
    guard let day = dayNumber(view, at: index) else { return nil }
    let of = view.skip(types.of, day.end)
    if view.mark(of) == UInt8(ascii: "."), let name = monthName(view, at: of + 1, sure: true) {
      return dayMonth(view, start: start, day: day.day, name: name)
    }
    if let name = monthName(view, at: of, sure: day.ordinal || of > day.end || view.joined(of)) {
      return dayMonth(view, start: start, day: day.day, name: name)
    }
    // "the 31st of this month"
    if day.ordinal, let last = view.phrase(types.last, of), let shift = offset(view.symbol(last)),
      let unit = view.phrase(types.unit, last.end),
      unit.number == 1, view.symbol(unit) == "m"
    {
      var point = DatePoint(start..<unit.end)
      point.isRelative = true
      point.resolved = anchor.flatMap { $0.unit(.month, offset: shift)?.start }.map { start in
        TimeRange(day: CalendarDay(daysSince1970: Int(start / 86_400) + day.day - 1))
      }
      return point
    }
    // "on the 27th"
    guard day.ordinal, index > start, view.ordinalDigits(index, suffixes: types.ordinalSuffix) != nil,
      !view.isWord(day.end)
    else { return nil }
    var point = DatePoint(start..<day.end)
    point.day = day.day
    return point
  }

  private func dayMonth(_ view: TokenView, start: Int, day: Int, name: (month: Int, end: Int)) -> DatePoint {
    var point = DatePoint(start..<name.end)
    point.day = day
    point.month = name.month
    if let year = trailingYear(view, at: name.end, comma: true) {
      point.year = year.year
      point.range = start..<year.end
    }
    return point
  }

  /// A number from 1 to 31 that may be a day if the other end of a period says so.
  func bareDay(_ view: TokenView, at index: Int) -> DatePoint? {
    guard let day = dayNumber(view, at: view.skip(types.the, index)) else { return nil }
    var point = DatePoint(index..<day.end)
    point.day = day.day
    point.isBareDay = true
    return point
  }

  private func quarterOrHalf(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> DatePoint? {
    var point: DatePoint?
    var short = false
    if let match = view.phrase(types.quarter, start) {
      point = DatePoint(start..<match.end)
      point?.quarter = match.number
      short = match.end == start + 1
    } else if let match = view.phrase(types.half, start), let number = match.number {
      point = DatePoint(start..<match.end)
      point?.months = (number, 6)
    } else if let match = view.phrase(types.season, view.skip(types.the, start)), let month = match.number {
      point = DatePoint(start..<match.end)
      point?.months = (month, 3)
    }
    guard var found = point else { return nil }
    let of = view.skip(types.of, found.range.upperBound)
    if let last = view.phrase(types.last, of), let shift = offset(view.symbol(last)),
      let unit = view.phrase(types.unit, last.end), unit.number == 12,
      view.symbol(unit) == "m"
    {
      // "the third quarter of last year"
      found.year = anchor.map { $0.year + shift }
      found.isRelative = anchor == nil
      found.range = start..<unit.end
      return found
    }
    guard let year = trailingYear(view, at: found.range.upperBound, comma: true) else {
      return short ? found : nil
    }
    found.year = year.year
    found.range = start..<year.end
    return found
  }

  /// `2014-2018`
  private func isYearPair(_ view: TokenView, at index: Int) -> Bool {
    guard let first = view.digits(index), let second = view.digits(index + 1), view.joined(index + 1),
      !view.joined(index), !view.joined(index + 2),
      !view.afterSlash(index + 1)
    else { return false }
    return (1900...2099).contains(first) && (1900...2099).contains(second) && first < second
  }

  private func yearPoint(_ view: TokenView, at start: Int, inRange: Bool) -> DatePoint? {
    let index = view.skip(types.yearOf, start)
    let leads =
      view.isNumber(index) && !view.joined(index)
      && (monthName(view, at: index + 1) != nil || view.phrase(types.quarter, index + 1)?.end == index + 2)
    let sure =
      inRange || leads || isYearPair(view, at: start) || index > start
      || view.phrase(types.yearBefore, endingAt: start) != nil
      || view.mark(start - 1) == UInt8(ascii: "(")
    if let (end, suffix) = view.leadingDigits(view.skip(types.the, index)),
      suffix.elementsEqual([UInt8(ascii: "s")])
    {
      var decade = 0
      for byte in view.prose[Int(view.tokens[view.skip(types.the, index)].start)..<end]
      where byte >= 48 && byte <= 57 && decade < 3000 {
        decade = decade * 10 + Int(byte - 48)
      }
      guard decade % 10 == 0, (1800...2100).contains(decade) else { return nil }
      var point = DatePoint(start..<view.skip(types.the, index) + 1)
      point.resolved = CalendarDay.months(1, of: decade, count: 120, .year)
      return point
    }
    guard sure, let year = yearNumber(view, at: index), !view.joined(index) || index > start || inRange else {
      // "January of 2024" and "month of January"
      guard index > start, let name = monthName(view, at: index) else { return nil }
      var point = DatePoint(start..<name.end)
      point.month = name.month
      return point
    }
    if view.phrase(types.counted, year.end) != nil, index == start { return nil }
    // "2024 Q2"
    if let match = view.phrase(types.quarter, year.end), match.end == year.end + 1 {
      var point = DatePoint(start..<match.end)
      point.year = year.year
      point.quarter = match.number
      return point
    }
    if let match = view.phrase(types.half, year.end), match.end == year.end + 1, let first = match.number {
      var point = DatePoint(start..<match.end)
      point.year = year.year
      point.months = (first, 6)
      return point
    }
    // "2024 June"
    if !view.joined(year.end),
      let name = monthName(view, at: view.mark(year.end) == UInt8(ascii: ",") ? year.end + 1 : year.end),
      dayNumber(view, at: name.end) == nil
    {
      var point = DatePoint(start..<name.end)
      point.year = year.year
      point.month = name.month
      return point
    }
    var point = DatePoint(start..<year.end)
    point.year = year.year
    return point
  }
}
