/// The kind of one value: how its text is read, and which words it may be.
public struct ValueKind: Sendable, Hashable {
  public enum Form: Sendable, Hashable {
    case text, word, quantity, time, duration
  }

  /// Name for the JSON Schema's `$defs`.
  public var name: String
  public var form: Form
  /// The words allowed for `.word`; for other forms, words that may stand instead of the form. `unknown` always may.
  public var words: [String]
  /// Other spellings of the words.
  public var synonyms: [String: String]
  /// The word that `suspected` stands for, with the state `suspected`: `affected` for data.
  public var suspicion: String?
  /// True where the value may be a list of such values.
  public var isList: Bool
  /// True where the value names ids of the data-type ontology.
  public var isDataType: Bool

  init(
    _ name: String, _ form: Form, words: [String] = [], synonyms: [String: String] = [:],
    suspicion: String? = nil,
    isList: Bool = false, isDataType: Bool = false
  ) {
    self.name = name
    self.form = form
    self.words = words
    self.synonyms = synonyms
    self.suspicion = suspicion
    self.isList = isList
    self.isDataType = isDataType
  }

  /// The words that a message lists and that completion offers.
  public var allowedWords: [String] {
    var all = words
    if let suspicion, !all.contains("suspected") {
      all.insert("suspected", at: (all.firstIndex(of: suspicion) ?? 0) + 1)
    }
    if !all.contains("unknown") { all.append("unknown") }
    return all
  }

  /// The word as the model holds it, or nil if it is not allowed.
  func canonical(_ text: String) -> String? {
    let word = text.asciiLowercased
    if let other = synonyms[word] { return other }
    if words.contains(word) || word == "unknown" { return word }
    if word == "suspected", suspicion != nil { return word }
    return nil
  }

  /// What a value has to look like, for messages.
  public var expectation: String {
    let list = "one of " + allowedWords.joined(separator: ", ")
    let or = words.isEmpty ? ", or unknown" : ", or " + list
    return switch form {
    case .text: "text"
    case .word: list
    case .quantity:
      "a quantity such as 12000, \"~12000\", \">=12000\", \"<500\", \"10000..15000\" or \"6%\"" + or
    case .time: "a time such as 2026-03-02, 2026-03-02T18:00:00Z, 2026-03 or 2026-01..2026-03" + or
    case .duration: "an ISO 8601 duration such as PT72H or P30D" + or
    }
  }

  // MARK: - Kinds that are used in many places

  public static let text = ValueKind("text", .text)
  public static let texts = ValueKind("texts", .text, isList: true)
  public static let quantity = ValueKind("quantity", .quantity)
  public static let time = ValueKind("time", .time)
  public static let duration = ValueKind("duration", .duration)
  public static let dataTypes = ValueKind("data-types", .text, isList: true, isDataType: true)

  static let answerSynonyms = ["true": "yes", "false": "no", "on": "yes", "off": "no", "y": "yes", "n": "no"]
  /// `yes` or `no`, which YAML also writes `true` and `false`.
  public static let answer = ValueKind("answer", .word, words: ["yes", "no"], synonyms: answerSynonyms)
  public static let partialAnswer = ValueKind(
    "partial-answer", .word, words: ["yes", "no", "partial"], synonyms: answerSynonyms)

  /// One or several of some words.
  static func words(
    _ name: String, _ words: [String], synonyms: [String: String] = [:], suspicion: String? = nil,
    isList: Bool = false
  ) -> ValueKind {
    ValueKind(name, .word, words: words, synonyms: synonyms, suspicion: suspicion, isList: isList)
  }
}

extension StringProtocol {
  /// The text with A to Z in lower case and all else as it is.
  var asciiLowercased: String {
    String(decoding: utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
