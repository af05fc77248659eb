/// Digits as they are written, with separators.
struct NumberText {
  var value: ExactNumber
  /// Digits after the decimal mark.
  var places: Int
  /// Zeros that end a number without decimal places.
  var trailingZeros: Int
  /// Digits before the decimal mark.
  var wholeDigits: Int
  var grouped: Bool
  var leadingZero: Bool

  /// Reads English digits (`184,200`, `2.9`, `.5`) and those of other countries where they can be nothing else
  /// (`1.234.567`, `1.111,11`, `5,00`). Nil for versions, addresses and lists (`1.2.3`, `10.0.0.1`, `22,24,26`).
  init?(_ bytes: ArraySlice<UInt8>) {
    let comma = UInt8(ascii: ",")
    let point = UInt8(ascii: ".")
    var commas = 0
    var points = 0
    var lastMark: UInt8 = 0
    var groups: [Int] = [0]
    var marks: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 48...57: groups[groups.count - 1] += 1
      case comma, point:
        if byte == comma { commas += 1 } else { points += 1 }
        lastMark = byte
        marks.append(byte)
        groups.append(0)
      default: return nil
      }
    }
    guard bytes.count <= 36, groups.last ?? 0 > 0 else { return nil }
    let threes = groups.dropFirst().allSatisfy { $0 == 3 } && (1...3).contains(groups[0])
    var decimals = 0
    var separated = false
    switch (commas, points) {
    case (0, 0): break
    case (_, 0):
      if threes {
        separated = true
      } else if commas == 1, groups[0] > 0, groups[1] <= 2 {
        decimals = groups[1]
      } else {
        return nil
      }
    case (0, 1): decimals = groups[1]
    case (0, _):
      guard threes, groups.count != 4 else { return nil }
      separated = true
    default:
      // Both: the last mark is the decimal one, and the others group.
      let inner = groups.dropFirst().dropLast()
      guard marks.dropLast().allSatisfy({ $0 != lastMark }), inner.allSatisfy({ $0 == 3 }),
        (1...3).contains(groups[0])
      else {
        return nil
      }
      decimals = groups.last ?? 0
      separated = true
    }
    var units: Int128 = 0
    var seen = 0
    var zeros = 0
    let total = groups.reduce(0, +)
    guard total - decimals <= 24 else { return nil }
    var scale = ExactNumber.scale
    for byte in bytes where byte >= 48 && byte <= 57 {
      seen += 1
      if seen <= total - decimals {
        units = units * 10 + Int128(byte - 48)
        zeros = byte == 48 ? zeros + 1 : 0
      } else if scale > 1 {
        scale /= 10
        units = units * 10 + Int128(byte - 48)
      }
      if seen > 26 { return nil }
    }
    value = ExactNumber(units: units * scale)
    places = decimals
    trailingZeros = decimals > 0 || units == 0 ? 0 : zeros
    wholeDigits = total - decimals
    grouped = separated
    leadingZero = bytes.first == 48 && wholeDigits > 1
  }
}

/// A number found in the tokens.
struct NumberReading {
  /// Half-open token range.
  var range: Range<Int>
  var value: ExactNumber
  /// Place value of the last significant digit, after scaling.
  var place: ExactNumber
  /// True for halves, thirds and the like.
  var isFraction = false
  /// True if words take part.
  var hasWords = false
  /// True for a run of digits without separators, scale or decimal mark.
  var isPlain = false
  var wholeDigits = 0
  var leadingZero = false
}

extension ExactNumber {
  /// The greatest power of ten that divides a whole number, 1 for zero; for others the place of the last digit.
  var lowestPlace: ExactNumber {
    guard units != 0 else { return ExactNumber(1) }
    var place: Int128 = 1
    while units % (place * 10) == 0, place < Int128(1) << 100 { place *= 10 }
    return ExactNumber(units: place)
  }

  /// `10^exponent` for exponents from -12 to 24.
  static func power(_ exponent: Int) -> ExactNumber {
    var units: Int128 = 1
    for _ in 0..<max(0, min(exponent + 12, 36)) { units *= 10 }
    return ExactNumber(units: units)
  }

  var half: ExactNumber { ExactNumber(units: units / 2) }
}
