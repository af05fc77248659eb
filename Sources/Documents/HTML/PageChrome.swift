extension ProseBuilder {
  /// Marks as chrome what classes and ids call so, unless most of the page's running text is in there: names such as
  /// `sidebar` or `modal` are also found on elements that wrap everything.
  mutating func markChrome(_ blockPlaces: [Int32], _ places: [Place]) {
    guard places.contains(where: { $0.named >= 0 }) else { return }
    var weights = [Int](repeating: 0, count: places.count)
    var total = 0
    for (block, place) in zip(blocks, blockPlaces) where block.isRunningText {
      total += block.range.count
      var at = places[Int(place)].named
      var steps = 0
      while at >= 0, steps < 64 {
        weights[Int(at)] += block.range.count
        at = places[Int(at)].outerNamed
        steps += 1
      }
    }
    for (index, place) in blockPlaces.enumerated() {
      var at = places[Int(place)].named
      var steps = 0
      while at >= 0, steps < 64 {
        if weights[Int(at)] * 2 <= total || total == 0 {
          changeBlock(at: index) { $0.context.insert(.chrome) }
          break
        }
        at = places[Int(at)].outerNamed
        steps += 1
      }
    }
  }
}

extension Block {
  /// Long enough to be sentences, and not marked as something else by its surroundings.
  fileprivate var isRunningText: Bool {
    range.count >= 80 && context.isDisjoint(with: [.chrome, .hidden, .code])
      && (kind == .paragraph || kind == .listItem || kind == .tableCell)
  }
}
