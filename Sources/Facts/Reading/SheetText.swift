/// The text of a sheet with its lines, and the way from Yams' marks to bytes and back to our own lines and columns.
struct SheetText: Sendable {
  let path: String
  /// The bytes without a byte order mark.
  let bytes: [UInt8]
  let hasMark: Bool
  let isASCII: Bool
  /// First byte of each line; lines end at LF, CRLF or CR.
  let lineStarts: [Int]
  /// First byte of each line as libyaml counts them, which also breaks at NEL, LS and PS.
  let yamlLineStarts: [Int]

  /// Sheets are written by hand; a larger file is refused before it is parsed.
  static let maximumSize = 4 * 1024 * 1024

  init(path: String, bytes source: [UInt8]) throws(FactSheetErrors) {
    self.path = path
    hasMark = source.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? Array(source.dropFirst(3)) : source
    bytes = body
    var lines = [0]
    var yamlLines = [0]
    var onlyASCII = true
    var index = 0
    while index < body.count {
      let byte = body[index]
      let next = index + 1 < body.count ? body[index + 1] : 0
      if byte >= 0x80 { onlyASCII = false }
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
        lines.append(index + 1)
        yamlLines.append(index + 1)
      } else if byte == 0xC2, next == 0x85 {
        yamlLines.append(index + 2)
      } else if byte == 0xE2, next == 0x80, index + 2 < body.count, body[index + 2] & 0xFE == 0xA8 {
        yamlLines.append(index + 3)
      }
      index += 1
    }
    isASCII = onlyASCII
    lineStarts = lines
    yamlLineStarts = yamlLines
    func refuse(_ message: String, at byte: Int) -> FactSheetErrors {
      let line = lines.lastIndex { $0 <= byte } ?? 0
      return FactSheetErrors(
        path: path, line: line + 1, column: byte - lines[line] + 1, message: message)
    }
    if source.count > Self.maximumSize { throw refuse("the sheet is larger than 4 MB", at: 0) }
    if let byte = body.firstIndex(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }) {
      throw refuse("a control character stands here", at: byte)
    }
    if String(validating: body, as: UTF8.self) == nil {
      throw refuse("the sheet is not UTF-8 text", at: Self.firstBadByte(body))
    }
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let length =
        switch bytes[index] {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        default: 4
        }
      let end = min(index + length, bytes.count)
      if String(validating: bytes[index..<end], as: UTF8.self) == nil { return index }
      index = end
    }
    return index
  }

  /// Line and column (in Unicode scalars), both from 1, of a byte.
  func position(of byte: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    let start = lineStarts[low]
    let end = min(byte, bytes.count)
    guard !isASCII, start < end else { return (low + 1, max(0, byte - start) + 1) }
    let column = bytes[start..<end].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (low + 1, column)
  }

  /// The byte at a mark of Yams.
  func byte(yamlLine: Int, column: Int) -> Int {
    guard yamlLine >= 1, yamlLine <= yamlLineStarts.count else { return bytes.count }
    var index = yamlLineStarts[yamlLine - 1]
    if isASCII { return min(index + max(0, column - 1), bytes.count) }
    var remaining = column - 1
    while remaining > 0, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      remaining -= 1
    }
    return index
  }

  /// The whole text.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
