import Testing

@testable import Language

/// Every row of the table of stated times.
@Suite struct TimeTests {
  /// Wednesday.
  static let anchor = CalendarDay(year: 2024, month: 6, day: 12)

  func show(_ time: TimeExpression) -> String {
    func day(_ second: Int64?) -> String {
      second.map { CalendarDay(daysSince1970: Int(($0 + 86_399) / 86_400)).description } ?? "…"
    }
    guard let range = time.range else { return "-" }
    return "\(day(range.start))/\(day(range.end))"
  }

  @Test(arguments: [
    ("March 4, 2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("4 March 2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("the 4th of March 2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("2024-03-04", "date", "plain", "2024-03-04/2024-03-05"),
    ("03/04/2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("21/04/2024", "date", "plain", "2024-04-21/2024-04-22"),
    ("4 Mar. 2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("Monday, March 4, 2024", "date", "plain", "2024-03-04/2024-03-05"),
    ("March 4", "date", "plain", "2024-03-04/2024-03-05"),
    ("December 21", "date", "plain", "2023-12-21/2023-12-22"),
    ("May 2020", "period", "plain", "2020-05-01/2020-06-01"),
    ("Q1 2024", "period", "plain", "2024-01-01/2024-04-01"),
    ("the first quarter of 2024", "period", "plain", "2024-01-01/2024-04-01"),
    ("the second half of 2023", "period", "plain", "2023-07-01/2024-01-01"),
    ("early March 2024", "period", "early", "2024-03-01/2024-03-11"),
    ("mid-March", "period", "mid", "2024-03-11/2024-03-21"),
    ("late 2023", "period", "late", "2023-09-01/2024-01-01"),
    ("the end of May", "period", "late", "2024-05-21/2024-06-01"),
    ("around March 4, 2024", "date", "about", "2024-03-01/2024-03-08"),
    ("on or about March 4, 2024", "date", "about", "2024-03-01/2024-03-08"),
    ("since March 4, 2024", "date", "since", "2024-03-04/…"),
    ("before March 4, 2024", "date", "before", "…/2024-03-05"),
    ("by March 4, 2024", "date", "by", "…/2024-03-05"),
    ("until March 4, 2024", "date", "until", "…/2024-03-05"),
    ("after March 4, 2024", "date", "after", "2024-03-05/…"),
    ("between May 5 and May 11", "period", "plain", "2024-05-05/2024-05-12"),
    ("from 22 March to 31 March", "period", "plain", "2024-03-22/2024-04-01"),
    ("from 22 to 31 March", "period", "plain", "2024-03-22/2024-04-01"),
    ("March 3-7, 2023", "period", "plain", "2023-03-03/2023-03-08"),
    ("between September 2014 and February 2015", "period", "plain", "2014-09-01/2015-03-01"),
    ("from December 28, 2023 through January 5, 2024", "period", "plain", "2023-12-28/2024-01-06"),
    ("between December 28 and January 5", "period", "plain", "2023-12-28/2024-01-06"),
    ("2014-2018", "period", "plain", "2014-01-01/2019-01-01"),
    ("yesterday", "relative", "plain", "2024-06-11/2024-06-12"),
    ("today", "relative", "plain", "2024-06-12/2024-06-13"),
    ("Tuesday", "date", "plain", "2024-06-11/2024-06-12"),
    ("last Friday", "relative", "plain", "2024-06-07/2024-06-08"),
    ("this week", "relative", "plain", "2024-06-10/2024-06-17"),
    ("last month", "relative", "plain", "2024-05-01/2024-06-01"),
    ("over the weekend", "relative", "plain", "2024-06-08/2024-06-10"),
    ("three weeks ago", "relative", "plain", "2024-05-22/2024-05-23"),
    ("the past three months", "relative", "plain", "2024-03-12/2024-06-12"),
    ("recently", "recent", "plain", "2024-05-13/2024-06-13"),
    ("to date", "asOf", "plain", "2024-06-12/2024-06-13"),
  ])
  func ranges(text: String, kind: String, modifier: String, range: String) throws {
    let prose = Prose("It happened " + text + ".")
    let times = prose.times(Self.anchor)
    let time = try #require(times.first)
    #expect(times.count == 1, "\(times.map { prose.text($0.tokenRange) })")
    #expect(time.kind.rawValue == kind)
    #expect(time.modifier.rawValue == modifier)
    #expect(show(time) == range)
  }

  @Test(arguments: [
    ("for three months", "duration", "6,574,365 to 9,204,111"),
    ("58 hours", "duration", "207,000 to 210,600"),
    ("for hours", "duration", "7,200 to 86,400"),
    ("for days", "duration", "172,800 to 1,209,600"),
    ("for weeks", "duration", "1,209,600 to 5,443,200"),
    ("for months", "duration", "5,259,492 to 47,335,428"),
    ("for years", "duration", "at least 63,113,904"),
    ("for several days", "duration", "259,200 to 1,728,000"),
    ("for more than two days", "duration", "more than 172,800"),
    ("for up to two days", "duration", "0 to 172,800"),
    ("two to three weeks", "duration", "1,209,600 to 1,814,400"),
    ("within 72 hours", "latency", "0 to 259,200"),
    ("within 72 hours of discovery", "latency", "0 to 259,200"),
    ("within hours", "latency", "0 to 86,400"),
    ("immediately", "fast", "0 to 86,400"),
    ("promptly", "fast", "0 to 259,200"),
    ("without undue delay", "fast", "0 to 259,200"),
    ("in real time", "fast", "0 to 3,600"),
    ("for a brief period", "brief", "0 to 86,400"),
    ("every 90 days", "frequency", "7,732,800 to 7,819,200"),
  ])
  func lengths(text: String, kind: String, seconds: String) throws {
    let prose = Prose("We acted " + text + ".")
    let times = prose.times(Self.anchor)
    let time = try #require(times.first)
    #expect(times.count == 1, "\(times.map { prose.text($0.tokenRange) })")
    #expect(time.kind.rawValue == kind)
    #expect(time.duration?.description == seconds)
  }

  @Test func events() throws {
    #expect(try #require(Prose("within 72 hours of becoming aware").times().first).event == "detected")
    #expect(try #require(Prose("within two days after the breach").times().first).event == "began")
    #expect(try #require(Prose("We acted immediately upon discovery.").times().first).event == "detected")
  }

  @Test func clockAndWeekday() throws {
    let time = try #require(Prose("On March 2, 2024 at 18:00 UTC it stopped.").times().first)
    #expect(time.range == TimeRange(iso: "2024-03-02T18:00Z"))
    let eastern = try #require(Prose("At 5:30 p.m. ET on March 2, 2024 it stopped.").times().first)
    #expect(eastern.range?.start == TimeRange(iso: "2024-03-02T22:30Z")?.start)
    #expect(try #require(Prose("Tuesday, March 4, 2024").times().first).weekdayDisagrees)
    #expect(!(try #require(Prose("Monday, March 4, 2024").times().first).weekdayDisagrees))
  }

  @Test(arguments: [
    "This may be so.", "We march on.", "a second employee", "It is up to date.", "24-bit", "The sun rose.",
    "Call 555-1234.", "1.2.3",
  ])
  func noTimes(text: String) {
    let found = Prose(text).times(Self.anchor)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func withoutAnchor() throws {
    let time = try #require(Prose("It happened yesterday.").times().first)
    #expect(time.kind == .relative)
    #expect(time.range == nil)
    #expect(try #require(Prose("It happened on March 4.").times().first).range == nil)
  }
}
