/// What a run came to. The only place where exit codes are decided.
enum Outcome: Equatable {
  /// Everything that was asked for was checked, and nothing reaches the threshold.
  case passed
  /// Everything was checked, and something does.
  case findings
  /// Something that was asked for could not be done, so that nothing can be said of it.
  case noVerdict

  var code: Int32 {
    switch self {
    case .passed: 0
    case .findings: 1
    case .noVerdict: 2
    }
  }

  /// - Parameters:
  ///   - isComplete: nothing is missing from what was asked for.
  ///   - reaches: a finding reaches the threshold.
  init(isComplete: Bool, reaches: Bool) {
    self = !isComplete ? .noVerdict : reaches ? .findings : .passed
  }
}
