/// An amount that prose states, as the set of numbers that would make it true.
public struct Quantity: Sendable, Hashable {
  /// What the number measures.
  public enum Measure: String, Sendable {
    /// Things counted, whole or not.
    case count
    /// A part of a whole, as a number from 0 to 1 (`5 %` is 0.05).
    case share
    /// An amount of money; the currency is not read.
    case money
    /// How many times as much.
    case multiple
    /// Years of life.
    case age
  }

  /// How the number is put.
  public enum Modifier: String, Sendable, CaseIterable {
    /// As it stands.
    case plain
    case exactly
    /// As it stands, with a word that makes it small: "only 12".
    case only
    case about
    case atLeast, moreThan, atMost, lessThan
    /// Close below: "nearly 5,000".
    case almost
    /// Between two numbers.
    case range
    /// A plural without a number: "thousands", "tens of thousands".
    case indefinitePlural
    /// A few: "a handful", "several".
    case few
    /// A small share: "a limited number of".
    case small
    /// Some share below the whole: "a subset of", "some".
    case part
    case many, majority, nearlyAll, all
    /// Zero in words: "no", "none".
    case none
    /// Said not to be known.
    case unknown
  }

  /// Half-open token range of the amount with its cues and, where one follows, its unit.
  public var tokenRange: Range<Int>
  /// Half-open token range of the number alone; empty for amounts without one.
  public var numberRange: Range<Int>
  public var measure: Measure
  public var modifier: Modifier
  /// The numbers that make the statement true; shares are from 0 to 1.
  public var interval: NumberInterval
  /// Where the statement is true but misleads outside: the window just above "more than n", just below "up to n".
  public var informative: NumberInterval?
  /// A wider set that is let pass: "thousands" from 1,200.
  public var tolerated: NumberInterval?
  /// The number as it is written, scaled (`2.9 million` is 2,900,000; `5 %` is 0.05); nil for amounts without one.
  public var stated: ExactNumber?
  /// Place value of the last significant digit of ``stated``.
  public var place: ExactNumber?
  /// Key of what is counted, as fact sheets name it (`people`, `accounts`, …); empty if nothing known follows.
  public var unit: String
  /// Half-open token range of the unit's phrase.
  public var unitRange: Range<Int>?
  /// For shares, the phrase that says of what: "of our customers", half-open.
  public var baseRange: Range<Int>?
  /// The whole that a ratio names: 5 in "one in 5".
  public var ratioBase: ExactNumber?
  /// Half-open token ranges of the words that set the modifier.
  public var cueRanges: [Range<Int>]

  /// True where the interval is one of shares.
  public var isPercent: Bool { measure == .share }
}

/// The arithmetic of statements: which true numbers a stated number accepts.
///
/// After `claims-and-comparison.md` 4.1, calibrated there on 311 breach reports with exact counts.
public enum NumberAcceptance {
  /// The accepted numbers, and for one-sided bounds the window in which they inform.
  ///
  /// - Parameters:
  ///   - value: the number as stated.
  ///   - place: place value of its last significant digit.
  public static func interval(
    _ value: ExactNumber, place: ExactNumber, modifier: Quantity.Modifier, measure: Quantity.Measure = .count
  )
    -> (accepted: NumberInterval, informative: NumberInterval?)
  {
    let one = ExactNumber(1)
    func percent(_ number: Int) -> ExactNumber { value.scaled(by: number, over: 100) ?? value }
    func floor(_ number: ExactNumber) -> ExactNumber { max(number, .zero) }
    switch modifier {
    case .about:
      let reach = min(max(place, percent(5)), percent(10))
      return (NumberInterval(lower: floor(value - reach), upper: value + reach), nil)
    case .moreThan, .atLeast:
      let open = modifier == .moreThan
      let window = NumberInterval(lower: value, upper: value + max(place, percent(10)), lowerOpen: open)
      return (NumberInterval(lower: value, upper: nil, lowerOpen: open), window)
    case .atMost:
      let window = NumberInterval(lower: floor(value - max(place, percent(20))), upper: value)
      return (NumberInterval(lower: .zero, upper: value, lowerOpen: true), window)
    case .lessThan: return (NumberInterval(lower: .zero, upper: value, upperOpen: true), nil)
    case .almost: return (NumberInterval(lower: floor(value - place), upper: value), nil)
    case .exactly: return (NumberInterval(exactly: value), nil)
    default:
      // A number that is not round is exact; whole shares keep the reach of their digits.
      if measure == .count, place == one { return (NumberInterval(exactly: value), nil) }
      if measure == .share, value == one || value == .zero { return (NumberInterval(exactly: value), nil) }
      let lower = NumberInterval(lower: floor(value - place.half), upper: value + place, upperOpen: true)
      return (lower, nil)
    }
  }
}
