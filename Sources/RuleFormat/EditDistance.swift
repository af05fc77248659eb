/// Spelling distance, for naming the key that was probably meant.
public enum EditDistance {
  /// Optimal string alignment distance (Damerau–Levenshtein without repeated edits) in scalars.
  public static func between(_ a: String, _ b: String) -> Int {
    let x = Array(a.unicodeScalars)
    let y = Array(b.unicodeScalars)
    var before: [Int] = []
    var previous = Array(0...y.count)
    for i in 0..<x.count {
      var row = [i + 1]
      for j in 0..<y.count {
        var cost = min(previous[j] + (x[i] == y[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = previous
      previous = row
    }
    return previous[y.count]
  }

  /// The candidate nearest to the name, if any is near enough to be what was meant.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    guard name.utf8.count <= 200 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let distance = between(name, candidate)
      if distance <= max(2, name.count / 3), distance < (best?.distance ?? .max) {
        best = (distance, candidate)
      }
    }
    return best?.name
  }
}
