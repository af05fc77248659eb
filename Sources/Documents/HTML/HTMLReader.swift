import SourceText

/// Reads web pages.
public enum HTMLReader {
  /// Reads a page; broken markup is read as browsers read it, so that there is no error.
  public static func read(_ source: SourceFile) -> Document {
    let text = TranscodedText(source)
    var tokens = HTMLTokens()
    HTMLTokenizer.tokenize(text.bytes, text.start..<text.bytes.count, into: &tokens)
    var assembler = PageAssembler(tokens, bytes: text.bytes)
    assembler.run()
    var page = PageMetadata(tokens, bytes: text.bytes)
    page.add(time: assembler.time)
    var metadata = page.metadata
    metadata.readFileName(source.path)
    let directives = assembler.directives
    let notes = assembler.notes
    var builder = assembler.takeBuilder()
    if metadata.title == nil { metadata.title = builder.title }
    return builder.finish(
      source: source, text: text, format: .html, metadata: metadata, directives: directives, notes: notes)
  }
}
