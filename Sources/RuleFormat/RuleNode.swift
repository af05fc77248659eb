import Yams

/// A YAML value with its place, as rule files are read: every scalar stays the text that was written.
struct RuleNode {
  enum Value {
    case scalar(String)
    case sequence([RuleNode])
    case mapping([(key: RuleNode, value: RuleNode)])
  }

  let value: Value
  let line: Int
  let column: Int

  /// Parses one YAML document. Duplicate keys are errors.
  static func parse(_ text: String, path: String) throws(RuleErrors) -> RuleNode {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw RuleErrors([Self.error(from: error, path: path)])
    }
    guard let root else {
      throw RuleErrors([RuleError(path: path, line: 1, column: 1, message: "the file is empty")])
    }
    return RuleNode(root)
  }

  private static func error(from error: any Error, path: String) -> RuleError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      RuleError(path: path, line: mark.line, column: mark.column, message: problem)
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      RuleError(
        path: path, line: context.mark.line, column: context.mark.column,
        message: "key written twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))")
    default: RuleError(path: path, line: 1, column: 1, message: "not readable as YAML: \(error)")
    }
  }

  init(_ node: Node) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar): value = .scalar(scalar.string)
    case .sequence(let sequence): value = .sequence(sequence.map(RuleNode.init))
    case .mapping(let mapping):
      value = .mapping(mapping.map { (key: RuleNode($0.key), value: RuleNode($0.value)) })
    case .alias: value = .scalar("")
    }
  }

  var text: String? { if case .scalar(let text) = value { text } else { nil } }
  var items: [RuleNode]? { if case .sequence(let items) = value { items } else { nil } }
  var entries: [(key: RuleNode, value: RuleNode)]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  subscript(key: String) -> RuleNode? { entries?.first { $0.key.text == key }?.value }

  /// The texts of a scalar (one) or a list of scalars.
  var texts: [RuleNode]? {
    switch value {
    case .scalar: [self]
    case .sequence(let items): items.allSatisfy { $0.text != nil } ? items : nil
    case .mapping: nil
    }
  }
}
