import ArgumentParser
import Findings
import Reports

/// How findings are written.
struct OutputArguments: ParsableArguments {
  @Option(name: .long, help: "The form of the output.")
  var format = ReportFormat.full

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "Show only findings of at least this severity; the exit code does not change.")
  var minSeverity = Severity.note

  @Option(name: .long, help: "Colours; NO_COLOR is heeded.")
  var color = ColorChoice.auto

  @Flag(name: .long, help: "Leave words of the documents out of the output.")
  var noSnippets = false

  @Flag(name: .long, help: "Say on standard error how often each rule reported.")
  var statistics = false

  @Flag(name: .shortAndLong, help: "No summary and no remarks on standard error.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say on standard error what each document was taken for.")
  var verbose = false

  func context(asOf: String) -> ReportContext {
    var context = ReportContext(version: Claimlint.version, asOf: asOf)
    context.snippets = !noSnippets
    context.minimum = minSeverity
    context.color = output == nil && color.isOn
    return context
  }
}
