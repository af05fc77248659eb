extension ProseBuilder {
  /// Writes an attribute value, references resolved.
  mutating func append(attribute value: Range<Int>, to block: @autoclosure () -> Block) {
    var start = value.lowerBound
    var index = start
    while index < value.upperBound {
      if bytes[index] == UInt8(ascii: "&"),
        let found = CharacterReference.read(bytes, at: index, end: value.upperBound, inAttribute: true)
      {
        append(start..<index, to: block())
        append(reference: found.scalar, found.second, for: index..<index + found.length, to: block())
        index += found.length
        start = index
      } else {
        index += 1
      }
    }
    append(start..<index, to: block())
  }
}
