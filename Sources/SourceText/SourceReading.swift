extension SourceFile {
  /// Reads bytes as text: by byte order mark, else as UTF-8 if they are valid UTF-8, else as the Windows-1252 that the
  /// document itself declares. Anything else is an error, never a guess.
  ///
  /// - Parameter declaredCharset: finds the name of the encoding that the document declares (such as `iso-8859-1`), or
  ///   nil; asked only if the bytes are not valid UTF-8.
  public static func read(
    path: String, bytes: [UInt8], declaredCharset: (([UInt8]) -> String?)? = nil
  ) throws(SourceError) -> SourceFile {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try SourceFile(path: path, bytes: bytes, encoding: .utf16LittleEndian, markLength: 2).checked()
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try SourceFile(path: path, bytes: bytes, encoding: .utf16BigEndian, markLength: 2).checked()
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let file = SourceFile(path: path, bytes: bytes, encoding: .utf8, markLength: mark)
    let null = bytes.firstIndex(of: 0)
    let invalid = UTF8Validation.firstInvalid(in: bytes, from: mark)
    guard let invalid else {
      if let null { throw file.error(at: null, .binary) }
      return file
    }
    if mark == 0, let name = declaredCharset?(bytes), !isUTF8(name) {
      guard isWindows1252(name) else { throw file.error(at: 0, .unsupportedEncoding(name)) }
      return try SourceFile(path: path, bytes: bytes, encoding: .windows1252, markLength: 0).checked()
    }
    if let null, null < invalid { throw file.error(at: null, .binary) }
    throw file.error(at: invalid, .invalidUTF8)
  }

  private func error(at offset: Int, _ reason: SourceError.Reason) -> SourceError {
    let place = LineIndex(self).position(of: offset)
    return SourceError(path: path, line: place.line, column: place.column, reason: reason)
  }

  /// This file, if its bytes are text of its encoding.
  private func checked() throws(SourceError) -> SourceFile {
    if let (offset, reason) = firstFault() { throw error(at: offset, reason) }
    return self
  }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8"].contains(name.lowercased())
  }

  /// Whether a label means Windows-1252 on the web.
  private static func isWindows1252(_ name: String) -> Bool {
    [
      "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1",
      "latin-1", "l1", "us-ascii", "ascii",
    ].contains(name.lowercased())
  }

  /// The first place where the bytes are not text of the file's encoding.
  private func firstFault() -> (Int, SourceError.Reason)? {
    switch encoding {
    case .utf8, .windows1252:
      return bytes.firstIndex(of: 0).map { ($0, .binary) }
    case .utf16LittleEndian, .utf16BigEndian:
      var index = markLength
      while index + 1 < bytes.count {
        let unit = codeUnit(at: index)
        if unit == 0 { return (index, .binary) }
        if unit >= 0xD800 && unit < 0xE000 {
          let next = index + 3 < bytes.count ? codeUnit(at: index + 2) : 0
          guard unit < 0xDC00, next >= 0xDC00, next < 0xE000 else { return (index, .invalidUTF16) }
          index += 2
        }
        index += 2
      }
      return index < bytes.count ? (index, .invalidUTF16) : nil
    }
  }

  /// The UTF-16 code unit whose two bytes stand at an offset.
  func codeUnit(at index: Int) -> UInt16 {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    return encoding == .utf16LittleEndian ? first | second << 8 : first << 8 | second
  }
}
