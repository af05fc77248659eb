extension ProseBuilder {
  /// Makes paragraphs of the cells of tables that only lay a page out: cells with headings, long ones of many blocks, and
  /// tables of one cell.
  ///
  /// - Parameter blockPlaces: for each block its place, as an index in the places.
  mutating func flattenLayoutTables(_ blockPlaces: [Int32], _ places: [Place]) {
    guard places.contains(where: { $0.cell >= 0 }) else { return }
    let cells = blockPlaces.map { places[Int($0)].cell }
    var contents = [Content](repeating: Content(), count: places.count)
    var cellsOfGroup: [Int32: Int] = [:]
    for (index, cell) in cells.enumerated() where cell >= 0 {
      let block = blocks[index]
      if contents[Int(cell)].blocks == 0 { cellsOfGroup[places[Int(cell)].group, default: 0] += 1 }
      contents[Int(cell)].blocks += 1
      contents[Int(cell)].bytes += block.range.count
      if block.kind == .heading { contents[Int(cell)].hasHeading = true }
    }
    for (index, cell) in cells.enumerated() where cell >= 0 {
      let group = places[Int(cell)].group
      let isOnly = cellsOfGroup[group] == 1
      guard isOnly || contents[Int(cell)].isLayout, blocks[index].group == group else { continue }
      changeBlock(at: index) { block in
        if block.kind == .tableCell || block.kind == .tableHeader { block.kind = .paragraph }
        block.group = -1
        block.row = -1
      }
    }
  }
}

/// What is in a table cell.
private struct Content {
  var blocks = 0
  var bytes = 0
  var hasHeading = false

  var isLayout: Bool { hasHeading || (blocks >= 3 && bytes >= 400) }
}
