import Language

/// "The following was not accessed:" and the items below it: what the introducer says, said of every item.
struct ListClaims {
  let reading: DocumentReading
  let status: StatusReader
  let classes: IncidentClasses

  func read(into claims: inout [Claim]) {
    for index in reading.sentences.indices {
      let items = items(after: index)
      guard !items.isEmpty, let predicate = predicate(of: index) else { continue }
      let sentence = reading.sentences[index]
      var (status, cues) = status.status(of: predicate.tokens, in: sentence)
      if status.mood == .question, isOpenQuestion(sentence) {
        status.mood = .statement
        if status.certainty == .unknown { status.certainty = .asserted }
      }
      if predicate.rung == "safe" { status.polarity = status.polarity == .negated ? .affirmed : .negated }
      if sentence.has(reading.classes.exclusive, in: sentence.tokens) { status.extent = .exclusive }
      var found: [Claim] = []
      for item in items {
        let mentions = mentions(inItem: item)
        guard let first = mentions.first, let last = mentions.last else { continue }
        let tokens = first.tokens.lowerBound..<last.tokens.upperBound
        var claim = Claim(
          kind: .data, topic: "", span: reading.prose(tokens), tokens: tokens, sentence: item, status: status)
        claim.cues = cues
        claim.data = mentions
        claim.exposure = predicate.rung
        claim.settings["varies"] = "list"
        found.append(claim)
      }
      if status.extent == .exclusive, status.polarity == .affirmed, var whole = found.first {
        // "Only the following": what is denied is all that no item names.
        whole.data = found.flatMap(\.data)
        whole.tokens = trimmed(sentence.tokens)
        whole.span = reading.prose(whole.tokens)
        whole.sentence = index
        found = [whole]
      }
      if !found.isEmpty, sentence.has(self.classes.following, in: sentence.tokens) {
        // What the items name takes the place of "the following data".
        claims.removeAll { $0.sentence == index && $0.kind == .data && $0.topic.isEmpty }
      }
      claims += found
    }
  }

  /// The first sentences of the list items that follow a sentence at the end of its block.
  private func items(after index: Int) -> [Int] {
    let introducer = reading.sentences[index]
    let blocks = reading.document.blocks
    var items: [Int] = []
    var next = index + 1
    guard next < reading.sentences.count, reading.sentences[next].block != introducer.block,
      blocks[introducer.block].kind != .listItem, introduces(introducer), !asksForYesOrNo(introducer)
    else { return [] }
    let group = blocks[reading.sentences[next].block].group
    var last = -1
    while next < reading.sentences.count {
      let block = reading.sentences[next].block
      guard blocks[block].kind == .listItem, blocks[block].group == group else { break }
      if block != last { items.append(next) }
      last = block
      next += 1
    }
    return items
  }

  /// A colon at the end, or a heading.
  private func introduces(_ sentence: SentenceReading) -> Bool {
    let last = reading.tokens[sentence.tokens.upperBound - 1]
    if last.kind == .mark, last.mark == UInt8(ascii: ":") { return true }
    return reading.document.blocks[sentence.block].kind == .heading
  }

  /// What the introducer says, near its end or of "the following".
  private func predicate(of index: Int) -> Predicate? {
    let sentence = reading.sentences[index]
    let found = PredicateFinder(reading: reading, classes: classes).predicates(in: sentence)
    return found.last { predicate in
      trimmed(sentence.tokens).upperBound - predicate.tokens.upperBound <= 1
        || sentence.has(classes.following, in: sentence.tokens)
    }
  }

  private func asksForYesOrNo(_ sentence: SentenceReading) -> Bool {
    AnswerClaims.begins(sentence, with: reading.classes.polarQuestion, in: reading) != nil
  }

  private func isOpenQuestion(_ sentence: SentenceReading) -> Bool {
    AnswerClaims.begins(sentence, with: reading.classes.openQuestion, in: reading) != nil
  }

  /// The data that an item names at its beginning; a longer item, or one with a verb of its own, speaks
  /// for itself.
  private func mentions(inItem index: Int) -> [DataMention] {
    let sentence = reading.sentences[index]
    let own = PredicateFinder(reading: reading, classes: classes).predicates(in: sentence)
    guard own.allSatisfy({ $0.form == .list }), sentence.tokens.count <= 16 else { return [] }
    let found = DataMentions(reading: reading, classes: classes)
      .mentions(in: sentence, range: sentence.tokens, predicates: [], takesWeak: true)
    guard let first = found.first, first.tokens.lowerBound - sentence.tokens.lowerBound <= 4 else {
      return []
    }
    return found
  }

  /// Without the marks at the end.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, reading.tokens[end - 1].kind == .mark { end -= 1 }
    return tokens.lowerBound..<end
  }
}
