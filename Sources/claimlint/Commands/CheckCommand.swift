import ArgumentParser
import Findings
import Reports
import Workspace

/// `claimlint check`: documents against fact sheets.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check documents against their fact sheets.")

  @OptionGroup(title: "Documents") var input: InputArguments
  @OptionGroup(title: "Facts") var facts: FactArguments
  @OptionGroup(title: "Rules") var rules: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  @Option(name: .long, help: "The lowest severity that makes the exit code 1.")
  var failOn = Threshold.warning

  @Option(
    name: .long,
    help: ArgumentHelp("Documents checked at the same time; without it one a core.", valueName: "number"))
  var jobs: Int?

  @Flag(name: .long, help: "Read no configuration.")
  var isolated = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1") }
  }

  func execute(_ terminal: Terminal) async -> Outcome {
    var options = CheckOptions()
    facts.apply(to: &options)
    input.apply(to: &options)
    rules.apply(to: &options)
    options.findings.snippets = !output.noSnippets
    options.jobs = jobs
    var run = CheckRun(output: output, terminal: terminal)
    let session: Session
    do throws(WorkspaceErrors) {
      session = try Session(options)
    } catch {
      let now = (try? Clock.now(asOf: options.asOf)) ?? (try? Clock.now(asOf: nil))
      run.begin(asOf: now?.description ?? "", session: nil)
      run.fail(error)
      return run.finish(failOn: failOn)
    }
    run.begin(asOf: session.now.description, session: session)
    do throws(WorkspaceErrors) {
      let inputs = try input.discover()
      if !inputs.errors.isEmpty { run.fail(WorkspaceErrors(inputs.errors)) }
      try await run.check(inputs.paths, session: session, jobs: jobs ?? Terminal.cores)
    } catch {
      run.fail(error)
    }
    return run.finish(failOn: failOn)
  }
}
