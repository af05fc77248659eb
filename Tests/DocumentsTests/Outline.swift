import SourceText
import Testing

@testable import Documents

/// Reads a string as a document.
func document(
  _ text: String, _ format: DocumentReader.Format = .html, path: String = "page"
) throws -> Document {
  let document = try DocumentReader.read(path: path, bytes: Array(text.utf8), format: format)
  #expect(Properties.quotes(document) == nil)
  return document
}

extension Document {
  /// One line a block: kind, level, context, group and row where they are set, text.
  var outline: [String] {
    blocks.map { block in
      var head = "\(block.kind)"
      if block.level > 0 { head += "\(block.level)" }
      let names: [(Block.Context, String)] = [
        (.quotation, "quotation"), (.deleted, "deleted"), (.hidden, "hidden"), (.chrome, "chrome"),
        (.code, "code"),
      ]
      let context = names.filter { block.context.contains($0.0) }.map(\.1)
      if !context.isEmpty { head += "[" + context.joined(separator: " ") + "]" }
      if block.group >= 0 { head += " \(block.group)" }
      if block.row >= 0 { head += "/\(block.row)" }
      return head + ": " + quote(of: block.range)
    }
  }

  /// One line a span: kind and text.
  var spanOutline: [String] { spans.map { "\($0.kind): \(quote(of: $0.range))" } }

  /// The source of the first place where words stand in the prose.
  func source(of words: String) -> String? {
    let wanted = Array(words.utf8)
    guard prose.count >= wanted.count else { return nil }
    for start in 0...(prose.count - wanted.count) where Array(prose[start..<start + wanted.count]) == wanted {
      return sourceRange(of: start..<start + wanted.count).map { LineIndex(source).text(of: $0) }
    }
    return nil
  }
}
