import SourceText

/// Reads plain text: paragraphs parted by blank lines, list items, headings.
public enum TextReader {
  /// Reads a text; anything is one, so that there is no error.
  public static func read(_ source: SourceFile) -> Document {
    let text = TranscodedText(source)
    let front = FrontMatter(text.bytes, at: text.start)
    var metadata = front?.metadata ?? Metadata()
    metadata.readFileName(source.path)
    var builder = ProseBuilder(bytes: text.bytes)
    builder.append(title: front?.title)
    var layout = TextLayout(bytes: text.bytes, start: front?.end ?? text.start)
    layout.write(to: &builder)
    return builder.finish(
      source: source, text: text, format: .text, metadata: metadata, directives: [], notes: [])
  }
}

extension ProseBuilder {
  /// Writes the title that front matter gives as a block of its own.
  mutating func append(title: Range<Int>?) {
    guard let title else { return }
    append(title, to: Block(kind: .title, range: 0..<0))
    endBlock()
  }

  /// The text of the first title block, at its offset in the UTF-8 source.
  var title: Metadata.Value? {
    guard let block = blocks.first(where: { $0.kind == .title }),
      let range = offsets.source(of: block.range)
    else { return nil }
    return Metadata.Value(text: String(decoding: prose[block.range], as: UTF8.self), offset: range.lowerBound)
  }
}
