/// Words with which physicians deny: they stand here and not in `Rules/`, which speaks of incidents.
enum ClinicalCues {
  /// By the class to which they are added.
  static let classes: [(name: String, phrases: [String])] = [
    (
      "cue.negation",
      [
        "denies", "denied", "denying", "deny", "negative for", "ve for", "negative", "ruled out for",
        "rules out",
        "absence of", "free of", "fails to reveal", "fail to reveal", "unremarkable for", "lacked", "lacking",
        "clear of",
        "low suspicion for",
      ]
    ),
    ("cue.negation.after", ["resolved", "was negative", "were negative", "is negative"]),
    ("cue.negation.end", ["positive for", "secondary to", "otherwise"]),
    (
      "cue.negation.pseudo",
      [
        "no increase", "no significant change", "no interval change", "no significant interval change",
        "no definite change", "no suspicious change", "gram negative", "without difficulty",
        "not necessarily",
        "without change", "not certain whether", "not cause", "not drain", "not extend",
        "negative deflections",
      ]
    ),
  ]
}
