import RuleFormat

/// The words of a text that carry content, cut to stems, for finding the fact that a sentence speaks of without a shared key.
struct ContentWords: Sendable {
  let stems: Set<String>

  init(_ text: String) {
    stems = Set(Folding.words(of: text).filter { $0.utf8.count > 3 }.map(Self.stem))
  }

  func overlap(with other: ContentWords) -> Int { stems.intersection(other.stems).count }

  /// Cuts inflectional endings, enough that `notified`, `notify` and `notifications` meet.
  static func stem(_ word: String) -> String {
    var stem = word
    for ending in ["ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y", "e"]
    where stem.hasSuffix(ending) {
      if stem.utf8.count - ending.utf8.count >= 3 { stem.removeLast(ending.count) }
      break
    }
    return stem
  }
}
