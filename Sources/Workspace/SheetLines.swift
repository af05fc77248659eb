import Facts

/// The text of the sheets by line, for outputs that show the fact beside the claim.
public struct SheetLines: Sendable {
  private let lines: [String: [Substring]]
  private let hidden: [String: Set<Int>]

  init(book: FactBook?, hidden: [String: Set<Int>]) {
    var lines: [String: [Substring]] = [:]
    for sheet in book?.sheets ?? [] {
      guard let bytes = try? FileSystem.read(sheet.path, limit: 4 << 20) else { continue }
      lines[sheet.path] = String(decoding: bytes, as: UTF8.self)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    self.lines = lines
    self.hidden = hidden
  }

  /// A line, counted from 1.
  public func line(_ number: Int, of path: String) -> String? {
    guard let all = lines[path], all.indices.contains(number - 1), hidden[path]?.contains(number) != true
    else { return nil }
    return String(all[number - 1])
  }
}
