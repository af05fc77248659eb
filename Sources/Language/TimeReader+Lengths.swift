/// A length of time as it is written.
struct LengthReading {
  var start: Int
  var end: Int
  var months = 0
  /// Everything below months, in seconds.
  var seconds = ExactNumber.zero
  /// The smallest unit stated, in seconds: how exact the length is.
  var step = ExactNumber(1)
  var precision = TimeRange.Precision.day
  /// The least and greatest number of the unit for "a few", "several".
  var few: (low: Int, high: Int)?
  /// True if the number is only an article: "a year".
  var isArticle = false

  /// Average length of a Gregorian month in seconds.
  static let month = 2_629_746

  var total: ExactNumber { seconds + ExactNumber(months * Self.month) }
}

extension TimeReader {
  // MARK: Lengths with a number

  /// `three months`, `58 hours`, `2 years and 3 months`, `an hour and a half`, `half a day`, `24-hour`, `several weeks`.
  func plainLength(_ view: TokenView, at start: Int) -> LengthReading? {
    guard var result = part(view, at: start) else { return nil }
    var index = result.end
    while result.few == nil {
      var next = index
      if view.mark(next) == UInt8(ascii: ",") { next += 1 }
      next = view.skip(numbers.and, next)
      // "an hour and a half"
      if next > index, let half = view.phrase(numbers.half, view.skip(types.article, next)),
        view.phrase(types.unit, view.skip(types.article, half.end)) == nil
      {
        let step = result.step
        result.step = step.half
        if step == ExactNumber(LengthReading.month) {
          // Half a month is fifteen days, as people count.
          result.seconds = result.seconds + ExactNumber(15 * 86_400)
        } else {
          add(seconds: step.half, to: &result)
        }
        result.end = half.end
        break
      }
      if result.step == ExactNumber(3600), let minutes = numbers.number(view, at: next, joining: false),
        let number = minutes.value.integer, number < 60,
        !view.isWord(minutes.range.upperBound), !view.isNumber(minutes.range.upperBound),
        view.mark(next - 1) != UInt8(ascii: ",")
      {
        // "1 hour thirty"
        result.seconds = result.seconds + ExactNumber(number * 60)
        result.step = ExactNumber(60)
        result.end = minutes.range.upperBound
        break
      }
      guard let more = part(view, at: next), more.step < result.step, more.few == nil,
        !more.isArticle || next > index
      else { break }
      result.months += more.months
      result.seconds = result.seconds + more.seconds
      result.step = more.step
      result.precision = min(result.precision, more.precision)
      result.end = more.end
      index = more.end
    }
    return result
  }

  /// Half years and half months are kept as months where they are whole.
  private func add(seconds: ExactNumber, to result: inout LengthReading) {
    let month = ExactNumber(LengthReading.month)
    if seconds.units % month.units == 0 {
      result.months += Int(seconds.units / month.units)
    } else {
      result.seconds = result.seconds + seconds
    }
  }

  private func part(_ view: TokenView, at start: Int) -> LengthReading? {
    var result = LengthReading(start: start, end: start)
    var value = ExactNumber(1)
    var index = start
    if let (end, suffix) = view.leadingDigits(start),
      let text = NumberText(view.prose[Int(view.tokens[start].start)..<end])
    {
      // "3day", "3.5years"
      let word = suffix.map { $0 | 32 }
      guard let unit = unitEntry(view, word) else { return nil }
      result.end = start + 1
      return fill(
        &result, value: text.value, symbol: unit.symbol, number: unit.number, decimals: text.places > 0)
    }
    let some = view.phrase(types.some, index)
    if let some, view.phrase(types.unit, some.end) != nil {
      let high = some.number ?? 10
      result.few = (high >= 20 ? 3 : 2, high == 2 ? 3 : high)
      index = some.end
    } else if let reading = numbers.number(view, at: index),
      !isYearLike(reading) || view.phrase(types.unit, reading.range.upperBound) != nil
    {
      value = reading.value
      index = reading.range.upperBound
      if reading.isFraction || reading.hasWords && reading.value.integer == nil {
        index = view.skip(numbers.of, index)
        index = view.skip(types.article, index)
      }
      // "two additional weeks", "3 full days", "one and two quarters of hour"
      if view.phrase(types.unit, index) == nil, view.phrase(types.unit, index + 1) != nil, view.isWord(index),
        view.phrase(types.filler, index) != nil
      {
        index += 1
      }
    } else if let whole = view.phrase(types.whole, index) {
      result.isArticle = true
      index = whole.end
      if let half = view.phrase(numbers.half, index) {
        value = ExactNumber(1).half
        index = half.end
      }
    } else {
      return nil
    }
    if view.mark(index) == UInt8(ascii: "-") { index += 1 }
    guard let unit = view.phrase(types.unit, index), let number = unit.number else { return nil }
    let symbol = view.symbol(unit)
    // "a second" is more often "another one", and so is "a quarter".
    if result.isArticle, symbol == "s" && number == 1 || symbol == "m" && number == 3 { return nil }
    if value == ExactNumber(1), symbol == "s", number == 1, !view.isNumber(start),
      view.phrase(types.ordinal, index) != nil, view.phrase(types.plural, index) == nil,
      result.isArticle
    {
      return nil
    }
    // "thirty years old" is no length.
    if view.phrase(types.notLength, unit.end) != nil { return nil }
    result.end = unit.end
    return fill(&result, value: value, symbol: symbol, number: number, decimals: value.integer == nil)
  }

  private func isYearLike(_ reading: NumberReading) -> Bool { reading.isPlain && reading.wholeDigits == 4 }

  private func unitEntry(_ view: TokenView, _ bytes: [UInt8]) -> (symbol: String, number: Int)? {
    let word = vocabulary.word(String(decoding: bytes, as: UTF8.self))
    var result: (String, Int)?
    vocabulary.entries(at: vocabulary.step(0, word)) { entry in
      if entry.type == types.unit, let number = entry.number {
        result = (vocabulary.tables.string(entry.symbol), number)
      }
    }
    return result
  }

  private func fill(
    _ result: inout LengthReading, value: ExactNumber, symbol: String, number: Int, decimals: Bool
  ) -> LengthReading? {
    switch symbol {
    case "s":
      guard let seconds = value.scaled(by: number) else { return nil }
      result.seconds = seconds
      result.step = ExactNumber(number)
      result.precision =
        number >= 604_800 ? .week : number >= 86_400 ? .day : number >= 3600 ? .hour : .minute
    case "m":
      guard let months = value.scaled(by: number) else { return nil }
      let whole = Int(months.units / ExactNumber.scale)
      guard whole < 100_000 else { return nil }
      result.months = whole
      let rest = months - ExactNumber(whole)
      // Half a month is fifteen days, as people count.
      if rest > .zero { result.seconds = rest.scaled(by: 30 * 86_400) ?? .zero }
      result.step = ExactNumber(number * LengthReading.month)
      result.precision = number >= 12 ? .year : number == 3 ? .quarter : .month
    default: return nil
    }
    if decimals { result.step = ExactNumber(units: result.step.units / 2) }
    return result
  }

  // MARK: Lengths as expressions

  /// A length with its cues: `for more than three months`, `within 72 hours of discovery`, `two weeks ago`, `for weeks`.
  func length(_ view: TokenView, at start: Int, anchor: CalendarDay?) -> TimeExpression? {
    var cues: [Range<Int>] = []
    var index = start
    var lead = ""
    if let match = view.phrase(types.lead, index) {
      lead = view.symbol(match)
      cues.append(index..<match.end)
      index = match.end
    }
    var modifier = Quantity.Modifier.plain
    while let match = view.phrase(types.cue, index),
      let found = Quantity.Modifier(rawValue: view.symbol(match)), !isWhole(view, at: index)
    {
      if modifier == .plain || modifier == .about || modifier == .only { modifier = found }
      cues.append(index..<match.end)
      index = match.end
    }
    index = view.skip(types.the, index)
    if let range = lengthRange(view, start: start, at: index, cues: cues) { return range }
    guard let length = plainLength(view, at: index) else {
      return bareplural(view, start: start, at: index, lead: lead, cues: cues, anchor: anchor)
    }
    if let often = frequency(view, start: start, at: index, length: length) { return often }
    if let ago = view.phrase(types.ago, length.end), lead.isEmpty || lead == "for" {
      return agoExpression(
        view, start: start, length: length, ago: ago, modifier: modifier, cues: cues, anchor: anchor)
    }
    if length.isArticle, lead.isEmpty, start > view.range.lowerBound, !view.joined(index),
      view.phrase(types.article, index) != nil
    {
      return nil
    }
    var result = TimeExpression(tokenRange: start..<length.end, kind: lead == "within" ? .latency : .duration)
    if lead == "in", modifier == .plain {
      result.tokenRange = index..<length.end
      cues.removeAll { $0.upperBound <= index }
    }
    if let after = view.phrase(types.cueAfter, length.end), modifier == .plain || modifier == .about {
      modifier = Quantity.Modifier(rawValue: view.symbol(after)) ?? modifier
      cues.append(length.end..<after.end)
      result.tokenRange = result.tokenRange.lowerBound..<after.end
    }
    result.bound = modifier
    result.cueRanges = cues
    if length.few == nil {
      result.stated = CalendarDuration(
        months: length.months, seconds: Int64(clamping: length.seconds.units / ExactNumber.scale))
    }
    result.duration = accepted(length, modifier: modifier, latency: lead == "within")
    addEvent(view, &result)
    if !result.event.isEmpty, result.kind == .duration, modifier == .lessThan || modifier == .atMost {
      result.kind = .latency
    }
    return result
  }

  /// "all day", "the full year": the word makes the unit one of it.
  private func isWhole(_ view: TokenView, at index: Int) -> Bool {
    guard let match = view.phrase(types.whole, index) else { return false }
    return view.phrase(types.unit, match.end) != nil
  }

  /// `every 90 days`, `24 hours a day`: how often, not how long.
  private func frequency(_ view: TokenView, start: Int, at index: Int, length: LengthReading)
    -> TimeExpression?
  {
    let every = view.phrase(types.every, endingAt: index)
    let article = view.skip(types.article, length.end)
    let per = article > length.end ? view.phrase(types.unit, article) : nil
    guard every != nil || per != nil else { return nil }
    var result = TimeExpression(
      tokenRange: (every?.start ?? start)..<(per?.end ?? length.end), kind: .frequency)
    if every != nil {
      result.duration = accepted(length, modifier: .plain, latency: false)
      result.stated = CalendarDuration(
        months: length.months, seconds: Int64(clamping: length.seconds.units / ExactNumber.scale))
    }
    return result
  }

  /// Accepted seconds: half a unit to either side, and bounds as for counts.
  private func accepted(_ length: LengthReading, modifier: Quantity.Modifier, latency: Bool) -> NumberInterval
  {
    let total = length.total
    if let few = length.few {
      return NumberInterval(lower: length.step.scaled(by: few.low), upper: length.step.scaled(by: few.high))
    }
    if latency { return NumberInterval(lower: .zero, upper: total, upperOpen: modifier == .lessThan) }
    switch modifier {
    case .plain, .only, .exactly:
      return NumberInterval(
        lower: max(.zero, total - length.step.half), upper: total + length.step.half, upperOpen: true)
    default: return NumberAcceptance.interval(total, place: length.step, modifier: modifier).accepted
    }
  }

  /// `two to three weeks`, `between 30 and 60 days`, `24-48 hours`.
  private func lengthRange(_ view: TokenView, start: Int, at index: Int, cues: [Range<Int>])
    -> TimeExpression?
  {
    let opening = view.phrase(types.between, index)
    guard let first = numbers.number(view, at: opening?.end ?? index, joining: false) else { return nil }
    var next = first.range.upperBound
    let unitBefore = view.phrase(types.unit, next)
    if let unitBefore { next = unitBefore.end }
    if opening != nil, let and = view.phrase(types.and, next) {
      next = and.end
    } else if let to = view.phrase(types.to, next) ?? view.phrase(types.or, next) {
      next = to.end
    } else if view.mark(next) == UInt8(ascii: "-") {
      next += 1
    } else if !view.joined(next) || view.afterSlash(next) {
      return nil
    }
    guard let second = part(view, at: next), second.few == nil, !second.isArticle else { return nil }
    var low = LengthReading(start: index, end: next)
    let unit = unitBefore ?? view.phrase(types.unit, second.end - 1)
    guard let unit, let number = unit.number,
      let filled = fill(&low, value: first.value, symbol: view.symbol(unit), number: number, decimals: false),
      filled.total < second.total
    else { return nil }
    var result = TimeExpression(tokenRange: start..<second.end, kind: .duration)
    result.bound = .range
    result.duration = NumberInterval(lower: filled.total, upper: second.total)
    result.cueRanges = cues
    return result
  }

  /// `two weeks ago`, `three days later`.
  private func agoExpression(
    _ view: TokenView, start: Int, length: LengthReading, ago: PhraseMatch, modifier: Quantity.Modifier,
    cues: [Range<Int>], anchor: CalendarDay?
  ) -> TimeExpression {
    var result = TimeExpression(tokenRange: start..<ago.end, kind: .relative)
    result.bound = modifier
    result.cueRanges = cues + [length.end..<ago.end]
    result.stated = CalendarDuration(
      months: length.months, seconds: Int64(clamping: length.seconds.units / ExactNumber.scale))
    guard length.few == nil, let anchor else { return result }
    let sign = view.symbol(ago) == "before" ? -1 : 1
    let day = shifted(anchor, by: length, sign: sign)
    switch length.precision {
    case .month, .week: result.range = TimeRange(day: day)
    case .year: result.range = day.unit(.year, offset: 0)
    default: result.range = TimeRange(day: day)
    }
    switch modifier {
    case .about: result.range = result.range?.widened
    case .moreThan, .atLeast: result.range?.start = nil
    default: break
    }
    return result
  }

  /// `for weeks`: a plural without a number, with the widest it may mean.
  private func bareplural(
    _ view: TokenView, start: Int, at index: Int, lead: String, cues: [Range<Int>], anchor: CalendarDay?
  ) -> TimeExpression? {
    let match = view.phrase(types.plural, index)
    guard let match, let unit = match.number else { return nil }
    let ago = view.phrase(types.ago, match.end)
    guard !lead.isEmpty && lead != "in" && start < index || ago != nil else { return nil }
    var fields: [Int] = [0]
    for byte in view.symbol(match).utf8 {
      if byte == UInt8(ascii: "-") {
        fields.append(0)
      } else if byte >= 48, byte <= 57 {
        fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - 48)
      }
    }
    guard fields.count == 3 else { return nil }
    var result = TimeExpression(
      tokenRange: start..<(ago?.end ?? match.end), kind: ago == nil ? .duration : .relative)
    result.bound = .indefinitePlural
    result.cueRanges = cues
    let top = fields[2] == 0 ? nil : ExactNumber(fields[2] * unit)
    result.duration = NumberInterval(lower: ExactNumber(fields[1] * unit), upper: top, upperOpen: true)
    if lead == "within" {
      result.kind = .latency
      result.duration?.lower = .zero
      addEvent(view, &result)
    }
    return result
  }
}
