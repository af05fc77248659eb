/// Reads cardinal numbers and fractions in digits, words or both: `184,200`, `2.9 million`, `1.5m`, `two hundred and five
/// thousand`, `one and a half million`, `three quarters`, `3/4`.
final class NumberReader: Sendable {
  let cardinal: UInt32
  let scale: UInt32
  let plural: UInt32
  let suffix: UInt32
  let half: UInt32
  let denominator: UInt32
  let denominators: UInt32
  let article: UInt32
  let and: UInt32
  let point: UInt32
  let of: UInt32
  let beforeOne: UInt32

  init(vocabulary: Vocabulary) {
    cardinal = vocabulary.type("number.cardinal")
    scale = vocabulary.type("number.scale")
    plural = vocabulary.type("number.plural")
    suffix = vocabulary.type("number.suffix")
    half = vocabulary.type("number.half")
    denominator = vocabulary.type("number.denominator")
    denominators = vocabulary.type("number.denominators")
    article = vocabulary.type("number.article")
    and = vocabulary.type("number.and")
    point = vocabulary.type("number.point")
    of = vocabulary.type("quantity.of")
    beforeOne = vocabulary.type("number.before_one")
  }

  /// A group such as `two hundred and five thousand`.
  private struct Term {
    var value: ExactNumber
    var end: Int
    /// The last scale word, 1 if there was none.
    var scale = ExactNumber(1)
    /// Place of the last written decimal, scaled; nil without decimals.
    var decimalPlace: ExactNumber?
    var hasWords = false
    var isPlain = false
    var wholeDigits = 0
    var leadingZero = false
  }

  /// The number that begins at a token. `joining` lets `and` bind two groups: "one thousand and five".
  func number(_ view: TokenView, at start: Int, joining: Bool = true) -> NumberReading? {
    if let fraction = leadingFraction(view, at: start) { return fraction }
    guard !isPronoun(view, at: start) else { return nil }
    guard let first = term(view, at: start) else { return slashOrGlyph(view, at: start) }
    if let fraction = slashed(view, first: first, at: start) { return fraction }
    var total = first.value
    var end = first.end
    var last = first
    while last.scale > ExactNumber(1) {
      let bound = joining ? view.skip(and, end) : end
      guard let next = term(view, at: bound), next.end > bound, next.value < last.scale,
        !next.isPlain || bound == end,
        next.hasWords || bound == end && view.spaced(bound), bound == end || first.hasWords,
        view.phrase(article, bound) == nil
      else { break }
      // The group after "and" must not be the start of a fraction: "two and three quarters".
      if denominatorPhrase(view, at: next.end, count: next.value) != nil { break }
      total = total + next.value
      end = next.end
      last = next
    }
    var reading = NumberReading(range: start..<end, value: total, place: place(of: total, last))
    reading.hasWords = first.hasWords || last.hasWords
    reading.isPlain = first.isPlain && end == first.end
    reading.wholeDigits = first.wholeDigits
    reading.leadingZero = first.leadingZero
    if let whole = denominatorPhrase(view, at: end, count: total), !reading.isPlain || whole.number != 4 {
      return fraction(view, start: start, count: total, whole: whole)
    }
    return restated(view, mixed(view, reading, last: last) ?? reading)
  }

  /// "this one", "which one": no number.
  private func isPronoun(_ view: TokenView, at start: Int) -> Bool {
    view.phrase(cardinal, start)?.number == 1 && view.phrase(beforeOne, endingAt: start) != nil
      && view.phrase(scale, start + 1) == nil
  }

  /// `forty-five (45)`: the same number again in brackets.
  private func restated(_ view: TokenView, _ reading: NumberReading) -> NumberReading {
    let open = reading.range.upperBound
    guard view.mark(open) == UInt8(ascii: "("), !reading.isFraction, let again = term(view, at: open + 1),
      again.value == reading.value, view.mark(again.end) == UInt8(ascii: ")")
    else { return reading }
    var result = reading
    result.range = reading.range.lowerBound..<again.end + 1
    return result
  }

  private func place(of value: ExactNumber, _ last: Term) -> ExactNumber {
    if let place = last.decimalPlace { return place }
    let lowest = value.lowestPlace
    // With a scale word the zeros before it were written on purpose: "20 million" is good to a million.
    return last.scale >= ExactNumber(1000) && lowest > last.scale
      ? ExactNumber(units: lowest.units / 10) : lowest
  }

  // MARK: Groups

  private func term(_ view: TokenView, at start: Int) -> Term? {
    guard var term = base(view, at: start) else { return nil }
    if let match = view.phrase(scale, term.end), match.number == 100 {
      scaleUp(&term, by: 100, to: match.end)
      term.scale = ExactNumber(100)
      let bound = view.skip(and, term.end)
      if let rest = belowHundred(view, at: bound), view.phrase(scale, rest.end)?.number != 100,
        denominatorPhrase(view, at: rest.end, count: rest.value) == nil || bound == term.end
      {
        term.value = term.value + rest.value
        term.end = rest.end
        term.scale = ExactNumber(1)
        term.decimalPlace = nil
      }
    }
    while let match = view.phrase(scale, term.end), let number = match.number, number != 100,
      term.value.scaled(by: number) != nil
    {
      scaleUp(&term, by: number, to: match.end)
      term.scale = ExactNumber(number)
    }
    if term.hasWords, term.decimalPlace == nil, view.phrase(point, term.end) != nil {
      spokenDecimals(view, &term)
    }
    return term
  }

  private func scaleUp(_ term: inout Term, by number: Int, to end: Int) {
    guard let scaled = term.value.scaled(by: number) else { return }
    term.value = scaled
    term.decimalPlace = term.decimalPlace.flatMap { $0.scaled(by: number) }
    term.end = end
    term.hasWords = true
    term.isPlain = false
  }

  private func belowHundred(_ view: TokenView, at index: Int) -> Term? {
    if let value = view.digits(index), value > 0, value < 100 {
      return Term(value: ExactNumber(value), end: index + 1, isPlain: true)
    }
    guard let word = words(view, at: index), word.value < ExactNumber(100) else { return nil }
    return word
  }

  /// Tens and units in words.
  private func words(_ view: TokenView, at index: Int) -> Term? {
    guard let match = view.phrase(cardinal, index), let number = match.number else { return nil }
    var term = Term(value: ExactNumber(number), end: match.end, hasWords: true)
    var after = term.end
    // "fifty - two"
    if number >= 20, view.mark(after) == UInt8(ascii: "-"), view.phrase(cardinal, after + 1) != nil {
      after += 1
    }
    guard let next = view.phrase(cardinal, after), let unit = next.number else { return term }
    if number >= 20, (1...9).contains(unit) {
      term.value = ExactNumber(number + unit)
      term.end = next.end
    } else if (1...9).contains(number), unit >= 10, after == term.end, let rest = words(view, at: after) {
      // "one twenty two"
      term.value = ExactNumber(number * 100) + rest.value
      term.end = rest.end
    }
    return term
  }

  private func base(_ view: TokenView, at index: Int) -> Term? {
    guard view.range.contains(index) else { return nil }
    if let term = digits(view, at: index) { return term }
    if view.phrase(article, index) != nil, let match = view.phrase(scale, index + 1),
      view.phrase(plural, index + 1) == nil || match.number == 12
    {
      return Term(value: ExactNumber(1), end: index + 1, hasWords: true)
    }
    if view.phrase(scale, index) != nil, view.phrase(plural, index) == nil {
      return Term(value: ExactNumber(1), end: index, hasWords: true)
    }
    guard var term = words(view, at: index) else { return nil }
    if view.phrase(point, term.end) != nil { spokenDecimals(view, &term) }
    return term
  }

  /// `zero point zero three`
  private func spokenDecimals(_ view: TokenView, _ term: inout Term) {
    var index = term.end + 1
    var places = 0
    var value = term.value
    while places < 10 {
      var digits = 0
      var width = 1
      var end = index + 1
      if let number = view.digits(index), places == 0 {
        digits = number
        width = view.bytes(index).count
      } else if let word = words(view, at: index), let number = word.value.integer, number < 100 {
        digits = number
        width = number < 10 ? 1 : 2
        end = word.end
      } else {
        break
      }
      places += width
      value = value + ExactNumber(units: ExactNumber.power(-places).units * Int128(digits))
      index = end
    }
    guard places > 0 else { return }
    term.value = value
    term.end = index
    term.decimalPlace = ExactNumber.power(-places)
  }

  private func digits(_ view: TokenView, at index: Int) -> Term? {
    if view.mark(index) == UInt8(ascii: "."), view.isNumber(index + 1), !view.spaced(index + 1),
      view.spaced(index) || view.mark(index - 1) != 0,
      let text = NumberText(view.bytes(index + 1)), text.places == 0
    {
      let places = text.wholeDigits
      let scaled = ExactNumber(units: text.value.units / max(1, ExactNumber.power(places - 12).units))
      return Term(value: scaled, end: index + 2, decimalPlace: ExactNumber.power(-places))
    }
    if let (end, letters) = view.leadingDigits(index) {
      guard let number = view.number(of: letters, in: suffix), number > 0,
        let text = NumberText(view.prose[Int(view.tokens[index].start)..<end])
      else { return nil }
      var term = Term(value: text.value, end: index + 1, wholeDigits: text.wholeDigits)
      if text.places > 0 { term.decimalPlace = ExactNumber.power(-text.places) }
      scaleUp(&term, by: number, to: index + 1)
      term.scale = ExactNumber(number)
      return term
    }
    guard view.isNumber(index), let text = NumberText(view.bytes(index)) else { return nil }
    var term = Term(
      value: text.value, end: index + 1, isPlain: !text.grouped && text.places == 0,
      wholeDigits: text.wholeDigits)
    term.leadingZero = text.leadingZero
    if text.places > 0 { term.decimalPlace = ExactNumber.power(-text.places) }
    if term.isPlain { spacedGroups(view, &term) }
    if term.isPlain, view.phrase(point, term.end) != nil, view.isNumber(term.end + 1) {
      spokenDecimals(view, &term)
    }
    if let match = view.phrase(suffix, term.end), let number = match.number, view.isWord(term.end),
      view.bytes(term.end).count <= 2,
      !view.joined(term.end), view.phrase(scale, term.end) == nil
    {
      scaleUp(&term, by: number, to: match.end)
      term.scale = ExactNumber(number)
    }
    if view.mark(term.end) == 1, let fraction = glyph(view, at: term.end), !view.spaced(term.end) {
      // 1½
      term.value = term.value + fraction.value
      term.end += 1
      term.isPlain = false
      term.decimalPlace = ExactNumber.power(-2)
    }
    return term
  }

  /// `184 200`: groups of three digits with single spaces between.
  private func spacedGroups(_ view: TokenView, _ term: inout Term) {
    guard term.wholeDigits <= 3, !term.leadingZero, term.value.units != 0 else { return }
    var index = term.end
    while view.isNumber(index), view.spaced(index), view.bytes(index).count == 3,
      let group = view.digits(index),
      !view.joined(index + 1), let scaled = term.value.scaled(by: 1000)
    {
      term.value = scaled + ExactNumber(group)
      term.isPlain = false
      index += 1
    }
    term.end = index
  }

  // MARK: Fractions

  private func denominatorPhrase(_ view: TokenView, at index: Int, count: ExactNumber) -> PhraseMatch? {
    if count == ExactNumber(1), let match = view.phrase(half, index) ?? view.phrase(denominator, index) {
      return match
    }
    guard let match = view.phrase(denominators, index), count != ExactNumber(0) else { return nil }
    return match
  }

  /// `half`, `a half`, `half a million`, `a quarter of`, `quarter million`.
  private func leadingFraction(_ view: TokenView, at start: Int) -> NumberReading? {
    let index = view.skip(article, start)
    guard let whole = view.phrase(half, index) ?? view.phrase(denominator, index) else { return nil }
    if whole.number != 2 {
      // "a third" is a fraction only of something; a bare "third" is an ordinal.
      let scaled = view.phrase(scale, whole.end) != nil && whole.number == 4
      guard scaled || index > start && view.phrase(of, whole.end) != nil else { return nil }
    } else if view.joined(whole.end), view.phrase(scale, whole.end) == nil {
      return nil
    }
    return fraction(view, start: start, count: ExactNumber(1), whole: whole)
  }

  private func fraction(_ view: TokenView, start: Int, count: ExactNumber, whole: PhraseMatch)
    -> NumberReading?
  {
    guard let number = whole.number, number > 0, var value = count.scaled(by: 1, over: number) else {
      return nil
    }
    var end = whole.end
    // "half a million", "three quarters of a million", "half million".
    var index = view.skip(of, end)
    index = view.skip(article, index)
    while let match = view.phrase(scale, index), let factor = match.number,
      view.phrase(plural, index) == nil || index == end
    {
      guard let scaled = count.scaled(by: factor, over: number) else { break }
      value = scaled
      end = match.end
      index = match.end
      break
    }
    return NumberReading(
      range: start..<end, value: value, place: ExactNumber(units: value.units / 10), isFraction: true,
      hasWords: true)
  }

  /// `one and a half`, `two and three quarters million`, `one million and a half`.
  private func mixed(_ view: TokenView, _ reading: NumberReading, last: Term) -> NumberReading? {
    guard let joint = view.phrase(and, reading.range.upperBound) else { return nil }
    let index = view.skip(article, joint.end)
    var part: ExactNumber?
    var end = index
    if let whole = view.phrase(half, index) ?? (view.phrase(denominator, index)), let number = whole.number,
      index > joint.end || number == 2 || number == 4
    {
      part = ExactNumber(1).scaled(by: 1, over: number)
      end = whole.end
    } else if let count = words(view, at: index),
      let whole = denominatorPhrase(view, at: count.end, count: count.value) ?? quarters(view, at: count.end),
      let number = whole.number
    {
      part = count.value.scaled(by: 1, over: number)
      end = whole.end
    }
    guard let part else { return nil }
    var value = reading.value
    if let match = view.phrase(scale, end), let factor = match.number {
      guard let scaled = part.scaled(by: factor) else { return nil }
      if last.scale > ExactNumber(factor) {
        value = value + scaled
      } else {
        guard let whole = value.scaled(by: factor) else { return nil }
        value = whole + scaled
      }
      end = match.end
    } else {
      guard let scaled = part.multiplied(by: last.scale) else { return nil }
      value = value + scaled
    }
    var result = NumberReading(
      range: reading.range.lowerBound..<end, value: value, place: ExactNumber(units: value.units / 10))
    if let scale = part.multiplied(by: last.scale) { result.place = scale }
    result.hasWords = true
    return result
  }

  /// "quarter" after a number above one: "one and three quarter hours".
  private func quarters(_ view: TokenView, at index: Int) -> PhraseMatch? {
    guard let match = view.phrase(denominator, index), match.number == 4 else { return nil }
    return match
  }

  /// `3/4` of digits.
  private func slashed(_ view: TokenView, first: Term, at start: Int) -> NumberReading? {
    guard first.isPlain, view.afterSlash(start + 1), first.end == start + 1, let top = view.digits(start),
      let bottom = view.digits(start + 1),
      top > 0, bottom > top, bottom <= 100, !view.joined(start), !view.joined(start + 2)
    else { return nil }
    guard let value = ExactNumber(top).scaled(by: 1, over: bottom) else { return nil }
    return NumberReading(
      range: start..<start + 2, value: value, place: ExactNumber(units: value.units / 10), isFraction: true)
  }

  private func slashOrGlyph(_ view: TokenView, at start: Int) -> NumberReading? {
    guard let value = glyph(view, at: start)?.value else { return nil }
    return NumberReading(
      range: start..<start + 1, value: value, place: ExactNumber(units: value.units / 10), isFraction: true)
  }

  /// ¼ ½ ¾
  private func glyph(_ view: TokenView, at index: Int) -> (value: ExactNumber, end: Int)? {
    guard view.mark(index) == 1 else { return nil }
    let bytes = Array(view.bytes(index))
    guard bytes.count == 2, bytes[0] == 0xC2, (0xBC...0xBE).contains(bytes[1]) else { return nil }
    let quarters = [1, 2, 3][Int(bytes[1] - 0xBC)]
    return ExactNumber(quarters).scaled(by: 1, over: 4).map { ($0, index + 1) }
  }
}
