import Yams

/// Yams' messages, said so that the person who keeps the sheet knows what to do.
enum YAMLMessages {
  static func translate(_ error: YamlError, in text: SheetText) -> FactSheetErrors {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let unclosed = problem.hasPrefix("found unexpected end of stream")
      let place = unclosed ? context?.mark ?? mark : mark
      return failure(plain(problem, context: context?.text ?? "", at: place, in: text), place, text)
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      return failure("the key `\(name)` stands twice in this map", context.mark, text)
    case .reader:
      return failure("a character that YAML does not allow stands in the sheet", nil, text)
    default:
      return failure("the sheet could not be read as YAML", nil, text)
    }
  }

  private static func failure(_ message: String, _ mark: Mark?, _ text: SheetText) -> FactSheetErrors {
    guard let mark else { return FactSheetErrors(path: text.path, line: 1, column: 1, message: message) }
    let place = text.position(of: text.byte(yamlLine: mark.line, column: mark.column))
    return FactSheetErrors(path: text.path, line: place.line, column: place.column, message: message)
  }

  private static func plain(_ problem: String, context: String, at mark: Mark, in text: SheetText) -> String {
    let table: [(String, String)] = [
      (
        "did not find expected ',' or '}'",
        "a map in braces goes on here without a comma or its closing brace"
      ),
      (
        "did not find expected ',' or ']'",
        "a list in brackets goes on here without a comma or its closing bracket"
      ),
      (
        "mapping values are not allowed",
        "a colon followed by a space starts a value here; put text that holds one in quotation marks"
      ),
      ("could not find expected ':'", "a key without its colon stands before this place"),
      (
        "did not find expected key",
        "this line stands neither in the map above it nor in one of its parents; "
          + "check its indentation"
      ),
      (
        "did not find expected '-' indicator",
        "this line stands in a list but does not begin with a dash; "
          + "check its indentation"
      ),
      ("did not find expected node content", "a value is missing here"),
      ("found unexpected end of stream", "a quotation mark opens here and is not closed"),
      ("found undefined alias", "an alias stands here whose anchor is not above it"),
      ("found undefined tag handle", "tags are not read; write the value plainly"),
      ("but found another document", "a second document starts here; a sheet is one document"),
      (
        "did not find expected <document start>",
        "the sheet goes on after its first value; "
          + "every line of a map needs a key and a colon"
      ),
      (
        "found unknown escape character",
        "an unknown escape stands in this quoted text; write \\\\ for a backslash"
      ),
      ("found unexpected ':'", "a colon stands here that starts no value; put the text in quotation marks"),
      (
        "block sequence entries are not allowed", "a list item cannot start here; put it on a line of its own"
      ),
      ("could not find expected directive name", "a value cannot begin with `%`; put it in quotation marks"),
      (
        "did not find expected comment or line break",
        "nothing but a comment may follow `|` or `>` on its line"
      ),
      ("did not find expected hexdecimal number", "hexadecimal digits belong after this escape"),
      ("found a tab character", "a tab stands where spaces belong"),
      ("Maximum nesting level", "values are nested too deep"),
    ]
    if let entry = table.first(where: { problem.hasPrefix($0.0) }) { return entry.1 }
    if problem.hasPrefix("found character that cannot start any token") {
      let byte = text.byte(yamlLine: mark.line, column: mark.column)
      if byte < text.bytes.count {
        if text.bytes[byte] == 0x09 { return "a tab stands where spaces belong" }
        if text.bytes[byte] < 0x80 {
          let character = Character(Unicode.Scalar(text.bytes[byte]))
          return "a value cannot begin with `\(character)`; put it in quotation marks"
        }
      }
      return "a value cannot begin with this character; put it in quotation marks"
    }
    return "the text cannot be read as YAML from here (\(problem))"
  }
}
