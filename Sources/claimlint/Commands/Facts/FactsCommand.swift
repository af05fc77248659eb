import ArgumentParser

/// `claimlint facts`: fact sheets.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Start, check, extend, show and describe fact sheets.",
    subcommands: [
      FactsInitCommand.self, FactsCheckCommand.self, FactsSetCommand.self, FactsShowCommand.self,
      FactsSchemaCommand.self,
    ])
}
