/// JSON (RFC 8259) → the same nodes, with positions. Numbers and words stay the text that was written.
enum JSONReader {
  static func read(_ text: SheetText) throws(FactSheetErrors) -> ParsedSheet {
    var parser = Parser(text: text)
    parser.skipSpace()
    let root = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.index < text.bytes.count { throw parser.failure("the sheet goes on after its closing brace") }
    return ParsedSheet(root: root, errors: parser.errors, usesAnchors: false)
  }

  private struct Parser {
    let text: SheetText
    var index = 0
    var errors: [FactSheetError] = []
    private var count = 0
    private var line = 1
    private var column = 1
    private var counted = 0

    init(text: SheetText) { self.text = text }

    /// Line and column of the present byte, counted on from the last place.
    private mutating func place() -> (line: Int, column: Int) {
      let bytes = text.bytes
      while counted < index {
        let byte = bytes[counted]
        if byte == 0x0A || (byte == 0x0D && !(counted + 1 < bytes.count && bytes[counted + 1] == 0x0A)) {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        counted += 1
      }
      return (line, column)
    }

    func failure(_ message: String, at byte: Int? = nil) -> FactSheetErrors {
      let place = text.position(of: byte ?? index)
      return FactSheetErrors(path: text.path, line: place.line, column: place.column, message: message)
    }

    private var byte: UInt8? { index < text.bytes.count ? text.bytes[index] : nil }

    mutating func skipSpace() {
      while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    mutating func value(depth: Int) throws(FactSheetErrors) -> Node {
      count += 1
      if count > ParsedSheet.maximumNodes { throw failure("the sheet has more than 100,000 values") }
      if depth > ParsedSheet.maximumDepth { throw failure("values are nested more than 64 deep") }
      let start = index
      let (line, column) = place()
      var isFlow = false
      let content: Node.Content
      switch byte {
      case UInt8(ascii: "{"):
        isFlow = true
        content = .mapping(try mapping(depth: depth))
      case UInt8(ascii: "["):
        isFlow = true
        content = .sequence(try sequence(depth: depth))
      case UInt8(ascii: "\""):
        content = .scalar(try string(), .quoted)
      case nil:
        throw failure("a value is missing at the end of the sheet")
      default:
        content = .scalar(try word(), .plain)
      }
      return Node(content: content, line: line, column: column, range: start..<index, isFlow: isFlow)
    }

    private mutating func mapping(depth: Int) throws(FactSheetErrors) -> [Node.Pair] {
      var pairs: [Node.Pair] = []
      var lines: [String: Int] = [:]
      index += 1
      skipSpace()
      if byte == UInt8(ascii: "}") {
        index += 1
        return []
      }
      while true {
        guard byte == UInt8(ascii: "\"") else { throw failure("a key in quotation marks is expected here") }
        let keyNode = try value(depth: depth + 1)
        skipSpace()
        guard byte == UInt8(ascii: ":") else { throw failure("a colon is expected here") }
        index += 1
        skipSpace()
        let value = try value(depth: depth + 1)
        let key = keyNode.scalar ?? ""
        if let line = lines[key] {
          errors.append(
            FactSheetError(
              path: text.path, line: keyNode.line, column: keyNode.column,
              message: "the key `\(key)` stands twice in this map, first in line \(line)"))
        } else {
          lines[key] = keyNode.line
          pairs.append(Node.Pair(key: key, keyNode: keyNode, value: value))
        }
        skipSpace()
        if try closes(with: "}") { return pairs }
      }
    }

    private mutating func sequence(depth: Int) throws(FactSheetErrors) -> [Node] {
      var items: [Node] = []
      index += 1
      skipSpace()
      if byte == UInt8(ascii: "]") {
        index += 1
        return []
      }
      while true {
        items.append(try value(depth: depth + 1))
        skipSpace()
        if try closes(with: "]") { return items }
      }
    }

    private mutating func closes(with bracket: Unicode.Scalar) throws(FactSheetErrors) -> Bool {
      guard let byte, byte == UInt8(ascii: ",") || UInt32(byte) == bracket.value else {
        throw failure("a comma or `\(bracket)` is expected here")
      }
      index += 1
      if byte == UInt8(ascii: ",") {
        skipSpace()
        return false
      }
      return true
    }

    private mutating func word() throws(FactSheetErrors) -> String {
      let start = index
      while let byte, byte > 0x20, !"{}[],:\"".utf8.contains(byte) { index += 1 }
      let word = String(decoding: text.bytes[start..<index], as: UTF8.self)
      guard ["true", "false", "null"].contains(word) || Self.isNumber(word) else {
        throw failure("text stands in quotation marks in JSON", at: start)
      }
      return word
    }

    private static func isNumber(_ word: String) -> Bool {
      var rest = Array(word.utf8)[...]
      func digits() -> Int {
        let before = rest.count
        rest = rest.drop { $0 >= 48 && $0 <= 57 }
        return before - rest.count
      }
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let zero = rest.first == 48
      let whole = digits()
      guard whole > 0, !(zero && whole > 1) else { return false }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        guard digits() > 0 else { return false }
      }
      if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
          rest = rest.dropFirst()
        }
        guard digits() > 0 else { return false }
      }
      return rest.isEmpty
    }

    private mutating func string() throws(FactSheetErrors) -> String {
      let start = index
      index += 1
      var out: [UInt8] = []
      while let byte {
        switch byte {
        case UInt8(ascii: "\""):
          index += 1
          return String(decoding: out, as: UTF8.self)
        case UInt8(ascii: "\\"):
          out += try escape()
        case 0..<0x20:
          throw failure("a line break or tab inside quoted text is written \\n or \\t in JSON")
        default:
          out.append(byte)
          index += 1
        }
      }
      throw failure("a quotation mark opens here and is not closed", at: start)
    }

    private mutating func escape() throws(FactSheetErrors) -> [UInt8] {
      let start = index
      index += 1
      guard let byte else { throw failure("an escape is cut short here", at: start) }
      index += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
      case UInt8(ascii: "b"): return [0x08]
      case UInt8(ascii: "f"): return [0x0C]
      case UInt8(ascii: "n"): return [0x0A]
      case UInt8(ascii: "r"): return [0x0D]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "u"): return try unicode(from: start)
      default: throw failure("an unknown escape stands here; write \\\\ for a backslash", at: start)
      }
    }

    private mutating func unicode(from start: Int) throws(FactSheetErrors) -> [UInt8] {
      var code = try hexadecimal(from: start)
      if code & 0xFC00 == 0xD800, index + 1 < text.bytes.count, text.bytes[index] == UInt8(ascii: "\\"),
        text.bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = try hexadecimal(from: start)
        guard low & 0xFC00 == 0xDC00 else { throw failure("half of a surrogate pair stands here", at: start) }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw failure("half of a surrogate pair stands here", at: start)
      }
      return Array(String(Character(scalar)).utf8)
    }

    private mutating func hexadecimal(from start: Int) throws(FactSheetErrors) -> UInt32 {
      guard index + 4 <= text.bytes.count else { throw failure("an escape is cut short here", at: start) }
      var code: UInt32 = 0
      for byte in text.bytes[index..<index + 4] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
          throw failure("four hexadecimal digits belong after \\u", at: start)
        }
        code = code << 4 | UInt32(digit)
      }
      index += 4
      return code
    }
  }
}
