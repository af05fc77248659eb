import Language

/// The names that fact sheets bring: the extraction finds them in documents without knowing the sheets.
public struct SheetNames: Sendable {
  /// What a name stands for. Raw values are the lexicon classes under which the names are added to the vocabulary.
  public enum Kind: String, Sendable, CaseIterable {
    case organisation = "sheet.organisation"
    case product = "sheet.product"
    case system = "sheet.system"
    case service = "sheet.service"
    case control = "sheet.control"
    case practice = "sheet.practice"
    case certification = "sheet.certification"
    case award = "sheet.award"
    case thirdParty = "sheet.third_party"
    /// A term that the sheet withholds: `do_not_say`, the subject of an embargo, a name with `may_name: no`.
    case withheld = "sheet.withheld"
  }

  public struct Name: Sendable {
    public let kind: Kind
    public let text: String
    /// Key of the entry: `production_database`.
    public let key: String
    /// Index of the sheet in the book.
    public let sheet: Int
    /// The entry, or nil for the organisation's own names.
    public let fact: Fact?
  }

  /// All names; the vocabulary gives back indices in this list.
  public private(set) var all: [Name] = []

  public init(_ book: FactBook) {
    for (index, sheet) in book.sheets.enumerated() {
      if let organisation = sheet.organisation {
        for text in [organisation.name].compactMap({ $0 }) + organisation.aliases {
          all.append(Name(kind: .organisation, text: text, key: "", sheet: index, fact: nil))
        }
        for text in organisation.products {
          all.append(Name(kind: .product, text: text, key: "", sheet: index, fact: nil))
        }
      }
      for incident in sheet.incidents {
        add(incident.systems, .system, sheet: index)
        add(incident.services, .service, sheet: index)
        for entry in incident.thirdParties {
          for text in entry.fact.items("name") {
            all.append(Name(kind: .thirdParty, text: text, key: entry.key, sheet: index, fact: entry.fact))
          }
        }
      }
      for incident in sheet.incidents { addWithheld(incident, sheet: index) }
      for fact in (sheet.posture?.doNotSay ?? []) + (sheet.posture?.embargo ?? []) {
        addWithheld(fact, sheet: index)
      }
      if let posture = sheet.posture {
        add(posture.controls, .control, sheet: index)
        add(posture.practices, .practice, sheet: index)
        for entry in posture.certifications ?? [] {
          for text in entry.fact.items("name") {
            all.append(Name(kind: .certification, text: text, key: entry.key, sheet: index, fact: entry.fact))
          }
          add([entry], .certification, sheet: index)
        }
        for award in posture.awards ?? [] {
          for text in award.items("name") {
            all.append(Name(kind: .award, text: text, key: "", sheet: index, fact: award))
          }
        }
      }
    }
  }

  private mutating func addWithheld(_ incident: Incident, sheet: Int) {
    for fact in incident.doNotSay + incident.embargo { addWithheld(fact, sheet: sheet) }
    for entry in incident.thirdParties where entry.fact.latest?["may_name"]?.answer == .no {
      for text in entry.fact.items("name") + [entry.fact.latest?.raw].compactMap({ $0 }) {
        all.append(Name(kind: .withheld, text: text, key: entry.key, sheet: sheet, fact: entry.fact))
      }
    }
    for (fact, name) in [
      (incident.forensics, "firm"), (incident.lawEnforcement, "agency"), (incident.actor, ""),
    ] {
      guard let fact, let revision = fact.latest else { continue }
      let attribution = fact.pointer.hasSuffix("/actor") ? revision["may_attribute"] : revision["may_name"]
      guard attribution?.answer == .no else { continue }
      let names = name.isEmpty ? fact.revisions.map(\.word) : fact.items(name)
      // A description in small letters ("outside experts") is no name.
      for text in names where text.contains(where: \.isUppercase) {
        all.append(Name(kind: .withheld, text: text, key: fact.key, sheet: sheet, fact: fact))
      }
    }
  }

  /// A withheld term; a subject that is a path of the sheet is no term.
  private mutating func addWithheld(_ fact: Fact, sheet: Int) {
    guard let term = fact.latest?.raw ?? fact.items("term").first ?? fact.items("subject").first,
      !term.hasPrefix("/"), !term.hasPrefix("incident."), !term.hasPrefix("posture.")
    else { return }
    all.append(Name(kind: .withheld, text: term, key: fact.key, sheet: sheet, fact: fact))
  }

  private mutating func add(_ entries: [FactEntry], _ kind: Kind, sheet: Int) {
    for entry in entries {
      for text in entry.fact.names + [String(entry.key.map { $0 == "_" || $0 == "-" ? " " : $0 })] {
        all.append(Name(kind: kind, text: text, key: entry.key, sheet: sheet, fact: entry.fact))
      }
    }
  }

  /// The vocabulary with all names added.
  public func extend(_ vocabulary: Vocabulary) -> Vocabulary {
    var phrases: [(phrase: String, type: UInt32, value: Int)] = []
    for (index, name) in all.enumerated() {
      let type = vocabulary.type(name.kind.rawValue)
      phrases.append((name.text, type, index))
      // A name in the plural is found in the singular too, and the other way round.
      if name.text.hasSuffix("s"), !name.text.hasSuffix("ss") {
        phrases.append((String(name.text.dropLast()), type, index))
      } else if name.text.last?.isLetter ?? false {
        phrases.append((name.text + "s", type, index))
      }
    }
    var extended = vocabulary
    extended.add(phrases: phrases)
    return extended
  }
}
