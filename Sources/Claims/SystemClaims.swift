import Language

/// Claims about which systems and products were reached, by the names that fact sheets bring.
enum SystemClaims {
  static func read(
    _ reading: DocumentReading, sentence index: Int, status reader: StatusReader, classes: IncidentClasses,
    into claims: inout [Claim]
  ) {
    let sentence = reading.sentences[index]
    var names: [PhraseMatch] = []
    for type in classes.systems { names += sentence.all(type, in: sentence.tokens) }
    guard !names.isEmpty else { return }
    let predicates = PredicateFinder(reading: reading, classes: classes).predicates(in: sentence).filter {
      $0.form == .verb
    }
    guard !predicates.isEmpty else { return }
    var groups: [(predicate: Int, names: [PhraseMatch])] = []
    for name in names {
      guard let owner = owner(of: name, among: predicates, in: sentence) else { continue }
      if let group = groups.firstIndex(where: { $0.predicate == owner }) {
        groups[group].names.append(name)
      } else {
        groups.append((owner, [name]))
      }
    }
    for group in groups {
      let predicate = predicates[group.predicate]
      var (status, cues) = reader.status(of: predicate.tokens, in: sentence)
      for name in group.names where name.start > predicate.tokens.lowerBound && !predicate.isPassive {
        let object = reader.status(of: name.start..<name.end, in: sentence)
        if object.status.polarity == .negated { (status, cues) = object }
      }
      if predicate.rung == "safe" { status.polarity = status.polarity == .negated ? .affirmed : .negated }
      var tokens = predicate.tokens
      for name in group.names {
        tokens = min(tokens.lowerBound, name.start)..<max(tokens.upperBound, name.end)
      }
      for index in tokens where sentence.phrases.longest(reading.classes.exclusive, at: index) != nil {
        status.extent = .exclusive
      }
      var claim = Claim(
        kind: .state, topic: "system", span: reading.prose(tokens), tokens: tokens, sentence: index,
        status: status)
      if let first = cues.filter({ $0.role == "negation" || $0.role == "evidential" }).map(\.range.lowerBound)
        .min()
      {
        claim.span = min(first, claim.span.lowerBound)..<claim.span.upperBound
      }
      claim.cues = cues
      claim.names = group.names.compactMap { reading.vocabulary.addedValue($0) }
      claims.append(claim)
    }
  }

  /// The predicate of a name's clause: the first passive one after it, else the last one before it.
  private static func owner(of name: PhraseMatch, among predicates: [Predicate], in sentence: SentenceReading)
    -> Int?
  {
    let clause = sentence.clause(of: name.start)
    let right = predicates.indices.first {
      predicates[$0].tokens.lowerBound >= name.end && predicates[$0].isPassive
        && sentence.clause(of: predicates[$0].tokens.lowerBound) == clause
    }
    if let right { return right }
    return predicates.indices.last {
      predicates[$0].tokens.upperBound <= name.start && name.start - predicates[$0].tokens.upperBound <= 6
        && !predicates[$0].isPassive
        && sentence.clause(of: predicates[$0].tokens.lowerBound) == clause
    }
  }
}
