import ArgumentParser

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rule")
}
