/// Finds the amounts that a stretch of prose states: counts, shares, money, with their bounds and units.
///
/// Numbers that count nothing are left out: dates, times, versions, standards, identifiers, telephone numbers, ordinals.
public final class QuantityReader: Sendable {
  let vocabulary: Vocabulary
  let numbers: NumberReader
  let times: TimeReader
  let before: UInt32
  let after: UInt32
  let orEqual: UInt32
  let joins: UInt32
  let between: UInt32
  let from: UInt32
  let to: UInt32
  let or: UInt32
  let vague: UInt32
  let percent: UInt32
  let ratio: UInt32
  let multiple: UInt32
  let of: UInt32
  let determiner: UInt32
  let age: UInt32
  let ageAfter: UInt32
  let moneySign: UInt32
  let moneyUnit: UInt32
  let unit: UInt32
  let unitPlural: UInt32
  let unitMeasure: UInt32
  let unitStop: UInt32
  let label: UInt32
  let fixed: UInt32
  let plural: UInt32
  let afterStop: UInt32
  /// The classes that an amount can begin with.
  private let opening: IDFilter

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    numbers = NumberReader(vocabulary: vocabulary)
    times = TimeReader(vocabulary: vocabulary)
    before = vocabulary.type("quantity.before")
    after = vocabulary.type("quantity.after")
    orEqual = vocabulary.type("quantity.or_equal")
    joins = vocabulary.type("quantity.joins")
    between = vocabulary.type("quantity.between")
    from = vocabulary.type("quantity.from")
    to = vocabulary.type("quantity.to")
    or = vocabulary.type("quantity.or")
    vague = vocabulary.type("quantity.vague")
    percent = vocabulary.type("quantity.percent")
    ratio = vocabulary.type("quantity.ratio")
    multiple = vocabulary.type("quantity.times")
    of = vocabulary.type("quantity.of")
    determiner = vocabulary.type("quantity.determiner")
    age = vocabulary.type("quantity.age")
    ageAfter = vocabulary.type("quantity.age_after")
    moneySign = vocabulary.type("money.sign")
    moneyUnit = vocabulary.type("money.unit")
    unit = vocabulary.type("unit.count")
    unitPlural = vocabulary.type("unit.plural")
    unitMeasure = vocabulary.type("unit.measure")
    unitStop = vocabulary.type("unit.stop")
    label = vocabulary.type("number.label")
    fixed = vocabulary.type("number.pair")
    plural = vocabulary.type("number.plural")
    afterStop = vocabulary.type("quantity.after_stop")
    opening = vocabulary.types(inFamilies: ["quantity.", "number.", "money.", "unit.", "time."])
  }

  /// The amounts in a token range, in order, without overlaps.
  ///
  /// - Parameters:
  ///   - matches: the phrases of a range that holds `range`.
  ///   - times: what ``TimeReader`` found there, if it was asked before; its dates and lengths are no amounts.
  public func quantities(
    tokens: [Token], range: Range<Int>, matches: PhraseMatches, prose: [UInt8],
    times known: [TimeExpression]? = nil
  ) -> [Quantity] {
    let view = TokenView(tokens: tokens, range: range, matches: matches, vocabulary: vocabulary, prose: prose)
    let times =
      known ?? self.times.times(tokens: tokens, range: range, matches: matches, prose: prose, anchor: nil)
    var blocked = Array(repeating: false, count: range.count)
    for time in times where time.kind.holdsNumbers {
      for index in time.tokenRange.clamped(to: range) { blocked[index - range.lowerBound] = true }
    }
    var result: [Quantity] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if blocked[index - range.lowerBound] {
        index += 1
      } else if canOpen(view, at: index), let quantity = quantity(view, at: index) {
        let taken = quantity.tokenRange.clamped(to: range)
        if !quantity.numberRange.isEmpty,
          quantity.numberRange.contains(where: { blocked[$0 - range.lowerBound] })
        {
          index += 1
          continue
        }
        result.append(quantity)
        index = max(index + 1, taken.upperBound)
      } else {
        index = afterIdentifier(view, at: index)
      }
    }
    return result
  }

  /// Words open an amount only by their phrases.
  private func canOpen(_ view: TokenView, at index: Int) -> Bool {
    view.tokens[index].kind != .word || view.tokens[index].shape.contains(.mixed)
      || view.matches.mayHaveOne(of: opening, at: index)
  }

  // MARK: One amount

  private func quantity(_ view: TokenView, at start: Int) -> Quantity? {
    var cues: [Range<Int>] = []
    var modifier = Quantity.Modifier.plain
    var index = start
    while let cue = cue(view, at: index) {
      // A bound is stronger than an approximation, and the first bound counts.
      if modifier == .plain || modifier == .about || modifier == .only,
        !(cue.modifier == .about && modifier != .plain)
      {
        modifier = cue.modifier
      }
      cues.append(index..<cue.end)
      index = cue.end
    }
    if let found = span(view, start: start, at: index, cues: cues) { return found }
    if var found = single(view, start: start, at: index, modifier: modifier, cues: cues) {
      secondBound(view, &found)
      return found
    }
    return vague(view, at: start)
  }

  private func cue(_ view: TokenView, at index: Int) -> (modifier: Quantity.Modifier, end: Int)? {
    if let match = view.phrase(before, index) {
      return Quantity.Modifier(rawValue: view.symbol(match)).map { ($0, match.end) }
    }
    switch view.mark(index) {
    case UInt8(ascii: "~"): return (.about, index + 1)
    case UInt8(ascii: ">"):
      return view.mark(index + 1) == UInt8(ascii: "=") ? (.atLeast, index + 2) : (.moreThan, index + 1)
    case UInt8(ascii: "<"):
      return view.mark(index + 1) == UInt8(ascii: "=") ? (.atMost, index + 2) : (.lessThan, index + 1)
    case 1:
      // ≈ ≤ ≥
      let bytes = Array(view.bytes(index))
      guard bytes.count == 3, bytes[0] == 0xE2, bytes[1] == 0x89 else { return nil }
      switch bytes[2] {
      case 0x88: return (.about, index + 1)
      case 0xA4: return (.atMost, index + 1)
      case 0xA5: return (.atLeast, index + 1)
      default: return nil
      }
    default: return nil
    }
  }

  /// A number with the marks that belong to it.
  private struct Amount {
    var reading: NumberReading
    /// From a currency sign to a percent sign.
    var range: Range<Int>
    var measure: Quantity.Measure
    var value: ExactNumber
    var place: ExactNumber
  }

  private func amount(_ view: TokenView, at start: Int, joining: Bool = true) -> Amount? {
    var index = start
    var money = false
    if let sign = view.phrase(moneySign, index) {
      money = true
      index = sign.end
    }
    let fixedNumber = view.phrase(fixed, index)
    var read = numbers.number(view, at: index, joining: joining)
    if read == nil, let match = fixedNumber, let number = match.number {
      read = NumberReading(
        range: index..<match.end, value: ExactNumber(number), place: ExactNumber(1), hasWords: true)
    }
    guard var reading = read else { return nil }
    if !money { regroup(view, &reading) }
    if !money,
      isIdentifier(view, reading)
        || view.phrase(unitMeasure, reading.range.upperBound) != nil
          && view.phrase(after, reading.range.upperBound) == nil
    {
      return nil
    }
    var amount = Amount(
      reading: reading, range: start..<reading.range.upperBound, measure: money ? .money : .count,
      value: reading.value, place: reading.place)
    let end = reading.range.upperBound
    if let match = view.phrase(percent, end) {
      amount.range = start..<match.end
      amount.measure = .share
      amount.value = ExactNumber(units: reading.value.units / 100)
      let point = ExactNumber(1)
      amount.place = ExactNumber(units: (reading.place > point ? point : reading.place).units / 100)
    } else if let match = view.phrase(moneyUnit, end) {
      amount.measure = .money
      amount.range = start..<match.end
    } else if let match = view.phrase(multiple, end), !reading.isFraction {
      amount.measure = .multiple
      amount.range = start..<match.end
    } else if reading.isFraction, reading.value < ExactNumber(1) {
      amount.measure = .share
    } else if let match = view.phrase(ageAfter, end) {
      amount.measure = .age
      amount.range = start..<match.end
    }
    return amount
  }

  /// `184.200 people`: nobody counts thousandths of people, so the point groups digits.
  private func regroup(_ view: TokenView, _ reading: inout NumberReading) {
    guard reading.range.count == 1, !reading.hasWords, !reading.leadingZero,
      reading.place == ExactNumber.power(-3), (1...3).contains(reading.wholeDigits),
      reading.value >= ExactNumber(1),
      let unit = unitPhrase(view, after: reading.range.upperBound, single: false),
      unit.start - reading.range.upperBound <= 2, view.phrase(percent, reading.range.upperBound) == nil
    else { return }
    reading.value = ExactNumber(units: reading.value.units * 1000)
    reading.place = reading.value.lowestPlace
  }

  /// `between a and b`, `from a to b`, `a to b`, `a-b`, `two or three`.
  private func span(_ view: TokenView, start: Int, at index: Int, cues: [Range<Int>]) -> Quantity? {
    let opening = view.phrase(between, index)
    let origin = opening ?? view.phrase(from, index)
    let firstAt = origin?.end ?? index
    for joining in opening == nil ? [true] : [false, true] {
      guard let first = amount(view, at: firstAt, joining: joining) else { continue }
      var next = first.range.upperBound
      if opening != nil {
        guard let and = view.phrase(numbers.and, next) else { continue }
        next = and.end
      } else if let to = view.phrase(to, next) {
        next = to.end
      } else if view.joined(next), !view.afterSlash(next) {
        guard origin == nil || true else { continue }
      } else if view.mark(next) == UInt8(ascii: "-") {
        next += 1
      } else if origin == nil, first.reading.hasWords, let or = view.phrase(or, next),
        let few = first.value.integer, few < 10
      {
        next = or.end
      } else {
        continue
      }
      guard let second = amount(view, at: next) else { continue }
      var low = first.value
      var place = second.place
      // "10-15 million", "5 to 6 %", "$2-3 million": the end lends its scale and measure to the start.
      if first.measure == .count, second.measure == .share, first.reading.value < second.reading.value {
        low = ExactNumber(units: low.units / 100)
      } else if first.range.count == first.reading.range.count, first.reading.range.count == 1,
        low < ExactNumber(1000), second.reading.hasWords || second.reading.place >= ExactNumber(1000),
        let scaled = scaleOfEnd(view, second, low: low)
      {
        low = scaled
      }
      guard low < second.value,
        first.measure == second.measure || first.measure == .count || second.measure == .count
      else { continue }
      if first.reading.isPlain, second.reading.isPlain, origin == nil, view.joined(next),
        isCodePair(first.reading, second.reading, view)
      {
        continue
      }
      place = min(place, first.place)
      let end = second.range.upperBound
      var quantity = Quantity(
        tokenRange: start..<end, numberRange: firstAt..<end,
        measure: second.measure == .count ? first.measure : second.measure, modifier: .range,
        interval: NumberInterval(lower: low, upper: second.value), stated: nil, place: place, unit: "",
        cueRanges: cues + (origin.map { [index..<$0.end] } ?? []))
      attachUnit(view, &quantity, after: end)
      return quantity
    }
    return nil
  }

  /// `low` times the scale word that ends the second number of a range.
  private func scaleOfEnd(_ view: TokenView, _ second: Amount, low: ExactNumber) -> ExactNumber? {
    var factor = ExactNumber(1)
    let range = second.reading.range
    for index in range {
      if let match = view.phrase(numbers.scale, index), match.end <= range.upperBound,
        let number = match.number, index > range.lowerBound
      {
        factor = factor.scaled(by: number) ?? factor
      }
    }
    if let (_, letters) = view.leadingDigits(range.lowerBound),
      let number = view.number(of: letters, in: numbers.suffix)
    {
      factor = ExactNumber(number)
    } else if range.count > 1, view.isNumber(range.lowerBound),
      let number = view.phrase(numbers.suffix, range.lowerBound + 1)?.number
    {
      factor = ExactNumber(number)
    }
    guard factor > ExactNumber(1) else { return nil }
    return low.multiplied(by: factor)
  }

  private func single(
    _ view: TokenView, start: Int, at index: Int, modifier: Quantity.Modifier, cues: [Range<Int>]
  ) -> Quantity? {
    guard var amount = amount(view, at: index) else { return nil }
    var modifier = modifier
    var cues = cues
    if amount.measure == .count,
      let match = view.phrase(age, endingAt: index) ?? view.phrase(age, endingAt: start), match.start < index
    {
      amount.measure = .age
    }
    if amount.measure == .count, modifier == .plain, isYear(amount.reading),
      !hasUnit(view, after: amount.range.upperBound, single: false)
    {
      return nil
    }
    var base: ExactNumber?
    if amount.measure == .count, let whole = ratioBase(view, amount) {
      base = whole.value
      amount.measure = .share
      amount.place = ExactNumber(units: ExactNumber.scale / 20)
      if let share = share(of: amount.value, in: whole.value) {
        amount.value = share
        amount.place = ExactNumber(units: share.units / 10)
      }
      amount.range = amount.range.lowerBound..<whole.range.upperBound
    }
    var end = amount.range.upperBound
    if let match = view.phrase(after, end), amount.measure != .age, view.phrase(afterStop, end) == nil {
      if modifier == .plain || modifier == .about || modifier == .exactly || modifier == .only {
        modifier = Quantity.Modifier(rawValue: view.symbol(match)) ?? modifier
      }
      cues.append(end..<match.end)
      end = match.end
    } else if view.mark(end) == UInt8(ascii: "+"), !view.spaced(end) {
      modifier = .atLeast
      cues.append(end..<end + 1)
      end += 1
    } else if view.phrase(afterStop, end) == nil, let match = view.phrase(orEqual, end),
      modifier == .moreThan || modifier == .lessThan
    {
      modifier = modifier == .moreThan ? .atLeast : .atMost
      cues.append(end..<match.end)
      end = match.end
    }
    let (accepted, informative) = NumberAcceptance.interval(
      amount.value, place: amount.place, modifier: modifier, measure: amount.measure)
    var quantity = Quantity(
      tokenRange: start..<end, numberRange: amount.reading.range, measure: amount.measure, modifier: modifier,
      interval: accepted, informative: informative,
      stated: amount.value, place: amount.place, unit: "", ratioBase: base, cueRanges: cues)
    attachUnit(view, &quantity, after: end)
    if cues.isEmpty, quantity.measure == .count, isName(view, amount.reading, quantity) { return nil }
    // "12,000 people or more"
    if modifier == .plain, quantity.unitRange != nil,
      let match = view.phrase(after, quantity.tokenRange.upperBound),
      let late = Quantity.Modifier(rawValue: view.symbol(match))
    {
      let (accepted, informative) = NumberAcceptance.interval(
        amount.value, place: amount.place, modifier: late, measure: amount.measure)
      quantity.modifier = late
      quantity.interval = accepted
      quantity.informative = informative
      quantity.cueRanges.append(quantity.tokenRange.upperBound..<match.end)
      quantity.tokenRange = quantity.tokenRange.lowerBound..<match.end
    }
    return quantity
  }

  private func share(of part: ExactNumber, in whole: ExactNumber) -> ExactNumber? {
    guard let whole = whole.integer, whole > 0 else { return nil }
    return part.scaled(by: 1, over: whole)
  }

  /// `one in five`, `3 out of every 10`.
  private func ratioBase(_ view: TokenView, _ amount: Amount) -> NumberReading? {
    guard let match = view.phrase(ratio, amount.range.upperBound), let part = amount.value.integer, part > 0,
      part <= 1000 || match.end - match.start > 1,
      let whole = numbers.number(view, at: match.end), amount.value < whole.value, whole.value.integer != nil,
      !isYear(whole),
      match.end - match.start > 1 || part <= 10
    else { return nil }
    return whole
  }

  /// A second bound of the same amount: "more than 10 and less than 20".
  private func secondBound(_ view: TokenView, _ first: inout Quantity) {
    guard first.unitRange == nil, [.moreThan, .atLeast, .lessThan, .atMost].contains(first.modifier),
      let and = view.phrase(joins, first.tokenRange.upperBound), let cue = cue(view, at: and.end),
      let second = single(
        view, start: and.end, at: cue.end, modifier: cue.modifier, cues: [and.end..<cue.end]),
      second.measure == first.measure
    else { return }
    let low = first.interval.upper == nil ? first.interval : second.interval
    let high = first.interval.upper == nil ? second.interval : first.interval
    guard low.upper == nil, let bottom = low.lower, let top = high.upper, bottom < top else { return }
    first.interval = NumberInterval(
      lower: bottom, upper: top, lowerOpen: low.lowerOpen, upperOpen: high.upperOpen)
    first.modifier = .range
    first.informative = nil
    first.stated = nil
    first.tokenRange = first.tokenRange.lowerBound..<second.tokenRange.upperBound
    first.numberRange = first.numberRange.lowerBound..<second.numberRange.upperBound
    first.cueRanges += second.cueRanges
    first.unit = second.unit
    first.unitRange = second.unitRange
    first.baseRange = second.baseRange
  }
}
