/// Turns pattern syntax into instructions.
struct PatternCompiler {
  enum First: Hashable {
    case word(UInt32)
    case type(UInt32)
    case number
    case unbounded
  }

  let words: (String) -> UInt32
  let classes: (String) -> UInt32?
  private(set) var program: [UInt32]

  init(words: @escaping (String) -> UInt32, classes: @escaping (String) -> UInt32?, program: [UInt32]) {
    self.words = words
    self.classes = classes
    self.program = program
  }

  mutating func compile(_ items: [PatternItem], pattern: UInt32) throws(PatternSyntaxError) {
    try emit(items)
    put(.match, pattern)
  }

  private mutating func put(_ operation: PatternOperation, _ operand: UInt32 = 0) {
    program += [operation.rawValue, operand]
  }

  private var here: UInt32 { UInt32(program.count / 2) }

  private func classID(_ name: String) throws(PatternSyntaxError) -> UInt32 {
    guard let id = classes(name) else { throw PatternSyntaxError(message: "no class is called '\(name)'") }
    return id
  }

  private mutating func emit(_ items: [PatternItem]) throws(PatternSyntaxError) {
    for item in items {
      switch item {
      case .word(let word): put(.word, words(word))
      case .classes(let names): try emitAlternatives(names.map { [.classes([$0])] }, single: names)
      case .number: put(.number)
      case .any: put(.any)
      case .capital: put(.capital)
      case .gap(let count): put(.gap, UInt32(count))
      case .sentenceStart: put(.sentenceStart)
      case .sentenceEnd: put(.sentenceEnd)
      case .open: put(.open)
      case .close: put(.close)
      case .not(let inner): try emitGuard(inner, word: .notWord, type: .notClass)
      case .notAfter(let inner): try emitGuard(inner, word: .notAfterWord, type: .notAfterClass)
      case .optional(let inner):
        let split = program.count
        put(.split)
        try emit(inner)
        program[split + 1] = here
      case .alternatives(let lists): try emitAlternatives(lists, single: nil)
      }
    }
  }

  private mutating func emitAlternatives(_ lists: [[PatternItem]], single names: [String]?)
    throws(PatternSyntaxError)
  {
    if let names, names.count == 1 { return put(.class, try classID(names[0])) }
    var jumps: [Int] = []
    for (index, list) in lists.enumerated() {
      if index == lists.count - 1 {
        try emit(list)
      } else {
        let split = program.count
        put(.split)
        try emit(list)
        jumps.append(program.count)
        put(.jump)
        program[split + 1] = here
      }
    }
    for jump in jumps { program[jump + 1] = here }
  }

  private mutating func emitGuard(
    _ items: [PatternItem], word: PatternOperation, type: PatternOperation
  ) throws(PatternSyntaxError) {
    for item in items {
      switch item {
      case .word(let text): put(word, words(text))
      case .classes(let names): for name in names { put(type, try classID(name)) }
      case .alternatives(let lists): for list in lists { try emitGuard(list, word: word, type: type) }
      default: throw PatternSyntaxError(message: "'!' and '<!' take words and classes only")
      }
    }
  }

  /// What the first consumed token can be.
  func first(of items: [PatternItem]) -> Set<First> {
    let (set, passes) = firstSet(items[...])
    return passes ? set.union([.unbounded]) : set
  }

  private func firstSet(_ items: ArraySlice<PatternItem>) -> (Set<First>, Bool) {
    var result: Set<First> = []
    for item in items {
      switch item {
      case .word(let word): return (result.union([.word(words(word))]), false)
      case .classes(let names): return (result.union(names.compactMap { classes($0).map(First.type) }), false)
      case .number: return (result.union([.number]), false)
      case .any, .gap, .capital: return (result.union([.unbounded]), false)
      case .sentenceStart, .sentenceEnd, .open, .close, .not, .notAfter: continue
      case .optional(let inner): result.formUnion(firstSet(inner[...]).0)
      case .alternatives(let lists):
        var passes = false
        for list in lists {
          let (set, open) = firstSet(list[...])
          result.formUnion(set)
          passes = passes || open
        }
        if !passes { return (result, false) }
      }
    }
    return (result, true)
  }

  /// The parts that a pattern cannot match without, each as the words and classes of which one must stand there.
  func parts(of items: [PatternItem]) -> [Set<First>] {
    items.flatMap { item -> [Set<First>] in
      switch item {
      case .word(let word): [[.word(words(word))]]
      case .classes(let names): [Set(names.compactMap { classes($0).map(First.type) })]
      case .number: [[.number]]
      case .alternatives(let lists): choice(among: lists.map { parts(of: $0) })
      default: []
      }
    }
  }

  /// One part for a choice: the smallest part of each alternative, joined.
  private func choice(among lists: [[Set<First>]]) -> [Set<First>] {
    var joined: Set<First> = []
    for list in lists {
      guard let part = list.min(by: { $0.count < $1.count }) else { return [] }
      joined.formUnion(part)
    }
    return joined.isEmpty ? [] : [joined]
  }
}
