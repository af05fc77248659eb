import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main struct Main {
  static func main() async {
    // A reader that goes away is noticed when writing fails, not by being ended.
    signal(SIGPIPE, SIG_IGN)
    let terminal = Terminal()
    let outcome = await outcome(of: Array(CommandLine.arguments.dropFirst()), terminal: terminal)
    exit(outcome.code)
  }

  static func outcome(of arguments: [String], terminal: Terminal) async -> Outcome {
    if let hint = BarePath.hint(for: arguments) {
      terminal.complain(hint)
      return .noVerdict
    }
    if arguments.isEmpty {
      terminal.error(Claimlint.helpMessage() + "\n")
      return .noVerdict
    }
    do {
      var command = try Claimlint.parseAsRoot(arguments)
      if let command = command as? any Command { return await command.execute(terminal) }
      try command.run()
      return .passed
    } catch {
      // Help and the version come as errors too.
      let message = Claimlint.fullMessage(for: error)
      if Claimlint.exitCode(for: error).isSuccess { return terminal.finish(message + "\n") }
      terminal.error(message + "\n")
      return .noVerdict
    }
  }
}
