extension TimeReader {
  // MARK: Days of the week

  /// `Monday`, `Tues.`, `Monday, March 4, 2024`, `Friday the 22nd`.
  func weekdayPoint(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> DatePoint? {
    guard let match = view.phrase(types.weekday, start), let weekday = match.number else { return nil }
    if view.phrase(types.weekdayUnsure, start) != nil, !view.capitalised(start) {
      // "sun" and "wed" written small are days only before a date.
      guard view.mark(match.end) == UInt8(ascii: ",") || view.mark(match.end) == UInt8(ascii: ".") else {
        return nil
      }
    }
    var point = DatePoint(start..<match.end)
    point.weekday = weekday
    var index = match.end
    if view.mark(index) == UInt8(ascii: "."), !view.spaced(index) { index += 1 }
    if view.mark(index) == UInt8(ascii: ",") { index += 1 }
    if let date = datePart(view, at: index) {
      point = date
      point.weekday = weekday
      point.range = start..<date.range.upperBound
      return point
    }
    if view.mark(index) == UInt8(ascii: "("), let date = datePart(view, at: index + 1),
      view.mark(date.range.upperBound) == UInt8(ascii: ")")
    {
      point = date
      point.weekday = weekday
      point.range = start..<date.range.upperBound + 1
      return point
    }
    // "Friday the 22nd"
    let the = view.skip(types.the, index)
    if the > index, let day = dayNumber(view, at: the), day.ordinal {
      point.day = day.day
      point.range = start..<day.end
      return point
    }
    // "Friday of last week", "Tuesday this week"
    let of = view.skip(types.of, match.end)
    if let last = view.phrase(types.last, of), let unit = view.phrase(types.unit, last.end),
      unit.number == 604_800, let offset = offset(view.symbol(last))
    {
      point.isRelative = true
      point.range = start..<unit.end
      point.resolved = anchor.map { TimeRange(day: $0.monday.adding(days: 7 * offset + weekday)) }
    }
    return point
  }

  /// A day and month in either order, or numeric.
  private func datePart(_ view: TokenView, at index: Int) -> DatePoint? {
    guard let found = point(view, at: index, anchor: nil, inRange: true), found.day != nil, !found.isRelative,
      found.weekday == nil
    else { return nil }
    return found
  }

  /// -1, 0, 1 for last, this, next.
  func offset(_ symbol: String) -> Int? {
    switch symbol {
    case "last": -1
    case "this": 0
    case "next": 1
    default: nil
    }
  }

  // MARK: Counted from the document's date

  /// `yesterday`, `last week`, `this month`, `last Friday`, `last September`, `the past three months`, `the week of March 4`.
  func relative(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> DatePoint? {
    if let match = view.phrase(types.day, start), let number = match.number {
      var point = DatePoint(start..<match.end)
      point.isRelative = true
      point.resolved = anchor.map { TimeRange(day: $0.adding(days: number - 10)) }
      return point
    }
    if let match = view.phrase(types.unit, view.skip(types.the, start)), match.start > start,
      view.symbol(match) == "d"
    {
      // "the weekend": the last one that has begun.
      var point = DatePoint(start..<match.end)
      point.isRelative = true
      point.resolved = anchor.map { $0.monday.adding(days: $0.weekday >= 5 ? 5 : -2).span(days: 2, .day) }
      return point
    }
    guard let last = view.phrase(types.last, start) else { return nil }
    let symbol = view.symbol(last)
    let shift = offset(symbol) ?? 9
    if let match = view.phrase(types.weekday, last.end), let weekday = match.number {
      var point = DatePoint(start..<match.end)
      point.isRelative = true
      if let date = datePart(view, at: match.end) {
        point = date
        point.weekday = weekday
        point.range = start..<date.range.upperBound
        return point
      }
      point.resolved = anchor.flatMap { day in
        switch shift {
        case -1: TimeRange(day: day.adding(days: -((day.weekday - weekday + 6) % 7 + 1)))
        case 0: TimeRange(day: day.monday.adding(days: weekday))
        case 1: TimeRange(day: day.monday.adding(days: 7 + weekday))
        default: nil
        }
      }
      return point
    }
    if let name = view.phrase(types.month, last.end), let month = name.number,
      view.capitalised(last.end) || view.phrase(types.monthUnsure, last.end) == nil
    {
      guard dayNumber(view, at: name.end) == nil else { return nil }
      var point = DatePoint(start..<name.end)
      point.isRelative = true
      point.resolved = anchor.flatMap { day in
        switch shift {
        case -1: CalendarDay.month(month, of: month < day.month ? day.year : day.year - 1)
        case 0: CalendarDay.month(month, of: day.year)
        default: CalendarDay.month(month, of: month > day.month ? day.year : day.year + 1)
        }
      }
      return point
    }
    if let match = view.phrase(types.season, last.end), let month = match.number {
      var point = DatePoint(start..<match.end)
      point.isRelative = true
      point.resolved = anchor.flatMap { day in
        CalendarDay.months(
          month, of: month + 2 < day.month || shift == 0 ? day.year : day.year - 1, count: 3, .quarter)
      }
      return point
    }
    if let unit = view.phrase(types.unit, last.end), let number = unit.number, symbol != "same" {
      return unitPoint(view, start: start, unit: unit, number: number, shift: shift, anchor: anchor)
    }
    if let length = plainLength(view, at: last.end), symbol == "last" || symbol == "next" {
      var point = DatePoint(start..<length.end)
      point.isRelative = true
      point.resolved = anchor.map { day in
        if symbol == "last" {
          let from = shifted(day, by: length, sign: -1)
          return TimeRange(start: from.second, end: day.second, precision: length.precision)
        }
        let to = shifted(day, by: length, sign: 1)
        return TimeRange(start: day.second + 86_400, end: to.second + 86_400, precision: length.precision)
      }
      return point
    }
    return nil
  }

  private func unitPoint(
    _ view: TokenView, start: Int, unit: PhraseMatch, number: Int, shift: Int, anchor: CalendarDay?
  ) -> DatePoint? {
    var point = DatePoint(start..<unit.end)
    point.isRelative = true
    guard let anchor else { return point }
    switch (view.symbol(unit), number) {
    case ("s", 86_400): point.resolved = anchor.unit(.day, offset: shift)
    case ("s", 604_800): point.resolved = anchor.unit(.week, offset: shift)
    case ("m", 1): point.resolved = anchor.unit(.month, offset: shift)
    case ("m", 3): point.resolved = anchor.unit(.quarter, offset: shift)
    case ("m", 12): point.resolved = anchor.unit(.year, offset: shift)
    case ("d", _): point.resolved = anchor.monday.adding(days: 7 * shift + 5).span(days: 2, .day)
    default: return nil
    }
    return point
  }

  /// A day moved by a length.
  func shifted(_ day: CalendarDay, by length: LengthReading, sign: Int) -> CalendarDay {
    day.adding(months: sign * length.months).adding(
      days: sign * Int(length.seconds.units / ExactNumber.scale / 86_400))
  }
}
