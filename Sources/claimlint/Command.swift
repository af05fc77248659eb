import ArgumentParser

/// A command of the tool.
protocol Command: ParsableCommand {
  func execute(_ terminal: Terminal) async -> Outcome
}
