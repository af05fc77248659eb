/// JSON that is written in the order in which it was put together, the same at every run.
indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case integer(Int)
  case boolean(Bool)

  /// The text with two spaces for each level.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      let flat = "{" + members.map { "\(Self.quote($0.0)): \($0.1.text())" }.joined(separator: ", ") + "}"
      if flat.utf8.count < 100, !flat.utf8.contains(0x0A) { return flat }
      let lines = members.map { "\(inner)\(Self.quote($0.0)): \($0.1.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let items):
      let flat = "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
      if flat.utf8.count < 100, !flat.utf8.contains(0x0A) { return flat }
      return "[\n" + items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .string(let text): return Self.quote(text)
    case .integer(let number): return String(number)
    case .boolean(let value): return value ? "true" : "false"
    }
  }

  /// A text in quotation marks with its escapes.
  static func quote(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{85}", "\u{2028}", "\u{2029}": out += "\\u" + hexadecimal(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += "\\u" + hexadecimal(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
