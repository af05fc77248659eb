/// The format of fact sheets, version 1: which keys there are, and what may stand under them.
public enum SheetFormat {
  /// The value of the key `claimlint`.
  public static let version = "1"

  /// The whole sheet.
  public static let root = MapShape(
    "sheet",
    keys: [
      Key("claimlint", "Version of the format.", .words("version", [version])),
      Key("organisation", "Who speaks.", .map(organisation)),
      Key("as_of", "When the whole sheet was last confirmed.", .time),
      Key("review_every", "How often it must be confirmed.", .duration),
      Key("approvals", "Who has approved the sheet.", .list(.fact(approval))),
      Key(
        "disclosure_default", "Who may be told what carries no `disclosure` of its own.",
        .words("audience", CommonKeys.audiences, isList: true)),
      Key("incident", "One incident.", .map(incident)),
      Key("incidents", "Several incidents.", .list(.map(incident))),
      Key("posture", "What holds of the organisation's security at all times.", .map(posture)),
      Key("documents", "Paths of documents, and what they are.", .map(documents)),
    ])

  static let organisation = MapShape(
    "organisation",
    keys: [
      Key("name", "The organisation's name.", .text),
      Key("aliases", "Other names of it.", .texts),
      Key("products", "Its products and services.", .texts),
      Key("domains", "Its domains.", .texts),
    ])

  static let approval = FactShape(
    "approval", .text, main: "name", needsValue: false,
    attributes: [
      Key("role", "In what role.", .text),
      Key("at", "When.", .time),
    ])

  static let documents = MapShape(
    "documents",
    free: FreeKeys(
      meaning: "path", isDataType: false,
      shape: .fact(
        FactShape(
          "document", .text, main: "channel", needsValue: false,
          attributes: [
            Key("audience", "Whom it addresses.", .texts),
            Key("published", "When it was published.", .time),
            Key("as_of", "The time whose knowledge it states.", .time),
            Key("status", "Where it stands: a draft, published, withdrawn.", .text),
            Key("cohort", "The cohort it addresses.", .texts),
            Key("incident", "The incident it is about.", .texts),
          ]))))

  // MARK: - Parts that incident and posture share

  static let remediation = MapShape(
    "remediation",
    free: FreeKeys(
      meaning: "id of a measure", isDataType: false,
      shape: .fact(
        FactShape(
          "measure", .words("measure-status", ["done", "in_progress", "planned", "rejected"]), main: "status",
          needsValue: false,
          attributes: [
            Key("text", "What is done.", .text),
            Key("done_at", "When it was done.", .time),
            Key("due", "When it is to be done.", .time),
            CommonKeys.coverage, CommonKeys.names, CommonKeys.scope, CommonKeys.exceptions,
          ]))))

  static let promises = MapShape(
    "promises",
    free: FreeKeys(
      meaning: "id of a promise", isDataType: false,
      shape: .fact(
        FactShape(
          "promise", .text, main: "text", needsValue: false,
          attributes: [
            Key("due", "When it has to be kept.", .time),
            Key("approved", "Whether a document may make it.", .answer),
            CommonKeys.scope, CommonKeys.exceptions,
          ]))))

  static let embargo = FactShape(
    "embargo", .text, main: "subject", needsValue: false,
    attributes: [
      Key("until", "When it ends.", .time),
      Key("except", "Audiences that may be told.", .texts),
      Key("why", "The reason.", .text),
    ])

  static let withheldTerm = FactShape(
    "withheld-term", .text, main: "term", needsValue: false,
    attributes: [
      Key("why", "The reason.", .text),
      Key("until", "When it ends.", .time),
    ])
}
