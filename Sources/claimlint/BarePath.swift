/// `claimlint draft.md` is answered with the command that was probably meant.
enum BarePath {
  static func hint(for arguments: [String]) -> String? {
    guard let first = arguments.first, first == "-" || !first.hasPrefix("-") else { return nil }
    let commands = Claimlint.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !commands.contains(first) else { return nil }
    let looksLikePath = first == "-" || first.contains(".") || first.contains("/") || first.contains("*")
    return looksLikePath
      ? "'\(first)' is no command; to check a document, run: claimlint check \(first)"
      : "'\(first)' is no command; there are: \(commands.joined(separator: ", "))"
  }
}
