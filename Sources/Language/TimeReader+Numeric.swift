extension TimeReader {
  // MARK: Dates in digits

  /// `2024-03-04`, `03/04/2024`, `21.04.2016`, `2019-Sep-1`, `2016/11`, after a preposition `4/22`.
  func numeric(_ view: TokenView, at start: Int, inRange: Bool) -> DatePoint? {
    guard view.isNumber(start), !view.joined(start) || view.phrase(types.weekday, endingAt: start) != nil
    else { return nil }
    if let parts = dotted(view, at: start) { return numericPoint(start..<start + 1, parts) }
    guard let first = view.digits(start), view.joined(start + 1) else { return nil }
    if view.bytes(start).count == 4, (1300...2199).contains(first) {
      if let name = view.phrase(types.month, start + 1), let month = name.number, view.joined(name.end),
        let day = view.digits(name.end)
      {
        return numericPoint(start..<name.end + 1, (first, month, day))
      }
      guard let second = view.digits(start + 1), view.bytes(start + 1).count <= 2 else { return nil }
      if view.joined(start + 2), let third = view.digits(start + 2), view.bytes(start + 2).count <= 2 {
        return numericPoint(start..<start + 3, (first, second, third))
      }
      guard (1...12).contains(second), !view.joined(start + 2) else { return nil }
      var point = DatePoint(start..<start + 2)
      point.year = first
      point.month = second
      return point
    }
    guard view.bytes(start).count <= 2, let second = view.digits(start + 1), view.bytes(start + 1).count <= 2
    else { return nil }
    if view.joined(start + 2), let third = view.digits(start + 2),
      view.bytes(start + 2).count == 4 || view.bytes(start + 2).count == 2
    {
      let year = third < 50 ? 2000 + third : third < 100 ? 1900 + third : third
      return numericPoint(start..<start + 3, first > 12 ? (year, second, first) : (year, first, second))
    }
    guard view.afterSlash(start + 1), !view.joined(start + 2),
      inRange || view.phrase(types.on, endingAt: start) != nil
    else { return nil }
    var point = DatePoint(start..<start + 2)
    point.month = first > 12 ? second : first
    point.day = first > 12 ? first : second
    guard let month = point.month, let day = point.day, CalendarDay(year: 2000, month: month, day: day) != nil
    else { return nil }
    if let year = trailingYear(view, at: start + 2, comma: true) {
      point.year = year.year
      point.range = start..<year.end
    }
    return point
  }

  private func numericPoint(_ range: Range<Int>, _ parts: (year: Int, month: Int, day: Int)) -> DatePoint? {
    guard CalendarDay(year: parts.year, month: parts.month, day: parts.day) != nil else { return nil }
    var point = DatePoint(range)
    point.year = parts.year
    point.month = parts.month
    point.day = parts.day
    return point
  }

  /// `2015.5.13`, `13.5.2015` in one token.
  private func dotted(_ view: TokenView, at index: Int) -> (year: Int, month: Int, day: Int)? {
    var parts: [Int] = [0]
    var widths: [Int] = [0]
    for byte in view.bytes(index) {
      if byte == UInt8(ascii: ".") {
        parts.append(0)
        widths.append(0)
      } else if byte >= 48, byte <= 57, widths[widths.count - 1] < 4 {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 48)
        widths[widths.count - 1] += 1
      } else {
        return nil
      }
    }
    guard parts.count == 3 else { return nil }
    if widths[0] == 4, (1900...2199).contains(parts[0]) { return (parts[0], parts[1], parts[2]) }
    if widths[2] == 4, (1900...2199).contains(parts[2]) { return (parts[2], parts[1], parts[0]) }
    return nil
  }
}
