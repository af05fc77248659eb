import RuleFormat

/// Cuts the tokens of one block into sentences.
///
/// A stop ends a sentence unless what stands before it is an abbreviation or an initial, or what follows goes on in small
/// letters. The cases are those of the Golden Rules (Dias, *pragmatic_segmenter*); the abbreviations are data.
public struct SentenceSplitter: Sendable {
  private let vocabulary: Vocabulary
  private let abbreviation: UInt32
  private let starter: UInt32
  private let continues: UInt32

  /// How an abbreviation behaves when a point follows; the names are the symbols of the class `abbreviation`.
  private enum Habit: String { case never, number, suffix, month, weak }

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    abbreviation = vocabulary.type("abbreviation")
    starter = vocabulary.type("sentence.start")
    continues = vocabulary.type("sentence.continues")
  }

  /// Half-open ranges of token indices that tile `range`, in order.
  public func sentences(tokens: [Token], range: Range<Int>, prose: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    let list = ListMarkers(tokens: tokens, prose: prose, range: range)
    var marker = list.first
    while index < range.upperBound {
      if index > range.lowerBound, let end = list.next(at: index, after: &marker) {
        if index > start { result.append(start..<index) }
        start = index
        index = end
        continue
      }
      guard tokens[index].kind == .mark, isStop(tokens[index].mark) else {
        index += 1
        continue
      }
      if index == start, list.isMarkerEnd(index) {
        index += 1
        continue
      }
      let run = stopRun(tokens, from: index, to: range.upperBound)
      if !list.isMarkerEnd(index), ends(prose, tokens, run: run, start: start, range: range) {
        result.append(start..<run.end)
        start = run.end
      }
      index = run.end
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func isStop(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
  }

  /// Stops that stand together and the quotation marks and brackets that close after them.
  private struct Run {
    var first: Int
    /// After the last stop.
    var stops: Int
    /// After the last closing mark.
    var end: Int
    var points: Int
    var hasShout: Bool
    var spacedOut: Bool
  }

  private func stopRun(_ tokens: [Token], from first: Int, to limit: Int) -> Run {
    var run = Run(first: first, stops: first, end: first, points: 0, hasShout: false, spacedOut: false)
    var index = first
    while index < limit, tokens[index].kind == .mark, isStop(tokens[index].mark) {
      let spaced = tokens[index].shape.contains(.spaceBefore)
      if index > first, spaced {
        // Only points may stand apart: ". . ."
        guard tokens[index].mark == UInt8(ascii: "."), !run.hasShout else { break }
        run.spacedOut = true
      }
      if tokens[index].mark == UInt8(ascii: ".") {
        run.points += tokens[index].end - tokens[index].start == 3 ? 3 : 1
      } else {
        run.hasShout = true
      }
      index += 1
    }
    run.stops = index
    while index < limit, tokens[index].kind == .mark, !tokens[index].shape.contains(.spaceBefore),
      closes(tokens[index].mark)
    { index += 1 }
    run.end = index
    return run
  }

  /// `(` or `[`: an omission inside brackets ends nothing.
  private func opensBracket(_ token: Token) -> Bool {
    token.kind == .mark && (token.mark == UInt8(ascii: "(") || token.mark == UInt8(ascii: "["))
  }

  private func closes(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") || mark == UInt8(ascii: ")")
      || mark == UInt8(ascii: "]")
  }

  private func ends(_ prose: [UInt8], _ tokens: [Token], run: Run, start: Int, range: Range<Int>) -> Bool {
    // What follows, past opening marks.
    var next = run.end
    guard next < range.upperBound else { return true }
    guard tokens[next].shape.contains(.spaceBefore) else { return false }
    while next < range.upperBound, tokens[next].kind == .mark, !isStop(tokens[next].mark) { next += 1 }
    guard next < range.upperBound else { return tokens[run.end].mark != UInt8(ascii: ",") }
    let follower = tokens[next]
    let opened = next > run.end
    let first = prose[Int(follower.start)]
    let small = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") && follower.kind != .address
    let capital = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") || first >= 0xC3
    let closed = run.end > run.stops
    if opened, [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(tokens[run.end].mark) {
      return false
    }
    if small {
      // "What? no." but not "Yahoo! in" nor "'Why?' she said".
      guard run.hasShout, !closed, !opened, run.stops - run.first > 1 || shouts(prose, tokens, run) else {
        return false
      }
      return !has(follower.word, continues)
    }
    if run.hasShout { return true }
    if run.first > range.lowerBound, opensBracket(tokens[run.first - 1]) { return false }
    if run.points >= 2 {
      if run.spacedOut { return run.points >= 4 && capital }
      return capital || opened
    }
    guard run.first > start else { return true }
    let before = tokens[run.first - 1]
    guard before.kind == .word, !tokens[run.first].shape.contains(.spaceBefore) else {
      // N°. 12
      return !(before.kind == .mark && before.mark == 1 && follower.kind == .number)
    }
    if closed { return true }
    let starts = has(follower.word, starter) && capital
    let length = before.end - before.start
    let initial = length == 1 && before.shape.contains(.capitalised)
    if let habit = habit(of: before) {
      switch habit {
      case .never: return false
      case .number: return !(first >= 48 && first <= 57) && !(initial && !starts)
      case .month: return !(first >= 48 && first <= 57)
      case .weak:
        return (capital || opened)
          && !(self.habit(of: follower) == .never && !before.shape.contains(.capitalised))
      case .suffix: return starts || opened && capital
      }
    }
    if initial { return starts || (opened && capital) }
    if isInitialism(prose, before) { return starts || opened }
    return true
  }

  /// True if the stop is a question mark, after which small letters may begin a new sentence in hasty prose.
  private func shouts(_ prose: [UInt8], _ tokens: [Token], _ run: Run) -> Bool {
    tokens[run.first].mark == UInt8(ascii: "?")
  }

  /// Single letters with points between: `a.b.c`.
  private func isInitialism(_ prose: [UInt8], _ token: Token) -> Bool {
    let bytes = prose[token.range]
    guard bytes.count >= 3, bytes.count % 2 == 1 else { return false }
    for (offset, byte) in bytes.enumerated() where (byte == UInt8(ascii: ".")) != (offset % 2 == 1) {
      return false
    }
    return true
  }

  private func has(_ word: UInt32, _ type: UInt32) -> Bool {
    guard word != 0 else { return false }
    var found = false
    vocabulary.entries(at: vocabulary.step(0, word)) { if $0.type == type { found = true } }
    return found
  }

  private func habit(of token: Token) -> Habit? {
    guard token.word != 0 else { return nil }
    var result: Habit?
    vocabulary.entries(at: vocabulary.step(0, token.word)) { entry in
      if entry.type == abbreviation, result == nil {
        result = Habit(rawValue: vocabulary.tables.string(entry.symbol))
      }
    }
    return result
  }
}

/// Numbers, letters and bullets that open the items of a list that runs on in one block: `1. … 2. …`, `a) … b) …`, `• … • …`.
private struct ListMarkers {
  enum Marker: Equatable { case number(Int), letter(UInt8), bullet }

  let tokens: [Token]
  let prose: [UInt8]
  let range: Range<Int>
  let first: Marker?
  private let firstEnd: Int

  init(tokens: [Token], prose: [UInt8], range: Range<Int>) {
    self.tokens = tokens
    self.prose = prose
    self.range = range
    let found = Self.marker(at: range.lowerBound, tokens, prose, range)
    first = found?.marker
    firstEnd = found?.end ?? range.lowerBound
  }

  /// If the marker that follows `last` stands at a token, the token after it.
  func next(at index: Int, after last: inout Marker?) -> Int? {
    guard let previous = last, index >= firstEnd,
      let (marker, end) = Self.marker(at: index, tokens, prose, range), end < range.upperBound
    else {
      return nil
    }
    switch (previous, marker) {
    case (.bullet, .bullet): break
    case (.number(let a), .number(let b)) where b == a + 1: break
    case (.letter(let a), .letter(let b)) where b == a + 1: break
    default: return nil
    }
    last = marker
    return end
  }

  /// True if the stop at a token belongs to the marker that opens the block.
  func isMarkerEnd(_ index: Int) -> Bool { first != nil && index < firstEnd }

  /// After a number with a point that follows a bullet: `• 9.`
  private static func numberMarkerEnd(
    after index: Int, _ tokens: [Token], _ prose: [UInt8], _ range: Range<Int>
  ) -> Int {
    guard index + 1 < range.upperBound, tokens[index].kind == .number,
      tokens[index + 1].mark == UInt8(ascii: ".")
    else { return index }
    return index + 2
  }

  private static func marker(at index: Int, _ tokens: [Token], _ prose: [UInt8], _ range: Range<Int>) -> (
    marker: Marker, end: Int
  )? {
    guard index < range.upperBound else { return nil }
    let token = tokens[index]
    guard index == range.lowerBound || token.shape.contains(.spaceBefore) else { return nil }
    if token.kind == .mark {
      // • and ⁃
      let bytes = prose[token.range]
      guard token.mark == UInt8(ascii: "*") && bytes.count > 1 || bytes.elementsEqual([0xE2, 0x81, 0x83])
      else { return nil }
      return (.bullet, numberMarkerEnd(after: index + 1, tokens, prose, range))
    }
    var end = index + 1
    var point = false
    while end < range.upperBound, end < index + 3, tokens[end].kind == .mark,
      !tokens[end].shape.contains(.spaceBefore),
      tokens[end].mark == UInt8(ascii: ".") || tokens[end].mark == UInt8(ascii: ")")
    {
      point = true
      end += 1
    }
    guard point, end < range.upperBound, tokens[end].shape.contains(.spaceBefore),
      tokens[end].shape.contains(.capitalised)
    else { return nil }
    let bytes = prose[token.range]
    if token.kind == .number, bytes.count <= 2 {
      var value = 0
      for byte in bytes {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return (.number(value), end)
    }
    if token.kind == .word, bytes.count == 1, let byte = bytes.first, byte >= UInt8(ascii: "a"),
      byte <= UInt8(ascii: "z")
    {
      return (.letter(byte), end)
    }
    return nil
  }
}
