import Findings

/// One object a line: each document as soon as it is checked, then a line that says whether the run was complete.
struct JSONLinesReport: Report {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  mutating func add(_ document: DocumentFindings) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", FindingJSON.schema)
      writer.member("as_of", context.asOf)
      FindingJSON.members(of: document, context: context, into: &writer)
    }
    return writer.text + "\n"
  }

  mutating func finish(errors: [ReportError]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", FindingJSON.schema)
      writer.member("complete", errors.isEmpty)
      FindingJSON.tool(context, into: &writer)
      FindingJSON.errors(errors, into: &writer)
    }
    return writer.text + "\n"
  }
}
