import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error. Findings go to the one, all else to the other.
struct Terminal: Sendable {
  /// Writes to standard output; an output that nobody takes is an error like any other.
  func write(_ text: String) throws(WorkspaceError) {
    guard !text.isEmpty else { return }
    try FileSystem.write(Array(text.utf8), descriptor: 1, path: "standard output")
  }

  /// Writes to standard error, where failing is of no consequence.
  func error(_ text: String) {
    try? FileSystem.write(Array(text.utf8), descriptor: 2, path: "standard error")
  }

  /// One line on standard error.
  func note(_ text: String) { error("claimlint: \(text)\n") }

  /// One error on standard error.
  func complain(_ text: String) { error("claimlint: error: \(text)\n") }

  func complain(_ errors: WorkspaceErrors) {
    for error in errors.errors { complain(error.description) }
  }

  /// Writes the whole output of a command and says what it came to.
  func finish(_ text: String, outcome: Outcome = .passed) -> Outcome {
    do throws(WorkspaceError) {
      try write(text)
      return outcome
    } catch {
      complain(error.description)
      return .noVerdict
    }
  }

  static var hasColor: Bool {
    guard isatty(1) == 1, variable("NO_COLOR").isEmpty else { return false }
    return variable("TERM") != "dumb"
  }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
