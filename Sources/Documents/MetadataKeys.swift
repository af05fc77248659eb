extension Metadata {
  /// Sets what a key of front matter or `claimlint:` metadata names; the first value stands, unknown keys are nothing.
  mutating func set(_ key: Range<Int>, _ value: Range<Int>, in bytes: [UInt8]) {
    guard !value.isEmpty, let field = Self.keys.first(where: { bytes.matches($0.name, in: key) })?.field,
      self[keyPath: field] == nil
    else { return }
    self[keyPath: field] = Value(
      text: String(decoding: bytes[value], as: UTF8.self), offset: value.lowerBound)
  }

  private static var keys: [(name: StaticString, field: WritableKeyPath<Metadata, Value?>)] {
    [
      ("published", \.published), ("date", \.published), ("as_of", \.asOf), ("as-of", \.asOf),
      ("channel", \.channel), ("audience", \.audience), ("cohort", \.cohort), ("incident", \.incident),
      ("organisation", \.organisation), ("organization", \.organisation), ("language", \.language),
      ("lang", \.language), ("supersedes", \.supersedes), ("title", \.title),
    ]
  }

  /// Takes the date of publication from a file name such as `2026-03-02-title.md` or `20260302.txt`, if nothing else
  /// has given one.
  mutating func readFileName(_ path: String) {
    guard published == nil else { return }
    let bytes = Array(path.utf8)
    var start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    while start + 8 <= bytes.count {
      if bytes[start].isASCIIDigit, start == 0 || !bytes[start - 1].isASCIIDigit,
        let date = Self.date(in: bytes, at: start)
      {
        published = Value(text: date, offset: 0)
        publishedFromFileName = true
        return
      }
      start += 1
    }
  }

  /// `YYYY-MM-DD` for a date written with hyphens, underscores, full stops or nothing between its parts.
  private static func date(in bytes: [UInt8], at start: Int) -> String? {
    var digits: [UInt8] = []
    var index = start
    let isJoined = start + 4 < bytes.count && bytes[start + 4].isASCIIDigit
    let separator = isJoined ? 0 : bytes[start + 4]
    guard
      isJoined || separator == UInt8(ascii: "-") || separator == UInt8(ascii: "_")
        || separator == UInt8(ascii: ".")
    else { return nil }
    while index < bytes.count, digits.count < 8 {
      if !isJoined, digits.count == 4 || digits.count == 6, bytes[index] == separator,
        bytes[index - 1].isASCIIDigit
      {
        index += 1
        continue
      }
      guard bytes[index].isASCIIDigit else { return nil }
      digits.append(bytes[index])
      index += 1
    }
    guard digits.count == 8, index == bytes.count || !bytes[index].isASCIIDigit else { return nil }
    let numbers = digits.map { Int($0) - 0x30 }
    let year = numbers[0] * 1000 + numbers[1] * 100 + numbers[2] * 10 + numbers[3]
    let month = numbers[4] * 10 + numbers[5]
    let day = numbers[6] * 10 + numbers[7]
    guard (1970...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let text = digits[0..<4] + [0x2D] + digits[4..<6] + [0x2D] + digits[6..<8]
    return String(decoding: text, as: UTF8.self)
  }
}
