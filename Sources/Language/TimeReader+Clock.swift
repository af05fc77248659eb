extension TimeReader {
  /// A time of day: `18:00 UTC`, `5:30 p.m.`, `10 am ET`, `noon`. Seconds since midnight UTC, and the length of the unit
  /// stated.
  func clock(_ view: TokenView, at start: Int) -> (second: Int64, length: Int64, end: Int)? {
    guard view.range.contains(start) else { return nil }
    var minutes = 0
    var length: Int64 = 60
    var end = start
    if let match = view.phrase(types.noon, start) {
      minutes = 720
      return withZone(view, minutes: minutes, length: length, end: match.end)
    }
    guard view.isNumber(start) || view.tokens[start].shape.contains(.mixed), !view.joined(start) else {
      return nil
    }
    if let hour = view.digits(start), hour <= 24, view.bytes(start).count <= 2 {
      end = start + 1
      if view.mark(end) == UInt8(ascii: ":"), !view.spaced(end), !view.spaced(end + 1) {
        if let minute = view.digits(end + 1), minute < 60, view.bytes(end + 1).count == 2 {
          minutes = hour * 60 + minute
          end += 2
          if view.mark(end) == UInt8(ascii: ":"), view.digits(end + 1) != nil { end += 2 }
          return withHalf(view, minutes: minutes, length: length, end: end, needed: false)
        }
        guard let (cut, suffix) = view.leadingDigits(end + 1),
          let add = view.number(of: suffix, in: types.halfDay)
        else { return nil }
        var minute = 0
        for byte in view.prose[Int(view.tokens[end + 1].start)..<cut]
        where byte >= 48 && byte <= 57 && minute < 60 { minute = minute * 10 + Int(byte - 48) }
        return withZone(view, minutes: hour % 12 * 60 + minute + add, length: length, end: end + 2)
      }
      guard hour <= 12 else { return nil }
      length = 3600
      return withHalf(view, minutes: hour * 60, length: length, end: end, needed: true)
    }
    guard let (cut, suffix) = view.leadingDigits(start), let add = view.number(of: suffix, in: types.halfDay)
    else { return nil }
    var hour = 0
    for byte in view.prose[Int(view.tokens[start].start)..<cut] {
      guard byte >= 48, byte <= 57, hour < 13 else { return nil }
      hour = hour * 10 + Int(byte - 48)
    }
    return withZone(view, minutes: hour % 12 * 60 + add, length: 3600, end: start + 1)
  }

  private func withHalf(_ view: TokenView, minutes: Int, length: Int64, end: Int, needed: Bool) -> (
    second: Int64, length: Int64, end: Int
  )? {
    guard let match = view.phrase(types.halfDay, end), let add = match.number else {
      if let match = view.phrase(types.oClock, end), !needed {
        return withZone(view, minutes: minutes, length: length, end: match.end)
      }
      return needed ? nil : withZone(view, minutes: minutes, length: length, end: end)
    }
    var after = match.end
    // The point of "p.m." is a token of its own.
    if view.mark(after) == UInt8(ascii: "."), !view.spaced(after), view.bytes(end).contains(UInt8(ascii: "."))
    {
      after += 1
    }
    let hour = minutes / 60 % 12
    return withZone(view, minutes: hour * 60 + minutes % 60 + add, length: length, end: after)
  }

  private func withZone(_ view: TokenView, minutes: Int, length: Int64, end: Int) -> (
    second: Int64, length: Int64, end: Int
  ) {
    var offset = 0
    var after = end
    let open = view.mark(end) == UInt8(ascii: "(") ? end + 1 : end
    if let match = view.phrase(types.zone, open), let number = match.number {
      offset = number - 720
      after = match.end
      if open > end, view.mark(after) == UInt8(ascii: ")") { after += 1 }
    }
    return (Int64(minutes - offset) * 60, length, after)
  }
}
