/// A file pattern: `*` within one part of a path, `**` over any parts, `?` for one character, `[a-z]`, `{a,b}`.
public struct GlobPattern: Sendable, Hashable {
  public let text: String
  /// The parts between slashes, for each way of reading the braces.
  private let forms: [[[Unicode.Scalar]]]

  public init(_ text: String) {
    self.text = text
    forms = Self.expand(Array(text.unicodeScalars)).map { form in
      form.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
    }
  }

  /// True if a text holds anything that makes it a pattern.
  public static func isPattern(_ text: String) -> Bool {
    text.unicodeScalars.contains { "*?[{".unicodeScalars.contains($0) }
  }

  /// True if the whole path fits; a pattern without a slash fits the last part of the path.
  public func matches(_ path: String) -> Bool {
    let parts = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
    return forms.contains { form in
      if form.count == 1, let last = parts.last { return Self.part(form[0][...], last[...]) }
      return Self.path(form[...], parts[...])
    }
  }

  /// The folder below which all matches lie: the parts before the first with a wildcard; empty for the working folder.
  var base: String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.dropLast().prefix { !Self.isPattern(String($0)) }
    return fixed.isEmpty ? "" : fixed == [""] ? "/" : fixed.joined(separator: "/")
  }

  private static func path(_ form: ArraySlice<[Unicode.Scalar]>, _ parts: ArraySlice<[Unicode.Scalar]>)
    -> Bool
  {
    guard let first = form.first else { return parts.isEmpty }
    if first == ["*", "*"] {
      let rest = form.dropFirst()
      // `a/**` means everything below a; `**` before more means any number of folders.
      if rest.isEmpty { return !parts.isEmpty }
      return (0...parts.count).contains { path(rest, parts.dropFirst($0)) }
    }
    guard let name = parts.first, part(first[...], name[...]) else { return false }
    return path(form.dropFirst(), parts.dropFirst())
  }

  /// One part against one name, without recursion on `*`, so that no pattern takes long.
  private static func part(_ form: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
    if name.first == ".", let first = form.first, first == "*" || first == "?" || first == "[" {
      return false
    }
    var at = form.startIndex
    var index = name.startIndex
    var retry: (form: Int, name: Int)?
    while index < name.endIndex {
      if at < form.endIndex, form[at] == "*" {
        retry = (at + 1, index)
        at += 1
        continue
      }
      if at < form.endIndex, let next = one(form, at, name[index]) {
        at = next
        index += 1
        continue
      }
      guard let last = retry else { return false }
      retry = (last.form, last.name + 1)
      at = last.form
      index = last.name + 1
    }
    while at < form.endIndex, form[at] == "*" { at += 1 }
    return at == form.endIndex
  }

  /// The place after the one-character item at `at` if it fits.
  private static func one(_ form: ArraySlice<Unicode.Scalar>, _ at: Int, _ scalar: Unicode.Scalar) -> Int? {
    switch form[at] {
    case "?": return at + 1
    case "[":
      guard let close = form[(at + 1)...].dropFirst().firstIndex(of: "]") else {
        return scalar == "[" ? at + 1 : nil
      }
      var index = at + 1
      let negated = form[index] == "!" || form[index] == "^"
      if negated { index += 1 }
      var found = false
      while index < close {
        if index + 2 < close, form[index + 1] == "-" {
          if (form[index].value...max(form[index].value, form[index + 2].value)).contains(scalar.value) {
            found = true
          }
          index += 3
        } else {
          if form[index] == scalar { found = true }
          index += 1
        }
      }
      return found != negated ? close + 1 : nil
    case let plain: return plain == scalar ? at + 1 : nil
    }
  }

  /// `a{b,c}` → `ab`, `ac`; unbalanced braces stand for themselves.
  private static func expand(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let open = text.firstIndex(of: "{") else { return [text] }
    var depth = 0
    var cuts: [Int] = [open]
    var close: Int?
    for index in open..<text.count {
      switch text[index] {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { close = index }
      case "," where depth == 1: cuts.append(index)
      default: break
      }
      if close != nil { break }
    }
    guard let close, cuts.count > 1, cuts.count < 64 else { return [text] }
    cuts.append(close)
    var result: [[Unicode.Scalar]] = []
    for index in 0..<cuts.count - 1 {
      let middle = text[(cuts[index] + 1)..<cuts[index + 1]]
      result += expand(Array(text[..<open]) + Array(middle) + Array(text[(close + 1)...]))
      if result.count > 1024 { return [text] }
    }
    return result
  }
}
