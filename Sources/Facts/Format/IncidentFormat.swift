extension SheetFormat {
  /// Units that stand beside the other keys of an incident; any other unit stands under `counts`.
  public static let units = [
    "people", "accounts", "records", "customers", "business_customers", "employees", "patients", "students",
    "households", "devices", "files", "cards", "emails", "bytes",
  ]

  static let incidentTypes = [
    "data_breach", "ransomware", "ddos", "outage", "vulnerability", "exposure", "insider", "lost_device",
    "account_takeover", "third_party",
  ]

  /// The phases, in their order.
  public static let phases = ["suspected", "investigating", "contained", "eradicated", "recovered", "closed"]

  static let count = FactShape(
    "count", .quantity,
    attributes: [CommonKeys.basis, CommonKeys.scope, CommonKeys.exceptions, CommonKeys.names])

  static let incident = MapShape(
    "incident",
    keys: [
      Key("id", "The organisation's own number for it.", .text),
      Key("public_name", "The name the public knows.", .text),
      Key("aliases", "Other names.", .texts),
      Key(
        "type", "What kind of incident; one or several.", .words("incident-type", incidentTypes, isList: true)
      ),
      Key("phase", "How far the response has come.", .words("phase", phases)),
      Key(
        "attacker_access", "Whether the attacker can still get in.",
        .fact(
          FactShape(
            "attacker-access",
            .words("attacker-access-value", ["active", "suspected_active", "believed_removed", "removed"]),
            attributes: [CommonKeys.basis, CommonKeys.scope]))),
      Key("intrusions", "How many separate intrusions.", .fact(count)),
      Key("timeline", "Events and when they happened.", .map(timeline)),
      Key("population", "How many there are in all, by unit.", .map(counts("population"))),
    ] + units.map { Key($0, "How many \($0.spaced) are affected.", .fact(count)) } + [
      Key("counts", "How many are affected, by any other unit.", .map(counts("counts"))),
      Key("residents", "How many are affected, by country or state.", .map(residents)),
      Key("data", "Which data is affected.", .map(data)),
      Key("inventory", "Whether `data` lists all of it.", .words("inventory", ["partial", "complete"])),
      Key("cohorts", "Groups that documents address on their own.", .map(cohorts)),
      Key("systems", "Which systems are affected.", .map(systems)),
      Key("services", "Which services were down.", .map(services)),
      Key("misuse", "Whether the data was misused.", .fact(search("misuse"))),
      Key("publication", "Whether stolen data appeared in public.", .fact(search("publication"))),
      Key("evidence", "What could be seen, which gives weight to \"no evidence\".", .list(.fact(evidence))),
      Key("forensics", "Who investigates.", .fact(forensics)),
      Key("cause", "How it came about.", .fact(cause)),
      Key("actor", "Who did it.", .fact(actor)),
      Key("extortion", "Demands and payments.", .map(extortion)),
      Key("third_parties", "Others that are involved.", .map(thirdParties)),
      Key("remediation", "What is done about it.", .map(remediation)),
      Key("promises", "The only commitments a document may make.", .map(promises)),
      Key("notifications", "Who was told, and when.", .map(notifications)),
      Key("regimes", "Ids of the regulation table that apply.", .texts),
      Key("law_enforcement", "Whether it was reported to law enforcement.", .fact(lawEnforcement)),
      Key("attacker_claims", "What the attackers claim.", .list(.fact(attackerClaim))),
      Key("embargo", "What must not be told yet.", .list(.fact(embargo))),
      Key("do_not_say", "Terms that must not be used.", .list(.fact(withheldTerm))),
      Key("next_update", "When the next statement is due.", .time),
    ])

  /// Events of the timeline with a meaning of their own, in the order in which they can happen.
  public static let events = [
    "occurred", "ended", "detected", "discovered", "aware", "determined", "materiality", "classified_major",
    "assessed_notifiable", "believed", "contained", "eradicated", "service_down", "service_restored",
    "disclosed",
    "individuals_notified", "law_enforcement_notified", "ransom_paid", "corrective_available",
  ]

  static let event = FactShape("event", .time, attributes: [CommonKeys.basis, CommonKeys.scope])

  static let timeline = MapShape(
    "timeline",
    keys: events.map { Key($0, "When: \($0.spaced).", .fact(event)) } + [
      Key(
        "detected_by", "Who noticed it.",
        .words("detector", ["self", "third_party", "attacker", "customer"]))
    ],
    free: FreeKeys(meaning: "event", isDataType: false, shape: .fact(event)))

  static func counts(_ name: String) -> MapShape {
    MapShape(name, free: FreeKeys(meaning: "unit", isDataType: false, shape: .fact(count)))
  }

  static let residents = MapShape(
    "residents", free: FreeKeys(meaning: "country or state code", isDataType: false, shape: .fact(count)))

  static let exposures = [
    "exposed", "accessed", "viewed", "exfiltrated", "published", "misused", "altered", "destroyed",
    "encrypted",
  ]

  /// The protection states of the ontology, and that the data is not held at all.
  static let forms = ValueKind.words(
    "form",
    [
      "plaintext", "encoded", "hashed_unsalted", "hashed", "hashed_salted", "hashed_slow", "encrypted",
      "tokenized",
      "masked", "pseudonymised", "anonymised", "encrypted_key_exposed", "end_to_end_encrypted", "not_held",
    ],
    synonyms: [
      "salted_hash": "hashed_salted", "salted": "hashed_salted", "unsalted_hash": "hashed_unsalted",
      "slow_hash": "hashed_slow", "plain_text": "plaintext", "cleartext": "plaintext", "hash": "hashed",
      "tokenised": "tokenized", "pseudonymized": "pseudonymised", "anonymized": "anonymised",
    ])

  static let data = MapShape(
    "data",
    free: FreeKeys(
      meaning: "data type", isDataType: true,
      shape: .fact(
        FactShape(
          "data-entry",
          .words("affected", ["affected", "none_found", "ruled_out"], suspicion: "affected"),
          attributes: [
            Key(
              "field", "The data type, where the key is another name.",
              ValueKind("data-type", .text, isDataType: true)),
            Key("exposure", "What happened to it.", .words("exposure", exposures, isList: true)),
            Key("form", "How it was protected.", .fact(FactShape("form", forms))),
            Key("algorithm", "The algorithm of the protection.", .texts),
            Key("key_state", "Whether the key was taken too.", .words("key-state", ["safe", "exposed"])),
            Key("cohort", "Whose data.", .texts),
            Key("people", "How many people's.", .quantity),
            Key("vintage", "From which years.", .time),
            CommonKeys.basis, CommonKeys.scope, CommonKeys.exceptions, CommonKeys.names,
          ]))))

  static let cohorts = MapShape(
    "cohorts",
    free: FreeKeys(
      meaning: "id of a cohort", isDataType: false,
      shape: .fact(
        FactShape(
          "cohort", .quantity, main: "people", needsValue: false,
          attributes: [
            Key("data", "Which data of theirs.", .dataTypes), CommonKeys.names, CommonKeys.scope,
          ]))))

  static let systems = MapShape(
    "systems",
    free: FreeKeys(
      meaning: "id of a system", isDataType: false,
      shape: .fact(
        FactShape(
          "system", .words("affected", ["affected", "none_found", "ruled_out"], suspicion: "affected"),
          attributes: [
            CommonKeys.names, Key("environment", "Production, test, office.", .text),
            CommonKeys.basis, CommonKeys.scope, CommonKeys.exceptions,
          ]))))

  static let services = MapShape(
    "services",
    free: FreeKeys(
      meaning: "id of a service", isDataType: false,
      shape: .fact(
        FactShape(
          "service", .words("service-status", ["up", "degraded", "down", "restored"]), main: "status",
          needsValue: false,
          attributes: [
            CommonKeys.names, Key("down", "From when to when it was down.", .time), CommonKeys.scope,
            CommonKeys.exceptions,
          ]))))

  static func search(_ name: String) -> FactShape {
    FactShape(
      name,
      .words(
        "search-result", ["found", "none_found", "ruled_out"], synonyms: ["affected": "found"],
        suspicion: "found"),
      attributes: [CommonKeys.basis, CommonKeys.scope, CommonKeys.exceptions])
  }

  static let evidence = FactShape(
    "evidence", .words("log-coverage", ["complete", "partial", "none"]), main: "coverage", needsValue: false,
    allowsShort: false,
    attributes: [
      Key("system", "Which system.", .texts), Key("log", "Which record of it.", .texts),
      Key("window", "From when to when.", .time), CommonKeys.basis, CommonKeys.scope,
    ])

  static let forensics = FactShape(
    "forensics", .words("forensics-status", ["preliminary", "final"]), main: "status", needsValue: false,
    attributes: [
      Key("firm", "Who investigates.", .text), CommonKeys.mayName,
      Key("report_due", "When their report is due.", .time), CommonKeys.scope,
    ])

  static let cause = FactShape(
    "cause", .text,
    attributes: [
      Key("cve", "CVE numbers.", .texts), Key("novel", "Whether it was unknown before.", .answer),
      CommonKeys.basis,
      CommonKeys.scope, CommonKeys.names,
    ])

  static let actor = FactShape(
    "actor", .text,
    attributes: [
      Key("may_attribute", "Whether a text may name them.", .answer), CommonKeys.basis, CommonKeys.names,
    ])

  static let extortion = MapShape(
    "extortion",
    keys: [
      ("demanded", "Whether a ransom was demanded."), ("paid", "Whether it was paid."),
      ("deletion_assurance", "Whether the attacker gave assurance that the data was deleted."),
    ].map {
      Key(
        $0.0, $0.1,
        .fact(
          FactShape(
            "extortion-fact", .answer, attributes: [CommonKeys.basis, Key("amount", "How much.", .text)])))
    })

  static let thirdParties = MapShape(
    "third-parties",
    free: FreeKeys(
      meaning: "id of a third party", isDataType: false,
      shape: .fact(
        FactShape(
          "third-party", .text, main: "name", needsValue: false,
          attributes: [
            Key("role", "What they do.", .text),
            Key("at_fault", "Whether it came about through them.", .answer),
            CommonKeys.mayName, CommonKeys.names,
          ]))))

  static let notifications = MapShape(
    "notifications",
    free: FreeKeys(
      meaning: "regime or recipient", isDataType: false,
      shape: .fact(
        FactShape(
          "notification", ValueKind("time-or-none", .time, words: ["none"]),
          attributes: [CommonKeys.scope, CommonKeys.coverage]))))

  static let lawEnforcement = FactShape(
    "law-enforcement", .words("reported", ["reported", "not_reported"]),
    attributes: [
      Key("at", "When.", .time), Key("agency", "To whom.", .texts), CommonKeys.mayName,
    ])

  static let attackerClaim = FactShape(
    "attacker-claim", .text, main: "claim", needsValue: false,
    attributes: [
      Key(
        "status", "Whether it is so.",
        .words(
          "claim-status", ["true", "false", "unverified"],
          synonyms: ["yes": "true", "no": "false"])),
      CommonKeys.basis,
    ])
}

extension String {
  /// `business customers` for `business_customers`.
  var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
