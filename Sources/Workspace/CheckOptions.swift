import Documents
import Findings

/// What a run was asked to do, apart from the documents themselves.
public struct CheckOptions: Sendable {
  /// Fact sheets and folders of them.
  public var facts: [String] = []
  /// Rule packs: YAML files and folders of them.
  public var packs: [String] = []
  public var selection = RuleSelection()
  /// The moment taken as now, as the user wrote it.
  public var asOf: String?
  /// What is said of every document, before what it says of itself.
  public var about = Statements()
  public var format = DocumentReader.Format.auto
  /// The name under which standard input is read.
  public var standardInputName: String?
  /// Bytes of the largest document that is read.
  public var maxFileSize = 64 << 20
  public var findings = FindingOptions()
  /// Documents that are checked at the same time; nil for one a core.
  public var jobs: Int?

  /// Metadata given from outside a document.
  public struct Statements: Sendable {
    public var published: String?
    public var channel: String?
    public var audience: String?
    public var cohort: String?
    public var incident: String?
    public var organisation: String?
    public var language: String?
    public init() {}
  }

  public init() {}
}
