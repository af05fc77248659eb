import Facts
import Language

/// When, where and for whom a document speaks.
public struct DocumentContext: Sendable {
  /// Nil for a draft, which is judged as of now only.
  public var published: TimeRange?
  /// The moment that "now" stands for in this run.
  public var now: Instant
  public var channel: String?
  public var audience: String?
  public var cohort: String?
  public var incident: String?
  public var organisation: String?

  public init(
    published: TimeRange? = nil, now: Instant, channel: String? = nil, audience: String? = nil,
    cohort: String? = nil,
    incident: String? = nil, organisation: String? = nil
  ) {
    self.published = published
    self.now = now
    self.channel = channel
    self.audience = audience
    self.cohort = cohort
    self.incident = incident
    self.organisation = organisation
  }

  /// The moment at which the document was published: a day means its end.
  public var then: Instant? { published.flatMap { Instant(endOf: $0) } }
}
