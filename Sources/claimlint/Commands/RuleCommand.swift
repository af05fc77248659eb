import ArgumentParser
import Reports
import RuleCatalog
import RuleFormat
import Workspace

/// `claimlint rule`: what a rule is about.
struct RuleCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Explain a rule, or list all rules.")

  @Argument(help: "A rule's name or code, or a family.")
  var name: String?

  @Flag(name: .long, help: "All rules in full.")
  var all = false

  @Option(name: .long, help: "The form of the page.")
  var format = PageFormat.text

  @Option(name: .long, help: ArgumentHelp("A pack of rules; repeatable.", valueName: "pack"))
  var rules: [String] = []

  func execute(_ terminal: Terminal) async -> Outcome {
    do throws(WorkspaceErrors) {
      let definitions = try RulePacks.definitions(with: rules).sorted {
        ($0.code, $0.name) < ($1.code, $1.name)
      }
      guard let name else {
        return terminal.finish(all ? page(definitions) : list(definitions))
      }
      let found = definitions.filter { $0.name == name || $0.code == name || $0.family == name }
      guard !found.isEmpty else {
        let known = definitions.flatMap { [$0.name, $0.code] }
        let hint = EditDistance.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
        throw WorkspaceErrors("no rule, code or family is called '\(name)'\(hint)")
      }
      return terminal.finish(page(found))
    } catch {
      terminal.complain(error)
      return .noVerdict
    }
  }

  private func page(_ definitions: [RuleDefinition]) -> String {
    switch format {
    case .text: definitions.map(RulePage.text).joined(separator: "\n")
    case .markdown: definitions.map(RulePage.markdown).joined(separator: "\n")
    case .json: RulePage.json(definitions)
    }
  }

  private func list(_ definitions: [RuleDefinition]) -> String {
    if format != .text { return page(definitions) }
    return definitions.map {
      "\($0.code) \($0.name) (\($0.verdict), \($0.severity)): \(RulePage.oneLine($0.summary))\n"
    }
    .joined()
  }
}
