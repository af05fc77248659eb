/// Tables as printable text, so that they fit a `StaticString` literal: each number in five characters of six bits.
public enum TableCoding {
  /// The largest number that can be stored.
  public static let limit: UInt32 = 1 << 30

  private static let numberLists: [any WritableKeyPath<CatalogTables, [UInt32]> & Sendable] = [
    \.wordStarts, \.wordSlots, \.edgeSlots, \.nodeEntries, \.entryClass, \.entrySymbol, \.entryNumber,
    \.entryCapitals,
    \.classNames, \.program, \.patternStart, \.patternInfo, \.wordFirstStarts, \.wordFirst,
    \.classFirstStarts,
    \.classFirst, \.numberFirst, \.wordKeyStarts, \.wordKey, \.classKeyStarts, \.classKey, \.numberKey,
    \.patternPartStarts, \.patternParts,
    \.typeNames, \.typeParentStarts, \.typeParents, \.typePartStarts,
    \.typeParts,
    \.typeTraits, \.typeLabels, \.states, \.rules, \.settings, \.stringStarts,
  ]

  /// Numbers of all tables, each list preceded by its length, as characters from `0` (48) to `o` (111).
  public static func encodeNumbers(_ tables: CatalogTables) -> [UInt8] {
    var out: [UInt8] = []
    func put(_ value: UInt32) {
      for shift in stride(from: 24, through: 0, by: -6) {
        out.append(UInt8((value >> UInt32(shift)) & 63) + 48)
      }
    }
    put(UInt32(tables.wordBytes.count))
    put(UInt32(tables.stringBytes.count))
    for list in numberLists {
      put(UInt32(tables[keyPath: list].count))
      for value in tables[keyPath: list] { put(value) }
    }
    return out
  }

  /// All words, then all strings.
  public static func encodeText(_ tables: CatalogTables) -> [UInt8] { tables.wordBytes + tables.stringBytes }

  /// The inverse of the two encodings.
  public static func decode(numbers: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>)
    -> CatalogTables
  {
    var position = 0
    func next() -> UInt32 {
      var value: UInt32 = 0
      for index in position..<position + 5 { value = value << 6 | UInt32(numbers[index] &- 48) }
      position += 5
      return value
    }
    var tables = CatalogTables()
    let wordCount = Int(next())
    let stringCount = Int(next())
    tables.wordBytes = Array(text[0..<wordCount])
    tables.stringBytes = Array(text[wordCount..<wordCount + stringCount])
    for list in numberLists {
      let count = Int(next())
      let part = UnsafeBufferPointer(rebasing: numbers[position..<position + count * 5])
      tables[keyPath: list] = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
        for index in 0..<count {
          let at = index * 5
          let high = UInt32(part[at] &- 48) << 24 | UInt32(part[at + 1] &- 48) << 18
          let low = UInt32(part[at + 2] &- 48) << 12 | UInt32(part[at + 3] &- 48) << 6
          buffer.initializeElement(at: index, to: high | low | UInt32(part[at + 4] &- 48))
        }
        initialized = count
      }
      position += count * 5
    }
    return tables
  }
}
