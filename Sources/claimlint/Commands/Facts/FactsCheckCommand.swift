import ArgumentParser
import Facts
import Findings
import Reports
import Workspace

/// `claimlint facts check`: what in a sheet its keeper should look at.
struct FactsCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check fact sheets: their form, their age, and whether they agree with themselves.")

  @Argument(help: "Fact sheets or folders of them.")
  var sheets: [String]

  @Option(name: .long, help: ArgumentHelp("Take this as now.", valueName: "time"))
  var asOf: String?

  @OptionGroup(title: "Output") var output: OutputArguments

  @Option(name: .long, help: "The lowest severity that makes the exit code 1.")
  var failOn = Threshold.warning

  func execute(_ terminal: Terminal) async -> Outcome {
    var run = CheckRun(output: output, terminal: terminal)
    do throws(WorkspaceErrors) {
      let now = try Clock.now(asOf: asOf)
      run.begin(asOf: now.description, session: nil)
      let check = FactSheetCheck(now: now)
      for sheet in try SheetFiles.load(sheets) {
        let bytes = try SheetFiles.bytes(of: sheet.path)
        try run.add(SheetIssues.document(sheet, bytes: bytes, issues: check.issues(in: sheet)))
      }
    } catch {
      run.fail(error)
    }
    return run.finish(failOn: failOn)
  }
}
