import RuleFormat

/// The data-type ontology: what is a kind of what.
public struct Ontology: Sendable {
  private let tables: CatalogTables
  private let indices: [String: Int]
  /// For each type the set of its ancestors, itself included, as indices.
  private let ancestors: [Set<Int>]

  public init(tables: CatalogTables) {
    self.tables = tables
    var indices: [String: Int] = [:]
    for (index, name) in tables.typeNames.enumerated() { indices[tables.string(name)] = index }
    self.indices = indices
    var ancestors: [Set<Int>] = []
    for start in 0..<tables.typeNames.count {
      var seen: Set<Int> = [start]
      var open = [start]
      while let type = open.popLast() {
        for parent in tables.typeParents[
          Int(tables.typeParentStarts[type])..<Int(tables.typeParentStarts[type + 1])]
        where seen.insert(Int(parent)).inserted {
          open.append(Int(parent))
        }
      }
      ancestors.append(seen)
    }
    self.ancestors = ancestors
  }

  /// Ids of all types.
  public var ids: Set<String> { Set(indices.keys) }

  /// The type that holds all others.
  public var root: String { tables.typeNames.first.map { tables.string($0) } ?? "" }

  public func contains(_ id: String) -> Bool { indices[id] != nil }

  /// True if `narrow` is `broad` or a kind of it.
  public func isA(_ narrow: String, _ broad: String) -> Bool {
    if narrow == broad { return true }
    guard let a = indices[narrow], let b = indices[broad] else { return false }
    return ancestors[a].contains(b)
  }

  /// The parts of a whole, such as the number and the expiry date of a card record; not kinds of it.
  public func parts(of id: String) -> [String] {
    guard let index = indices[id] else { return [] }
    return tables.typeParts[Int(tables.typePartStarts[index])..<Int(tables.typePartStarts[index + 1])]
      .map { tables.string(tables.typeNames[Int($0)]) }
  }

  /// The kinds that a type is directly one of.
  public func parents(of id: String) -> [String] {
    guard let index = indices[id] else { return [] }
    return tables.typeParents[Int(tables.typeParentStarts[index])..<Int(tables.typeParentStarts[index + 1])]
      .map { tables.string(tables.typeNames[Int($0)]) }
  }

  /// True for a bucket such as "personal data", whose extent differs between readers.
  public func isVague(_ id: String) -> Bool { indices[id].map { tables.typeTraits[$0] & 8 != 0 } ?? false }

  /// 0 (public) to 4 (harm that cannot be undone).
  public func sensitivity(_ id: String) -> Int { indices[id].map { Int(tables.typeTraits[$0] & 7) } ?? 2 }

  /// The type's name in messages.
  public func label(_ id: String) -> String {
    indices[id].map { tables.string(tables.typeLabels[$0]) } ?? String(id.map { $0 == "_" ? " " : $0 })
  }

  /// The rank of a protection state, higher for better protected; nil for an unknown one.
  public func rank(ofState state: String) -> Int? {
    for index in stride(from: 0, to: tables.states.count, by: 2)
    where tables.string(tables.states[index]) == state {
      return Int(tables.states[index + 1])
    }
    return nil
  }
}
