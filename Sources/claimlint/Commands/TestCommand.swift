import ArgumentParser
import Reports
import RuleFormat
import Workspace

/// `claimlint test`: the examples in rule files.
struct TestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples inside rule files; without packs, those of the rules that ship.")

  @Argument(help: "Rule packs: YAML files or folders of them.")
  var packs: [String] = []

  @Flag(name: .long, help: "Fail on rules that no example fires.")
  var coverage = false

  @Flag(name: .shortAndLong, help: "No summary on standard error.")
  var quiet = false

  func execute(_ terminal: Terminal) async -> Outcome {
    do throws(WorkspaceErrors) {
      let definitions = try rules()
      let examples = try RuleExamples(packs: packs)
      var lines: [String] = []
      try await OrderedRun.run(definitions.indices.map(String.init), jobs: Terminal.cores) { index in
        Int(index).map { examples.failures(of: definitions[$0]) } ?? []
      } emit: { (_, failures) throws(WorkspaceErrors) in
        lines += failures.map { shown($0.description) }
      }
      let failed = lines.count
      if coverage {
        for rule in definitions where !rule.examples.contains(where: \.flagged) {
          lines.append(shown("\(rule.path):\(rule.line): \(rule.name): no example fires it"))
        }
      }
      let count = definitions.reduce(0) { $0 + $1.examples.count }
      if !quiet {
        terminal.note(
          "\(Count.text(count, "example")) of \(Count.text(definitions.count, "rule")), \(failed) failed"
            + (coverage ? ", \(Count.text(lines.count - failed, "rule")) without one" : ""))
      }
      let text = lines.map { $0 + "\n" }.joined()
      return terminal.finish(text, outcome: Outcome(isComplete: true, reaches: !lines.isEmpty))
    } catch {
      terminal.complain(error)
      return .noVerdict
    }
  }

  /// A line about a rule file; those that ship stand under `Rules/`.
  private func shown(_ line: String) -> String { packs.isEmpty ? "Rules/\(line)" : line }

  /// The rules under test: those of the packs, else the shipped ones.
  private func rules() throws(WorkspaceErrors) -> [RuleDefinition] {
    let all = try RulePacks.definitions(with: packs)
    guard !packs.isEmpty else { return all }
    let files = Set(try RulePacks.files(of: packs).map(\.path))
    return all.filter { files.contains($0.path) }
  }
}
