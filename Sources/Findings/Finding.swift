import Claims
import Comparison
import SourceText

/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// Whether a finding counts.
public enum FindingStatus: String, Sendable {
  case active, baseline, waived, suppressed
}

/// One difference between a text and what is known, ready to be reported.
public struct Finding: Sendable {
  public struct Rule: Sendable, Hashable {
    public let name: String
    public let code: String
    public init(name: String, code: String) {
      self.name = name
      self.code = code
    }
  }

  /// A way out: change the text (an edit of source bytes, or words without a fixed place), or update the sheet.
  public struct Suggestion: Sendable, Hashable {
    public var title: String
    /// Source bytes to replace, half-open, and the new text.
    public var edit: Edit?
    /// Pointer in the sheet and the value that would make text and sheet agree.
    public var sheet: Sheet?

    public struct Edit: Sendable, Hashable {
      public var range: Range<Int>
      public var text: String
      public init(range: Range<Int>, text: String) {
        self.range = range
        self.text = text
      }
    }
    public struct Sheet: Sendable, Hashable {
      public var pointer: String
      public var value: String
      public init(pointer: String, value: String) {
        self.pointer = pointer
        self.value = value
      }
    }

    public init(title: String, edit: Edit? = nil, sheet: Sheet? = nil) {
      self.title = title
      self.edit = edit
      self.sheet = sheet
    }
  }

  /// Another finding or fact on the same passage that lost to this one.
  public struct Related: Sendable, Hashable {
    public var message: String
    public var facts: [FactCitation]
    public init(message: String, facts: [FactCitation]) {
      self.message = message
      self.facts = facts
    }
  }

  public var rule: Rule
  public var verdict: Verdict
  public var then: Verdict?
  public var now: Verdict
  public var severity: Severity
  public var status: FindingStatus
  public var message: String
  /// The words, markup resolved.
  public var quote: String
  public var start: SourcePosition
  public var end: SourcePosition
  public var claim: Claim?
  public var facts: [FactCitation]
  public var arithmetic: String
  public var related: [Related]
  public var suggestions: [Suggestion]
  public var fingerprint: String

  public init(
    rule: Rule, verdict: Verdict, then: Verdict?, now: Verdict, severity: Severity,
    status: FindingStatus = .active,
    message: String, quote: String, start: SourcePosition, end: SourcePosition, claim: Claim?,
    facts: [FactCitation],
    arithmetic: String, related: [Related] = [], suggestions: [Suggestion], fingerprint: String
  ) {
    self.rule = rule
    self.verdict = verdict
    self.then = then
    self.now = now
    self.severity = severity
    self.status = status
    self.message = message
    self.quote = quote
    self.start = start
    self.end = end
    self.claim = claim
    self.facts = facts
    self.arithmetic = arithmetic
    self.related = related
    self.suggestions = suggestions
    self.fingerprint = fingerprint
  }
}

/// Everything found in one document.
public struct DocumentFindings: Sendable {
  public var path: String
  /// `markdown`, `html` or `text`; `sheet` for a fact sheet.
  public var format: String
  /// The document's date, as ISO 8601, or nil for a draft.
  public var published: String?
  public var claims: Int
  /// Hexadecimal SHA-256 of the source bytes.
  public var sha256: String
  public var findings: [Finding]
  /// The source bytes, for excerpts.
  public var source: SourceFile

  public init(
    path: String, format: String, published: String?, claims: Int, sha256: String, findings: [Finding],
    source: SourceFile
  ) {
    self.path = path
    self.format = format
    self.published = published
    self.claims = claims
    self.sha256 = sha256
    self.findings = findings
    self.source = source
  }
}
