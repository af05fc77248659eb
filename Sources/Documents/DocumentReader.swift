import SourceText

/// Reads bytes as a document.
public enum DocumentReader {
  /// What the caller says of the format.
  public enum Format: String, Sendable, CaseIterable {
    /// By the file name, else by how the content starts.
    case auto
    case text, markdown, html
  }

  /// Reads a document; the same bytes and path give the same document always.
  ///
  /// - Parameters:
  ///   - path: names the file in errors, decides the format of `auto`, and may hold the date of publication.
  ///   - bytes: the whole file as it is on disk.
  public static func read(
    path: String, bytes: [UInt8], format: Format = .auto, limits: DocumentLimits = DocumentLimits()
  ) throws(DocumentError) -> Document {
    guard bytes.count <= limits.maxBytes else {
      throw DocumentError(path: path, reason: .tooLarge(size: bytes.count, limit: limits.maxBytes))
    }
    let format = resolve(format, path: path, bytes: bytes)
    let source: SourceFile
    do throws(SourceError) {
      let charset: (([UInt8]) -> String?)? = format == .html ? { DeclaredCharset.find($0) } : nil
      source = try SourceFile.read(path: path, bytes: bytes, declaredCharset: charset)
    } catch {
      throw DocumentError(error)
    }
    switch format {
    case .text: return TextReader.read(source)
    case .markdown: return try MarkdownReader.read(source)
    case .html: return HTMLReader.read(source)
    }
  }

  /// The format that a file will be read as.
  public static func resolve(_ format: Format, path: String, bytes: [UInt8]) -> DocumentFormat {
    switch format {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .auto: fromName(path) ?? (startsAsPage(bytes) ? .html : .text)
    }
  }

  private static func fromName(_ path: String) -> DocumentFormat? {
    let bytes = Array(path.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let name = dot + 1..<bytes.count
    let formats: [(StaticString, DocumentFormat)] = [
      ("md", .markdown), ("markdown", .markdown), ("mdown", .markdown), ("mkd", .markdown), ("html", .html),
      ("htm", .html), ("xhtml", .html), ("txt", .text), ("text", .text),
    ]
    return formats.first { bytes.matches($0.0, in: name) }?.1
  }

  /// Whether content of an unknown name starts like a page.
  private static func startsAsPage(_ bytes: [UInt8]) -> Bool {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    return bytes.hasPrefix("<!doctype html", at: index, end: bytes.count)
      || bytes.hasPrefix("<html", at: index, end: bytes.count)
  }
}
