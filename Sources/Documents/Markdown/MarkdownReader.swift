import SourceText

/// Reads Markdown (CommonMark with GitHub's tables, task lists, strikethrough and bare links).
public enum MarkdownReader {
  /// Reads a text; anything is Markdown, so that an error means that md4c had no memory left.
  public static func read(_ source: SourceFile) throws(DocumentError) -> Document {
    let text = TranscodedText(source)
    let front = FrontMatter(text.bytes, at: text.start)
    var metadata = front?.metadata ?? Metadata()
    metadata.readFileName(source.path)
    guard let tokens = MarkdownTokens.read(text.bytes, from: front?.end ?? text.start) else {
      throw DocumentError(path: source.path, reason: .parser("parse the Markdown"))
    }
    var assembler = PageAssembler(tokens, bytes: text.bytes, title: front?.title)
    assembler.run()
    let directives = assembler.directives
    let notes = assembler.notes
    var builder = assembler.takeBuilder()
    return builder.finish(
      source: source, text: text, format: .markdown, metadata: metadata, directives: directives, notes: notes)
  }
}
