import Language

/// Appends a revision to a fact in the text of a sheet and leaves all other bytes as they are, comments included.
public struct FactSheetSet: Sendable {
  /// A key of the new revision besides its value.
  public struct Attribute: Sendable, Hashable {
    public var key: String
    /// Several values are written as a list.
    public var values: [String]

    public init(_ key: String, _ values: [String]) {
      self.key = key
      self.values = values
    }

    public init(_ key: String, _ value: String) { self.init(key, [value]) }
  }

  /// `/incident/data/password`.
  public var pointer: String
  /// The new value; nil where the revision has a state or attributes alone.
  public var value: String?
  /// When it came to be known, as sheets write times.
  public var knownAt: String?
  /// All else, in the order in which it is to be written.
  public var attributes: [Attribute]

  /// - Parameter path: a pointer `/incident/data/password` or a path `incident.data.password`.
  public init(
    _ path: String, value: String?, state: String? = nil, source: String? = nil, knownAt: String? = nil,
    attributes: [Attribute] = []
  ) {
    pointer = FactPointer.normalised(path)
    self.value = value
    self.knownAt = knownAt
    var all = attributes
    if let state { all.append(Attribute("state", state)) }
    if let source { all.append(Attribute("source", source)) }
    self.attributes = all
  }

  /// The bytes of the sheet with the new revision in it. Throws where the sheet or the new value is not in order, or
  /// where the text cannot be changed without touching something else.
  public func applied(
    to bytes: [UInt8], path: String, reader: FactSheetReader = FactSheetReader()
  ) throws(FactSheetErrors) -> [UInt8] {
    let text = try SheetText(path: path, bytes: bytes)
    let parsed = try FactSheetReader.parse(text)
    let before = try reader.read(parsed, path: path)
    func failure(_ message: String, at node: Node? = nil) -> FactSheetErrors {
      FactSheetErrors([
        FactSheetError(
          path: path, line: node?.line ?? 1, column: node?.column ?? 1, message: message, key: pointer)
      ])
    }
    if parsed.usesAnchors {
      throw failure(
        "the sheet uses anchors, so one place in the text can be several facts; write them out first")
    }
    let components = FactPointer.components(of: pointer)
    let shape: FactShape
    switch SheetFormat.shape(at: components) {
    case .failure(let problem): throw failure(problem.message)
    case .success(.fact(let fact)): shape = fact
    case .success:
      throw failure("`\(components.joined(separator: "."))` holds several facts; name one of them")
    }
    if pointer == "/claimlint" { throw failure("the version of the format has no history") }
    if let old = before.fact(at: pointer) {
      guard let start = knownAt.flatMap({ Instant(iso: $0) }) else {
        throw failure("a further revision needs the time since when it is known")
      }
      if let last = old.latest, !last.isKnown(at: start) {
        throw failure(
          "the fact has a revision that is known since \(last.knownAtText ?? "later"); one that was known earlier would "
            + "not be in force, so add it by hand")
      }
    }
    let isJSON = text.bytes.first { $0 > 0x20 } == UInt8(ascii: "{") && (try? JSONReader.read(text)) != nil
    let writer = RevisionWriter(isJSON: isJSON)
    let keys = shape.longKeys.map(\.name)
    if let other = attributes.first(where: { !keys.contains($0.key) }) {
      let hint = Spelling.nearest(to: other.key, among: keys).map { "did you mean `\($0)`?" }
      throw failure(
        "unknown key `\(other.key)` for `\(components.last ?? "")`; "
          + (hint ?? "known keys: \(keys.joined(separator: ", "))"))
    }
    let revision = writer.long(shape, value: value, attributes: attributes, knownAt: knownAt)
    let editor = SheetEditor(text: text, root: parsed.root, writer: writer)
    let edited: [UInt8]
    switch editor.edit(components, shape, new: revision) {
    case .failure(let problem): throw failure(problem.message, at: problem.node)
    case .success(let result): edited = result
    }
    let result = text.hasMark ? [0xEF, 0xBB, 0xBF] + edited : edited
    let after: FactSheet
    do { after = try reader.read(result, path: path) } catch {
      // What the new revision itself has wrong is told as it is; its place is in a text that nobody has.
      let own = error.errors.filter {
        $0.key == pointer || $0.key.hasPrefix(pointer + "/") || $0.key.hasPrefix(pointer)
      }
      guard let first = (own.isEmpty ? error.errors : own).first else { throw error }
      throw failure(first.message + " (nothing was changed)")
    }
    guard FactSheetDifference.isOneRevision(from: before, to: after, at: pointer) else {
      throw failure("the revision cannot be added here without changing something else; add it by hand")
    }
    return result
  }
}

/// Whether two readings of a sheet differ in one new revision and in nothing else.
enum FactSheetDifference {
  static func isOneRevision(from before: FactSheet, to after: FactSheet, at pointer: String) -> Bool {
    let old = before.allFacts.map(\.withoutPlace)
    let new = after.allFacts.map(\.withoutPlace)
    guard containers(before.root).isSubset(of: containers(after.root)) else { return false }
    // A new entry of a list is asked for as `/-` and stands under its number.
    let target =
      pointer.hasSuffix("/-")
      ? new.first { fact in !old.contains { $0.pointer == fact.pointer } }?.pointer : pointer
    guard let target else { return false }
    let oldFact = old.first { $0.pointer == target }
    guard let newFact = new.first(where: { $0.pointer == target }) else { return false }
    guard old.filter({ $0.pointer != target }) == new.filter({ $0.pointer != target }) else { return false }
    guard let oldFact else { return newFact.revisions.count == 1 }
    guard newFact.revisions.count == oldFact.revisions.count + 1 else { return false }
    return newFact.revisions.indices.contains { index in
      var rest = newFact.revisions
      rest.remove(at: index)
      return rest == oldFact.revisions
    }
  }

  private static func containers(_ section: FactSection) -> Set<String> {
    var all: Set<String> = [section.pointer]
    for member in section.members {
      switch member.content {
      case .fact: break
      case .list: all.insert(FactPointer.append(member.key, to: section.pointer))
      case .section(let inner): all.formUnion(containers(inner))
      case .sections(let inner): for one in inner { all.formUnion(containers(one)) }
      }
    }
    return all
  }
}

extension Fact {
  /// The fact as if it stood at the start of the file: two readings that say the same are equal.
  var withoutPlace: Fact {
    var fact = Fact(pointer: pointer, path: "", line: 0, column: 0, revisions: [])
    fact.revisions = revisions.map { revision in
      var copy = revision
      copy.line = 0
      copy.column = 0
      copy.attributes = revision.attributes.mapValues { AttributeValue(fact: $0.fact.withoutPlace) }
      return copy
    }
    return fact
  }
}
