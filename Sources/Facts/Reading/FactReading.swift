import Language

/// A value with all that can be read from its text.
struct ParsedValue {
  var raw: String?
  var items: [String] = []
  var quantity: Quantity?
  var time: TimeRange?
  var duration: CalendarDuration?
  /// The state that the value itself implies.
  var state: FactState?

  var word: String { items.joined(separator: ", ") }
}

// The three ways to write a fact.
extension SheetReading {
  /// The fact in a node; nil where nothing can be made of it (and an error says why).
  mutating func fact(_ node: Node, _ shape: FactShape, pointer: String) -> Fact? {
    let revisions: [Revision]
    switch node.content {
    case .scalar:
      guard shape.allowsShort || node.isNull else {
        report(
          "\(name(pointer)) is a map with keys such as \(shape.hint); this is a single value", at: node,
          pointer)
        return nil
      }
      revisions = short(node, shape, pointer)
    case .mapping:
      revisions = long(node, shape, pointer)
    case .sequence(let items):
      if shape.value.isList, items.allSatisfy({ $0.scalar != nil }) {
        revisions = short(node, shape, pointer)
      } else if items.isEmpty {
        report("\(name(pointer)) has an empty history; write unknown, or remove the key", at: node, pointer)
        return nil
      } else {
        revisions = history(items, shape, pointer)
      }
    }
    return Fact(pointer: pointer, path: path, line: node.line, column: node.column, revisions: revisions)
  }

  private mutating func history(_ items: [Node], _ shape: FactShape, _ pointer: String) -> [Revision] {
    var revisions: [Revision] = []
    for item in items {
      switch item.content {
      case .scalar: revisions += short(item, shape, pointer)
      case .mapping: revisions += long(item, shape, pointer)
      case .sequence:
        if shape.value.isList, item.sequence?.allSatisfy({ $0.scalar != nil }) == true {
          revisions += short(item, shape, pointer)
        } else {
          report("a revision of \(name(pointer)) is a value or a map; this is a list", at: item, pointer)
        }
      }
    }
    return revisions
  }

  private mutating func short(_ node: Node, _ shape: FactShape, _ pointer: String) -> [Revision] {
    guard let value = value(node, shape.value, pointer) else { return [] }
    return [Revision(value, at: node)]
  }

  private mutating func long(_ node: Node, _ shape: FactShape, _ pointer: String) -> [Revision] {
    let known = shape.longKeys
    var common: [String: Node] = [:]
    var attributes: [String: AttributeValue] = [:]
    var main: Node?
    for pair in node.mapping ?? [] {
      let place = FactPointer.append(pair.key, to: pointer)
      guard let key = known.first(where: { $0.name == pair.key }) else {
        reportUnknownKey(pair, known: known.map(\.name), in: name(pointer), place)
        continue
      }
      if pair.key == "value" || pair.key == shape.main {
        if main != nil {
          report(
            "\(name(pointer)) states its value twice, as `value` and as `\(shape.main)`", at: pair.keyNode,
            place)
        }
        main = pair.value
      } else if let attribute = shape.attributes.first(where: { $0.name == pair.key }) {
        guard case .fact(let inner) = attribute.shape, let fact = fact(pair.value, inner, pointer: place)
        else {
          continue
        }
        attributes[pair.key] = AttributeValue(fact: fact)
      } else {
        common[key.name] = pair.value
      }
    }

    var base = Revision(ParsedValue(), at: main ?? node)
    base.attributes = attributes
    let state = apply(common, to: &base, pointer)
    let quantity = quantityBounds(common, pointer)
    var revisions: [Revision]
    if let main, isNested(main, shape.value) {
      // The value is itself a fact with its own source or history.
      let inner = FactShape(shape.name, shape.value)
      let nested = fact(main, inner, pointer: FactPointer.append(shape.main, to: pointer))
      revisions = (nested?.revisions ?? []).map { $0.inherited(from: base) }
    } else if let main {
      guard let value = value(main, shape.value, FactPointer.append("value", to: pointer)) else { return [] }
      base.take(value)
      revisions = [base]
    } else {
      if let implied = shape.implied {
        base.word = implied
        base.items = [implied]
      } else if let suspicion = shape.value.suspicion, state == .confirmed || state == .suspected {
        base.word = suspicion
        base.items = [suspicion]
      } else if shape.needsValue, state == nil, quantity == nil {
        report(
          "\(name(pointer)) has neither a value nor a state; write `value: unknown` if it is not known",
          at: node,
          pointer)
      }
      revisions = [base]
    }
    for index in revisions.indices {
      if let quantity { revisions[index].combine(quantity) }
      revisions[index].settle(state: state)
    }
    return revisions
  }

  private func isNested(_ node: Node, _ kind: ValueKind) -> Bool {
    switch node.content {
    case .scalar: false
    case .mapping: true
    case .sequence(let items): !(kind.isList && items.allSatisfy { $0.scalar != nil })
    }
  }

  /// The keys that every long form may carry; returns the state where one is written.
  private mutating func apply(_ common: [String: Node], to revision: inout Revision, _ pointer: String)
    -> FactState?
  {
    func place(_ key: String) -> String { FactPointer.append(key, to: pointer) }
    if let node = common["known_at"] {
      let value = value(node, CommonKeys.knownAt.kind, place("known_at"))
      revision.knownAt = value?.time
      revision.knownAtText = value?.raw
      if let value, value.time == nil {
        report("`known_at` is a time; leave it out where it is not known", at: node, place("known_at"))
      }
    }
    if let node = common["confidence"] {
      revision.confidence = value(node, CommonKeys.confidence.kind, place("confidence"))
        .flatMap { Confidence(rawValue: $0.word) }
    }
    if let node = common["source"] {
      revision.source = value(node, CommonKeys.source.kind, place("source"))?.word
    }
    if let node = common["note"] { revision.note = value(node, CommonKeys.note.kind, place("note"))?.word }
    if let node = common["disclosure"] {
      revision.disclosure = value(node, CommonKeys.disclosure.kind, place("disclosure"))?.items
    }
    guard let node = common["state"] else { return nil }
    return value(node, CommonKeys.state.kind, place("state")).flatMap { FactState(rawValue: $0.word) }
  }

  /// What `bound`, `min` and `max` say.
  private mutating func quantityBounds(_ common: [String: Node], _ pointer: String) -> QuantityBounds? {
    var bounds = QuantityBounds()
    for key in CommonKeys.bounds {
      guard let node = common[key.name],
        let value = value(node, key.kind, FactPointer.append(key.name, to: pointer))
      else { continue }
      switch key.name {
      case "bound": bounds.bound = Quantity.Bound(rawValue: value.word)
      case "min": bounds.min = value.quantity
      default: bounds.max = value.quantity
      }
    }
    if let low = bounds.min?.interval.lower, let high = bounds.max?.interval.upper, low > high,
      let node = common["min"]
    {
      report("`min` is larger than `max`", at: node, FactPointer.append("min", to: pointer))
    }
    return bounds.bound == nil && bounds.min == nil && bounds.max == nil ? nil : bounds
  }

  // MARK: - Values

  /// The value in a scalar, or in a list of scalars where the kind allows one.
  mutating func value(_ node: Node, _ kind: ValueKind, _ pointer: String) -> ParsedValue? {
    if let items = node.sequence {
      guard kind.isList else {
        report("\(name(pointer)) is \(kind.expectation); this is a list", at: node, pointer)
        return nil
      }
      var result = ParsedValue(raw: nil)
      for item in items {
        guard let value = single(item, kind, pointer) else { return nil }
        result.items += value.items
        result.state = value.state
      }
      result.raw = result.items.joined(separator: ", ")
      return result
    }
    return single(node, kind, pointer)
  }

  private mutating func single(_ node: Node, _ kind: ValueKind, _ pointer: String) -> ParsedValue? {
    guard let raw = node.scalar else {
      report("\(name(pointer)) is \(kind.expectation); this is \(node.kindName)", at: node, pointer)
      return nil
    }
    if node.isNull {
      report("nothing stands under \(name(pointer)); write unknown if it is not known", at: node, pointer)
      return nil
    }
    let text = String(Substring(raw).trimmed)
    var result = ParsedValue(raw: raw, items: [text])
    if let word = kind.canonical(text) {
      result.items = [word]
      if word == "suspected", let suspicion = kind.suspicion {
        result.items = [suspicion]
        result.state = .suspected
      }
      return result
    }
    switch kind.form {
    case .text:
      result.quantity = Quantity(text)
      result.time = TimeRange(iso: text)
      result.duration = CalendarDuration(iso: text)
      if kind.isDataType { checkDataType(text, at: node, pointer) }
      return result
    case .word: break
    case .quantity:
      result.quantity = Quantity(text)
      if result.quantity != nil { return result }
    case .time:
      result.time = TimeRange(iso: text)
      if result.time != nil { return result }
    case .duration:
      result.duration = CalendarDuration(iso: text)
      if result.duration != nil { return result }
    }
    var message = "`\(text.shortened)` is not a value of \(name(pointer)), which is \(kind.expectation)"
    if let other = Spelling.nearest(to: text, among: kind.allowedWords + kind.synonyms.keys.sorted()) {
      message += "; did you mean `\(other)`?"
    }
    report(message, at: node, pointer)
    return nil
  }

  private func name(_ pointer: String) -> String {
    let parts = FactPointer.components(of: pointer)
    let last = parts.last == "value" ? parts.dropLast().last : parts.last
    guard let last else { return "the sheet" }
    if last.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), parts.count > 1 {
      return "an entry of `\(parts[parts.count - 2])`"
    }
    return "`\(last)`"
  }
}

/// `bound`, `min` and `max` of a quantity in its long form.
struct QuantityBounds {
  var bound: Quantity.Bound?
  var min: Quantity?
  var max: Quantity?
}

extension Key {
  /// The kind of a key whose shape is a plain value.
  var kind: ValueKind {
    if case .fact(let shape) = shape { shape.value } else { .text }
  }
}

extension FactShape {
  /// Three keys of it, for messages.
  fileprivate var hint: String {
    ([main] + attributes.map(\.name)).prefix(3).map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension String {
  /// At most 60 characters of it, on one line.
  var shortened: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(57) + "..." : line
  }
}

extension Revision {
  fileprivate init(_ value: ParsedValue, at node: Node) {
    self.init(
      raw: nil, word: "", items: [], quantity: nil, time: nil, duration: nil, state: .confirmed, knownAt: nil,
      knownAtText: nil, confidence: nil, source: nil, note: nil, disclosure: nil, attributes: [:],
      line: node.line,
      column: node.column)
    take(value)
    settle(state: value.state)
  }

  fileprivate mutating func take(_ value: ParsedValue) {
    raw = value.raw
    word = value.word
    items = value.items
    quantity = value.quantity
    time = value.time
    duration = value.duration
    if let state = value.state { self.state = state }
  }

  /// The state that value and key `state` make together.
  fileprivate mutating func settle(state written: FactState?) {
    if let written, !(written == .confirmed && state == .suspected) { state = written }
    if word.isEmpty, raw == nil, written == .unknown { word = "unknown" }
    if word.isEmpty, raw == nil, written == .ruledOut { word = "ruled_out" }
    if word == "unknown" { state = .unknown }
    if word == "ruled_out", state == .confirmed { state = .ruledOut }
  }

  /// This value with all that the entry around it says besides.
  fileprivate func inherited(from outer: Revision) -> Revision {
    var result = self
    result.attributes.merge(outer.attributes) { inner, _ in inner }
    if result.knownAt == nil {
      result.knownAt = outer.knownAt
      result.knownAtText = outer.knownAtText
    }
    result.confidence = confidence ?? outer.confidence
    result.source = source ?? outer.source
    result.note = note ?? outer.note
    result.disclosure = disclosure ?? outer.disclosure
    return result
  }

  fileprivate mutating func combine(_ bounds: QuantityBounds) {
    if bounds.min != nil || bounds.max != nil {
      let percent = (bounds.min ?? bounds.max)?.isPercent ?? false
      quantity = Quantity(
        interval: NumberInterval(lower: bounds.min?.interval.lower, upper: bounds.max?.interval.upper),
        bound: .range,
        isPercent: percent, isApproximate: bounds.bound == .about)
    } else if let bound = bounds.bound {
      quantity = quantity?.with(bound: bound)
    }
  }
}
