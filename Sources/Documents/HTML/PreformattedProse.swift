extension ProseBuilder {
  /// Takes the mark of code off paragraphs in `<pre>` that are sentences: advisories and filings are often published as
  /// preformatted text.
  mutating func unmarkProse(_ blockPlaces: [Int32], _ places: [Place]) {
    guard places.contains(where: { $0.isPreformatted }) else { return }
    for (index, place) in blockPlaces.enumerated() where places[Int(place)].isPreformatted {
      if readsAsProse(blocks[index].range) { changeBlock(at: index) { $0.context.remove(.code) } }
    }
  }

  /// Whether a stretch of prose is words with little else: at least eight of them, of a length that words have, and one
  /// sign in twenty at most that sentences do not have.
  private func readsAsProse(_ range: Range<Int>) -> Bool {
    var words = 1
    var strange = 0
    var letters = 0
    for index in range {
      let byte = prose[index]
      if byte == 0x20 {
        words += 1
      } else if byte.isASCIILetter || byte >= 0x80 {
        letters += 1
      } else if !byte.isASCIIDigit, !Self.sentenceSigns.contains(byte) {
        strange += 1
      }
    }
    return words >= 8 && letters >= words * 2 && letters <= words * 12 && strange * 20 <= range.count
      && letters * 10 >= range.count * 6
  }

  private static let sentenceSigns: Set<UInt8> = Set(".,;:'\"()-!?%&".utf8)
}
