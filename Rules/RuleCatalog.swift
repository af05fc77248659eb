import RuleFormat

/// The rules that ship with the tool.
public enum RuleCatalog {
  /// Lexicons, patterns, ontology and rules, as finished tables.
  public static let tables: CatalogTables = EmbeddedRules.numbers.withUTF8Buffer { numbers in
    EmbeddedRules.text.withUTF8Buffer { text in TableCoding.decode(numbers: numbers, text: text) }
  }

  /// The rule files themselves, path below `Rules/` and text, in order.
  public static var sources: [(path: String, text: String)] {
    EmbeddedRules.sources.withUTF8Buffer { buffer in
      buffer.split(separator: 2).compactMap { part in
        guard let mark = part.firstIndex(of: 1) else { return nil }
        return (
          String(decoding: part[part.startIndex..<mark], as: UTF8.self),
          String(decoding: part[(mark + 1)...], as: UTF8.self)
        )
      }
    }
  }

  /// The shipped rules and a user's packs together.
  public static func tables(with packs: [(path: String, text: String)]) throws(RuleErrors) -> CatalogTables {
    var builder = CatalogBuilder()
    builder.add(files: sources + packs)
    return try builder.build()
  }

  /// The shipped rules with their examples, and those of packs.
  public static func definitions(with packs: [(path: String, text: String)] = []) throws(RuleErrors)
    -> [RuleDefinition]
  {
    var builder = CatalogBuilder()
    builder.add(files: sources + packs)
    _ = try builder.build()
    return builder.definitions
  }
}
