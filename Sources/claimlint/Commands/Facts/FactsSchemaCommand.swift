import ArgumentParser
import Facts

/// `claimlint facts schema`: the format for editors.
struct FactsSchemaCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the format of fact sheets as a JSON Schema.")

  func execute(_ terminal: Terminal) async -> Outcome { terminal.finish(FactSheetSchema.text()) }
}
