/// Writes JSON without white space, keys in the order in which they are given.
public struct JSONWriter: Sendable {
  public private(set) var text = ""
  private var needsComma = false

  public init() {}

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    text += "{"
    needsComma = false
    body(&self)
    text += "}"
    needsComma = true
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    text += "["
    needsComma = false
    body(&self)
    text += "]"
    needsComma = true
  }

  /// Begins a member of an object; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    text += Self.quoted(name) + ":"
    needsComma = false
  }

  public mutating func value(_ string: String) {
    separate()
    text += Self.quoted(string)
    needsComma = true
  }

  public mutating func value(_ number: Int) {
    separate()
    text += String(number)
    needsComma = true
  }

  public mutating func value(_ boolean: Bool) {
    separate()
    text += boolean ? "true" : "false"
    needsComma = true
  }

  /// JSON that was written before.
  public mutating func raw(_ json: String) {
    separate()
    text += json
    needsComma = true
  }

  public mutating func member(_ name: String, _ string: String) {
    key(name)
    value(string)
  }

  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  public mutating func member(_ name: String, _ boolean: Bool) {
    key(name)
    value(boolean)
  }

  public mutating func member(_ name: String, object body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  public mutating func member(_ name: String, array body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  public mutating func member(_ name: String, _ strings: [String]) {
    member(name, array: { writer in for string in strings { writer.value(string) } })
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  /// A string in quotation marks. Everything but quotation marks, backslashes, controls and line separators stays.
  public static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    bytes.reserveCapacity(string.utf8.count + 2)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": bytes += [0x5C, 0x22]
      case "\\": bytes += [0x5C, 0x5C]
      case "\n": bytes += [0x5C, UInt8(ascii: "n")]
      case "\r": bytes += [0x5C, UInt8(ascii: "r")]
      case "\t": bytes += [0x5C, UInt8(ascii: "t")]
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += Array("\\u".utf8) + Array(repeating: 0x30, count: 4 - digits.utf8.count) + Array(digits.utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
