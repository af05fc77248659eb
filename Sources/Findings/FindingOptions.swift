import Comparison

/// What a run decides about its findings.
public struct FindingOptions: Sendable {
  /// Off: no words of the document stand in messages, quotes and suggestions.
  public var snippets = true
  /// On: values of restricted facts are shown.
  public var showRestricted = false
  /// Severities by verdict, in place of the rules' own.
  public var severities: [Verdict: Severity] = [:]
  /// Names of the rules that report; nil for all.
  public var enabled: Set<String>?
  /// Off: repeats are not grouped and stock phrases are not capped, as tests of single rules need it.
  public var condenses = true

  public init() {}
}

/// Something that must not happen: a bug of the tool or of a rule file, never of a document.
public struct FindingError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  public let message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): internal error: \(message)" }
}
