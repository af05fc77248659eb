extension QuantityReader {
  // MARK: Units and wholes

  func hasUnit(_ view: TokenView, after end: Int, single: Bool) -> Bool {
    unitPhrase(view, after: end, single: single) != nil
  }

  /// The unit that follows a number within seven words: "184,200 current and former customers". Of several nouns the last is
  /// counted ("700 user accounts"), and after anything but one a noun in the singular only describes ("no customer data").
  func unitPhrase(_ view: TokenView, after end: Int, single: Bool) -> PhraseMatch? {
    var index = end
    let limit = min(view.range.upperBound, end + 8)
    while index < limit {
      if let match = view.phrase(unitPlural, index) ?? view.phrase(unit, index) {
        let next = match.end
        let possessive = isPossessive(view, at: next)
        let compound =
          view.phrase(unit, next) != nil || view.phrase(unitPlural, next) != nil || view.joined(next)
        if !possessive, !compound, single || isPlural(view, match) { return match }
        index = possessive ? next + 1 : next
        continue
      }
      guard
        view.isWord(index)
          || view.isNumber(index) && index > end && view.bytes(index).contains(UInt8(ascii: "."))
      else { return nil }
      if view.phrase(unitStop, index) != nil, !view.joined(index), !view.joined(index + 1) { return nil }
      index += 1
    }
    return nil
  }

  /// `'s` or an apostrophe straight after a noun, with a word after it.
  private func isPossessive(_ view: TokenView, at index: Int) -> Bool {
    guard view.range.contains(index), !view.spaced(index), view.isWord(index + 1) else { return false }
    if view.mark(index) == UInt8(ascii: "'") { return true }
    guard view.isWord(index), let first = view.bytes(index).first else { return false }
    return first == UInt8(ascii: "'") || first == 0xE2
  }

  /// True if the phrase's last word ends like a plural.
  private func isPlural(_ view: TokenView, _ match: PhraseMatch) -> Bool {
    if match.type == unitPlural { return true }
    let word = view.bytes(match.end - 1)
    return (word.last ?? 0) | 32 == UInt8(ascii: "s") && (word.dropLast().last ?? 0) | 32 != UInt8(ascii: "s")
  }

  /// True for numbers that are part of a name ("Capital One", "Office 365") or a pronoun ("one of them").
  func isName(_ view: TokenView, _ reading: NumberReading, _ quantity: Quantity) -> Bool {
    let start = reading.range.lowerBound
    let value = reading.value.integer
    if quantity.unitRange == nil, reading.hasWords, reading.range.count == 1, value == 0 || value == 1 {
      return true
    }
    let before = start - 1
    guard before > view.range.lowerBound, view.isWord(before),
      view.capitalised(before) || view.tokens[before].shape.contains(.mixed)
    else {
      return false
    }
    if reading.hasWords {
      return quantity.unitRange == nil && view.capitalised(start) && reading.range.count == 1
    }
    // "AIMSweb 1.0 accounts"
    if value == nil || view.bytes(start).contains(UInt8(ascii: ".")) { return reading.range.count == 1 }
    return reading.isPlain && quantity.unitRange == nil
  }

  /// Adds the unit that follows, and for shares the whole.
  func attachUnit(_ view: TokenView, _ quantity: inout Quantity, after end: Int) {
    guard quantity.measure != .money, quantity.measure != .age else { return }
    var index = end
    var base: Int?
    if let match = view.phrase(of, index) {
      base = index
      index = match.end
    }
    while let match = view.phrase(determiner, index) { index = match.end }
    if quantity.ratioBase != nil, base == nil { base = end }
    let one =
      quantity.measure == .count
      && (quantity.stated == ExactNumber(1) && base == nil || quantity.modifier == .none)
      || quantity.modifier == .all
    guard let match = unitPhrase(view, after: index, single: one) else { return }
    quantity.unit = view.symbol(match)
    quantity.unitRange = match.start..<match.end
    quantity.tokenRange = quantity.tokenRange.lowerBound..<match.end
    if let base, quantity.measure == .share { quantity.baseRange = base..<match.end }
  }

  // MARK: Amounts without a number

  /// "a limited number of customers", "hundreds of thousands", "several", "most of our users".
  func vague(_ view: TokenView, at start: Int) -> Quantity? {
    if let found = indefinite(view, at: start) { return found }
    guard let match = view.phrase(vague, start),
      let modifier = Quantity.Modifier(rawValue: view.symbol(match))
    else { return nil }
    var quantity = Quantity(
      tokenRange: start..<match.end, numberRange: start..<start, measure: .share, modifier: modifier,
      interval: .everything, unit: "",
      cueRanges: [start..<match.end])
    let number = match.number ?? 0
    let bound = ExactNumber(units: ExactNumber.scale / 1000 * Int128(number))
    let one = ExactNumber(1)
    switch modifier {
    case .few:
      quantity.measure = .count
      let low = number >= 20 ? 3 : 2
      quantity.interval = NumberInterval(lower: ExactNumber(low), upper: ExactNumber(number))
    case .small: quantity.interval = NumberInterval(lower: .zero, upper: bound, lowerOpen: true)
    case .part:
      quantity.interval = NumberInterval(lower: .zero, upper: bound, lowerOpen: true)
      quantity.tolerated = NumberInterval(lower: .zero, upper: one, lowerOpen: true, upperOpen: true)
    case .majority: quantity.interval = NumberInterval(lower: bound, upper: one, lowerOpen: number == 500)
    case .many, .nearlyAll: quantity.interval = NumberInterval(lower: bound, upper: one)
    case .all: quantity.interval = NumberInterval(exactly: one)
    case .none:
      quantity.measure = .count
      quantity.interval = NumberInterval(exactly: .zero)
    default: quantity.measure = .count
    }
    let end = match.end
    attachUnit(view, &quantity, after: end)
    // Short words like "some", "all" and "no" speak of an amount only before something that can be counted.
    guard quantity.unitRange != nil || match.end - match.start > 1 else { return nil }
    if quantity.measure == .share, quantity.unitRange != nil {
      quantity.baseRange = start..<quantity.tokenRange.upperBound
    }
    return quantity
  }

  /// "dozens", "thousands", "tens of thousands", "hundreds of millions".
  private func indefinite(_ view: TokenView, at start: Int) -> Quantity? {
    var cues: [Range<Int>] = []
    var index = start
    while let match = view.phrase(before, index) ?? view.phrase(vague, index),
      view.phrase(plural, index) == nil, match.end - match.start < 3
    {
      cues.append(index..<match.end)
      index = match.end
    }
    guard let match = view.phrase(plural, index), var base = match.number.map({ ExactNumber($0) }) else {
      return nil
    }
    let first = index
    var end = match.end
    while let of = view.phrase(of, end), let next = view.phrase(plural, of.end), let number = next.number,
      let product = base.scaled(by: number)
    {
      base = product
      end = next.end
    }
    // "tens" alone and "scores" of a game say nothing.
    guard match.number != 10 || end > match.end else { return nil }
    guard match.number != 20 || view.phrase(of, end) != nil else { return nil }
    let top =
      match.number == 12 && end == match.end
      ? base.scaled(by: 10) : match.number == 20 ? base.scaled(by: 10) : base.scaled(by: 10)
    var quantity = Quantity(
      tokenRange: start..<end, numberRange: first..<end, measure: .count, modifier: .indefinitePlural,
      interval: NumberInterval(lower: base.scaled(by: 2), upper: top, upperOpen: true), unit: "",
      cueRanges: cues + [first..<end])
    if match.number == 12 || match.number == 20 {
      quantity.interval.upperOpen = false
    } else {
      quantity.tolerated = NumberInterval(lower: base.scaled(by: 12, over: 10), upper: top, upperOpen: true)
    }
    attachUnit(view, &quantity, after: end)
    return quantity
  }

  // MARK: Numbers that count nothing

  /// 1900 to 2099, written without a separator.
  func isYear(_ reading: NumberReading) -> Bool {
    guard reading.isPlain, reading.wholeDigits == 4, let year = reading.value.integer else { return false }
    return (1900...2099).contains(year)
  }

  /// True for `140-2`, `800-555`: two numbers that a hyphen joins and that are no range.
  func isCodePair(_ first: NumberReading, _ second: NumberReading, _ view: TokenView) -> Bool {
    first.leadingZero || second.leadingZero
      || view.joined(second.range.upperBound) && view.isNumber(second.range.upperBound)
      || first.wholeDigits == 3 && second.wholeDigits == 4
        && !hasUnit(view, after: second.range.upperBound, single: false)
  }

  /// True for numbers that name something: versions, standards, codes, list markers, ordinals.
  func isIdentifier(_ view: TokenView, _ reading: NumberReading) -> Bool {
    let start = reading.range.lowerBound
    let end = reading.range.upperBound
    if view.mark(start - 1) == UInt8(ascii: "#") && !view.spaced(start) { return true }
    let word = start - 1
    if view.joined(start), !(view.isNumber(word) && !view.afterSlash(start)),
      view.phrase(numbers.cardinal, word) == nil,
      view.leadingDigits(word) == nil, view.phrase(to, endingAt: start) == nil
    {
      return true
    }
    // "256-bit", "24/7"
    if view.joined(end), !view.isNumber(end) || view.afterSlash(end), !reading.isFraction,
      view.phrase(unit, end) == nil,
      view.leadingDigits(end) == nil, view.phrase(numbers.cardinal, end) == nil
    {
      return true
    }
    if view.joined(start), view.afterSlash(start) { return true }
    // "1-800-555-0199"
    if view.joined(end), view.isNumber(end), view.joined(end + 1), view.isNumber(end + 1) { return true }
    if view.phrase(label, endingAt: start) != nil, view.phrase(before, endingAt: start) == nil { return true }
    guard !reading.hasWords else { return false }
    // "(800) 555-0199"
    if view.mark(word) == UInt8(ascii: "("), view.mark(end) == UInt8(ascii: ")"), view.isNumber(end + 1),
      view.joined(end + 2)
    {
      return true
    }
    if view.mark(word) == UInt8(ascii: ")"), view.isNumber(word - 1),
      view.mark(word - 2) == UInt8(ascii: "("), view.bytes(word - 1).count == 3
    {
      return true
    }
    if reading.leadingZero { return true }
    if start == view.range.lowerBound, reading.isPlain, reading.wholeDigits <= 2,
      view.mark(end) == UInt8(ascii: ")") || view.mark(end) == UInt8(ascii: "."),
      end + 1 < view.range.upperBound
    {
      return true
    }
    if view.mark(end) == UInt8(ascii: ":"), view.isNumber(end + 1), !view.spaced(end + 1) { return true }

    // "No. 5"
    if view.mark(word) == UInt8(ascii: "."), view.phrase(label, endingAt: word) != nil { return true }
    // A name in capitals before a plain number: "SCP 173", "ISO 27001".
    if view.isWord(word), view.tokens[word].shape.contains(.capitals), reading.isPlain,
      !hasUnit(view, after: end, single: false)
    {
      return true
    }
    return false
  }

  /// The token after an identifier that is joined from several, else the next token.
  func afterIdentifier(_ view: TokenView, at index: Int) -> Int {
    var next = index + 1
    if view.isNumber(index) || view.tokens[index].shape.contains(.capitals) {
      while view.joined(next), view.isNumber(next) { next += 1 }
    }
    return next
  }
}
