import Language

/// A number as a sheet states it.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
  public enum Bound: String, Sendable, Hashable, CaseIterable {
    case exact, about
    case atLeast = "at_least"
    case atMost = "at_most"
    case moreThan = "more_than"
    case fewerThan = "fewer_than"
    case range
  }

  /// The numbers it can be, as written: `about` is the number itself and is widened by whoever compares.
  public var interval: NumberInterval
  public var bound: Bound
  /// True for a share, `6%`; the interval then holds 6.
  public var isPercent: Bool
  /// True where the number is approximate besides its bound (`~100%`, a range given as `about`).
  public var isApproximate: Bool

  public init(interval: NumberInterval, bound: Bound, isPercent: Bool = false, isApproximate: Bool = false) {
    self.interval = interval
    self.bound = bound
    self.isPercent = isPercent
    self.isApproximate = isApproximate || bound == .about
  }

  /// Reads `12000`, `~12000`, `>=12000`, `<=500`, `>500`, `<50`, `10000..15000`, each with or without `%`.
  public init?(_ source: some StringProtocol) {
    var text = Substring(source).trimmed
    var approximate = false
    if text.first == "~" {
      approximate = true
      text = text.dropFirst().trimmed
    }
    var percent = false
    if text.last == "%" {
      percent = true
      text = text.dropLast().trimmed
    }
    func number(_ text: Substring) -> ExactNumber? { ExactNumber(decimal: text.trimmed) }
    if let dots = text.firstDots {
      var low = text[..<dots.lowerBound]
      if low.trimmed.last == "%" { low = low.trimmed.dropLast() }
      guard let lower = number(low), let upper = number(text[dots.upperBound...]), lower <= upper else {
        return nil
      }
      self.init(
        interval: NumberInterval(lower: lower, upper: upper), bound: .range, isPercent: percent,
        isApproximate: approximate)
      return
    }
    let bounds: [(String, Bound)] = [
      (">=", .atLeast), ("<=", .atMost), (">", .moreThan), ("<", .fewerThan),
      ("", approximate ? .about : .exact),
    ]
    guard let (mark, bound) = bounds.first(where: { text.hasPrefix($0.0) }),
      let value = number(text.dropFirst(mark.count))
    else { return nil }
    self.init(
      interval: Self.interval(value, bound), bound: bound, isPercent: percent, isApproximate: approximate)
  }

  static func interval(_ value: ExactNumber, _ bound: Bound) -> NumberInterval {
    switch bound {
    case .exact, .about, .range: NumberInterval(exactly: value)
    case .atLeast: NumberInterval(lower: value, upper: nil)
    case .atMost: NumberInterval(lower: nil, upper: value)
    case .moreThan: NumberInterval(lower: value, upper: nil, lowerOpen: true)
    case .fewerThan: NumberInterval(lower: nil, upper: value, upperOpen: true)
    }
  }

  /// The same number under a `bound` key.
  func with(bound: Bound) -> Quantity {
    guard let value = interval.lower ?? interval.upper else { return self }
    if self.bound == .range {
      return Quantity(interval: interval, bound: .range, isPercent: isPercent, isApproximate: bound == .about)
    }
    return Quantity(
      interval: Self.interval(value, bound), bound: bound, isPercent: isPercent, isApproximate: isApproximate)
  }

  /// The interval, widened on both sides by a share of each end where the number is approximate.
  public func interval(tolerancePercent: Int) -> NumberInterval {
    guard isApproximate else { return interval }
    var wide = interval
    if let low = interval.lower { wide.lower = low.scaled(by: 100 - tolerancePercent, over: 100) ?? low }
    if let high = interval.upper { wide.upper = high.scaled(by: 100 + tolerancePercent, over: 100) ?? high }
    return wide
  }

  /// `about 12,000`, `at least 500`, `6%`.
  public var description: String {
    (isApproximate ? "about " : "") + interval.description + (isPercent ? "%" : "")
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    var rest = self
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
      rest.unicodeScalars.removeFirst()
    }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
      rest.unicodeScalars.removeLast()
    }
    return rest
  }

  /// The first `..` in it.
  var firstDots: Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == ".", next < endIndex, self[next] == "." { return index..<self.index(after: next) }
      index = next
    }
    return nil
  }
}
