/// Makes the written forms of a phrase: plurals, verb forms, spellings. Irregular forms are data (`Rules/language/inflection.yaml`).
struct Inflection {
  enum Mode: String, CaseIterable {
    /// As written.
    case none
    /// Singular and plural of the head noun.
    case noun
    /// All forms of the first word as a verb.
    case verb
    /// Past tense and past participle of the first word.
    case past
  }

  var irregularVerbs: [String: [String]] = [:]
  var irregularPasts: [String: [String]] = [:]
  var irregularNouns: [String: String] = [:]
  /// Words that have no plural of their own.
  var uncountable: Set<String> = []
  /// American word → British word.
  var spellings: [String: String] = [:]
  /// Verbs that double the last consonant: stop → stopped.
  var doubling: Set<String> = []

  func forms(of phrase: [String], mode: Mode) -> [[String]] {
    var result: [[String]] = [phrase]
    switch mode {
    case .none: break
    case .noun:
      // The head noun is the last word, or the word before the first preposition.
      let head =
        (phrase.firstIndex { ["of", "to", "in", "on", "with", "for", "at", "by", "from"].contains($0) }
          ?? phrase.count) - 1
      if head >= 0, let plural = plural(of: phrase[head]) {
        var form = phrase
        form[head] = plural
        result.append(form)
      }
    case .verb, .past:
      guard let verb = phrase.first else { break }
      let forms = mode == .verb ? verbForms(of: verb) : pastForms(of: verb)
      if mode == .past { result = [] }
      for form in forms { result.append([form] + phrase.dropFirst()) }
    }
    for form in result {
      for (index, word) in form.enumerated() {
        if let british = spellings[word] {
          var variant = form
          variant[index] = british
          result.append(variant)
        }
      }
    }
    var seen: Set<[String]> = []
    return result.filter { seen.insert($0).inserted }
  }

  func plural(of noun: String) -> String? {
    if let irregular = irregularNouns[noun] { return irregular }
    if uncountable.contains(noun) || noun.hasSuffix("ss") && noun.count < 3 { return nil }
    if noun.last.map({ !$0.isLetter }) ?? true { return nil }
    if noun.hasSuffix("s"), !noun.hasSuffix("ss"), !noun.hasSuffix("us"), !noun.hasSuffix("is") { return nil }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("is") { return noun.dropLast(2) + "es" }
    if ["s", "x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    return noun + "s"
  }

  func verbForms(of verb: String) -> [String] {
    if let forms = irregularVerbs[verb] { return forms }
    return [third(of: verb), gerund(of: verb)] + pastForms(of: verb)
  }

  func pastForms(of verb: String) -> [String] {
    if let forms = irregularPasts[verb] { return forms }
    if verb.hasSuffix("e") { return [verb + "d"] }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return [verb.dropLast() + "ied"]
    }
    if doubling.contains(verb), let last = verb.last { return [verb + String(last) + "ed"] }
    return [verb + "ed"]
  }

  private func third(of verb: String) -> String {
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return verb.dropLast() + "ies"
    }
    return ["s", "x", "z", "ch", "sh", "o"].contains(where: verb.hasSuffix) ? verb + "es" : verb + "s"
  }

  private func gerund(of verb: String) -> String {
    if doubling.contains(verb), let last = verb.last { return verb + String(last) + "ing" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    return verb + "ing"
  }
}
