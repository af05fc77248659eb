/// Splits a sentence where the scope of a negation or a hedge ends: at semicolons and colons, and before conjunctions that
/// begin a clause of their own. Brackets and paired dashes hold clauses inside a clause, which goes on after them.
enum ClauseSplitter {
  /// The clause of each token of the sentence, numbered from 0 in the order in which they begin.
  static func clauses(
    of sentence: Range<Int>, tokens: [Token], phrases: PhraseMatches, classes: LanguageClasses
  ) -> [UInt16] {
    var ids: [UInt16] = []
    ids.reserveCapacity(sentence.count)
    var next: UInt16 = 1
    var current: UInt16 = 0
    /// Clauses that go on when a bracket or dash closes, with the mark that closes it.
    var outer: [(clause: UInt16, closing: UInt8)] = []
    func begin() {
      current = next
      next &+= 1
    }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = tokens[index]
      if token.kind == .mark {
        switch token.mark {
        case UInt8(ascii: "("):
          outer.append((current, UInt8(ascii: ")")))
          begin()
        case UInt8(ascii: ")"):
          ids.append(current)
          index += 1
          if let position = outer.lastIndex(where: { $0.closing == UInt8(ascii: ")") }) {
            current = outer[position].clause
            outer.removeSubrange(position...)
          }
          continue
        case UInt8(ascii: "-") where token.shape.contains(.spaceBefore) || token.end - token.start > 1:
          if let last = outer.last, last.closing == UInt8(ascii: "-") {
            current = last.clause
            outer.removeLast()
          } else {
            outer.append((current, UInt8(ascii: "-")))
            begin()
          }
        case UInt8(ascii: ";"), UInt8(ascii: ":"):
          ids.append(current)
          index += 1
          begin()
          continue
        default: break
        }
      } else if index > sentence.lowerBound {
        let afterComma = tokens[index - 1].kind == .mark && tokens[index - 1].mark == UInt8(ascii: ",")
        if let match = phrases.longest(classes.clauseBreak, at: index) {
          // "We cannot, however, promise": between commas it interrupts and begins nothing.
          let beforeComma =
            match.end < sentence.upperBound && tokens[match.end].kind == .mark
            && tokens[match.end].mark == UInt8(ascii: ",")
          if !(afterComma && beforeComma) { begin() }
        } else if afterComma, phrases.longest(classes.commaSubject, at: index) != nil {
          begin()
        } else if phrases.longest(classes.coordinator, at: index) != nil, index + 1 < sentence.upperBound,
          phrases.longest(classes.clauseSubject, at: index + 1) != nil
        {
          begin()
        }
      }
      ids.append(current)
      index += 1
    }
    return ids
  }
}
