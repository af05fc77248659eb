/// One walk over the nodes of a sheet along the format: it builds the facts and collects what the format does not know.
struct SheetReading {
  let path: String
  let knownDataTypes: Set<String>
  var errors: [FactSheetError]

  mutating func report(_ message: String, at node: Node, _ pointer: String) {
    errors.append(
      FactSheetError(path: path, line: node.line, column: node.column, message: message, key: pointer))
  }

  /// The whole sheet.
  mutating func root(_ node: Node) -> FactSection {
    guard node.mapping != nil else {
      report("a sheet is a map that starts with `claimlint: 1`; this is \(node.kindName)", at: node, "")
      return FactSection(pointer: "")
    }
    if node["claimlint"] == nil, ["incident", "incidents", "posture"].allSatisfy({ node[$0] == nil }) {
      report("this is no fact sheet; a sheet starts with `claimlint: \(SheetFormat.version)`", at: node, "")
      return FactSection(pointer: "")
    }
    if node["claimlint"] == nil {
      report(
        "the sheet lacks the version of its format; add `claimlint: \(SheetFormat.version)`", at: node, "")
    }
    return section(node, SheetFormat.root, pointer: "")
  }

  mutating func section(_ node: Node, _ shape: MapShape, pointer: String) -> FactSection {
    var result = FactSection(pointer: pointer, line: node.line, column: node.column)
    guard let pairs = node.mapping else {
      if !node.isNull || pointer.isEmpty {
        report(
          "`\(FactPointer.components(of: pointer).last ?? "")` is a map; this is \(node.kindName)", at: node,
          pointer)
      } else {
        report(
          "nothing stands under `\(FactPointer.components(of: pointer).last ?? "")`; remove the key, or write {} "
            + "to say that there is none", at: node, pointer)
      }
      return result
    }
    for pair in pairs {
      let place = FactPointer.append(pair.key, to: pointer)
      let valueShape: Shape
      if pair.key == "<<" {
        report("merge keys are not read; write the values out", at: pair.keyNode, place)
        continue
      }
      if let key = shape.keys.first(where: { $0.name == pair.key }) {
        valueShape = key.shape
      } else if let free = shape.free {
        valueShape = free.shape
        if pair.key.isEmpty { report("the \(free.meaning) is empty", at: pair.keyNode, place) }
        if free.isDataType { checkDataKey(pair, place) }
      } else {
        reportUnknownKey(pair, known: shape.keys.map(\.name), in: shape.name, place)
        continue
      }
      guard let content = content(pair.value, valueShape, pointer: place) else { continue }
      result.members.append(
        FactSection.Member(
          key: pair.key, line: pair.keyNode.line, column: pair.keyNode.column, content: content))
    }
    return result
  }

  private mutating func content(_ node: Node, _ shape: Shape, pointer: String) -> FactSection.Content? {
    switch shape {
    case .map(let map): return .section(section(node, map, pointer: pointer))
    case .fact(let fact): return self.fact(node, fact, pointer: pointer).map { .fact($0) }
    case .list(let element):
      guard let items = node.sequence else {
        report(
          "`\(FactPointer.components(of: pointer).last ?? "")` is a list; this is \(node.kindName)"
            + (node.isNull ? "; write [] to say that there is none" : ""), at: node, pointer)
        return nil
      }
      switch element {
      case .fact(let shape):
        var facts: [Fact] = []
        for (index, item) in items.enumerated() {
          if let fact = fact(item, shape, pointer: "\(pointer)/\(index)") { facts.append(fact) }
        }
        return .list(facts)
      case .map(let shape):
        var sections: [FactSection] = []
        for (index, item) in items.enumerated() {
          sections.append(section(item, shape, pointer: "\(pointer)/\(index)"))
        }
        return .sections(sections)
      case .list: return nil
      }
    }
  }

  // MARK: - Keys

  mutating func reportUnknownKey(_ pair: Node.Pair, known: [String], in place: String, _ pointer: String) {
    var message = "unknown key `\(pair.key)` in \(place.dashesToSpaces)"
    if let other = Spelling.nearest(to: pair.key, among: known) {
      message += "; did you mean `\(other)`?"
    } else if let home = SheetFormat.homes(of: pair.key).first {
      message += "; it belongs under `\(home)`"
    } else {
      message += "; known keys: \(known.joined(separator: ", "))"
    }
    report(message, at: pair.keyNode, pointer)
  }

  /// A key under `data` is an id of the ontology, or its entry says of which field it is another form.
  private mutating func checkDataKey(_ pair: Node.Pair, _ pointer: String) {
    guard !knownDataTypes.isEmpty, !knownDataTypes.contains(pair.key) else { return }
    let forms = pair.value.sequence ?? [pair.value]
    if forms.contains(where: { $0["field"] != nil }) { return }
    var message = "unknown data type `\(pair.key)`"
    if let other = Spelling.nearest(to: pair.key, among: knownDataTypes.sorted()) {
      message += "; did you mean `\(other)`?"
    }
    report(message + " (a name of your own needs `field:` with a known data type)", at: pair.keyNode, pointer)
  }

  mutating func checkDataType(_ id: String, at node: Node, _ pointer: String) {
    guard !knownDataTypes.isEmpty, !knownDataTypes.contains(id), id != "unknown" else { return }
    var message = "unknown data type `\(id)`"
    if let other = Spelling.nearest(to: id, among: knownDataTypes.sorted()) {
      message += "; did you mean `\(other)`?"
    }
    report(message, at: node, pointer)
  }
}

extension SheetFormat {
  /// The maps under which a key is known, as paths: `incident` for `people`.
  static func homes(of key: String) -> [String] {
    let places: [(String, MapShape)] = [
      ("the top of the sheet", root), ("organisation", organisation), ("incident", incident),
      ("posture", posture),
      ("incident.timeline", timeline), ("incident.extortion", extortion), ("posture.crypto", crypto),
    ]
    return places.filter { $0.1.keys.contains { $0.name == key } }.map(\.0)
  }
}

extension String {
  var dashesToSpaces: String { String(map { $0 == "-" ? " " : $0 }) }
}
