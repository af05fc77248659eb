/// Finds times, periods and lengths of time in a stretch of prose.
///
/// Dates without a year take the year that puts them nearest before the anchor, the day on which the document was published;
/// numeric dates are month first unless that is impossible. What each phrase accepts follows `claims-and-comparison.md` 4.3.
public final class TimeReader: Sendable {
  let vocabulary: Vocabulary
  let numbers: NumberReader
  let types: TimeTypes

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    numbers = NumberReader(vocabulary: vocabulary)
    types = TimeTypes(vocabulary)
  }

  /// The expressions in a token range, in order, without overlaps.
  ///
  /// - Parameters:
  ///   - matches: the phrases of a range that holds `range`.
  ///   - anchor: the document's date; without it, relative times have no range.
  public func times(
    tokens: [Token], range: Range<Int>, matches: PhraseMatches, prose: [UInt8], anchor: CalendarDay?
  ) -> [TimeExpression] {
    let view = TokenView(tokens: tokens, range: range, matches: matches, vocabulary: vocabulary, prose: prose)
    var result: [TimeExpression] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if tokens[index].word == 0, tokens[index].kind != .number, !tokens[index].shape.contains(.mixed) {
        index += 1
        continue
      }
      // Words open an expression only by their phrases.
      if tokens[index].kind == .word, !tokens[index].shape.contains(.mixed),
        !matches.mayHaveOne(of: types.opening, at: index)
      {
        index += 1
        continue
      }
      if let skipped = view.phrase(types.skip, index), view.phrase(types.fast, index) == nil {
        index = skipped.end
      } else if let found = expression(view, at: index, anchor: anchor) {
        result.append(found)
        index = max(index + 1, found.tokenRange.upperBound)
      } else {
        index += 1
      }
    }
    return result
  }

  private func expression(_ view: TokenView, at index: Int, anchor: CalendarDay?) -> TimeExpression? {
    if let found = interval(view, at: index, anchor: anchor) { return found }
    if let found = bounded(view, at: index, anchor: anchor) { return found }
    if let lead = view.phrase(types.lead, index), view.phrase(types.the, lead.end) != nil,
      relative(view, at: lead.end, anchor: anchor) != nil
    {
      return bounded(view, at: lead.end, anchor: anchor)
    }
    if let found = length(view, at: index, anchor: anchor) { return found }
    if let found = vague(view, at: index, anchor: anchor) { return found }
    if let clock = clock(view, at: index) {
      return TimeExpression(tokenRange: index..<clock.end, kind: .clock)
    }
    return nil
  }

  // MARK: From one date to another

  /// `between May 5 and May 11`, `from 22 to 31 March`, `March 3-7, 2024`, `May 2023 to June 2023`.
  private func interval(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> TimeExpression? {
    let opening = view.phrase(types.between, start)
    let origin = opening ?? view.phrase(types.from, start)
    let firstAt = origin?.end ?? start
    guard
      var first = point(view, at: firstAt, anchor: anchor, inRange: origin != nil)
        ?? bareDay(view, at: firstAt)
    else { return nil }
    var next = first.range.upperBound
    if opening != nil {
      if let and = view.phrase(types.and, next) ?? view.phrase(types.to, next) {
        next = and.end
      } else if !view.joined(next) || view.afterSlash(next) {
        return nil
      }
    } else if let to = view.phrase(types.to, next), view.joined(next) == false {
      next = to.end
    } else if view.mark(next) == UInt8(ascii: "-") {
      next += 1
    } else if !(view.joined(next) && !view.afterSlash(next)) {
      return nil
    }
    guard var second = point(view, at: next, anchor: anchor, inRange: true) ?? bareDay(view, at: next) else {
      return nil
    }
    if first.isBareDay, second.isBareDay, let last = view.phrase(types.last, second.range.upperBound),
      let shift = offset(view.symbol(last)),
      let unit = view.phrase(types.unit, last.end), unit.number == 1, view.symbol(unit) == "m"
    {
      // "from 4 to 22 this month"
      guard let first = first.day, let last = second.day, first < last else { return nil }
      var expression = TimeExpression(tokenRange: start..<unit.end, kind: .relative)
      if let month = anchor?.unit(.month, offset: shift)?.start {
        expression.range = TimeRange(
          start: month + Int64(first - 1) * 86_400, end: month + Int64(last) * 86_400, precision: .day)
      }
      return expression
    }
    if second.isBareDay {
      guard first.month != nil, first.day != nil else { return nil }
      second.month = first.month
      // "March 3-7, 2024"
      if let (year, end) = trailingYear(view, at: second.range.upperBound, comma: true) {
        second.year = year
        second.range = second.range.lowerBound..<end
      } else {
        second.year = first.year
      }
    }
    if first.isBareDay {
      guard second.month != nil, second.day != nil else { return nil }
      first.month = second.month
    }
    if first.precision == .year, second.precision == .year, origin == nil, !view.joined(next),
      view.phrase(types.to, first.range.upperBound) == nil,
      view.mark(next - 1) != UInt8(ascii: "-")
    {
      return nil
    }
    if first.year == nil, first.resolved == nil, let year = second.year {
      first.year = year
      if let a = resolve(first, anchor: anchor)?.start, let b = resolve(second, anchor: anchor)?.start, a > b
      {
        first.year = year - 1
      }
    } else if second.year == nil, second.resolved == nil, let year = first.year {
      second.year = year
      if let a = resolve(first, anchor: anchor)?.start, let b = resolve(second, anchor: anchor)?.start, b < a
      {
        second.year = year + 1
      }
    }
    var expression = TimeExpression(tokenRange: start..<second.range.upperBound, kind: .period)
    if let origin { expression.cueRanges = [start..<origin.end] }
    expression.yearAssumed = second.year == nil && second.resolved == nil
    if let last = resolve(second, anchor: anchor) {
      var begin = resolve(first, anchor: anchor)
      if first.year == nil, first.resolved == nil, let end = last.start, let from = begin?.start, from > end {
        begin = resolve(first, anchor: CalendarDay(daysSince1970: Int(end / 86_400)))
      }
      if let begin, let from = begin.start, let to = last.end, from < to {
        expression.range = TimeRange(start: from, end: to, precision: max(begin.precision, last.precision))
      }
    }
    return expression
  }

  // MARK: One date with its bounds

  private func bounded(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> TimeExpression? {
    var modifier = TimeExpression.Modifier.plain
    var cues: [Range<Int>] = []
    var index = start
    while let match = view.phrase(types.bound, index),
      let found = TimeExpression.Modifier(rawValue: view.symbol(match))
    {
      if modifier == .plain || modifier == .about { modifier = found }
      cues.append(index..<match.end)
      index = match.end
    }
    guard let point = point(view, at: index, anchor: anchor, inRange: !cues.isEmpty) else { return nil }
    var end = point.range.upperBound
    var expression = TimeExpression(
      tokenRange: start..<end, kind: point.isRelative ? .relative : point.precision == .day ? .date : .period)
    var range = resolve(point, anchor: anchor)
    expression.yearAssumed = point.year == nil && point.resolved == nil
    if let weekday = point.weekday, point.day != nil, let start = range?.start, !expression.yearAssumed {
      expression.weekdayDisagrees = CalendarDay(daysSince1970: Int(start / 86_400)).weekday != weekday
    }
    if let match = view.phrase(types.onwards, end) {
      modifier = .since
      cues.append(end..<match.end)
      end = match.end
    }
    if let part = point.part, modifier == .plain { modifier = part }
    if let time = point.clock, let second = range?.start {
      range = TimeRange(
        start: second + time.second, end: second + time.second + time.length,
        precision: time.length >= 3600 ? .hour : .minute)
    }
    expression.tokenRange = start..<end
    expression.modifier = modifier
    expression.cueRanges = cues + point.cues
    expression.range = range.map { apply(modifier, to: $0) }
    return expression
  }

  private func apply(_ modifier: TimeExpression.Modifier, to range: TimeRange) -> TimeRange {
    switch modifier {
    case .about: range.widened
    case .before, .by, .until: TimeRange(start: nil, end: range.end, precision: range.precision)
    case .since: TimeRange(start: range.start, end: nil, precision: range.precision)
    case .after: TimeRange(start: range.end, end: nil, precision: range.precision)
    default: range
    }
  }

  // MARK: Words without a number

  private func vague(_ view: TokenView, at index: Int, anchor: CalendarDay?) -> TimeExpression? {
    func hours(_ number: Int) -> NumberInterval {
      NumberInterval(lower: .zero, upper: ExactNumber(number * 3600))
    }
    if let match = view.phrase(types.fast, index) {
      var result = TimeExpression(
        tokenRange: index..<match.end, kind: .fast, duration: hours(match.number ?? 72))
      result.speed = view.symbol(match)
      result.cueRanges = [result.tokenRange]
      addEvent(view, &result)
      return result
    }
    if let match = view.phrase(types.brief, index) {
      return TimeExpression(tokenRange: index..<match.end, kind: .brief, duration: hours(match.number ?? 24))
    }
    if let match = view.phrase(types.recent, index) {
      var result = TimeExpression(tokenRange: index..<match.end, kind: .recent)
      if let anchor {
        result.range = TimeRange(
          start: anchor.adding(days: -(match.number ?? 30)).second, end: anchor.second + 86_400,
          precision: .day)
      }
      return result
    }
    for (type, kind) in [
      (types.soon, TimeExpression.Kind.soon), (types.long, .long), (types.ongoing, .ongoing),
      (types.now, .asOf),
    ] {
      if let match = view.phrase(type, index) {
        var result = TimeExpression(tokenRange: index..<match.end, kind: kind)
        if kind == .asOf, let anchor { result.range = TimeRange(day: anchor) }
        return result
      }
    }
    return nil
  }

  /// Reads "of discovery", "after becoming aware" after a delay.
  func addEvent(_ view: TokenView, _ expression: inout TimeExpression) {
    let end = expression.tokenRange.upperBound
    let index = view.skip(types.after, end)
    guard index > end || expression.kind == .fast,
      let match = view.phrase(types.event, view.skip(types.the, index)) ?? view.phrase(types.event, index)
    else {
      return
    }
    expression.event = view.symbol(match)
    expression.cueRanges.append(end..<match.end)
    expression.tokenRange = expression.tokenRange.lowerBound..<match.end
  }
}

/// Ids of the lexicon classes for times.
final class TimeTypes: Sendable {
  let month, monthUnsure, weekday, weekdayUnsure, unit, plural, lead, some, whole, ago, last, day, part, half,
    quarter: UInt32
  let season, bound, onwards, between, from, to, and, on, the, of, yearOf, yearBefore, noon, halfDay, zone,
    oClock: UInt32
  let skip, every, notLength, filler, or, counted: UInt32
  let fast, recent, soon, brief, long, ongoing, now, event, after, ordinal, ordinalSuffix, cue, cueAfter,
    article: UInt32
  /// All of these and the classes of numbers: what an expression can begin with.
  let opening: IDFilter

  init(_ vocabulary: Vocabulary) {
    month = vocabulary.type("time.month")
    monthUnsure = vocabulary.type("time.month_unsure")
    weekday = vocabulary.type("time.weekday")
    weekdayUnsure = vocabulary.type("time.weekday_unsure")
    unit = vocabulary.type("time.unit")
    plural = vocabulary.type("time.plural")
    lead = vocabulary.type("time.for")
    some = vocabulary.type("time.some")
    whole = vocabulary.type("time.whole")
    ago = vocabulary.type("time.ago")
    last = vocabulary.type("time.last")
    day = vocabulary.type("time.day")
    part = vocabulary.type("time.part")
    half = vocabulary.type("time.half")
    quarter = vocabulary.type("time.quarter")
    season = vocabulary.type("time.season")
    bound = vocabulary.type("time.bound")
    onwards = vocabulary.type("time.onwards")
    between = vocabulary.type("time.between")
    from = vocabulary.type("time.from")
    to = vocabulary.type("time.to")
    and = vocabulary.type("time.and")
    on = vocabulary.type("time.on")
    the = vocabulary.type("time.the")
    of = vocabulary.type("time.of")
    yearOf = vocabulary.type("time.year_of")
    yearBefore = vocabulary.type("time.year_before")
    noon = vocabulary.type("time.noon")
    halfDay = vocabulary.type("time.half_day")
    zone = vocabulary.type("time.zone")
    oClock = vocabulary.type("time.o_clock")
    notLength = vocabulary.type("time.not_length")
    filler = vocabulary.type("time.filler")
    or = vocabulary.type("quantity.or")
    counted = vocabulary.type("unit.count")
    skip = vocabulary.type("time.skip")
    every = vocabulary.type("time.every")
    fast = vocabulary.type("time.fast")
    recent = vocabulary.type("time.recent")
    soon = vocabulary.type("time.soon")
    brief = vocabulary.type("time.brief")
    long = vocabulary.type("time.long")
    ongoing = vocabulary.type("time.ongoing")
    now = vocabulary.type("time.now")
    event = vocabulary.type("time.event")
    after = vocabulary.type("time.after")
    ordinal = vocabulary.type("number.ordinal")
    ordinalSuffix = vocabulary.type("number.ordinal_suffix")
    cue = vocabulary.type("quantity.before")
    cueAfter = vocabulary.type("quantity.after")
    article = vocabulary.type("number.article")
    opening = vocabulary.types(inFamilies: ["time.", "number.", "quantity.", "unit."])
  }
}
