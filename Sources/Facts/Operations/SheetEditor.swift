/// Puts a revision into the text of a sheet. It only inserts, but for spaces before a value that becomes the first item
/// of a list.
struct SheetEditor {
  let text: SheetText
  let root: Node
  let writer: RevisionWriter

  struct Problem: Error {
    var message: String
    var node: Node?
  }

  /// A change of the text: the bytes in a range give way to others.
  private struct Change {
    var range: Range<Int>
    var replacement: String

    init(at byte: Int, _ text: String) { self.init(byte..<byte, text) }
    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      replacement = text
    }
  }

  private var newline: String { text.bytes.contains(0x0D) ? "\r\n" : "\n" }

  /// The new bytes of the sheet.
  func edit(_ components: [String], _ shape: FactShape, new: String) -> Result<[UInt8], Problem> {
    var node = root
    var key: Node?
    var flow = root.isFlow
    var index = 0
    walk: while index < components.count {
      let part = components[index]
      if let pair = node.mapping?.first(where: { $0.key == part }) {
        (node, key) = (pair.value, pair.keyNode)
      } else if let items = node.sequence, let position = Int(part), items.indices.contains(position) {
        (node, key) = (items[position], nil)
      } else {
        break walk
      }
      index += 1
      if index < components.count { flow = flow || node.isFlow }
    }
    let changes: Result<[Change], Problem>
    if index == components.count {
      changes = append(new, to: node, key: key, inFlow: flow, shape)
    } else {
      changes = insert(
        new, under: Array(components[index...]), into: node, inFlow: flow || node.isFlow, path: components)
    }
    return changes.map(apply)
  }

  private func apply(_ changes: [Change]) -> [UInt8] {
    var bytes = text.bytes
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(change.range, with: change.replacement.utf8)
    }
    return bytes
  }

  // MARK: - A fact that is there

  private func append(
    _ new: String, to node: Node, key: Node?, inFlow: Bool, _ shape: FactShape
  ) -> Result<[Change], Problem> {
    if let items = node.sequence, !isShortList(node, shape) {
      guard let last = items.last else {
        return .failure(Problem(message: "the history is empty; add the revision by hand", node: node))
      }
      if node.isFlow { return .success([Change(at: last.range.upperBound, ", " + new)]) }
      return .success([Change(at: endOfLine(last.range.upperBound), line(at: column(node), "- " + new))])
    }
    // A single revision becomes a list of two.
    guard !inFlow, let key, !node.range.isEmpty else {
      guard node.isFlow || (node.scalar != nil && !isBlock(node)) else { return .success(pushIn(node, new)) }
      return .success([
        Change(at: node.range.lowerBound, "["), Change(at: node.range.upperBound, ", " + new + "]"),
      ])
    }
    let start = node.range.lowerBound
    let end = endOfLine(node.range.upperBound)
    let keyColumn = column(key)
    let sameLine = node.line == key.line
    if sameLine {
      // `key: old` → the key, and under it `- old` and `- new`.
      let severalLines = text.bytes[start..<node.range.upperBound].contains(0x0A)
      let dash = keyColumn + (severalLines ? 0 : 2)
      let before = startOfSpace(before: start)
      return .success([
        Change(before..<start, line(at: dash, "- ")), Change(at: end, line(at: dash, "- " + new)),
      ])
    }
    let own = column(node)
    if node.mapping != nil, !node.isFlow {
      // The first key gives two of its spaces for the dash; the others already stand where they belong.
      guard own >= keyColumn + 2, start >= 2, text.bytes[start - 2] == 0x20, text.bytes[start - 1] == 0x20
      else {
        return .success(pushIn(node, new))
      }
      return .success([Change(start - 2..<start, "- "), Change(at: end, line(at: own - 2, "- " + new))])
    }
    if node.sequence != nil, !node.isFlow { return .success(pushIn(node, new)) }
    return .success([Change(at: start, "- "), Change(at: end, line(at: own, "- " + new))])
  }

  /// A value of several lines becomes the first item of a list where it stands: its other lines move by two spaces.
  private func pushIn(_ node: Node, _ new: String) -> [Change] {
    let (start, end) = (node.range.lowerBound, endOfLine(node.range.upperBound))
    var changes = [Change(at: start, "- "), Change(at: end, line(at: column(node), "- " + new))]
    for index in start..<end where text.bytes[index] == 0x0A && index + 1 < end {
      let isBlank = text.bytes[index + 1] == 0x0A || text.bytes[index + 1] == 0x0D
      if !isBlank { changes.append(Change(at: index + 1, "  ")) }
    }
    return changes
  }

  /// True for a list that is one value, not a history.
  private func isShortList(_ node: Node, _ shape: FactShape) -> Bool {
    shape.value.isList && node.sequence?.allSatisfy { $0.scalar != nil } == true
  }

  private func isBlock(_ node: Node) -> Bool {
    if case .scalar(_, .block) = node.content { true } else { false }
  }

  // MARK: - A fact that is not there

  private func insert(
    _ new: String, under missing: [String], into parent: Node, inFlow: Bool, path: [String]
  ) -> Result<[Change], Problem> {
    if let items = parent.sequence {
      guard missing.count == 1, missing[0] == "-" || missing[0] == String(items.count) else {
        return .failure(Problem(message: "the list has \(items.count) entries; - adds one", node: parent))
      }
      return .success([addItem(new, to: parent)])
    }
    guard let pairs = parent.mapping else {
      return .failure(Problem(message: "there is no map here to put `\(missing[0])` into", node: parent))
    }
    let body = nested(missing, new, indent: inFlow ? nil : column(parent))
    if inFlow {
      guard let last = pairs.last else { return .success([Change(at: parent.range.lowerBound + 1, body)]) }
      return .success([
        Change(at: max(last.value.range.upperBound, last.keyNode.range.upperBound), ", " + body)
      ])
    }
    guard let last = pairs.last else {
      return .failure(Problem(message: "the map is empty; write {} first", node: parent))
    }
    let end = endOfLine(max(last.value.range.upperBound, last.keyNode.range.upperBound))
    return .success([Change(at: end, line(at: column(parent), body))])
  }

  private func addItem(_ new: String, to list: Node) -> Change {
    guard let last = list.sequence?.last else { return Change(at: list.range.lowerBound + 1, new) }
    if list.isFlow { return Change(at: last.range.upperBound, ", " + new) }
    return Change(at: endOfLine(last.range.upperBound), line(at: column(list), "- " + new))
  }

  /// `data:` and under it `password: {...}`; in flow style `data: {password: {...}}`.
  private func nested(_ keys: [String], _ value: String, indent: Int?) -> String {
    guard let first = keys.first else { return value }
    let rest = Array(keys.dropFirst())
    if rest.first == "-" || rest.first == "0" { return writer.key(first) + "[" + value + "]" }
    if rest.isEmpty { return writer.key(first) + value }
    guard let indent else { return writer.key(first) + "{" + nested(rest, value, indent: nil) + "}" }
    return String(writer.key(first).dropLast())
      + line(at: indent + 2, nested(rest, value, indent: indent + 2))
  }

  // MARK: - Places

  /// Spaces before a place, as a column from 0.
  private func column(_ node: Node) -> Int { node.column - 1 }

  private func line(at column: Int, _ body: String) -> String {
    newline + String(repeating: " ", count: column) + body
  }

  private func endOfLine(_ byte: Int) -> Int { NodeExtent.endOfLine(from: byte, in: text.bytes) }

  private func startOfSpace(before byte: Int) -> Int {
    var index = byte
    while index > 0, text.bytes[index - 1] == 0x20 || text.bytes[index - 1] == 0x09 { index -= 1 }
    return index
  }
}
