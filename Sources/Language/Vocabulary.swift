import RuleFormat

/// Folded words and phrases: the catalogue's, plus those that a fact sheet or an organisation brings.
public struct Vocabulary: Sendable {
  /// The tables behind one reference, so that a vocabulary is cheap to pass on.
  private final class Storage: Sendable {
    let tables: CatalogTables
    /// Class id by name.
    let classIDs: [String: UInt32]

    init(_ tables: CatalogTables) {
      self.tables = tables
      var ids: [String: UInt32] = [:]
      ids.reserveCapacity(tables.classNames.count)
      for (index, name) in tables.classNames.enumerated() { ids[tables.string(name)] = UInt32(index) }
      classIDs = ids
    }
  }

  /// Phrases added at run time: names of systems, controls and people from a fact sheet.
  private final class Additions: Sendable {
    let words: [String: UInt32]
    let hashes: Set<UInt32>
    let edges: [UInt64: UInt32]
    let entries: [UInt32: [Entry]]

    init(words: [String: UInt32], hashes: Set<UInt32>, edges: [UInt64: UInt32], entries: [UInt32: [Entry]]) {
      self.words = words
      self.hashes = hashes
      self.edges = edges
      self.entries = entries
    }
  }

  private let storage: Storage
  public var tables: CatalogTables {
    _read { yield storage.tables }
  }
  private let wordMask: Int
  private let edgeMask: Int
  private var added: Additions?

  /// What a phrase stands for.
  public struct Entry: Sendable, Hashable {
    public let type: UInt32
    /// Index in the tables' strings, or for added entries `Vocabulary.addedBase` plus the caller's own number.
    public let symbol: UInt32
    public let number: Int?
    public let capitals: Bool

    public init(type: UInt32, symbol: UInt32, number: Int?, capitals: Bool) {
      self.type = type
      self.symbol = symbol
      self.number = number
      self.capitals = capitals
    }
  }

  /// Symbols from here on belong to the caller of ``add(phrases:)``.
  public static let addedBase: UInt32 = 1 << 30

  public init(tables: CatalogTables) {
    storage = Storage(tables)
    wordMask = tables.wordSlots.count - 1
    edgeMask = tables.edgeSlots.count / 3 - 1
  }

  /// The id of a class, or one that no phrase has.
  public func type(_ name: String) -> UInt32 { storage.classIDs[name] ?? .max }

  /// All classes whose names begin with one of some words.
  func types(inFamilies families: [String]) -> IDFilter {
    var filter = IDFilter()
    for (name, id) in storage.classIDs where families.contains(where: { name.hasPrefix($0) }) {
      filter.insert(id)
    }
    return filter
  }

  public func symbol(_ entry: Entry) -> String {
    entry.symbol < Self.addedBase ? tables.string(entry.symbol) : ""
  }

  /// The id of a folded word, given its hash; 0 if unknown.
  @inline(__always)
  func word(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    var slot = Int(hash) & wordMask
    while true {
      let id = tables.wordSlots[slot]
      if id == 0 { break }
      let start = Int(tables.wordStarts[Int(id) - 1])
      let end = Int(tables.wordStarts[Int(id)])
      if end - start == bytes.count {
        var equal = true
        for index in 0..<bytes.count where tables.wordBytes[start + index] != bytes[index] {
          equal = false
          break
        }
        if equal { return id }
      }
      slot = (slot + 1) & wordMask
    }
    guard let added, added.hashes.contains(hash) else { return 0 }
    return added.words[String(decoding: bytes, as: UTF8.self)] ?? 0
  }

  /// The id of a folded word; 0 if unknown.
  public func word(_ text: String) -> UInt32 {
    Array(text.utf8).withUnsafeBufferPointer { word($0, hash: Folding.hash($0)) }
  }

  /// The trie node reached from a node by a word, 0 if there is none. The root is 0.
  @inline(__always)
  func step(_ node: UInt32, _ word: UInt32) -> UInt32 {
    guard word != 0 else { return 0 }
    var slot = EdgeHash.slot(node: node, word: word, mask: edgeMask)
    while tables.edgeSlots[slot * 3 + 1] != 0 {
      if tables.edgeSlots[slot * 3] == node, tables.edgeSlots[slot * 3 + 1] == word {
        return tables.edgeSlots[slot * 3 + 2]
      }
      slot = (slot + 1) & edgeMask
    }
    guard let added else { return 0 }
    return added.edges[UInt64(node) << 32 | UInt64(word)] ?? 0
  }

  /// Calls back with each entry that ends at a node.
  @inline(__always)
  func entries(at node: UInt32, _ body: (Entry) -> Void) {
    let index = Int(node)
    if index + 1 < tables.nodeEntries.count {
      for entry in Int(tables.nodeEntries[index])..<Int(tables.nodeEntries[index + 1]) {
        let high = UInt64(tables.entryNumber[entry * 2])
        let low = UInt64(tables.entryNumber[entry * 2 + 1])
        let number = high << 30 | low
        body(
          Entry(
            type: tables.entryClass[entry], symbol: tables.entrySymbol[entry],
            number: number == 0 ? nil : Int(number - 1),
            capitals: tables.entryCapitals[entry] == 1))
      }
    }
    if let list = added?.entries[node] { for entry in list { body(entry) } }
  }

  /// True if a phrase of the class was added at run time.
  public func hasAdded(_ type: UInt32) -> Bool {
    added?.entries.values.contains { $0.contains { $0.type == type } } ?? false
  }

  /// Adds phrases, each of a class and with the caller's own number. They are folded as in rules; empty ones are ignored.
  public mutating func add(phrases: [(phrase: String, type: UInt32, value: Int)]) {
    var words = added?.words ?? [:]
    var hashes = added?.hashes ?? []
    var edges = added?.edges ?? [:]
    var entries = added?.entries ?? [:]
    var nodes = UInt32(tables.nodeEntries.count - 1 + edges.count)
    for (phrase, type, value) in phrases {
      let folded = Folding.words(of: phrase)
      guard !folded.isEmpty, folded.count <= 12, type != .max else { continue }
      var node: UInt32 = 0
      for text in folded {
        var id = words[text] ?? word(text)
        if id == 0 {
          id = UInt32(tables.wordStarts.count + words.count)
          words[text] = id
          hashes.insert(Folding.hash(text.utf8))
        }
        let edge = UInt64(node) << 32 | UInt64(id)
        let next = edges[edge] ?? step(node, id)
        if next != 0 {
          node = next
        } else {
          edges[edge] = nodes
          node = nodes
          nodes += 1
        }
      }
      entries[node, default: []].append(
        Entry(type: type, symbol: Self.addedBase + UInt32(value), number: nil, capitals: false))
    }
    added = Additions(words: words, hashes: hashes, edges: edges, entries: entries)
  }
}
