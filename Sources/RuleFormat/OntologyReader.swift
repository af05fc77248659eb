/// The data-type ontology as it is read.
struct OntologySource {
  struct Node {
    var id: String
    var parents: [String]
    var parts: [String]
    var sensitivity: Int
    var vague: Bool
    var label: String
    var place: RuleNode
    var path: String
  }
  var nodes: [Node] = []
  var states: [(id: String, rank: Int)] = []
}

extension CatalogBuilder {
  /// `ontology: data-types` with `nodes` and `protection_states`. Terms become phrases of class `data` (or `data.weak`,
  /// where common words count only inside a list of data), states phrases of class `data.state`.
  mutating func readOntology(_ root: RuleNode, path: String) {
    let weak = Set((root["weak_terms"]?.texts ?? []).compactMap(\.text))
    let data = define("data")
    let dataWeak = define("data.weak")
    let state = define("data.state")
    for item in root["protection_states"]?.items ?? [] {
      guard let id = item["id"]?.text, let rank = item["rank"]?.text.flatMap({ Int($0) }) else {
        fail(path, item, "a protection state needs 'id' and 'rank'")
        continue
      }
      ontology.states.append((id, rank))
      for term in item["terms"]?.texts ?? [] {
        addEntry(
          term.text ?? "", type: state, symbol: id, number: rank, mode: .none, capitals: false, path: path,
          node: term)
      }
    }
    for item in root["nodes"]?.items ?? [] {
      guard let id = item["id"]?.text else {
        fail(path, item, "a data type needs an 'id'")
        continue
      }
      let terms = item["terms"]?.texts ?? []
      ontology.nodes.append(
        OntologySource.Node(
          id: id, parents: (item["parents"]?.texts ?? []).compactMap(\.text),
          parts: (item["parts"]?.texts ?? []).compactMap(\.text),
          sensitivity: item["sens"]?.text.flatMap { Int($0) } ?? 2,
          vague: item["vague"]?.text == "true",
          label: item["label"]?.text ?? terms.first?.text ?? id, place: item, path: path))
      for term in terms {
        let text = term.text ?? ""
        addEntry(
          text, type: weak.contains(text) ? dataWeak : data, symbol: id, number: nil, mode: .noun,
          capitals: false, path: path, node: term)
      }
      for term in item["acronyms"]?.texts ?? [] {
        addEntry(
          term.text ?? "", type: data, symbol: id, number: nil, mode: .noun, capitals: true, path: path,
          node: term)
      }
    }
  }

  mutating func buildOntology(into tables: inout CatalogTables) {
    var ids: [String: UInt32] = [:]
    for (index, node) in ontology.nodes.enumerated() {
      if ids[node.id] != nil { fail(node.path, node.place, "data type '\(node.id)' is written twice") }
      ids[node.id] = UInt32(index)
    }
    func resolve(_ names: [String], _ node: OntologySource.Node) -> [UInt32] {
      names.compactMap { name in
        if let id = ids[name] { return id }
        fail(node.path, node.place, "data type '\(node.id)' names '\(name)', which is not in the ontology")
        return nil
      }
    }
    for node in ontology.nodes {
      tables.typeNames.append(string(node.id))
      tables.typeLabels.append(string(node.label))
      tables.typeParents += resolve(node.parents, node)
      tables.typeParentStarts.append(UInt32(tables.typeParents.count))
      tables.typeParts += resolve(node.parts, node)
      tables.typePartStarts.append(UInt32(tables.typeParts.count))
      tables.typeTraits.append(UInt32(node.sensitivity) + (node.vague ? 8 : 0))
    }
    for state in ontology.states { tables.states += [string(state.id), UInt32(state.rank)] }
  }
}
