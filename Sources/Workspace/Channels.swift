import RuleFormat

/// The channels that a document can be for.
public enum Channels {
  /// Name → other names of it.
  static let names: [(name: String, aliases: [String])] = [
    ("social_post", ["tweet", "x", "mastodon", "bluesky", "linkedin_short", "sms"]),
    ("holding_statement", []),
    ("press_release", []), ("customer_notice", ["breach_letter", "customer_email"]), ("b2b_notice", []),
    ("regulator_notice", []), ("status_page", []), ("security_advisory", ["csaf", "vex", "ghsa"]),
    ("sec_8k_105", ["8k", "8-k"]), ("faq", []),
    ("talking_points", ["executive_guidance", "q_and_a_internal"]),
    ("trust_page", []), ("marketing", []), ("post_mortem", ["incident_report", "rca"]), ("correction", []),
    ("voice_script", ["call_centre_script", "ivr", "sms_script"]), ("blog", ["newsroom_post"]),
    ("policy", ["privacy_policy", "terms"]), ("app_store", ["store_listing", "data_safety"]),
  ]

  /// The channel of that name or other name, however it is capitalised or hyphenated; nil if there is none.
  public static func channel(named text: String) -> String? {
    let wanted = String(text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    for (name, aliases) in names {
      if name == wanted || aliases.contains(where: { $0 == wanted || $0 == text.lowercased() }) {
        return name
      }
    }
    return nil
  }

  /// Says that a channel is unknown, and which was probably meant.
  static func complaint(_ text: String) -> String {
    let hint = EditDistance.nearest(to: text, among: names.map(\.name)).map { "did you mean '\($0)'?" }
    return "unknown channel '\(text)'; \(hint ?? "known are \(names.map(\.name).joined(separator: ", "))")"
  }
}
