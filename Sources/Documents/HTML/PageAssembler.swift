import SourceText

/// Writes the prose of tokens, block by block, with each run in the place that the tree gives it.
struct PageAssembler {
  private let tokens: HTMLTokens
  private let bytes: [UInt8]
  private let anchors: [Int32]
  private let markers: [Int32]
  private let places: [Place]

  private(set) var builder: ProseBuilder
  private(set) var directives: [Directive] = []
  private(set) var notes: [String] = []
  /// The first `<time datetime>` outside chrome: the byte range of its value.
  private(set) var time: Range<Int>?

  private var nextAnchor = 0
  private var place: Int32 = 0
  /// The place whose spans are open in the builder.
  private var spanPlace: Int32 = -1
  /// Text that stands in a block but not in its line: hidden words, alternative texts. Written behind the block.
  private var deferred: [Deferred] = []
  private var hasTitle = false
  private var descriptions: [Range<Int>] = []
  private var isBlockHidden = false
  /// Whether nothing but white space has come since a `<br>`.
  private var isAfterBreak = false
  /// For each block its place, as an index in `places`.
  private var blockPlaces: [Int32] = []
  private var openPlace: Int32 = 0

  private struct Deferred {
    var block: Block
    var place: Int32
    /// Tokens, or the bytes of an attribute value.
    var tokens: Range<Int>
    var value: Range<Int>?
  }

  /// - Parameter title: the bytes of a title that stands before the page, in front matter.
  init(_ tokens: HTMLTokens, bytes: [UInt8], title: Range<Int>? = nil) {
    self.tokens = tokens
    self.bytes = bytes
    builder = ProseBuilder(bytes: bytes)
    builder.append(title: title)
    let skeleton = Skeleton(tokens, bytes: bytes)
    let tree = PageTree(skeleton: skeleton.text)
    anchors = skeleton.anchors
    if tree == nil { notes.append("the structure of the page could not be found; it was read as one text") }
    places = tree?.places ?? [Place()]
    markers = tree?.markers ?? []
  }

  mutating func run() {
    var index = 0
    let all = tokens.tokens
    while index < all.count {
      moveToPlace(of: index)
      let token = all[index]
      switch token.kind {
      case .text, .reference:
        if token.element == .title {
          index = addTitle(from: index)
          continue
        }
        add(token, index)
      case .lineBreak: builder.appendSpace(token.range)
      case .startTag: start(token, index)
      case .endTag: if token.element.isBlock { endBlock() }
      case .comment: readDirective(token.range)
      case .altStart:
        index = addAlternative(from: index)
        continue
      case .bogus, .raw, .altEnd: break
      }
      index += 1
    }
    endBlock()
    notePlace(openPlace)
    builder.flattenLayoutTables(blockPlaces, places)
    builder.markChrome(blockPlaces, places)
    builder.unmarkProse(blockPlaces, places)
  }

  private mutating func moveToPlace(of index: Int) {
    guard nextAnchor < anchors.count, anchors[nextAnchor] == index else { return }
    // A marker that libxml2 did not give back leaves its text in the place of the text before.
    if nextAnchor < markers.count { place = markers[nextAnchor] }
    nextAnchor += 1
  }

  // MARK: - Text

  private mutating func add(_ token: HTMLToken, _ index: Int) {
    let here = places[Int(place)]
    let isHidden = here.context.contains(.hidden)
    if builder.isBlockOpen, isHidden != isBlockHidden {
      if isBlank(token) { return builder.appendSpace(token.range) }
      if isHidden {
        postpone(here.block, index)
        return
      }
      endBlock()
    }
    if isAfterBreak { isAfterBreak = isBlank(token) }
    syncSpans()
    write(token, here)
    if builder.isBlockOpen {
      isBlockHidden = isHidden
      openPlace = place
    }
  }

  private func isBlank(_ token: HTMLToken) -> Bool {
    guard token.kind == .text else { return false }
    for index in token.range where !bytes[index].isHTMLSpace { return false }
    return true
  }

  private mutating func write(_ token: HTMLToken, _ here: Place) {
    if token.kind == .reference {
      builder.append(reference: token.first, token.second, for: token.range, to: here.block)
    } else if here.isPreformatted {
      writePreformatted(token.range, here)
    } else {
      builder.append(token.range, to: here.block)
    }
  }

  /// Writes preformatted text, in which a blank line parts blocks.
  private mutating func writePreformatted(_ range: Range<Int>, _ here: Place) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      let line = index
      index += 1
      while index < range.upperBound, bytes[index].isHTMLSpace, bytes[index] != 0x0A { index += 1 }
      guard index < range.upperBound, bytes[index] == 0x0A else { continue }
      builder.append(start..<line, to: here.block)
      openPlace = place
      endBlock()
      start = index
    }
    builder.append(start..<range.upperBound, to: here.block)
  }

  private mutating func endBlock() {
    builder.endBlock()
    notePlace(openPlace)
    guard !deferred.isEmpty else { return }
    let waiting = deferred
    deferred = []
    setSpans(to: -1)
    for item in waiting { write(item) }
  }

  private mutating func postpone(_ block: Block, _ index: Int) {
    if let last = deferred.last, last.value == nil, last.tokens.upperBound == index {
      deferred[deferred.count - 1].tokens = last.tokens.lowerBound..<index + 1
    } else {
      deferred.append(Deferred(block: block, place: place, tokens: index..<index + 1))
    }
  }

  private mutating func write(_ item: Deferred) {
    if let value = item.value {
      builder.append(attribute: value, to: item.block)
    } else {
      for token in tokens.tokens[item.tokens] {
        if token.kind == .text {
          builder.append(token.range, to: item.block)
        } else if token.kind == .reference {
          builder.append(reference: token.first, token.second, for: token.range, to: item.block)
        } else if token.kind == .lineBreak {
          builder.appendSpace(token.range)
        }
      }
    }
    builder.endBlock()
    notePlace(item.place)
  }

  /// Notes the place of blocks that have been added.
  private mutating func notePlace(_ place: Int32) {
    while blockPlaces.count < builder.blocks.count { blockPlaces.append(place) }
  }

  // MARK: - Spans

  private mutating func syncSpans() {
    let wanted = places[Int(place)].span
    if wanted != spanPlace { setSpans(to: wanted) }
  }

  /// Closes and opens spans so that those around a place are open.
  private mutating func setSpans(to wanted: Int32) {
    var chain: [Int32] = []
    var at = wanted
    while at >= 0 {
      chain.append(at)
      at = places[Int(at)].outerSpan
    }
    chain.reverse()
    var shared = 0
    while shared < chain.count, shared < builder.openSpanCount, builder.spanKey(at: shared) == chain[shared] {
      shared += 1
    }
    while builder.openSpanCount > shared { builder.closeSpan() }
    for key in chain[shared...] {
      if let kind = places[Int(key)].spanKind { builder.openSpan(kind, key: key) }
    }
    spanPlace = wanted
  }

  // MARK: - Tags

  private mutating func start(_ token: HTMLToken, _ index: Int) {
    let element = token.element
    if element.isBlock { endBlock() }
    switch element {
    case .br: breakLine(token.range)
    case .sup: if startsNote(after: index) { builder.appendSpace(token.range) }
    case .img, .area:
      guard let alt = value("alt", of: token) else { return }
      var block = Block(kind: .alt, range: 0..<0)
      block.context = places[Int(place)].context
      attach(Deferred(block: block, place: place, tokens: 0..<0, value: alt))
    case .time:
      guard time == nil, let value = value("datetime", of: token) else { return }
      if places[Int(place)].context.isDisjoint(with: [.chrome, .hidden]) { time = value }
    case .meta: addDescription(token)
    default: break
    }
  }

  /// One line break is a space; two in a row part paragraphs, but not headings.
  private mutating func breakLine(_ range: Range<Int>) {
    if isAfterBreak, places[Int(place)].kind != .heading { endBlock() }
    builder.appendSpace(range)
    isAfterBreak = builder.isBlockOpen
  }

  /// Whether a raised text is the mark of a note behind a word (`secure<sup>1</sup>`), which is no part of the word;
  /// powers (`10<sup>6</sup>`) and endings (`1<sup>st</sup>`) are.
  private func startsNote(after index: Int) -> Bool {
    guard index + 1 < tokens.tokens.count, let last = builder.prose.last, !last.isASCIIDigit else {
      return false
    }
    var at = index + 1
    while at < tokens.tokens.count, at < index + 4, tokens.tokens[at].kind == .startTag { at += 1 }
    guard at < tokens.tokens.count, tokens.tokens[at].kind == .text else { return false }
    let first = bytes[Int(tokens.tokens[at].start)]
    return first.isASCIIDigit || first == UInt8(ascii: "[") || first == UInt8(ascii: "*") || first == 0xE2
  }

  /// Writes a block of its own now, or behind the block that is open.
  private mutating func attach(_ item: Deferred) {
    if builder.isBlockOpen {
      deferred.append(item)
    } else {
      setSpans(to: -1)
      write(item)
    }
  }

  private func value(_ name: StaticString, of token: HTMLToken) -> Range<Int>? {
    for attribute in tokens.attributes(of: token) where bytes.matches(name, in: attribute.name) {
      return bytes.trimmed(attribute.value).isEmpty ? nil : attribute.value
    }
    return nil
  }

  private mutating func addDescription(_ token: HTMLToken) {
    guard let name = value("name", of: token) ?? value("property", of: token),
      let content = value("content", of: token)
    else { return }
    let names: [StaticString] = ["description", "og:description", "twitter:description"]
    guard names.contains(where: { bytes.matches($0, in: bytes.trimmed(name)) }) else { return }
    // The three usually say the same; once is enough.
    if descriptions.contains(where: { bytes[$0] == bytes[content] }) { return }
    if descriptions.count < 8 { descriptions.append(content) }
    attach(Deferred(block: Block(kind: .description, range: 0..<0), place: 0, tokens: 0..<0, value: content))
  }

  /// Adds the text of a `<title>` and gives the index of the token behind it.
  private mutating func addTitle(from start: Int) -> Int {
    var index = start
    let all = tokens.tokens
    while index < all.count, all[index].element == .title,
      all[index].kind == .text || all[index].kind == .reference
    {
      index += 1
    }
    guard !hasTitle else { return index }
    hasTitle = true
    attach(Deferred(block: Block(kind: .title, range: 0..<0), place: 0, tokens: start..<index))
    return index
  }

  /// Adds the alternative text of a Markdown image and gives the index of the token behind it.
  private mutating func addAlternative(from start: Int) -> Int {
    var index = start + 1
    var depth = 1
    let all = tokens.tokens
    while index < all.count, depth > 0 {
      if all[index].kind == .altStart { depth += 1 }
      if all[index].kind == .altEnd { depth -= 1 }
      index += 1
    }
    var block = Block(kind: .alt, range: 0..<0)
    block.context = places[Int(place)].context
    attach(Deferred(block: block, place: place, tokens: start + 1..<index))
    while nextAnchor < anchors.count, anchors[nextAnchor] < index {
      moveToPlace(of: Int(anchors[nextAnchor]))
    }
    return index
  }

  private mutating func readDirective(_ range: Range<Int>) {
    guard bytes.hasPrefix("<!--", at: range.lowerBound, end: range.upperBound) else { return }
    var start = range.lowerBound + 4
    while start < range.upperBound, bytes[start].isHTMLSpace { start += 1 }
    guard bytes.hasPrefix("claimlint:", at: start, end: range.upperBound) else { return }
    var end = range.upperBound
    if end - start >= 3, bytes[end - 1] == UInt8(ascii: ">") { end -= 3 }
    let text = bytes.trimmed(start + 10..<max(start + 10, end))
    directives.append(
      Directive(
        text: String(decoding: bytes[text], as: UTF8.self), range: range, block: Int32(builder.blocks.count)))
  }

  /// Gives up what was written.
  consuming func takeBuilder() -> ProseBuilder { builder }
}
