extension Document {
  /// Indices of the blocks that are the page's own text: without chrome and hidden blocks, and without the teasers, bylines
  /// and link lists around an article.
  ///
  /// It is the stretch of blocks that has the most running text for its links and short lines. A document without
  /// running text is its own text as a whole.
  public var mainText: [Int] {
    let candidates = blocks.indices.filter { index in
      let block = blocks[index]
      switch block.kind {
      case .title, .description, .alt, .control: return false
      default: return block.context.isDisjoint(with: [.chrome, .hidden])
      }
    }
    guard format == .html else { return candidates }
    let linked = linkedBytes
    var best = 0..<0
    var bestScore = 0
    var start = 0
    var score = 0
    for (position, index) in candidates.enumerated() {
      if score <= 0 {
        score = 0
        start = position
      }
      score += Self.score(blocks[index], linked: linked[index])
      if score > bestScore {
        bestScore = score
        best = start..<position + 1
      }
    }
    guard bestScore > 0 else { return candidates }
    return candidates[best].filter { index in
      blocks[index].range.count >= 200 || linked[index] * 5 < blocks[index].range.count * 4
    }
  }

  /// How much a block speaks for running text: its bytes, less those in links, less a fixed price that only short blocks
  /// feel. Headings always count against, so that an article does not reach for the next one's.
  private static func score(_ block: Block, linked: Int) -> Int {
    let score = block.range.count - 2 * linked
    switch block.kind {
    case .heading: return min(score - 20, -100)
    case .tableCell, .tableHeader: return score
    default: return score - 20
    }
  }

  /// For each block its bytes in links.
  private var linkedBytes: [Int] {
    var result = [Int](repeating: 0, count: blocks.count)
    var block = 0
    for span in spans where span.kind == .link {
      while block < blocks.count, blocks[block].range.upperBound <= span.range.lowerBound { block += 1 }
      if block < blocks.count { result[block] += span.range.count }
    }
    return result
  }
}
