import SourceText

/// Collects prose, its offset map, blocks and spans; every reader writes through it.
///
/// It collapses white space, leaves out characters that have no width, and maps what it keeps.
struct ProseBuilder {
  /// The source that ranges refer to, in UTF-8.
  let bytes: [UInt8]
  private(set) var prose: [UInt8] = []
  private(set) var offsets = OffsetMap()
  private(set) var blocks: [Block] = []
  private(set) var spans: [InlineSpan] = []

  /// The block being written, if any text of it has come; its range is not final yet.
  private var open: Block?
  /// White space read but not written, because nothing follows it yet; empty where there is none.
  private var space = 0..<0
  private var hasSpace = false
  /// Spans that are open at the end of the prose.
  private var openSpans: [OpenSpan] = []

  /// A span whose end has not come; `start` is -1 until text of the current block falls into it.
  private struct OpenSpan {
    var kind: InlineSpan.Kind
    var key: Int32
    var start: Int
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    prose.reserveCapacity(min(bytes.count / 2, 1 << 16))
  }

  // MARK: - Blocks

  /// Whether the current block has text.
  var isBlockOpen: Bool { open != nil }

  /// Ends the current block, if there is one.
  mutating func endBlock() {
    hasSpace = false
    guard var block = open else { return }
    block.range = block.range.lowerBound..<prose.count
    for index in openSpans.indices where openSpans[index].start >= 0 {
      close(openSpans[index])
      openSpans[index].start = -1
    }
    if isDeleted(block.range) { block.context.insert(.deleted) }
    blocks.append(block)
    open = nil
  }

  /// Whether a span of the block that ends here strikes all of it out.
  private func isDeleted(_ range: Range<Int>) -> Bool {
    var index = spans.count - 1
    while index >= 0, spans[index].range.lowerBound >= range.lowerBound {
      if spans[index].kind == .deleted, spans[index].range == range { return true }
      index -= 1
    }
    return false
  }

  /// Starts a block before its first text. Its range is set here.
  private mutating func start(_ block: Block) {
    var block = block
    if !prose.isEmpty { prose.append(0x0A) }
    block.range = prose.count..<prose.count
    open = block
  }

  /// Sets the heading of each block. Headings of chrome and hidden ones have nothing under them.
  private mutating func assignHeadings() {
    var headings: [Int32] = []
    for index in blocks.indices {
      let block = blocks[index]
      if block.context.contains(.chrome) || block.kind == .title || block.kind == .description { continue }
      let isHeading = block.level > 0 && !block.context.contains(.hidden)
      while isHeading, let last = headings.last, blocks[Int(last)].level >= block.level {
        headings.removeLast()
      }
      blocks[index].heading = headings.last ?? -1
      if isHeading { headings.append(Int32(index)) }
    }
  }

  /// Changes what is known of a block that has ended; not its range.
  mutating func changeBlock(at index: Int, _ change: (inout Block) -> Void) { change(&blocks[index]) }

  // MARK: - Text

  /// Writes the text of a source range into the current block, or into a new one like `template` if none is open.
  mutating func append(_ range: Range<Int>, to template: @autoclosure () -> Block) {
    var index = range.lowerBound
    var start = index
    let end = range.upperBound
    while index < end {
      switch ByteClass.of(bytes[index]) {
      case .plain: index += 1
      case .space:
        let next = index + 1
        if index > start, next < end, bytes[index] == 0x20, ByteClass.of(bytes[next]) == .plain {
          index = next  // one space between two words is copied with them
          continue
        }
        flush(start..<index, template)
        let spaceStart = index
        while index < end, ByteClass.of(bytes[index]) == .space { index += 1 }
        appendSpace(spaceStart..<index)
        start = index
      case .lead:
        let (length, role) = SpecialCharacter.read(bytes, at: index, end: end)
        guard role != .ordinary else {
          index += length
          continue
        }
        flush(start..<index, template)
        if role == .space { appendSpace(index..<index + length) }
        index += length
        start = index
      }
    }
    flush(start..<end, template)
  }

  /// Writes one character that stands for a source range.
  mutating func append(scalar: UInt32, for source: Range<Int>, to template: @autoclosure () -> Block) {
    switch SpecialCharacter.role(of: scalar) {
    case .space: appendSpace(source)
    case .nothing: break
    case .ordinary:
      prepare(template)
      let before = prose.count
      UTF8Encoding.append(scalar, to: &prose)
      offsets.append(
        prose: before, proseLength: prose.count - before, source: source.lowerBound,
        sourceLength: source.count,
        copied: false)
    }
  }

  /// Writes what a character reference stands for: one character, or two together.
  mutating func append(
    reference scalar: UInt32, _ second: UInt32, for source: Range<Int>, to template: @autoclosure () -> Block
  ) {
    guard second != 0, SpecialCharacter.role(of: scalar) == .ordinary,
      SpecialCharacter.role(of: second) == .ordinary
    else { return append(scalar: scalar, for: source, to: template()) }
    prepare(template)
    let before = prose.count
    UTF8Encoding.append(scalar, to: &prose)
    UTF8Encoding.append(second, to: &prose)
    offsets.append(
      prose: before, proseLength: prose.count - before, source: source.lowerBound, sourceLength: source.count,
      copied: false)
  }

  /// Notes white space, which becomes one space if the block goes on.
  mutating func appendSpace(_ source: Range<Int>) {
    guard open != nil, !hasSpace else { return }
    hasSpace = true
    space = source
  }

  /// Copies a range without white space at its ends.
  private mutating func flush(_ range: Range<Int>, _ template: () -> Block) {
    guard !range.isEmpty else { return }
    prepare(template)
    let before = prose.count
    prose.append(contentsOf: bytes[range])
    offsets.append(
      prose: before, proseLength: range.count, source: range.lowerBound, sourceLength: range.count,
      copied: true)
  }

  /// Opens a block where none is open, and writes the white space that came before.
  private mutating func prepare(_ template: () -> Block) {
    if open == nil {
      start(template())
    } else if hasSpace {
      let isCopied = space.count == 1 && bytes[space.lowerBound] == 0x20
      offsets.append(
        prose: prose.count, proseLength: 1, source: space.lowerBound, sourceLength: space.count,
        copied: isCopied)
      prose.append(0x20)
    }
    hasSpace = false
    for index in openSpans.indices where openSpans[index].start < 0 { openSpans[index].start = prose.count }
  }

  // MARK: - Spans

  /// Opens a span; `key` names it for `closeSpan`.
  mutating func openSpan(_ kind: InlineSpan.Kind, key: Int32) {
    openSpans.append(OpenSpan(kind: kind, key: key, start: -1))
  }

  /// Closes the innermost span.
  mutating func closeSpan() {
    guard let span = openSpans.popLast() else { return }
    close(span)
  }

  /// The keys of the open spans, outermost first.
  var openSpanCount: Int { openSpans.count }
  func spanKey(at index: Int) -> Int32 { openSpans[index].key }

  private mutating func close(_ span: OpenSpan) {
    guard span.start >= 0, span.start < prose.count else { return }
    spans.append(InlineSpan(kind: span.kind, range: span.start..<prose.count))
  }

  // MARK: - Result

  /// Ends the prose and gives the document.
  mutating func finish(
    source: SourceFile, text: TranscodedText, format: DocumentFormat, metadata: Metadata,
    directives: [Directive], notes: [String]
  ) -> Document {
    endBlock()
    assignHeadings()
    spans.sort { a, b in
      a.range.lowerBound != b.range.lowerBound
        ? a.range.lowerBound < b.range.lowerBound : a.range.upperBound > b.range.upperBound
    }
    return Document(
      source: source, format: format, prose: prose, offsets: offsets.composed(with: text.map), blocks: blocks,
      spans: spans, metadata: metadata.composed(with: text), notes: notes,
      directives: directives.map { $0.composed(with: text) })
  }
}
