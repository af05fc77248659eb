import ArgumentParser

/// The root of all commands. What a command comes to is decided by ``Outcome``.
struct Claimlint: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "claimlint",
    abstract: "Checks what an organisation says about its security against what it knows.",
    discussion: """
      Severities: an error means that text and sheet cannot both stand; a warning, that the text is likely to be \
      regretted or that nothing backs it; a note, that it is worth a look.

      Exit codes: 0, everything was checked and no finding reaches --fail-on; 1, at least one does; 2, no verdict.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ClaimsCommand.self, RuleCommand.self, TestCommand.self, FactsCommand.self,
    ])
}
