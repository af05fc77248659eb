import Claims
import Facts
import Language
import RuleFormat

/// One entry of a posture, with the words by which statements find it.
struct PostureEntry: Sendable {
  enum Section: Sendable { case crypto, control, practice, certification, retention }

  var section: Section
  var key: String
  var fact: Fact
  /// The family of a practice, from the verb of its id: `collect` for `collects_mac_address`; empty where the lexicon knows none.
  var family = ""
  /// The words of the id that say what is done, and to whom, without the verb.
  var object: [ContentWord] = []
  /// The data type that the id names.
  var type: String?
  /// The id and each name, as words.
  var labels: [[ContentWord]] = []
  /// The same, every word by itself; empty where that is no different.
  var singles: [[ContentWord]] = []
  /// Of these, the ones that deny something: "database cannot be reached over the Internet".
  var negativeLabels: Set<Int> = []
  /// Kinds of data that the scope names.
  var scopeTypes: [String] = []
  /// The standard that a certification or its assessment is about.
  var standard = ""

  /// A label by its number: even ones as read in phrases, odd ones word by word.
  func label(_ number: Int) -> [ContentWord] { number % 2 == 0 ? labels[number / 2] : singles[number / 2] }

  /// The words of the object that are not said of everything.
  var specific: [ContentWord] { object.filter { !$0.isWeak } }
}

/// A posture made ready for look-ups, once for each sheet.
struct PostureIndex: Sendable {
  let sheet: FactSheet
  let posture: Posture
  let words: PostureWords
  let entries: [PostureEntry]
  /// The words of each sentence that may be said as it stands.
  let allowed: [[ContentWord]]
  /// What the scopes of facts that speak for the organisation say, with the entry.
  let scopes: [(entry: Int, words: [ContentWord])]
  /// The commitments that are approved, and the plans, as words.
  let promises: [[ContentWord]]
  /// Families that speak for the organisation where they are done.
  let good: Set<String>
  /// Bucket of a word → label it stands in, as (entry, label, word).
  private let places: [String: [(entry: Int, label: Int, word: Int)]]

  init(sheet: FactSheet, posture: Posture, vocabulary: Vocabulary, ontology: Ontology) {
    self.sheet = sheet
    self.posture = posture
    let words = PostureWords(vocabulary: vocabulary)
    self.words = words
    let reader = EntryReader(words: words, ontology: ontology, organisation: sheet.organisation)
    var entries: [PostureEntry] = []
    for entry in posture.crypto { entries.append(reader.entry(.crypto, entry)) }
    for entry in posture.controls { entries.append(reader.entry(.control, entry)) }
    for entry in posture.practices { entries.append(reader.entry(.practice, entry)) }
    for entry in posture.certifications ?? [] { entries.append(reader.entry(.certification, entry)) }
    for entry in posture.retention { entries.append(reader.entry(.retention, entry)) }
    self.entries = entries
    allowed = (posture.claimsAllowed ?? []).compactMap { fact in
      let text = fact.items("text").first ?? fact.latest?.raw ?? ""
      return text.isEmpty ? nil : words.words(of: text)
    }
    scopes = entries.indices.compactMap { index in
      let text = entries[index].fact.items("scope") + entries[index].fact.items("note")
      let list = text.flatMap { words.words(of: $0) }
      return list.count < 3 ? nil : (index, list)
    }
    var promises: [[ContentWord]] = []
    for entry in posture.promises + sheet.incidents.flatMap(\.promises)
    where entry.fact.latest?.word("approved") != "no" {
      promises.append(
        words.words(
          of: entry.fact.items("text").joined(separator: " ") + " " + (entry.fact.latest?.raw ?? "")))
    }
    for entry in posture.remediation + sheet.incidents.flatMap(\.remediation) {
      promises.append(
        words.words(
          of: entry.fact.items("text").joined(separator: " ") + " " + (entry.fact.latest?.raw ?? "")))
    }
    self.promises = promises
    var places: [String: [(entry: Int, label: Int, word: Int)]] = [:]
    for (index, entry) in entries.enumerated()
    where entry.section == .control || entry.section == .practice {
      // The id of a practice whose verb is known is compared by that verb; its names are looked up.
      for (label, list) in entry.labels.enumerated()
      where label > 0 || entry.family.isEmpty || entry.section == .control {
        for (word, content) in list.enumerated() {
          places[content.bucket, default: []].append((index, label * 2, word))
        }
        for (word, content) in entry.singles[label].enumerated() {
          places[content.bucket, default: []].append((index, label * 2 + 1, word))
        }
      }
    }
    self.places = places
    good = reader.good
  }

  /// An entry whose id or name a statement repeats.
  struct Hit {
    var entry: Int
    /// Matched words of the statement.
    var words: [ContentWord]
    var score: Int
    /// True where the name itself denies something.
    var isNegative = false

    /// True where its words are among these, and fewer.
    func covers(_ other: Hit) -> Bool {
      words.count > other.words.count
        && other.words.allSatisfy { word in words.contains { $0.start == word.start && $0.end == word.end } }
    }
  }

  /// The entries whose words the statement shares: two words or more of which one is not said of everything, or the only word
  /// of a name; most of a name's words must be there.
  func hits(for statement: [ContentWord]) -> [Hit] {
    var found: [Int: [Int: [(word: Int, content: ContentWord)]]] = [:]
    for content in statement {
      for place in places[content.bucket] ?? []
      where entries[place.entry].label(place.label)[place.word].isSame(content) {
        if found[place.entry]?[place.label]?.contains(where: { $0.word == place.word }) == true { continue }
        found[place.entry, default: [:]][place.label, default: []].append((place.word, content))
      }
    }
    var hits: [Hit] = []
    for entry in found.keys.sorted() {
      var best: Hit?
      for (label, matches) in (found[entry] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let list = entries[entry].label(label)
        let size = list.count
        let strong = matches.contains { !$0.content.isWeak && !list[$0.word].isWeak }
        let count = matches.count
        let concepts = list.indices.filter { list[$0].text.hasPrefix("=") }
        guard concepts.isEmpty || matches.contains(where: { concepts.contains($0.word) }) else { continue }
        guard count * 10 >= size * 6, (strong && (count >= 2 || size == 1)) || (count >= 3 && count == size)
        else { continue }
        let words = matches.map(\.content).sorted { $0.start < $1.start }
        guard let first = words.first, let last = words.last, last.end - first.start <= 20 else { continue }
        let score = count * 100 / size + count
        if score > best?.score ?? 0 {
          best = Hit(
            entry: entry, words: words, score: score,
            isNegative: entries[entry].negativeLabels.contains(label / 2))
        }
      }
      if let best { hits.append(best) }
    }
    return hits
  }

  func entries(_ section: PostureEntry.Section) -> [PostureEntry] { entries.filter { $0.section == section } }

  func crypto(_ key: String) -> PostureEntry? { entries.first { $0.section == .crypto && $0.key == key } }
}

/// Reads entries into their words.
private struct EntryReader {
  let words: PostureWords
  let ontology: Ontology
  let good: Set<String>
  private let action: UInt32
  private let standard: UInt32
  private let subject: UInt32
  private let sharing: UInt32
  private let negation: UInt32
  private let data: UInt32
  /// Names of the organisation and its products, which name no control.
  private let products: Set<[ContentWord]>
  private let names: [ContentWord]

  init(words: PostureWords, ontology: Ontology, organisation: Organisation?) {
    self.words = words
    self.ontology = ontology
    let own = organisation.map { [$0.name].compactMap { $0 } + $0.aliases } ?? []
    names = own.flatMap { words.words(of: $0) }
    products = Set((own + (organisation?.products ?? [])).map { Self.plain(words.words(of: $0)) })
    action = words.vocabulary.type("posture.action")
    standard = words.vocabulary.type("posture.standard")
    sharing = words.vocabulary.type("posture.idshare")
    subject = words.vocabulary.type("posture.subject")
    negation = words.vocabulary.type("cue.negation")
    data = words.vocabulary.type("data")
    let list = words.vocabulary.type("posture.good")
    var good: Set<String> = []
    for family in PostureFamily.all {
      let tokens = words.tokens([family])
      if PhraseMatches(tokens: tokens, range: 0..<1, vocabulary: words.vocabulary).longest(list, at: 0) != nil
      {
        good.insert(family)
      }
    }
    self.good = good
  }

  /// True for a part of an id that says who acts.
  private func isSubject(_ part: Int, _ phrases: PhraseMatches) -> Bool {
    phrases.longest(subject, at: part) != nil
  }

  /// Words without their places, to compare.
  private static func plain(_ words: [ContentWord]) -> [ContentWord] {
    words.map { ContentWord(text: $0.text, isWeak: false, start: 0, end: 0) }
  }

  func entry(_ section: PostureEntry.Section, _ source: FactEntry) -> PostureEntry {
    var entry = PostureEntry(section: section, key: source.key, fact: source.fact)
    for text in [source.key.replacing("-", with: "_")] + source.fact.names + source.fact.items("name") {
      let label = words.words(of: text)
      guard !label.isEmpty, !products.contains(Self.plain(label)) else { continue }
      if words.has(negation, in: text) { entry.negativeLabels.insert(entry.labels.count) }
      let single = words.words(of: text, singly: true)
      entry.singles.append(single.count > 1 && single.map(\.text) != label.map(\.text) ? single : [])
      entry.labels.append(label)
    }
    entry.scopeTypes = source.fact.items("scope").flatMap { words.symbols(of: data, in: $0) }
    for label in entry.labels.indices {
      for word in entry.labels[label].indices where names.has(entry.labels[label][word]) {
        entry.labels[label][word].isWeak = true
      }
      for word in entry.singles[label].indices where names.has(entry.singles[label][word]) {
        entry.singles[label][word].isWeak = true
      }
    }
    for text in [source.key] + source.fact.names + source.fact.items("name") where entry.standard.isEmpty {
      let folded = Folding.words(of: String(text.map { $0 == "_" ? " " : $0 }))
      let tokens = words.tokens(folded)
      let phrases = PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: words.vocabulary)
      for index in tokens.indices {
        if let match = phrases.longest(standard, at: index) {
          entry.standard = words.vocabulary.symbolText(match)
          break
        }
      }
    }
    guard section == .practice || section == .retention else { return entry }
    let parts = source.key.split { $0 == "_" || $0 == "-" }.map { String($0).lowercased() }
    let tokens = words.tokens(parts)
    let phrases = PhraseMatches(tokens: tokens, range: 0..<tokens.count, vocabulary: words.vocabulary)
    var rest = parts[...]
    if section == .practice {
      if phrases.longest(action, at: 0) == nil, parts.contains(where: { $0 == "to" || $0 == "with" }),
        let match = phrases.longest(sharing, at: 0)
      {
        entry.family = PostureFamily.share
        rest = parts[match.end...]
      }
      // "sells_data", "staff_can_view_recordings".
      for index in 0..<min(4, parts.count) where entry.family.isEmpty {
        if index > 1, !(0..<index).allSatisfy({ isSubject($0, phrases) }) { break }
        if let match = phrases.longest(action, at: index) {
          entry.family = words.vocabulary.symbolText(match)
          rest = parts[match.end...]
          break
        }
      }
    }
    entry.object = words.words(of: rest.joined(separator: " "))
    // The longest id of a data type that the rest begins with.
    var length = rest.count
    while length > 0 {
      let id = rest.prefix(length).joined(separator: "_")
      if ontology.contains(id) {
        entry.type = id
        break
      }
      length -= 1
    }
    return entry
  }
}

/// Families of practices, as the lexicon's symbols.
enum PostureFamily {
  static let share = "share"

  static let all = [
    "collect", "share", "sell", "disclose", "log", "track", "store", "read", "delete", "use", "train",
    "consent", "optout",
    "anonymise", "thirdparty", "access",
    "require", "transfer", "advertise",
  ]

  /// Families whose facts a denial of one is compared with.
  static func related(to family: String) -> [String] {
    switch family {
    case "share": ["share", "sell", "disclose", "thirdparty", "transfer"]
    case "disclose": ["disclose", "share", "sell"]
    case "track": ["track", "log", "collect", "share"]
    case "log": ["log", "collect"]
    case "read": ["read"]
    case "use": ["use", "train"]
    case "train": ["train"]
    case "collect": ["collect", "log"]
    default: [family]
    }
  }
}
