/// A comment that speaks to the linter: `<!-- claimlint: allow[…] reason="…" -->`.
public struct Directive: Sendable, Hashable {
  /// What stands between `claimlint:` and the end of the comment, without white space at its ends.
  public var text: String
  /// Byte range of the whole comment in the source.
  public var range: Range<Int>
  /// Index in `Document.blocks` of the first block that ends after the comment; the number of blocks where none does.
  public var block: Int32

  public init(text: String, range: Range<Int>, block: Int32) {
    self.text = text
    self.range = range
    self.block = block
  }
}
