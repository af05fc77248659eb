/// Writes JSON without white space, keys in the order in which they are given.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  /// What was written.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  private var needsComma = false

  public init() {}

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Begins a member of an object; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    Self.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ string: String) {
    separate()
    Self.append(string, to: &bytes)
    needsComma = true
  }

  public mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  public mutating func value(_ boolean: Bool) {
    separate()
    bytes += (boolean ? "true" : "false").utf8
    needsComma = true
  }

  /// JSON that was written before.
  public mutating func raw(_ json: String) {
    separate()
    bytes += json.utf8
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
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  /// A string in quotation marks. Everything but quotation marks, backslashes, controls and line separators stays.
  public static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.utf8.count + 2)
    append(string, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { source in
      // Stretches without anything to escape are copied whole.
      var first = 0
      for index in source.indices where needsEscape(source, at: index) {
        bytes.append(contentsOf: source[first..<index])
        let length = source[index] == 0xE2 ? 3 : 1
        first = index + length
        switch source[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [0x5C, source[index]]
        case UInt8(ascii: "\n"): bytes += [0x5C, UInt8(ascii: "n")]
        case UInt8(ascii: "\r"): bytes += [0x5C, UInt8(ascii: "r")]
        case UInt8(ascii: "\t"): bytes += [0x5C, UInt8(ascii: "t")]
        case 0xE2: bytes += "\\u202\(source[index + 2] == 0xA8 ? 8 : 9)".utf8
        default:
          let digits = String(source[index], radix: 16)
          bytes += "\\u00".utf8 + Array(repeating: 0x30, count: 2 - digits.utf8.count) + Array(digits.utf8)
        }
      }
      bytes.append(contentsOf: source[first...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// True for quotation marks, backslashes, controls, and U+2028 and U+2029.
  @inline(__always)
  private static func needsEscape(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = source[index]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
    return byte == 0xE2 && index + 2 < source.count && source[index + 1] == 0x80
      && source[index + 2] & 0xFE == 0xA8
  }
}
