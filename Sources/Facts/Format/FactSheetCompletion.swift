/// What may be written at a place of a sheet, for editors.
public struct FactSheetCompletion: Sendable, Hashable {
  /// A key with a sentence about it.
  public struct Candidate: Sendable, Hashable {
    public var name: String
    public var about: String
  }

  /// Keys of the map or of the long form at the place.
  public var keys: [Candidate] = []
  /// Words that the value may be.
  public var words: [String] = []
  /// What the author's own keys are there (`data type`, `unit`); nil where there are none.
  public var freeKeys: String?
  /// What the value looks like; nil for a map or a list.
  public var expectation: String?

  /// The completion at a pointer or path: `incident.data.password`, and `incident.data.password.form` for a key of a
  /// long form. Nil where the format knows nothing.
  public init?(at path: String) {
    let parts = FactPointer.components(of: path)
    if case .success(let shape) = SheetFormat.shape(at: parts) {
      self.init(shape)
    } else if let last = parts.last,
      case .success(.fact(let fact)) = SheetFormat.shape(at: Array(parts.dropLast())),
      let key = fact.longKeys.first(where: { $0.name == last })
    {
      self.init(key.shape)
    } else {
      return nil
    }
  }

  private init(_ place: Shape) {
    var shape = place
    var isList = false
    while case .list(let element) = shape { (shape, isList) = (element, true) }
    switch shape {
    case .map(let map):
      keys = map.keys.map { Candidate(name: $0.name, about: $0.about) }
      freeKeys = map.free?.meaning
    case .list: break
    case .fact(let fact):
      keys = fact.longKeys.map { Candidate(name: $0.name, about: $0.about) }
      words = fact.value.allowedWords
      expectation = isList ? nil : fact.value.expectation
    }
  }
}
