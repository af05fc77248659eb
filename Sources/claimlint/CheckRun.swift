import Findings
import Reports
import Workspace

/// One run of `check`: what comes out of the documents, on its way to the outputs.
struct CheckRun {
  let output: OutputArguments
  let terminal: Terminal
  private var report: (any Report)?
  /// What is written to a file, collected; standard output is written at once.
  private var collected = ""
  private var errors: [WorkspaceError] = []
  private var canWrite = true
  private var tally = Tally()
  private var hasFacts = true

  init(output: OutputArguments, terminal: Terminal) {
    self.output = output
    self.terminal = terminal
  }

  mutating func begin(asOf: String, session: Session?) {
    var context = output.context(asOf: asOf)
    tally.asOf = asOf
    if let session {
      hasFacts = session.book != nil
      context.rules = { name in
        session.about(rule: name).map { RuleSummary(summary: $0.summary, why: $0.why) }
      }
      if output.format == .full, context.snippets {
        let lines = session.sheetLines()
        context.sheetLine = { path, line in lines.line(line, of: path) }
      }
      if !hasFacts, !output.quiet {
        terminal.note("no fact sheet was read (--facts); only what the text alone decides is reported")
      }
    }
    report = output.format.report(context)
  }

  /// Something that was asked for could not be done.
  mutating func fail(_ failure: WorkspaceErrors) {
    terminal.complain(failure)
    errors += failure.errors
  }

  mutating func check(_ paths: [String], session: Session, jobs: Int) async throws(WorkspaceErrors) {
    try await OrderedRun.run(paths, jobs: jobs) { path -> Result<CheckedDocument, WorkspaceErrors> in
      do throws(WorkspaceErrors) { return .success(try session.check(path)) } catch { return .failure(error) }
    } emit: { (_, result) throws(WorkspaceErrors) in
      switch result {
      case .success(let document): try add(document)
      case .failure(let error): fail(error)
      }
    }
  }

  mutating func add(_ document: CheckedDocument) throws(WorkspaceErrors) {
    let findings = document.findings
    tally.add(document)
    if !document.errors.isEmpty { fail(WorkspaceErrors(document.errors)) }
    if !output.quiet { for note in document.notes { terminal.note("\(findings.path): \(note)") } }
    if output.verbose {
      let when = findings.published.map { "published \($0)" } ?? "a draft"
      terminal.note("\(findings.path): \(findings.format), \(when), \(Count.text(findings.claims, "claim"))")
    }
    let text = report?.add(findings) ?? ""
    try put(text)
  }

  private mutating func put(_ text: String) throws(WorkspaceErrors) {
    if output.output != nil {
      collected += text
      return
    }
    guard canWrite else { return }
    do throws(WorkspaceError) { try terminal.write(text) } catch {
      canWrite = false
      throw WorkspaceErrors([error])
    }
  }

  /// Writes what is left and says what the run came to.
  mutating func finish(failOn: Threshold) -> Outcome {
    let rest =
      report?.finish(
        errors: errors.map {
          ReportError(path: $0.path, line: $0.line, column: $0.column, message: $0.message)
        }) ?? ""
    do throws(WorkspaceErrors) {
      try put(rest)
      if let path = output.output {
        do throws(WorkspaceError) { try FileSystem.write(Array(collected.utf8), to: path) } catch {
          throw WorkspaceErrors([error])
        }
      }
    } catch {
      fail(error)
    }
    if output.statistics { terminal.error(tally.statistics) }
    if !output.quiet { terminal.note(tally.summary(isComplete: errors.isEmpty)) }
    return Outcome(isComplete: errors.isEmpty, reaches: tally.reaches(failOn))
  }
}
