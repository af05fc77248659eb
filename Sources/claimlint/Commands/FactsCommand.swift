import ArgumentParser

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "facts")
}
