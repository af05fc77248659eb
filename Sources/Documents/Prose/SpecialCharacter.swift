/// What a byte of UTF-8 may be, as far as prose is concerned.
enum ByteClass: UInt8, Sendable {
  /// Text as it stands.
  case plain
  /// ASCII white space.
  case space
  /// The first byte of a sequence that may be white space or have no width.
  case lead

  private static let table: [ByteClass] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x09...0x0D, 0x20: .space
    case 0xC2, 0xCD, 0xE1, 0xE2, 0xE3, 0xEF: .lead
    default: .plain
    }
  }

  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass {
    if byte > 0x20 && byte < 0xC2 { return .plain }
    return table[Int(byte)]
  }
}

/// Characters that prose does not keep as they are.
enum SpecialCharacter {
  enum Role: Sendable {
    case ordinary
    /// White space of any width, no-break space included.
    case space
    /// Soft hyphens and characters without width: left out.
    case nothing
  }

  static func role(of scalar: UInt32) -> Role {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      .space
    case 0xAD, 0x034F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFE00...0xFE0F, 0xFEFF:
      .nothing
    default: .ordinary
    }
  }

  /// The length and the role of the character at a byte of class `lead`.
  static func read(_ bytes: [UInt8], at index: Int, end: Int) -> (length: Int, role: Role) {
    let first = bytes[index]
    let length = first < 0xE0 ? 2 : 3
    guard index + length <= end else { return (end - index, .ordinary) }
    let second = UInt32(bytes[index + 1] & 0x3F)
    if length == 2 { return (2, role(of: UInt32(first & 0x1F) << 6 | second)) }
    let scalar = UInt32(first & 0x0F) << 12 | second << 6 | UInt32(bytes[index + 2] & 0x3F)
    return (3, role(of: scalar))
  }
}
