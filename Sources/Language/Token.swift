/// A word, number or mark of the prose.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable {
    /// Letters (and digits among them); a clitic such as `n't` or `'s` is a word of its own.
    case word
    /// Digits, with separators and a decimal point: `184,200`, `2.9`.
    case number
    /// One punctuation mark or symbol.
    case mark
    /// A web or mail address, taken whole.
    case address
  }

  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let capitalised = Shape(rawValue: 1)
    /// Every letter is a capital, and there are at least two.
    public static let capitals = Shape(rawValue: 2)
    /// White space stands before it.
    public static let spaceBefore = Shape(rawValue: 4)
    /// A hyphen or slash joins it to the token before: `end-to-end` is three tokens.
    public static let joined = Shape(rawValue: 8)
    /// Letters and digits are mixed: `AES256`, `INC-7`.
    public static let mixed = Shape(rawValue: 16)
  }

  /// Byte range in the prose.
  public var start: UInt32
  public var end: UInt32
  /// Id of the folded word in the catalogue's vocabulary or the fact sheet's, 0 if neither knows it.
  public var word: UInt32
  public var kind: Kind
  public var shape: Shape
  /// The byte of a mark in ASCII; 0 for words and numbers; other marks are given as `“ ” ‘ ’ – — • …` folded to `" " ' ' - - * .`.
  public var mark: UInt8

  public init(start: Int, end: Int, word: UInt32, kind: Kind, shape: Shape, mark: UInt8 = 0) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.word = word
    self.kind = kind
    self.shape = shape
    self.mark = mark
  }

  public var range: Range<Int> { Int(start)..<Int(end) }
}
