/// What a page says of itself in its head: our own `claimlint:` names first, then what the web uses.
struct PageMetadata {
  private(set) var metadata = Metadata()
  private let bytes: [UInt8]

  init(_ tokens: HTMLTokens, bytes: [UInt8]) {
    self.bytes = bytes
    var dates: [Range<Int>?] = [nil, nil, nil]
    var isData = false
    for token in tokens.tokens {
      switch token.kind {
      case .startTag where token.element == .meta:
        readMeta(tokens.attributes(of: token), &dates)
      case .startTag where token.element == .html:
        for attribute in tokens.attributes(of: token) where bytes.matches("lang", in: attribute.name) {
          setLanguage(attribute.value)
        }
      case .startTag where token.element == .script:
        isData = tokens.attributes(of: token).contains {
          bytes.matches("type", in: $0.name)
            && bytes.matches("application/ld+json", in: bytes.trimmed($0.value))
        }
      case .raw where token.element == .script && isData && dates[2] == nil:
        dates[2] = publicationDate(token.range)
      default: break
      }
    }
    for date in dates { set(date) }
  }

  /// Takes the date of a `<time>` element, if nothing before has given one.
  mutating func add(time: Range<Int>?) { set(time) }

  private mutating func set(_ date: Range<Int>?) {
    guard metadata.published == nil, let date else { return }
    let value = bytes.trimmed(date)
    guard !value.isEmpty else { return }
    metadata.published = Metadata.Value(
      text: String(decoding: bytes[value], as: UTF8.self), offset: value.lowerBound)
  }

  private mutating func setLanguage(_ range: Range<Int>) {
    let value = bytes.trimmed(range)
    guard metadata.language == nil, !value.isEmpty else { return }
    metadata.language = Metadata.Value(
      text: String(decoding: bytes[value], as: UTF8.self), offset: value.lowerBound)
  }

  private mutating func readMeta(_ attributes: ArraySlice<HTMLAttribute>, _ dates: inout [Range<Int>?]) {
    var name = 0..<0
    var content = 0..<0
    for attribute in attributes {
      if bytes.matches("name", in: attribute.name) || bytes.matches("property", in: attribute.name)
        || bytes.matches("itemprop", in: attribute.name)
      {
        name = bytes.trimmed(attribute.value)
      } else if bytes.matches("content", in: attribute.name) {
        content = bytes.trimmed(attribute.value)
      }
    }
    guard !name.isEmpty, !content.isEmpty else { return }
    if bytes.hasPrefix("claimlint:", at: name.lowerBound, end: name.upperBound) {
      metadata.set(name.lowerBound + 10..<name.upperBound, content, in: bytes)
    } else if bytes.matches("article:published_time", in: name) {
      dates[0] = dates[0] ?? content
    } else if Self.dateNames.contains(where: { bytes.matches($0, in: name) }) {
      dates[1] = dates[1] ?? content
    }
  }

  private static let dateNames: [StaticString] = [
    "date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "datepublished",
    "pubdate", "publish-date", "publication_date",
  ]

  /// The value of the first `"datePublished"` in JSON.
  private func publicationDate(_ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      if bytes[index] == UInt8(ascii: "\""), bytes.hasPrefix("\"datepublished\"", at: index, end: end) {
        var at = index + 15
        while at < end, bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: ":") { at += 1 }
        if at < end, bytes[at] == UInt8(ascii: "\"") {
          let start = at + 1
          at = start
          while at < end, bytes[at] != UInt8(ascii: "\"") { at += 1 }
          if at > start { return start..<at }
        }
      }
      index += 1
    }
    return nil
  }
}
