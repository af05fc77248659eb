/// The format as a JSON Schema (2020-12), for editors that complete and check sheets.
public enum FactSheetSchema {
  /// The schema, the same text at every run. Ids of data types, where given, are offered as keys of `data`.
  public static func text(dataTypes: [String] = []) -> String {
    var writer = SchemaWriter(dataTypes: dataTypes)
    let root = writer.map(SheetFormat.root)
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:claimlint:facts:\(SheetFormat.version)")),
      ("title", .string("claimlint fact sheet")),
    ]
    if case .object(let rest) = root { members += rest }
    members.append(("required", .array([.string("claimlint")])))
    members.append(
      ("$defs", .object(writer.definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
    return JSONText.object(members).text() + "\n"
  }
}

private struct SchemaWriter {
  let dataTypes: [String]
  var definitions: [String: JSONText] = [:]

  init(dataTypes: [String]) { self.dataTypes = dataTypes }

  private func reference(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }

  /// Adds a definition once; it may refer to itself.
  private mutating func define(_ name: String, _ make: (inout SchemaWriter) -> JSONText) -> JSONText {
    if definitions[name] == nil {
      definitions[name] = .boolean(true)
      definitions[name] = make(&self)
    }
    return reference(name)
  }

  private mutating func schema(_ shape: Shape) -> JSONText {
    switch shape {
    case .map(let map): define("map-\(map.name)") { $0.map(map) }
    case .fact(let fact): self.fact(fact)
    case .list(let element): .object([("type", .string("array")), ("items", schema(element))])
    }
  }

  mutating func map(_ shape: MapShape) -> JSONText {
    var members: [(String, JSONText)] = [("type", .string("object"))]
    if !shape.keys.isEmpty { members.append(("properties", properties(shape.keys))) }
    if let free = shape.free, free.isDataType, !dataTypes.isEmpty {
      let entry = schema(free.shape)
      members.append(("properties", .object(dataTypes.map { ($0, entry) })))
    }
    members.append(("additionalProperties", shape.free.map { schema($0.shape) } ?? .boolean(false)))
    return .object(members)
  }

  private mutating func properties(_ keys: [Key]) -> JSONText {
    .object(
      keys.map { key in
        guard case .object(let members) = schema(key.shape) else { return (key.name, .boolean(true)) }
        return (key.name, .object([("description", .string(key.about))] + members))
      })
  }

  /// A fact in its three forms.
  private mutating func fact(_ shape: FactShape) -> JSONText {
    define("fact-\(shape.name)") { writer in
      let value = writer.value(shape.value)
      let long = writer.define("long-\(shape.name)") { $0.long(shape) }
      let forms = shape.allowsShort ? [value, long] : [long]
      let revisions = JSONText.object([
        ("type", .string("array")), ("minItems", .integer(shape.value.isList ? 0 : 1)),
        ("items", forms.count == 1 ? long : .object([("anyOf", .array(forms))])),
      ])
      return .object([("anyOf", .array(forms + [revisions]))])
    }
  }

  private mutating func long(_ shape: FactShape) -> JSONText {
    let plain = FactShape(shape.value.name, shape.value)
    var members: [(String, JSONText)] = []
    for key in shape.longKeys {
      let isMain = key.name == "value" || key.name == shape.main
      let isCommon = !shape.attributes.contains { $0.name == key.name }
      let body = isMain ? fact(plain) : isCommon ? value(key.kind) : schema(key.shape)
      guard case .object(let inner) = body else { continue }
      members.append((key.name, .object([("description", .string(key.about))] + inner)))
    }
    var result: [(String, JSONText)] = [
      ("type", .string("object")), ("properties", .object(members)),
      ("additionalProperties", .boolean(false)),
    ]
    if shape.needsValue, shape.implied == nil {
      var ways = ["value", "state"]
      if shape.main != "value" { ways.append(shape.main) }
      if shape.value.form == .quantity { ways += ["min", "max"] }
      result.append(("anyOf", .array(ways.map { .object([("required", .array([.string($0)]))]) })))
    }
    return .object(result)
  }

  private mutating func value(_ kind: ValueKind) -> JSONText {
    define("value-\(kind.name)") { _ in
      let one = Self.single(kind)
      guard kind.isList else { return one }
      return .object([("anyOf", .array([one, .object([("type", .string("array")), ("items", one)])]))])
    }
  }

  private static func single(_ kind: ValueKind) -> JSONText {
    var words: [JSONText] = (kind.allowedWords + kind.synonyms.keys.sorted()).map { .string($0) }
    words += kind.allowedWords.compactMap { Int($0) }.map { .integer($0) }
    // A reader of YAML 1.1 hands `yes` and `no` over as true and false.
    if kind.allowedWords.contains("yes") || kind.synonyms["yes"] != nil || kind.synonyms["true"] != nil {
      words += [.boolean(true), .boolean(false)]
    }
    let list = JSONText.object([("enum", .array(words))])
    func pattern(_ expression: String) -> JSONText {
      .object([("type", .string("string")), ("pattern", .string(expression))])
    }
    let number = "[0-9]+(\\.[0-9]+)?"
    let day =
      "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?)?)?"
    switch kind.form {
    case .text: return .object([("type", .array(["string", "number", "boolean"].map { .string($0) }))])
    case .word: return list
    case .quantity:
      let written = pattern("^~? *((>=|<=|>|<)? *\(number)|\(number) *%?\\.\\. *\(number)) *%?$")
      return .object([
        ("anyOf", .array([.object([("type", .string("number")), ("minimum", .integer(0))]), written, list]))
      ])
    case .time:
      let year = JSONText.object([
        ("type", .string("integer")), ("minimum", .integer(1000)), ("maximum", .integer(9999)),
      ])
      return .object([("anyOf", .array([pattern("^\(day)(\\.\\.\(day))?$"), year, list]))])
    case .duration:
      return .object([
        ("anyOf", .array([pattern("^P(?=[0-9]|T[0-9])([0-9]+[YMWD])*(T([0-9]+[HMS])+)?$"), list]))
      ])
    }
  }
}
