/// What may stand at one place of a sheet. The one description of the format from which validation, the model, the JSON
/// Schema and completion are made.
public indirect enum Shape: Sendable {
  /// Named keys, keys of the author's choice, or both.
  case map(MapShape)
  /// A list of entries, each a fact (or, for `incidents`, a map).
  case list(Shape)
  case fact(FactShape)
}

/// A map whose values have their own shapes.
public struct MapShape: Sendable {
  /// Name for the JSON Schema's `$defs`.
  public var name: String
  public var keys: [Key]
  /// Shape of values under keys that are not listed; nil where other keys are errors.
  public var free: FreeKeys?

  init(_ name: String, keys: [Key] = [], free: FreeKeys? = nil) {
    self.name = name
    self.keys = keys
    self.free = free
  }
}

/// Keys that the author of the sheet chooses.
public struct FreeKeys: Sendable {
  /// What such a key is, in a word or two: `data type`, `unit`.
  public var meaning: String
  /// True where the key has to be an id of the data-type ontology, unless the entry says `field:`.
  public var isDataType: Bool
  public var shape: Shape
}

/// A key with a sentence about it.
public struct Key: Sendable {
  public var name: String
  public var about: String
  public var shape: Shape

  init(_ name: String, _ about: String, _ shape: Shape) {
    self.name = name
    self.about = about
    self.shape = shape
  }

  init(_ name: String, _ about: String, _ kind: ValueKind) {
    self.init(name, about, .fact(FactShape(kind.name, kind)))
  }
}

/// A fact: a value that can be written short, long or as a list of revisions.
public struct FactShape: Sendable {
  /// Name for the JSON Schema's `$defs`.
  public var name: String
  public var value: ValueKind
  /// The key that carries the value in the long form besides `value`: `status` for a service.
  public var main: String
  /// The value of a long form that states none: a certification is `held`.
  public var implied: String?
  /// True where a long form needs a value or a state.
  public var needsValue: Bool
  /// True where the value alone may stand for the fact.
  public var allowsShort: Bool
  /// Keys of the long form besides the common ones.
  public var attributes: [Key]

  init(
    _ name: String, _ value: ValueKind, main: String = "value", implied: String? = nil,
    needsValue: Bool = true,
    allowsShort: Bool = true, attributes: [Key] = []
  ) {
    self.name = name
    self.value = value
    self.main = main
    self.implied = implied
    self.needsValue = needsValue
    self.allowsShort = allowsShort
    self.attributes = attributes
  }

  /// All keys that a long form may have, in the order in which they are best written.
  public var longKeys: [Key] {
    var keys: [Key] = []
    if main != "value" { keys.append(Key(main, "The value of the entry.", value)) }
    keys.append(Key("value", "The value.", value))
    if value.form == .quantity {
      keys += CommonKeys.bounds
    }
    return keys + attributes
      + CommonKeys.all.filter { common in !attributes.contains { $0.name == common.name } }
  }
}
