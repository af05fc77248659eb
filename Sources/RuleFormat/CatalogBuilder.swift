/// Collects rule files and turns them into ``CatalogTables``.
public struct CatalogBuilder {
  var errors: [RuleError] = []
  var inflection = Inflection()
  /// Phrases in the order they were read: words, class, symbol, number, capitals.
  private var entries: [(words: [String], type: Int, symbol: UInt32, number: Int?, capitals: Bool)] = []
  private var includes: [(type: Int, other: String, node: RuleNode, path: String)] = []
  var patterns: [(items: [PatternItem], info: [UInt32], node: RuleNode, path: String)] = []
  private var classIDs: [String: Int] = [:]
  private var classNames: [String] = []
  private var definedClasses: Set<String> = []
  private var stringIDs: [String: UInt32] = ["": 0]
  private var strings: [String] = [""]
  var ontology = OntologySource()
  var rules: [RuleDefinition] = []
  private var settings: [(String, String)] = []

  public init() {}

  /// The rules read so far, with their examples.
  public var definitions: [RuleDefinition] { rules }

  /// Reads files (path as shown in errors, text). Inflection data is read first wherever it stands.
  public mutating func add(files: [(path: String, text: String)]) {
    var roots: [(path: String, node: RuleNode)] = []
    for file in files {
      do throws(RuleErrors) {
        roots.append((file.path, try RuleNode.parse(file.text, path: file.path)))
      } catch {
        errors += error.errors
      }
    }
    for (path, node) in roots where node["inflection"] != nil { readInflection(node, path: path) }
    for (path, node) in roots {
      if node["inflection"] != nil { continue }
      if node["lexicon"] != nil {
        readLexicon(node, path: path)
      } else if node["ontology"] != nil {
        readOntology(node, path: path)
      } else if node["claims"] != nil {
        readClaims(node, path: path)
      } else if node["name"] != nil {
        readRule(node, path: path)
      } else if let table = node["settings"] {
        for (key, value) in table.entries ?? [] { settings.append((key.text ?? "", value.text ?? "")) }
      } else if node["reference"] == nil {
        fail(
          path, node,
          "the file is none of: lexicon, ontology, claims, rule (name), inflection, settings, reference")
      }
    }
  }

  mutating func fail(_ path: String, _ node: RuleNode, _ message: String) {
    errors.append(RuleError(path: path, line: node.line, column: node.column, message: message))
  }

  mutating func string(_ text: String) -> UInt32 {
    if let id = stringIDs[text] { return id }
    let id = UInt32(strings.count)
    strings.append(text)
    stringIDs[text] = id
    return id
  }

  mutating func classID(_ name: String) -> Int {
    if let id = classIDs[name] { return id }
    classIDs[name] = classNames.count
    classNames.append(name)
    return classNames.count - 1
  }

  mutating func define(_ name: String) -> Int {
    definedClasses.insert(name)
    return classID(name)
  }

  mutating func addEntry(
    _ phrase: String, type: Int, symbol: String, number: Int?, mode: Inflection.Mode, capitals: Bool,
    path: String, node: RuleNode
  ) {
    let words = Folding.words(of: phrase)
    guard !words.isEmpty else { return fail(path, node, "'\(phrase)' holds no word") }
    let symbol = string(symbol)
    for form in inflection.forms(of: words, mode: mode) {
      entries.append((form, type, symbol, number, capitals))
    }
  }

  mutating func include(_ other: String, in type: Int, node: RuleNode, path: String) {
    includes.append((type, other, node, path))
  }

  /// Builds the tables; throws all errors found while reading and building.
  public mutating func build() throws(RuleErrors) -> CatalogTables {
    var tables = CatalogTables()
    expandIncludes()
    let words = WordTable(entries.flatMap { $0.words } + patternWords())
    buildWords(words, into: &tables)
    buildPhrases(words, into: &tables)
    buildPatterns(words, into: &tables)
    buildOntology(into: &tables)
    for rule in rules { tables.rules += rule.row(intern: { string($0) }) }
    for (key, value) in settings { tables.settings += [string(key), string(value)] }
    tables.classNames = classNames.map { string($0) }
    buildStrings(into: &tables)
    guard errors.isEmpty else {
      throw RuleErrors(errors.sorted { ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column) })
    }
    return tables
  }

  private mutating func expandIncludes() {
    // A class may include one that includes another: repeat until nothing is new.
    var known = Set(entries.map { "\($0.type) \($0.words) \($0.symbol)" })
    for (_, other, node, path) in includes where !definedClasses.contains(other) {
      fail(path, node, "no class is called '\(other)'\(nearest(other))")
    }
    var changed = true
    while changed {
      changed = false
      for (type, other, _, _) in includes {
        guard let id = classIDs[other] else { continue }
        for entry in entries where entry.type == id {
          if known.insert("\(type) \(entry.words) \(entry.symbol)").inserted {
            entries.append((entry.words, type, entry.symbol, entry.number, entry.capitals))
            changed = true
          }
        }
      }
    }
  }

  func nearest(_ name: String) -> String {
    guard let best = EditDistance.nearest(to: name, among: definedClasses.sorted()) else { return "" }
    return "; did you mean '\(best)'?"
  }

  private func patternWords() -> [String] {
    func words(_ items: [PatternItem]) -> [String] {
      items.flatMap { item -> [String] in
        switch item {
        case .word(let word): [word]
        case .not(let inner), .notAfter(let inner), .optional(let inner): words(inner)
        case .alternatives(let lists): lists.flatMap(words)
        default: []
        }
      }
    }
    return patterns.flatMap { words($0.items) }
  }

  private func buildWords(_ words: WordTable, into tables: inout CatalogTables) {
    for word in words.all {
      tables.wordBytes += Array(word.utf8)
      tables.wordStarts.append(UInt32(tables.wordBytes.count))
    }
    var size = 64
    while size < words.all.count * 3 { size *= 2 }
    tables.wordSlots = Array(repeating: 0, count: size)
    for (index, word) in words.all.enumerated() {
      var slot = Int(Folding.hash(word.utf8)) & (size - 1)
      while tables.wordSlots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      tables.wordSlots[slot] = UInt32(index + 1)
    }
  }

  private func buildPhrases(_ words: WordTable, into tables: inout CatalogTables) {
    var children: [[UInt32: Int]] = [[:]]
    var ending: [[Int]] = [[]]
    for (index, entry) in entries.enumerated() {
      var node = 0
      for word in entry.words {
        let id = words.id(word)
        if let next = children[node][id] {
          node = next
        } else {
          children[node][id] = children.count
          node = children.count
          children.append([:])
          ending.append([])
        }
      }
      let duplicate = ending[node].contains {
        entries[$0].type == entry.type && entries[$0].symbol == entry.symbol
          && entries[$0].capitals == entry.capitals
      }
      if !duplicate { ending[node].append(index) }
    }
    tables.nodeEntries = [0]
    for list in ending {
      for index in list {
        let entry = entries[index]
        tables.entryClass.append(UInt32(entry.type))
        tables.entrySymbol.append(entry.symbol)
        let number = entry.number.map { UInt64($0) + 1 } ?? 0
        tables.entryNumber += [UInt32(number >> 30), UInt32(number & 0x3FFF_FFFF)]
        tables.entryCapitals.append(entry.capitals ? 1 : 0)
      }
      tables.nodeEntries.append(UInt32(tables.entryClass.count))
    }
    var size = 64
    while size < children.count * 2 { size *= 2 }
    tables.edgeSlots = Array(repeating: 0, count: size * 3)
    for (node, map) in children.enumerated() {
      for (word, target) in map.sorted(by: { $0.key < $1.key }) {
        var slot = EdgeHash.slot(node: UInt32(node), word: word, mask: size - 1)
        while tables.edgeSlots[slot * 3 + 1] != 0 { slot = (slot + 1) & (size - 1) }
        tables.edgeSlots[slot * 3] = UInt32(node)
        tables.edgeSlots[slot * 3 + 1] = word
        tables.edgeSlots[slot * 3 + 2] = UInt32(target)
      }
    }
  }

  private mutating func buildPatterns(_ words: WordTable, into tables: inout CatalogTables) {
    var firstWords: [UInt32: [UInt32]] = [:]
    var firstClasses: [UInt32: [UInt32]] = [:]
    var parts: [[Set<PatternCompiler.First>]] = []
    for (index, pattern) in patterns.enumerated() {
      var compiler = PatternCompiler(
        words: { words.id($0) },
        classes: { [classIDs, definedClasses] in
          definedClasses.contains($0) ? classIDs[$0].map(UInt32.init) : nil
        },
        program: tables.program)
      let start = UInt32(tables.program.count / 2)
      do throws(PatternSyntaxError) {
        try compiler.compile(pattern.items, pattern: UInt32(index))
      } catch {
        fail(pattern.path, pattern.node, error.message)
        continue
      }
      tables.program = compiler.program
      tables.patternStart.append(start)
      tables.patternInfo += pattern.info
      parts.append(compiler.parts(of: pattern.items))
      for first in compiler.first(of: pattern.items) {
        switch first {
        case .word(let id): firstWords[id, default: []].append(UInt32(index))
        case .type(let id): firstClasses[id, default: []].append(UInt32(index))
        case .number: tables.numberFirst.append(UInt32(index))
        case .unbounded:
          fail(pattern.path, pattern.node, "a pattern must begin with a word, a class or a number")
        }
      }
    }
    tables.wordFirstStarts = [0]
    for id in 0...words.all.count {
      tables.wordFirst += firstWords[UInt32(id)] ?? []
      tables.wordFirstStarts.append(UInt32(tables.wordFirst.count))
    }
    tables.classFirstStarts = [0]
    for id in 0..<classNames.count {
      tables.classFirst += firstClasses[UInt32(id)] ?? []
      tables.classFirstStarts.append(UInt32(tables.classFirst.count))
    }
    buildKeys(parts, words: words, into: &tables)
  }

  /// Files each pattern under the part that fewest patterns share.
  private func buildKeys(
    _ parts: [[Set<PatternCompiler.First>]], words: WordTable, into tables: inout CatalogTables
  ) {
    var uses: [PatternCompiler.First: Int] = [:]
    for list in parts { for part in list { for first in part { uses[first, default: 0] += 1 } } }
    // Words are rarer in prose than classes, which stand for many words.
    var sizes: [UInt32: Int] = [:]
    for entry in entries { sizes[UInt32(entry.type), default: 0] += 1 }
    func weight(_ first: PatternCompiler.First) -> Int {
      switch first {
      case .word(let id): (uses[first] ?? 0) + (id == 0 || words.all[Int(id) - 1].utf8.count < 4 ? 40 : 0)
      case .type(let id): (uses[first] ?? 0) + (sizes[id] ?? 0)
      case .number, .unbounded: 100
      }
    }
    var keyWords: [UInt32: [UInt32]] = [:]
    var keyClasses: [UInt32: [UInt32]] = [:]
    for (index, list) in parts.enumerated() {
      let weighed = list.map { part in (part: part, weight: part.reduce(0) { $0 + weight($1) }) }
      guard let rarest = weighed.min(by: { $0.weight < $1.weight }) else { continue }
      for first in rarest.part {
        switch first {
        case .word(let id): keyWords[id, default: []].append(UInt32(index))
        case .type(let id): keyClasses[id, default: []].append(UInt32(index))
        case .number, .unbounded: tables.numberKey.append(UInt32(index))
        }
      }
    }
    for list in parts {
      for part in list where !part.contains(.number) {
        let codes = part.compactMap { first -> UInt32? in
          switch first {
          case .word(let id): id * 2
          case .type(let id): id * 2 + 1
          case .number, .unbounded: nil
          }
        }
        tables.patternParts += [UInt32(codes.count)] + codes.sorted()
      }
      tables.patternPartStarts.append(UInt32(tables.patternParts.count))
    }
    tables.wordKeyStarts = [0]
    for id in 0...words.all.count {
      tables.wordKey += keyWords[UInt32(id)] ?? []
      tables.wordKeyStarts.append(UInt32(tables.wordKey.count))
    }
    tables.classKeyStarts = [0]
    for id in 0..<classNames.count {
      tables.classKey += keyClasses[UInt32(id)] ?? []
      tables.classKeyStarts.append(UInt32(tables.classKey.count))
    }
  }

  private func buildStrings(into tables: inout CatalogTables) {
    tables.stringStarts = [0]
    for text in strings {
      tables.stringBytes += Array(text.utf8)
      tables.stringStarts.append(UInt32(tables.stringBytes.count))
    }
  }
}

/// The set of folded words, numbered from 1 in a fixed order.
struct WordTable {
  let all: [String]
  private let ids: [String: UInt32]

  init(_ words: [String]) {
    all = Set(words).sorted()
    ids = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, UInt32($0 + 1)) })
  }

  func id(_ word: String) -> UInt32 { ids[word] ?? 0 }
}

/// The hash of a trie edge, the same when tables are built and read.
public enum EdgeHash {
  @inlinable public static func slot(node: UInt32, word: UInt32, mask: Int) -> Int {
    let mixed = (node &* 0x9E37_79B1) ^ (word &* 0x85EB_CA77)
    return Int(mixed ^ (mixed >> 15)) & mask
  }
}
