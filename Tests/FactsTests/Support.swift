import Facts
import Testing

/// Reads a sheet from a text.
func sheet(_ text: String, path: String = "facts.yaml", known: Set<String> = []) throws(FactSheetErrors)
  -> FactSheet
{
  try FactSheetReader(knownDataTypes: known).read(text, path: path)
}

/// The errors of a text as `line:column: message`, none where it is in order.
func errors(_ text: String, path: String = "facts.yaml", known: Set<String> = []) -> [String] {
  do {
    _ = try sheet(text, path: path, known: known)
    return []
  } catch {
    return error.errors.map { "\($0.line):\($0.column): \($0.message)" }
  }
}

func at(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }
