import Findings

/// One object with all documents. Whether the run was complete stands before them, so the text waits for the end.
struct JSONReport: Report {
  let context: ReportContext
  private var documents = JSONWriter()

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    FindingJSON.document(document, context: context, into: &documents)
    return ""
  }

  mutating func finish(errors: [ReportError]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", FindingJSON.schema)
      writer.member("complete", errors.isEmpty)
      writer.member("as_of", context.asOf)
      FindingJSON.tool(context, into: &writer)
      writer.key("documents")
      writer.raw("[\(documents.text)]")
      FindingJSON.errors(errors, into: &writer)
    }
    return writer.text + "\n"
  }
}
