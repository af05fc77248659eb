extension SheetFormat {
  static let posture = MapShape(
    "posture",
    keys: [
      Key("breaches", "Earlier breaches: they defeat \"never been breached\".", .list(.fact(breach))),
      Key("crypto", "What is encrypted.", .map(crypto)),
      Key("controls", "Security controls.", .map(controls)),
      Key("certifications", "Certificates and audit reports.", .map(certifications)),
      Key("awards", "Awards.", .list(.fact(award))),
      Key("training", "Security training.", .fact(training)),
      Key("plan", "The incident response plan.", .fact(plan)),
      Key("practices", "What is done with data.", .map(practices)),
      Key("retention", "How long data is kept.", .map(retention)),
      Key("promises", "Commitments that documents may make.", .map(promises)),
      Key("remediation", "What is planned or done.", .map(remediation)),
      Key("do_not_say", "Terms that must not be used.", .list(.fact(withheldTerm))),
      Key("embargo", "What must not be told yet.", .list(.fact(embargo))),
      Key("vulnerabilities", "Known vulnerabilities.", .map(vulnerabilities)),
      Key("claims_allowed", "Sentences that are substantiated.", .list(.fact(allowedClaim))),
    ])

  static let breach = FactShape(
    "breach", .text, main: "id", needsValue: false,
    attributes: [
      Key("at", "When it happened.", .time), Key("public", "Whether the public knows.", .answer),
      CommonKeys.names,
      CommonKeys.scope,
    ])

  static let crypto = MapShape(
    "crypto",
    keys: [
      ("at_rest", "Stored data."), ("in_transit", "Data on its way."), ("end_to_end", "From end to end."),
      ("backups", "Backups."), ("passwords", "Stored passwords."),
      ("provider_can_read", "Whether we can read it all the same."),
    ].map { Key($0.0, $0.1, .fact(protection)) })

  static let protection = FactShape(
    "protection",
    .words(
      "protection-extent", ["full", "partial", "none"],
      synonyms: ["yes": "full", "no": "none", "true": "full", "false": "none"]),
    attributes: [
      Key("algorithm", "Which algorithm.", .texts), Key("minimum", "The weakest that is accepted.", .texts),
      CommonKeys.scope, CommonKeys.exceptions, CommonKeys.names, CommonKeys.coverage,
      Key("since", "Since when.", .time),
    ])

  static let cadence = ValueKind(
    "cadence", .duration,
    words: ["continuous", "daily", "weekly", "monthly", "quarterly", "annual", "yearly", "once", "none"])

  static let controls = MapShape(
    "controls",
    free: FreeKeys(
      meaning: "id of a control", isDataType: false,
      shape: .fact(
        FactShape(
          "control",
          .words("control-status", ["in_place", "partial", "optional", "planned", "absent", "retired"]),
          attributes: [
            CommonKeys.names, CommonKeys.coverage, CommonKeys.scope, CommonKeys.exceptions,
            Key("since", "Since when.", .time), Key("due", "When it is to be in place.", .time),
            Key("cadence", "How often it is done.", cadence), Key("last", "When it was done last.", .time),
            CommonKeys.basis,
          ]))))

  static let certifications = MapShape(
    "certifications",
    free: FreeKeys(
      meaning: "id of a certification", isDataType: false,
      shape: .fact(
        FactShape(
          "certification", .words("certification-status", ["held", "expired", "none"]), implied: "held",
          needsValue: false,
          attributes: [
            Key("name", "Its name.", .text), Key("kind", "Certificate, report, assessment.", .text),
            CommonKeys.scope, Key("issued", "When it was issued.", .time),
            Key("expires", "When it ends.", .time),
            Key("holder", "Who holds it.", .text), CommonKeys.names, CommonKeys.exceptions,
          ]))))

  static let award = FactShape(
    "award", .text, main: "name", needsValue: false,
    attributes: [
      Key("issuer", "Who gave it.", .text), Key("year", "In which year.", .time), CommonKeys.scope,
      CommonKeys.names,
    ])

  static let training = FactShape(
    "training", .partialAnswer, needsValue: false,
    attributes: [
      CommonKeys.coverage, Key("last", "When it took place last.", .time),
      Key("cadence", "How often.", cadence),
      CommonKeys.scope, CommonKeys.exceptions, CommonKeys.names,
    ])

  static let plan = FactShape(
    "plan", .partialAnswer, needsValue: false,
    attributes: [
      Key("reviewed", "When it was reviewed last.", .time),
      Key("review_every", "How often it is.", .duration),
      Key("tested", "When it was tested last.", .time), CommonKeys.scope, CommonKeys.names,
    ])

  static let practices = MapShape(
    "practices",
    free: FreeKeys(
      meaning: "id of a practice", isDataType: false,
      shape: .fact(
        FactShape(
          "practice", .partialAnswer,
          attributes: [
            CommonKeys.names, CommonKeys.scope, CommonKeys.exceptions, CommonKeys.basis,
            Key("since", "Since when.", .time),
          ]))))

  static let retention = MapShape(
    "retention",
    free: FreeKeys(
      meaning: "data type or id", isDataType: false,
      shape: .fact(
        FactShape(
          "retention-period", ValueKind("stated-period", .duration, words: ["indefinite"]), main: "stated",
          needsValue: false,
          attributes: [
            Key(
              "enforced", "How long it is kept in truth.",
              ValueKind(
                "enforced-period", .duration, words: ["indefinite", "yes", "no", "partial"],
                synonyms: ValueKind.answerSynonyms)),
            CommonKeys.scope, CommonKeys.exceptions, CommonKeys.names,
          ]))))

  static let vulnerabilities = MapShape(
    "vulnerabilities",
    free: FreeKeys(
      meaning: "id of a vulnerability", isDataType: false,
      shape: .fact(
        FactShape(
          "vulnerability", .words("vulnerability-status", ["open", "fixed"]), main: "status",
          needsValue: false,
          attributes: [
            Key("text", "What it is.", .text), Key("severity", "How severe it is.", .text),
            Key("fixed_in", "The version that fixes it.", .texts),
            Key("exploited", "Whether it was exploited.", .answer),
            Key(
              "disclosed", "When it was disclosed, or whether.",
              ValueKind("time-or-answer", .time, words: ["yes", "no"], synonyms: ValueKind.answerSynonyms)),
            Key("cve", "CVE numbers.", .texts), CommonKeys.names, CommonKeys.scope,
          ]))))

  static let allowedClaim = FactShape(
    "allowed-claim", .text, main: "text", needsValue: false,
    attributes: [Key("evidence", "What substantiates it.", .texts)])
}
