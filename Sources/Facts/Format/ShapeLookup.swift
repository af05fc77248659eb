extension SheetFormat {
  /// What may stand at a pointer, or why nothing can. A position in a list is a number, or `-` for a new entry.
  static func shape(at components: [String]) -> Result<Shape, ShapeProblem> {
    var shape = Shape.map(root)
    for (index, part) in components.enumerated() {
      let path = components[..<index].joined(separator: ".")
      switch shape {
      case .map(let map):
        if let key = map.keys.first(where: { $0.name == part }) {
          shape = key.shape
        } else if let free = map.free, !part.isEmpty {
          shape = free.shape
        } else {
          let known = map.keys.map(\.name)
          let hint =
            Spelling.nearest(to: part, among: known).map { "did you mean `\($0)`?" }
            ?? homes(of: part).first.map { "it belongs under `\($0)`" }
            ?? "known keys: \(known.joined(separator: ", "))"
          return .failure(
            ShapeProblem(message: "unknown key `\(part)`\(path.isEmpty ? "" : " in `\(path)`"); \(hint)"))
        }
      case .list(let element):
        guard part == "-" || Int(part) != nil else {
          return .failure(
            ShapeProblem(
              message: "`\(path)` is a list; name an entry by its number from 0, or - for a new one"))
        }
        shape = element
      case .fact:
        return .failure(
          ShapeProblem(
            message: "`\(path)` is a fact; set it, and give `\(part)` as a key of its new revision"))
      }
    }
    return .success(shape)
  }
}

/// Why nothing can stand at a pointer.
struct ShapeProblem: Error {
  var message: String
}
