import SourceText

/// The format a document was read as.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html
}

/// A document as the later rooms see it: prose in blocks, with every prose byte mapped to its source.
public struct Document: Sendable {
  public let source: SourceFile
  public let format: DocumentFormat
  /// UTF-8 text of all blocks in document order. White space inside a block is collapsed to single spaces, references and
  /// escapes are resolved, and one line feed (without source) stands between blocks. Alternative texts and hidden words
  /// inside a paragraph are blocks of their own behind it, so that the paragraph reads as it is seen.
  public let prose: [UInt8]
  public let offsets: OffsetMap
  public let blocks: [Block]
  /// Marked-up stretches of prose, ordered by start; they may nest.
  public let spans: [InlineSpan]
  public let metadata: Metadata
  /// What the reader could not make sense of and went on without, for standard error.
  public let notes: [String]
  /// Comments that speak to the linter, in document order; only Markdown and HTML have them.
  public let directives: [Directive]

  public init(
    source: SourceFile, format: DocumentFormat, prose: [UInt8], offsets: OffsetMap, blocks: [Block],
    spans: [InlineSpan], metadata: Metadata, notes: [String] = [], directives: [Directive] = []
  ) {
    self.source = source
    self.format = format
    self.prose = prose
    self.offsets = offsets
    self.blocks = blocks
    self.spans = spans
    self.metadata = metadata
    self.notes = notes
    self.directives = directives
  }

  /// The words of a prose range as the reader sees them, on one line.
  public func quote(of range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<prose.count)
    return String(decoding: prose[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The source bytes of a prose range, or nil for one that lies in the gap between blocks.
  public func sourceRange(of range: Range<Int>) -> Range<Int>? {
    var range = range.clamped(to: 0..<prose.count)
    // A gap between blocks has no source, so that a range that starts or ends there is cut to its text.
    while !range.isEmpty, prose[range.lowerBound] == 0x0A { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, prose[range.upperBound - 1] == 0x0A {
      range = range.lowerBound..<range.upperBound - 1
    }
    return offsets.source(of: range)
  }

  /// The index of the block that holds a prose offset, or nil in a gap.
  public func block(at offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].range.contains(offset) ? low : nil
  }
}

/// A stretch of prose that sentences do not cross: a paragraph, a heading, a list item, a table cell.
public struct Block: Sendable {
  public enum Kind: UInt8, Sendable {
    case paragraph, heading, listItem, tableCell, tableHeader, term
    /// The page's `<title>` or the front matter's `title`.
    case title
    /// `<meta name="description">` and its Open Graph kin.
    case description
    /// The `alt` text of an image.
    case alt
    /// Words on buttons, labels, options and other controls.
    case control
  }

  /// What surrounds the block; a set because these nest.
  public struct Context: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Inside `<blockquote>` or a Markdown block quote.
    public static let quotation = Context(rawValue: 1)
    /// Inside `<del>` or `<s>` as a whole block.
    public static let deleted = Context(rawValue: 2)
    /// Never shown: `hidden`, `display:none`, `aria-hidden`, `<template>`, `<noscript>`.
    public static let hidden = Context(rawValue: 4)
    /// Navigation, header and footer chrome, cookie banners, asides, forms: not what the document says.
    public static let chrome = Context(rawValue: 8)
    /// Code blocks and preformatted samples; not sentences that a page sets in `<pre>`.
    public static let code = Context(rawValue: 16)
  }

  public var kind: Kind
  public var context: Context
  /// Byte range in `Document.prose`.
  public var range: Range<Int>
  /// 1 to 6 for headings, else 0.
  public var level: UInt8
  /// Index in `Document.blocks` of the heading this block stands under, or -1.
  public var heading: Int32
  /// Identifies the list or table the block belongs to, or -1; blocks of one list or table share it.
  public var group: Int32
  /// Row of a table cell from 0, or -1.
  public var row: Int32

  public init(
    kind: Kind, context: Context = [], range: Range<Int>, level: UInt8 = 0, heading: Int32 = -1,
    group: Int32 = -1,
    row: Int32 = -1
  ) {
    self.kind = kind
    self.context = context
    self.range = range
    self.level = level
    self.heading = heading
    self.group = group
    self.row = row
  }
}

/// An inline element that later rooms care about.
public struct InlineSpan: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    /// `<q>`: words of somebody, without quotation marks in the text.
    case quote
    /// `<del>`, `<s>`, `<strike>`, `~~…~~`: struck out.
    case deleted
    /// `<code>`, `` `…` ``.
    case code
    case link
    case strong
    case emphasis
  }
  public var kind: Kind
  /// Byte range in `Document.prose`.
  public var range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
