import SourceText

// A document in UTF-16 or Windows-1252 is read as UTF-8; what was found is then put in terms of the file's own bytes.

extension OffsetMap {
  /// This map, whose sources are offsets in a transcoded text, with the offsets of the file instead.
  func composed(with other: OffsetMap?) -> OffsetMap {
    guard let other else { return self }
    var result = OffsetMap()
    for index in runs.indices {
      let run = runs[index]
      let start = Int(run.source)
      let end = start + Int(run.sourceLength)
      guard copied[index] else {
        let range = other.source(of: start..<end) ?? 0..<0
        result.append(
          prose: Int(run.prose), proseLength: Int(run.proseLength), source: range.lowerBound,
          sourceLength: range.count, copied: false)
        continue
      }
      var at = other.run(at: start) ?? other.runs.count
      while at < other.runs.count, Int(other.runs[at].prose) < end {
        let part = other.runs[at]
        let low = max(start, Int(part.prose))
        let high = min(end, Int(part.prose) + Int(part.proseLength))
        let isCopied = other.copied[at]
        result.append(
          prose: Int(run.prose) + low - start, proseLength: high - low,
          source: isCopied ? Int(part.source) + low - Int(part.prose) : Int(part.source),
          sourceLength: isCopied ? high - low : Int(part.sourceLength), copied: isCopied)
        at += 1
      }
    }
    return result
  }
}

extension Metadata {
  /// The same values at the offsets of the file.
  func composed(with text: TranscodedText) -> Metadata {
    guard text.map != nil else { return self }
    func moved(_ value: Value?) -> Value? {
      value.map { Value(text: $0.text, offset: text.sourceRange(of: $0.offset..<$0.offset + 1).lowerBound) }
    }
    var result = self
    if !publishedFromFileName { result.published = moved(published) }
    result.asOf = moved(asOf)
    result.channel = moved(channel)
    result.audience = moved(audience)
    result.cohort = moved(cohort)
    result.incident = moved(incident)
    result.organisation = moved(organisation)
    result.language = moved(language)
    result.supersedes = moved(supersedes)
    result.title = moved(title)
    return result
  }
}

extension Directive {
  func composed(with text: TranscodedText) -> Directive {
    var result = self
    result.range = text.sourceRange(of: range)
    return result
  }
}
