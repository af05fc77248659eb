import Yams

/// YAML → nodes, through Yams' nodes and never its decoder, so that `no` stays a word and a date stays a date.
enum YAMLReader {
  static func read(_ text: SheetText) throws(FactSheetErrors) -> ParsedSheet {
    try YAMLGuard.refuseComplexKeys(in: text)
    var source = text.string
    let rounds = text.bytes.count > 200_000 ? 2 : 32
    var renamed: [Int: String] = [:]
    var root: Yams.Node?
    composing: while true {
      do {
        // Scalars stay strings, so no rule of Yams needs to tell numbers and dates.
        root = try Yams.compose(yaml: source, .basic)
        break composing
      } catch let error as YamlError {
        // Yams refuses a map with a key twice as a whole. Give the first of the two a private name of the same length
        // and read on: then both are in the tree, and the second one is reported where it stands.
        guard case .duplicatedKeysInMapping(let names, let context) = error, renamed.count < rounds else {
          throw YAMLMessages.translate(error, in: text)
        }
        let start = text.byte(yamlLine: context.mark.line, column: context.mark.column)
        guard let name = names.first, renamed[start] == nil,
          let other = YAMLGuard.rename(keyAt: start, number: renamed.count, in: text, source: source)
        else {
          throw YAMLMessages.translate(error, in: text)
        }
        source = other
        renamed[start] = name
      } catch {
        throw FactSheetErrors(
          path: text.path, line: 1, column: 1, message: "the sheet could not be read as YAML")
      }
    }
    guard let root else {
      throw FactSheetErrors(path: text.path, line: 1, column: 1, message: "the sheet is empty")
    }
    var builder = NodeBuilder(text: text, renamed: renamed)
    let node = try builder.build(root, depth: 0)
    return ParsedSheet(root: node, errors: builder.errors, usesAnchors: builder.usesAnchors)
  }
}

/// Turns Yams' nodes into ours, with a limit on depth and on how many nodes aliases may unfold to.
private struct NodeBuilder {
  let text: SheetText
  let renamed: [Int: String]
  var errors: [FactSheetError] = []
  var usesAnchors = false
  private var count = 0
  // Marks mostly ascend, and a sheet may be one long line: columns are counted on from the last place asked for.
  private var lastLine = 1
  private var lastColumn = 1
  private var lastByte = 0

  init(text: SheetText, renamed: [Int: String]) {
    self.text = text
    self.renamed = renamed
  }

  private func failure(_ message: String, at byte: Int) -> FactSheetErrors {
    let place = text.position(of: byte)
    return FactSheetErrors(path: text.path, line: place.line, column: place.column, message: message)
  }

  private mutating func byte(of mark: Mark?) -> Int {
    guard let mark else { return lastByte }
    if !text.isASCII, mark.line == lastLine, mark.column >= lastColumn {
      var index = lastByte
      var remaining = mark.column - lastColumn
      while remaining > 0, index < text.bytes.count {
        index += 1
        while index < text.bytes.count, text.bytes[index] & 0xC0 == 0x80 { index += 1 }
        remaining -= 1
      }
      (lastByte, lastColumn) = (index, mark.column)
      return index
    }
    lastByte = text.byte(yamlLine: mark.line, column: mark.column)
    (lastLine, lastColumn) = (mark.line, mark.column)
    return lastByte
  }

  mutating func build(_ node: Yams.Node, depth: Int) throws(FactSheetErrors) -> Node {
    let start = byte(of: node.mark)
    count += 1
    if count > ParsedSheet.maximumNodes {
      throw failure("the sheet has more than 100,000 values once its aliases are written out", at: start)
    }
    if depth > ParsedSheet.maximumDepth { throw failure("values are nested more than 64 deep", at: start) }
    try refuseTag(at: start, node)
    // Yams counts columns as we do; only its lines can differ.
    let place: (line: Int, column: Int) =
      text.lineStarts.count == text.yamlLineStarts.count
      ? (node.mark?.line ?? 1, node.mark?.column ?? 1) : text.position(of: start)
    var result = Node(
      content: .sequence([]), line: place.line, column: place.column, range: start..<start, isFlow: false)
    switch node {
    case .scalar(let scalar):
      let style: Node.Style
      let end: Int
      switch scalar.style {
      case .singleQuoted, .doubleQuoted:
        style = .quoted
        end = NodeExtent.endOfQuoted(from: start, in: text.bytes)
      case .literal, .folded:
        style = .block
        end = NodeExtent.endOfBlockScalar(scalar.string, from: start, in: text.bytes)
      default:
        style = .plain
        end = NodeExtent.endOfPlain(scalar.string, from: start, in: text.bytes)
      }
      result.content = .scalar(renamed[start] ?? scalar.string, style)
      result.range = start..<max(start, end)
    case .sequence(let sequence):
      var items: [Node] = []
      for item in sequence { items.append(try build(item, depth: depth + 1)) }
      result.content = .sequence(items)
      result.isFlow = sequence.style == .flow || starts(with: "[", at: start)
      close(&result, from: start, last: items.last?.range.upperBound)
    case .mapping(let mapping):
      result.isFlow = mapping.style == .flow || starts(with: "{", at: start)
      let pairs = try build(mapping, depth: depth)
      result.content = .mapping(pairs)
      close(&result, from: start, last: pairs.last?.value.range.upperBound)
    case .alias:
      throw failure("an alias stands here whose anchor is not above it", at: start)
    }
    return result
  }

  private mutating func build(_ mapping: Yams.Node.Mapping, depth: Int) throws(FactSheetErrors) -> [Node.Pair]
  {
    var pairs: [Node.Pair] = []
    var lines: [String: Int] = [:]
    for (yamlKey, yamlValue) in mapping {
      let keyNode = try build(yamlKey, depth: depth + 1)
      guard let key = keyNode.scalar else {
        throw failure("a key is a plain word; lists and maps cannot be keys", at: keyNode.range.lowerBound)
      }
      let value = try build(yamlValue, depth: depth + 1)
      if let line = lines[key] {
        errors.append(
          FactSheetError(
            path: text.path, line: keyNode.line, column: keyNode.column,
            message: "the key `\(key)` stands twice in this map, first in line \(line)"))
        continue
      }
      lines[key] = keyNode.line
      pairs.append(Node.Pair(key: key, keyNode: keyNode, value: value))
    }
    return pairs
  }

  private func starts(with character: Unicode.Scalar, at byte: Int) -> Bool {
    byte < text.bytes.count && UInt32(text.bytes[byte]) == character.value
  }

  private func close(_ node: inout Node, from start: Int, last: Int?) {
    let end =
      node.isFlow ? NodeExtent.endOfFlow(after: max(last ?? 0, start + 1), in: text.bytes) : last ?? start
    node.range = start..<max(start, end)
  }

  private mutating func refuseTag(at start: Int, _ node: Yams.Node) throws(FactSheetErrors) {
    if case .scalar(let scalar) = node, scalar.string.isEmpty, scalar.style == .plain || scalar.style == .any
    {
      return
    }
    var index = start
    if starts(with: "&", at: index) {
      usesAnchors = true
      while index < text.bytes.count, text.bytes[index] > 0x20 { index += 1 }
      while starts(with: " ", at: index) { index += 1 }
    }
    if starts(with: "!", at: index) {
      throw failure("tags such as !!str are not read; write the value plainly", at: index)
    }
  }
}
