/// One data type among those that an incident is about.
public struct DataEntry: Sendable, Hashable {
  /// The key in the sheet.
  public var key: String
  /// The data type: the key, or what `field:` says.
  public var field: String
  public var fact: Fact
}

/// What the sheet says about one incident. A nil property is a key that is not written: that is unknown, never "no".
public struct Incident: Sendable, Hashable {
  public var section: FactSection

  public init(section: FactSection) { self.section = section }

  public var id: String? { section.text("id") }
  public var publicName: String? { section.text("public_name") }
  public var aliases: [String] { section.texts("aliases") }
  /// The kinds of incident: `data_breach`, `ransomware`, `outage`, …
  public var types: [String] { section.texts("type") }
  /// `suspected`, `investigating`, `contained`, `eradicated`, `recovered` or `closed`.
  public var phase: Fact? { section.fact("phase") }
  /// `active`, `suspected_active`, `believed_removed` or `removed`.
  public var attackerAccess: Fact? { section.fact("attacker_access") }
  /// How many separate intrusions.
  public var intrusions: Fact? { section.fact("intrusions") }

  /// Event → time.
  public var timeline: [FactEntry] { (section.entries("timeline") ?? []).filter { $0.key != "detected_by" } }
  public func event(_ name: String) -> Fact? { section.section("timeline")?.fact(name) }
  /// `self`, `third_party`, `attacker` or `customer`.
  public var detectedBy: Fact? { section.section("timeline")?.fact("detected_by") }

  /// Unit → how many there are in all.
  public var population: [FactEntry] { section.entries("population") ?? [] }
  public func population(of unit: String) -> Fact? { section.section("population")?.fact(unit) }

  /// Unit → how many are affected: the units that stand beside the other keys, and those under `counts`.
  public var counts: [FactEntry] {
    section.members.flatMap { member -> [FactEntry] in
      switch member.content {
      case .fact(let fact) where SheetFormat.units.contains(member.key):
        [FactEntry(key: member.key, fact: fact)]
      case .section(let section) where member.key == "counts": section.entries
      default: []
      }
    }
  }
  public func count(of unit: String) -> Fact? { section.fact(unit) ?? section.section("counts")?.fact(unit) }

  /// Country or state → how many are affected there.
  public var residents: [FactEntry] { section.entries("residents") ?? [] }

  /// Which data is affected, in the order of the file.
  public var data: [DataEntry] {
    (section.entries("data") ?? []).map {
      DataEntry(key: $0.key, field: $0.fact.items("field").first ?? $0.key, fact: $0.fact)
    }
  }
  /// Whether `data` is written at all.
  public var listsData: Bool { section.has("data") }
  /// `partial` (also where it is not written) or `complete`.
  public var inventory: Fact? { section.fact("inventory") }
  /// True where data that is not listed counts as ruled out.
  public func inventoryIsComplete(asOf moment: Instant) -> Bool {
    inventory?.word(asOf: moment) == "complete"
  }

  /// Groups with their number (the value) and their `data`.
  public var cohorts: [FactEntry] { section.entries("cohorts") ?? [] }
  /// `affected`, `none_found`, `ruled_out` or `unknown`, with `names` and `environment`.
  public var systems: [FactEntry] { section.entries("systems") ?? [] }
  /// `up`, `degraded`, `down` or `restored`, with the time `down`.
  public var services: [FactEntry] { section.entries("services") ?? [] }
  /// `found`, `none_found`, `ruled_out` or `unknown`, with its `basis`.
  public var misuse: Fact? { section.fact("misuse") }
  /// The same values, for stolen data in public.
  public var publication: Fact? { section.fact("publication") }
  /// `complete`, `partial` or `none` for the `log` of a `system` in a `window`; nil where nothing is said.
  public var evidence: [Fact]? { section.list("evidence") }
  /// `preliminary` or `final`, with `firm` and `may_name`.
  public var forensics: Fact? { section.fact("forensics") }
  /// The vector, a free id, with `cve` and `novel`.
  public var cause: Fact? { section.fact("cause") }
  /// Who did it, with `may_attribute`.
  public var actor: Fact? { section.fact("actor") }
  public var ransomDemanded: Fact? { section.section("extortion")?.fact("demanded") }
  public var ransomPaid: Fact? { section.section("extortion")?.fact("paid") }
  public var deletionAssurance: Fact? { section.section("extortion")?.fact("deletion_assurance") }
  /// Names of others, with `role`, `at_fault` and `may_name`.
  public var thirdParties: [FactEntry] { section.entries("third_parties") ?? [] }
  /// What is done about it: `done`, `in_progress`, `planned` or `rejected`, with `text`, `done_at`, `due`, `coverage`.
  public var remediation: [FactEntry] { section.entries("remediation") ?? [] }
  /// The commitments (their text is the value) that a document may make where `approved` is `yes`.
  public var promises: [FactEntry] { section.entries("promises") ?? [] }
  /// Regime or recipient → the time sent, or `none`.
  public var notifications: [FactEntry] { section.entries("notifications") ?? [] }
  /// Ids of the regulation table; nil where nothing is said, empty where none applies.
  public var regimes: [String]? { section.has("regimes") ? section.texts("regimes") : nil }
  /// `reported` or `not_reported`, with `at`, `agency` and `may_name`.
  public var lawEnforcement: Fact? { section.fact("law_enforcement") }
  /// What the attackers claim, with `status`: `true`, `false` or `unverified`.
  public var attackerClaims: [Fact]? { section.list("attacker_claims") }
  public var embargo: [Fact] { section.list("embargo") ?? [] }
  public var doNotSay: [Fact] { section.list("do_not_say") ?? [] }
  public var nextUpdate: Fact? { section.fact("next_update") }
}

/// What the sheet says of the organisation's security at all times.
public struct Posture: Sendable, Hashable {
  public var section: FactSection

  public init(section: FactSection) { self.section = section }

  /// Nil where nothing is said, empty where there were none.
  public var breaches: [Fact]? { section.list("breaches") }
  /// `full`, `partial` or `none`, with `algorithm`, `minimum`, `scope`, `exceptions`.
  public var crypto: [FactEntry] { section.entries("crypto") ?? [] }
  public func crypto(_ key: String) -> Fact? { section.section("crypto")?.fact(key) }
  /// `in_place`, `partial`, `optional`, `planned`, `absent` or `retired`, with `names`, `scope`, `exceptions`.
  public var controls: [FactEntry] { section.entries("controls") ?? [] }
  /// `held`, `expired` or `none`; nil where nothing is said.
  public var certifications: [FactEntry]? { section.entries("certifications") }
  /// Nil where nothing is said, empty where there are none.
  public var awards: [Fact]? { section.list("awards") }
  /// `coverage`, `last`.
  public var training: Fact? { section.fact("training") }
  /// `reviewed`, `review_every`.
  public var plan: Fact? { section.fact("plan") }
  /// `yes`, `no` or `partial`.
  public var practices: [FactEntry] { section.entries("practices") ?? [] }
  /// Field or id → the period stated (the fact's value) and the one `enforced` (an attribute).
  public var retention: [FactEntry] { section.entries("retention") ?? [] }
  public var promises: [FactEntry] { section.entries("promises") ?? [] }
  public var remediation: [FactEntry] { section.entries("remediation") ?? [] }
  public var doNotSay: [Fact] { section.list("do_not_say") ?? [] }
  public var embargo: [Fact] { section.list("embargo") ?? [] }
  /// `open` or `fixed`, with `text`, `severity`, `fixed_in`, `exploited`, `disclosed`.
  public var vulnerabilities: [FactEntry] { section.entries("vulnerabilities") ?? [] }
  /// Sentences that are substantiated, with their `evidence`.
  public var claimsAllowed: [Fact]? { section.list("claims_allowed") }
}
