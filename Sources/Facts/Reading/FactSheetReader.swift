/// Reads fact sheets: bytes → nodes → facts, with every error of the sheet in one run.
public struct FactSheetReader: Sendable {
  /// Ids of the data-type ontology; empty for no check.
  public var knownDataTypes: Set<String>

  public init(knownDataTypes: Set<String> = []) { self.knownDataTypes = knownDataTypes }

  /// The sheet in some bytes. JSON is told by the ending `.json` or a leading brace.
  public func read(_ bytes: [UInt8], path: String) throws(FactSheetErrors) -> FactSheet {
    let text = try SheetText(path: path, bytes: bytes)
    let parsed = try Self.parse(text)
    return try read(parsed, path: path)
  }

  /// The sheet in a text.
  public func read(_ text: String, path: String) throws(FactSheetErrors) -> FactSheet {
    try read(Array(text.utf8), path: path)
  }

  /// The sheet in a file.
  public func read(contentsOf path: String) throws(FactSheetErrors) -> FactSheet {
    try read(try FileAccess.bytes(of: path), path: path)
  }

  /// The bytes of a file, at most 4 MB of them.
  public static func bytes(_ path: String) throws(FactSheetErrors) -> [UInt8] {
    try FileAccess.bytes(of: path)
  }

  /// The nodes of a sheet, for tools that need places and no meaning.
  public static func nodes(_ bytes: [UInt8], path: String) throws(FactSheetErrors) -> Node {
    try parse(try SheetText(path: path, bytes: bytes)).root
  }

  static func parse(_ text: SheetText) throws(FactSheetErrors) -> ParsedSheet {
    let first = text.bytes.first { $0 > 0x20 }
    if text.path.asciiLowercased.hasSuffix(".json") { return try JSONReader.read(text) }
    // A YAML flow map starts with a brace too: what is no JSON may still be YAML.
    guard first == UInt8(ascii: "{") else { return try YAMLReader.read(text) }
    do {
      return try JSONReader.read(text)
    } catch {
      guard let parsed = try? YAMLReader.read(text) else { throw error }
      return parsed
    }
  }

  func read(_ parsed: ParsedSheet, path: String) throws(FactSheetErrors) -> FactSheet {
    var reading = SheetReading(path: path, knownDataTypes: knownDataTypes, errors: parsed.errors)
    let root = reading.root(parsed.root)
    guard reading.errors.isEmpty else { throw FactSheetErrors(reading.errors) }
    return FactSheet(path: path, root: root)
  }
}
