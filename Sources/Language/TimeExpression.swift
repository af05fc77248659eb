/// A time, a period or a length of time that prose states.
public struct TimeExpression: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A calendar day, possibly with a time of day.
    case date
    /// A longer stretch of the calendar: a month, a year, from one day to another.
    case period
    /// A time counted from the document's date: "yesterday", "last week", "three days ago".
    case relative
    /// A time of day alone.
    case clock
    /// A length of time: "for three months", "58 hours", "for weeks".
    case duration
    /// How often: "every 90 days", "24 hours a day".
    case frequency
    /// A greatest delay: "within 72 hours of discovery".
    case latency
    /// A short delay in words: "immediately", "promptly".
    case fast
    /// "recently", "in recent weeks".
    case recent
    /// "shortly", "in the coming weeks".
    case soon
    /// A short length in words: "for a brief period".
    case brief
    /// A long or unknown length in words.
    case long
    case ongoing
    /// Words that date the statement itself: "to date", "currently".
    case asOf

    /// True where numbers inside the expression are part of it.
    var holdsNumbers: Bool {
      switch self {
      case .date, .period, .relative, .clock, .duration, .frequency, .latency: true
      default: false
      }
    }
  }

  public enum Modifier: String, Sendable, CaseIterable {
    case plain
    /// A third of the period: its first, second or last.
    case early, mid, late
    case about
    case before, after, since, until, by
  }

  /// Half-open token range with the words that bound it ("since", "within").
  public var tokenRange: Range<Int>
  public var kind: Kind
  public var modifier: Modifier
  /// The stretch of the calendar, bounds applied; nil where the anchor or the year is missing, and for lengths.
  public var range: TimeRange?
  /// Accepted lengths in seconds, a month taken as 2,629,746 s; for ``Kind/fast`` and ``Kind/latency`` the accepted delays.
  public var duration: NumberInterval?
  /// The length as it is written, nil for vague ones.
  public var stated: CalendarDuration?
  /// For lengths, how the number is put.
  public var bound: Quantity.Modifier
  /// `immediate`, `prompt` or `live` for ``Kind/fast``; empty otherwise.
  public var speed: String
  /// What a delay is counted from (`detected`, `began`, `contained`, `notified`); empty if the text does not say.
  public var event: String
  /// True where a date names a day of the week that it was not.
  public var weekdayDisagrees: Bool
  /// True where the year was not written but taken from the anchor.
  public var yearAssumed: Bool
  /// Half-open token ranges of the words that set modifier and bounds.
  public var cueRanges: [Range<Int>]

  init(
    tokenRange: Range<Int>, kind: Kind, modifier: Modifier = .plain, range: TimeRange? = nil,
    duration: NumberInterval? = nil
  ) {
    self.tokenRange = tokenRange
    self.kind = kind
    self.modifier = modifier
    self.range = range
    self.duration = duration
    bound = .plain
    speed = ""
    event = ""
    weekdayDisagrees = false
    yearAssumed = false
    cueRanges = []
  }
}
