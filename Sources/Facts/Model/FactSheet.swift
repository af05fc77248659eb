import Language

/// A fact sheet: what an organisation knows, how surely, and since when.
public struct FactSheet: Sendable, Hashable {
  public var path: String
  /// The whole sheet as read.
  public var root: FactSection

  public var organisation: Organisation? { root.section("organisation").map(Organisation.init) }
  /// When the whole sheet was last confirmed.
  public var asOf: Fact? { root.fact("as_of") }
  /// How often it must be.
  public var reviewEvery: Fact? { root.fact("review_every") }
  public var approvals: [Fact] { root.list("approvals") ?? [] }
  /// Who may be told what carries no label of its own; nil for no limit.
  public var disclosureDefault: [String]? {
    root.has("disclosure_default") ? root.texts("disclosure_default") : nil
  }
  public var incidents: [Incident] {
    var all = root.section("incident").map { [Incident(section: $0)] } ?? []
    if case .sections(let sections)? = root.member("incidents")?.content {
      all += sections.map(Incident.init(section:))
    }
    return all
  }
  public var posture: Posture? { root.section("posture").map(Posture.init(section:)) }
  /// Path → what the document is: `channel`, `audience`, `published`, `as_of`, `status`.
  public var documents: [FactEntry] { root.entries("documents") ?? [] }

  /// All facts of the sheet, in the order of the file.
  public var allFacts: [Fact] { root.allFacts }

  /// The fact at a pointer (`/incident/data/password`) or path (`incident.data.password`). A position in a list is
  /// counted from 0.
  public func fact(at pointer: String) -> Fact? {
    let wanted = FactPointer.normalised(pointer)
    return allFacts.first { $0.pointer == wanted }
  }

  /// The facts whose revision in force at one moment is another than at an earlier one, in the order of the file.
  public func changes(from earlier: Instant, to later: Instant) -> [FactChange] {
    allFacts.compactMap { fact in
      let change = FactChange(
        fact: fact, before: fact.revision(asOf: earlier), after: fact.revision(asOf: later))
      return change.before == change.after ? nil : change
    }
  }

  /// The labels that say who may be told of a fact at a moment; nil for no limit.
  public func disclosure(of fact: Fact, asOf moment: Instant) -> [String]? {
    (fact.revision(asOf: moment) ?? fact.latest)?.disclosure ?? disclosureDefault
  }

  public init(path: String, root: FactSection) {
    self.path = path
    self.root = root
  }
}

/// What became of a fact between two moments.
public struct FactChange: Sendable, Hashable {
  public var fact: Fact
  /// Nil where it was unknown.
  public var before: Revision?
  public var after: Revision?
}

/// Who speaks in the documents.
public struct Organisation: Sendable, Hashable {
  public var section: FactSection
  public var name: String? { section.text("name") }
  public var aliases: [String] { section.texts("aliases") }
  public var products: [String] { section.texts("products") }
  public var domains: [String] { section.texts("domains") }

  init(_ section: FactSection) { self.section = section }
}
