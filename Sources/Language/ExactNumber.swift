/// A decimal number with twelve places after the point, held exactly: counts, shares and money, never floating point.
public struct ExactNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Units of 10^-12.
  public let units: Int128
  static let scale: Int128 = 1_000_000_000_000

  public init(units: Int128) { self.units = units }
  public init(_ value: Int) { units = Int128(value) * Self.scale }

  public static let zero = ExactNumber(0)
  public static func < (a: Self, b: Self) -> Bool { a.units < b.units }
  public static func + (a: Self, b: Self) -> Self { Self(units: a.units + b.units) }
  public static func - (a: Self, b: Self) -> Self { Self(units: a.units - b.units) }

  /// This number times `numerator / denominator`, rounded towards zero at the twelfth place; nil on overflow.
  public func scaled(by numerator: Int, over denominator: Int = 1) -> ExactNumber? {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int128(numerator))
    guard !overflow, denominator != 0 else { return nil }
    return ExactNumber(units: product / Int128(denominator))
  }

  /// The product of two numbers, rounded towards zero; nil on overflow.
  public func multiplied(by other: ExactNumber) -> ExactNumber? {
    // Split one factor to keep the intermediate product in range.
    let whole = other.units / Self.scale
    let rest = other.units % Self.scale
    let (high, overflowHigh) = units.multipliedReportingOverflow(by: whole)
    let (low, overflowLow) = units.multipliedReportingOverflow(by: rest)
    guard !overflowHigh, !overflowLow else { return nil }
    let (sum, overflow) = high.addingReportingOverflow(low / Self.scale)
    return overflow ? nil : ExactNumber(units: sum)
  }

  /// Reads digits with an optional point (`1234.5`), without separators; nil if it is anything else or out of range.
  public init?(decimal text: some StringProtocol) {
    var value: Int128 = 0
    var places = -1
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if places >= 12 { continue }
        guard value < Int128.max / 100 else { return nil }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += 1
        if places >= 0 { places += 1 }
      case UInt8(ascii: "."):
        guard places < 0 else { return nil }
        places = 0
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    for _ in max(places, 0)..<12 {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = next
    }
    units = value
  }

  /// The whole number this is, or nil where it has a fraction or does not fit.
  public var integer: Int? { units % Self.scale == 0 ? Int(exactly: units / Self.scale) : nil }

  /// English digits with thousands separators and no trailing zeros: `184,200`, `0.00003`.
  public var description: String {
    let magnitude = units < 0 ? -units : units
    let whole = String(magnitude / Self.scale)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    var fraction = String(magnitude % Self.scale)
    fraction = String(repeating: "0", count: 12 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A set of numbers between two ends; a missing end is unbounded.
public struct NumberInterval: Sendable, Hashable, CustomStringConvertible {
  public var lower: ExactNumber?
  public var upper: ExactNumber?
  /// True where the end itself is not in the set.
  public var lowerOpen: Bool
  public var upperOpen: Bool

  public init(lower: ExactNumber?, upper: ExactNumber?, lowerOpen: Bool = false, upperOpen: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.lowerOpen = lowerOpen
    self.upperOpen = upperOpen
  }

  public init(exactly value: ExactNumber) { self.init(lower: value, upper: value) }

  public static let everything = NumberInterval(lower: nil, upper: nil)

  /// True if some number is in both.
  public func overlaps(_ other: NumberInterval) -> Bool { !isBelow(other) && !other.isBelow(self) }

  /// True if every number of this interval is smaller than every number of the other.
  public func isBelow(_ other: NumberInterval) -> Bool {
    guard let top = upper, let bottom = other.lower else { return false }
    return top < bottom || (top == bottom && (upperOpen || other.lowerOpen))
  }

  /// True if every number of this interval is in the other.
  public func isSubset(of other: NumberInterval) -> Bool {
    if let bottom = other.lower {
      guard let low = lower, low > bottom || (low == bottom && (!other.lowerOpen || lowerOpen)) else {
        return false
      }
    }
    if let top = other.upper {
      guard let high = upper, high < top || (high == top && (!other.upperOpen || upperOpen)) else {
        return false
      }
    }
    return true
  }

  /// `184,200`, `10,000 to 15,000`, `at least 12,000`, `more than 500`, `any number`.
  public var description: String {
    switch (lower, upper) {
    case (nil, nil): "any number"
    case (let low?, nil): "\(lowerOpen ? "more than" : "at least") \(low)"
    case (nil, let high?): "\(upperOpen ? "fewer than" : "at most") \(high)"
    case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
    }
  }
}
