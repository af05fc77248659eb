/// Everything under `Rules/` as flat tables that the engine reads without further work. Made by ``CatalogBuilder``, either
/// at build time (and embedded in the binary) or at run time when a user's pack is added.
public struct CatalogTables: Sendable {
  // MARK: Words
  /// Folded words, one after the other; word `w` (from 1) is `wordBytes[wordStarts[w - 1]..<wordStarts[w]]`.
  public var wordBytes: [UInt8] = []
  public var wordStarts: [UInt32] = [0]
  /// Open-addressing table by ``Folding/hash(_:)``: word ids, 0 for empty. The size is a power of two.
  public var wordSlots: [UInt32] = []

  // MARK: Phrases
  /// Open-addressing table of edges: node, word, target. Node 0 is the root; an empty slot has word 0.
  public var edgeSlots: [UInt32] = []
  /// Entries that end at node `n` are `nodeEntries[n]..<nodeEntries[n + 1]`.
  public var nodeEntries: [UInt32] = [0, 0]
  /// Class of each entry.
  public var entryClass: [UInt32] = []
  /// Symbol of each entry (index in ``strings``), 0 for none.
  public var entrySymbol: [UInt32] = []
  /// Number of each entry plus one, in two halves of 30 bits; 0 for none.
  public var entryNumber: [UInt32] = []
  /// 1 where the phrase must be written in capitals.
  public var entryCapitals: [UInt32] = []
  /// Class names (indices in ``strings``); the class id is the index.
  public var classNames: [UInt32] = []

  // MARK: Patterns
  /// Instructions of all patterns, two numbers each: operation and operand.
  public var program: [UInt32] = []
  /// First instruction of each pattern.
  public var patternStart: [UInt32] = []
  /// Claim kind, topic, argument text and rule name of each pattern (indices in ``strings``, 0 for none), four numbers each.
  public var patternInfo: [UInt32] = []
  /// Patterns that can begin with word `w` are `wordFirst[wordFirstStarts[w]..<wordFirstStarts[w + 1]]`.
  public var wordFirstStarts: [UInt32] = [0, 0]
  public var wordFirst: [UInt32] = []
  /// The same by class.
  public var classFirstStarts: [UInt32] = [0]
  public var classFirst: [UInt32] = []
  /// Patterns that can begin with any number token.
  public var numberFirst: [UInt32] = []
  /// Patterns that match only where word `w` stands are among `wordKey[wordKeyStarts[w]..<wordKeyStarts[w + 1]]`. Each pattern is
  /// filed under the rarest of its parts: if that is a choice, under every word and class of it.
  public var wordKeyStarts: [UInt32] = [0, 0]
  public var wordKey: [UInt32] = []
  /// The same by class.
  public var classKeyStarts: [UInt32] = [0]
  public var classKey: [UInt32] = []
  /// Patterns that match only where a number stands.
  public var numberKey: [UInt32] = []
  /// All parts of pattern `p` stand in `patternParts[patternPartStarts[p]..<patternPartStarts[p + 1]]`: for each part the count of
  /// its words and classes, then the words doubled and the classes doubled plus one. One of them must stand in the sentence.
  public var patternPartStarts: [UInt32] = [0]
  public var patternParts: [UInt32] = []

  // MARK: Ontology of data types
  /// Identifiers of the data types (indices in ``strings``).
  public var typeNames: [UInt32] = []
  /// Parents of type `t`: `typeParents[typeParentStarts[t]..<typeParentStarts[t + 1]]`.
  public var typeParentStarts: [UInt32] = [0]
  public var typeParents: [UInt32] = []
  public var typePartStarts: [UInt32] = [0]
  public var typeParts: [UInt32] = []
  /// Sensitivity from 0 to 4, plus 8 where the type is a vague bucket.
  public var typeTraits: [UInt32] = []
  /// Display names (indices in ``strings``).
  public var typeLabels: [UInt32] = []
  /// Protection states and their ranks: name (index in ``strings``), rank.
  public var states: [UInt32] = []

  // MARK: Rules
  /// ``RuleRow/width`` numbers a rule (indices in ``strings``).
  public var rules: [UInt32] = []
  /// Free-form settings, key and value (indices in ``strings``).
  public var settings: [UInt32] = []

  // MARK: Strings
  /// UTF-8 of all strings; string `s` is `stringBytes[stringStarts[s]..<stringStarts[s + 1]]`; string 0 is empty.
  public var stringBytes: [UInt8] = []
  public var stringStarts: [UInt32] = [0, 0]

  public init() {}

  public func string(_ index: UInt32) -> String {
    let i = Int(index)
    return String(decoding: stringBytes[Int(stringStarts[i])..<Int(stringStarts[i + 1])], as: UTF8.self)
  }
}

/// Operations of pattern programs.
public enum PatternOperation: UInt32, Sendable {
  /// One token that is the word (operand: word id).
  case word
  /// The longest phrase of a class here, then shorter ones (operand: class id).
  case `class`
  /// One number token.
  case number
  /// Any one word or number token.
  case any
  /// Up to `operand` further tokens of the same clause, fewest first.
  case gap
  /// Continue here or, failing that, at instruction `operand`.
  case split
  /// Continue at instruction `operand`.
  case jump
  /// Only at the start of a sentence.
  case sentenceStart
  /// Only at the end of a sentence.
  case sentenceEnd
  /// Succeeds if the next token is not the word / does not begin a phrase of the class.
  case notWord
  case notClass
  /// Succeeds if the token before is not the word / does not end a phrase of the class.
  case notAfterWord
  case notAfterClass
  /// Start and end of the stretch that is quoted.
  case open
  case close
  /// The pattern (operand) has matched.
  case match
  /// Only if the token was written in capitals or with a capital first.
  case capital
}

/// One rule's strings in ``CatalogTables/rules``, by position.
public enum RuleRow: Int, CaseIterable, Sendable {
  case name, code, verdict, severity, message, why, suggest, summary, kind, reasons, path, line, tier
  public static var width: Int { allCases.count }
}
