/// One piece of a page's source. Tokens ascend, do not overlap and cover the source.
struct HTMLToken: Sendable {
  enum Kind: UInt8, Sendable {
    /// Characters that stand for themselves.
    case text
    /// A character reference; `first` and `second` are its scalars.
    case reference
    /// `first` is the index of the first attribute, `second` their number.
    case startTag
    case endTag
    case comment
    /// Document type, processing instruction, `</>`, a tag that the end of the file cuts off: nothing to read.
    case bogus
    /// The content of `<script>`, `<style>` and their like.
    case raw
    /// A line ending of Markdown that is one space in prose.
    case lineBreak
    /// The start and the end of the alternative text of a Markdown image.
    case altStart, altEnd
  }

  var kind: Kind
  /// Of tags: the element. Of raw text, and of text in which tags mean nothing: the element that it is the content of.
  var element: HTMLElement = .unknown
  /// Of start tags: `/>`.
  var isSelfClosing = false
  var start: Int32
  var end: Int32
  /// Of tags: where the name ends.
  var nameEnd: Int32 = 0
  /// Of tags: a hash of the lower-case name, which tells elements apart that are not known.
  var nameHash: UInt32 = 0
  var first: UInt32 = 0
  var second: UInt32 = 0

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = Int32(start)
    self.end = Int32(end)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  /// Of tags that stand in the source: the byte range of the name.
  var nameRange: Range<Int> { Int(start) + (kind == .endTag ? 2 : 1)..<Int(nameEnd) }
}

/// An attribute of a start tag; byte ranges in the source, the value without its quotation marks.
struct HTMLAttribute: Sendable {
  var nameStart: Int32
  var nameEnd: Int32
  var valueStart: Int32
  var valueEnd: Int32

  var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
  var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}

/// Tokens with their attributes.
struct HTMLTokens: Sendable {
  var tokens: [HTMLToken] = []
  var attributes: [HTMLAttribute] = []

  /// The attributes of a start tag.
  func attributes(of token: HTMLToken) -> ArraySlice<HTMLAttribute> {
    attributes[Int(token.first)..<Int(token.first + token.second)]
  }
}
