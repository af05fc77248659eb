/// What a document says of itself: front matter, page metadata, or its file name. Values are raw text; nil where it is silent.
public struct Metadata: Sendable, Equatable {
  /// A value with the byte offset in the source where it stands (0 if it came from the file name).
  public struct Value: Sendable, Equatable {
    public var text: String
    public var offset: Int
    public init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  public var published: Value?
  /// True where `published` was taken from the file name only.
  public var publishedFromFileName = false
  public var asOf: Value?
  public var channel: Value?
  public var audience: Value?
  public var cohort: Value?
  public var incident: Value?
  public var organisation: Value?
  public var language: Value?
  public var supersedes: Value?
  public var title: Value?

  public init() {}
}
