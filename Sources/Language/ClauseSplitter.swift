/// Splits a sentence where the scope of a negation or a hedge ends: at semicolons, colons, dashes and brackets, and before
/// conjunctions that begin a clause of their own.
enum ClauseSplitter {
  static func clauses(of sentence: Range<Int>, tokens: [Token], phrases: PhraseMatches, classes: LanguageClasses) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    func cut(_ at: Int) {
      if at > start { result.append(start..<at) }
      start = max(start, at)
    }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = tokens[index]
      if token.kind == .mark {
        switch token.mark {
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): cut(index + 1)
        case UInt8(ascii: "-") where token.shape.contains(.spaceBefore) || token.end - token.start > 1: cut(index + 1)
        default: break
        }
      } else if phrases.longest(classes.clauseBreak, at: index) != nil {
        cut(index)
      } else if phrases.longest(classes.coordinator, at: index) != nil, index + 1 < sentence.upperBound,
        phrases.longest(classes.clauseSubject, at: index + 1) != nil
      {
        cut(index)
      }
      index += 1
    }
    cut(sentence.upperBound)
    return result.isEmpty ? [sentence] : result
  }
}
