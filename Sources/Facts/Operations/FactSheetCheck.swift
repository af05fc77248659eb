import Language

/// Something in a sheet that the format allows and its keeper should look at.
public struct HygieneIssue: Sendable, Hashable {
  public var path: String
  public var pointer: String
  public var line: Int
  public var column: Int
  /// `stale`, `bare-denial`, `event-order`, `approval-outdated`, `above-population`, `phase-too-early`,
  /// `history-order`, `known-later`, `unknown-cohort`, `probable-typo`, `no-last-confirmation`.
  public var code: String
  public var message: String
}

/// Hygiene of a sheet at a moment. Validation comes before: a sheet that can be checked has been read without errors.
public struct FactSheetCheck: Sendable {
  public var now: Instant
  /// By how much approximate numbers may differ from what they stand for, in percent.
  public var tolerancePercent: Int

  public init(now: Instant, tolerancePercent: Int = 10) {
    self.now = now
    self.tolerancePercent = tolerancePercent
  }

  /// All issues, in the order of the file.
  public func issues(in sheet: FactSheet) -> [HygieneIssue] {
    var all = age(of: sheet) + approvals(of: sheet)
    for fact in sheet.allFacts { all += history(of: fact) + denial(fact) }
    for incident in sheet.incidents {
      all += order(of: incident) + counts(of: incident) + phase(of: incident) + references(in: incident)
    }
    return all.sorted {
      ($0.line, $0.column, $0.code, $0.pointer, $0.message) < (
        $1.line, $1.column, $1.code, $1.pointer, $1.message
      )
    }
  }

  private func issue(_ fact: Fact, _ code: String, _ message: String) -> HygieneIssue {
    let revision = fact.revision(asOf: now)
    return HygieneIssue(
      path: fact.path, pointer: fact.pointer, line: revision?.line ?? fact.line,
      column: revision?.column ?? fact.column, code: code, message: message)
  }

  /// The time of a fact now, where one is known and not ruled out.
  private func time(_ fact: Fact?) -> TimeRange? {
    guard let revision = fact?.revision(asOf: now), !revision.isUnknown, revision.state != .ruledOut else {
      return nil
    }
    return revision.time
  }

  // MARK: - The sheet

  private func age(of sheet: FactSheet) -> [HygieneIssue] {
    guard let every = sheet.reviewEvery, let period = every.revision(asOf: now)?.duration else { return [] }
    guard let confirmed = sheet.asOf, let start = time(confirmed)?.start else {
      return [
        issue(
          every, "no-last-confirmation",
          "the sheet says how often it must be confirmed, not when it was; add `as_of`")
      ]
    }
    let due = Instant(seconds: start).adding(period)
    guard due < now else { return [] }
    let last = confirmed.revision(asOf: now)?.raw ?? ""
    return [
      issue(
        confirmed, "stale",
        "the sheet was last confirmed \(last) and was to be confirmed again by \(due.day); look it through and set `as_of`"
      )
    ]
  }

  private func approvals(of sheet: FactSheet) -> [HygieneIssue] {
    let newest = sheet.allFacts.filter { !$0.pointer.hasPrefix("/approvals/") }
      .compactMap { fact -> (fact: Fact, start: Int64)? in
        guard let start = fact.revision(asOf: now)?.knownAt?.start else { return nil }
        return (fact, start)
      }
      .max { ($0.start, $1.fact.pointer) < ($1.start, $0.fact.pointer) }
    guard let newest else { return [] }
    return sheet.approvals.compactMap { approval in
      guard let end = approval.revision(asOf: now)?["at"]?.time?.end, end <= newest.start else { return nil }
      let who = approval.revision(asOf: now)?.word ?? ""
      return issue(
        approval, "approval-outdated",
        "the approval\(who.isEmpty ? "" : " by \(who)") is older than the newest fact, \(newest.fact.pointer) of "
          + "\(newest.fact.revision(asOf: now)?.knownAtText ?? "")")
    }
  }

  // MARK: - Single facts

  private func history(of fact: Fact) -> [HygieneIssue] {
    var all: [HygieneIssue] = []
    if fact.isOutOfOrder {
      all.append(
        issue(
          fact, "history-order",
          "the revisions do not stand in the order of their `known_at`; they are read in that order"))
    }
    if let later = fact.revisions.first(where: { !$0.isKnown(at: now) }) {
      all.append(
        issue(
          fact, "known-later",
          "a revision is known only from \(later.knownAtText ?? "later") on, which is yet to come"))
    }
    return all
  }

  private func denial(_ fact: Fact) -> [HygieneIssue] {
    guard let revision = fact.revision(asOf: now), revision.knowledge == .ruledOut, revision["basis"] == nil,
      revision.note == nil, revision.source == nil
    else { return [] }
    return [
      issue(
        fact, "bare-denial",
        "\(fact.pointer) is ruled out without saying on what ground; add `basis`, `note` or `source`")
    ]
  }

  // MARK: - Incidents

  /// Pairs of events of which the second cannot come before the first.
  static let order: [(String, String)] = [
    ("occurred", "ended"), ("occurred", "detected"), ("occurred", "discovered"), ("occurred", "contained"),
    ("occurred", "eradicated"), ("detected", "aware"), ("detected", "contained"), ("detected", "eradicated"),
    ("detected", "individuals_notified"), ("detected", "law_enforcement_notified"),
    ("contained", "eradicated"),
    ("service_down", "service_restored"),
  ]

  private func order(of incident: Incident) -> [HygieneIssue] {
    var all: [HygieneIssue] = []
    for (first, second) in Self.order {
      guard let early = incident.event(first), let late = incident.event(second), let start = time(early),
        let end = time(late), end.isBefore(start)
      else { continue }
      all.append(
        issue(
          late, "event-order",
          "`\(second)` (\(late.revision(asOf: now)?.raw ?? "")) comes before `\(first)` "
            + "(\(early.revision(asOf: now)?.raw ?? "")), which cannot be"))
    }
    for entry in incident.timeline where !SheetFormat.events.contains(entry.key) {
      if let other = Spelling.nearest(to: entry.key, among: SheetFormat.events) {
        all.append(
          issue(
            entry.fact, "probable-typo",
            "the event `\(entry.key)` is not a known one; did you mean `\(other)`?"))
      }
    }
    return all
  }

  private func counts(of incident: Incident) -> [HygieneIssue] {
    func quantity(_ fact: Fact?) -> Quantity? {
      guard let revision = fact?.revision(asOf: now), !revision.isUnknown else { return nil }
      return revision.quantity
    }
    var all: [HygieneIssue] = []
    for entry in incident.counts {
      guard let count = quantity(entry.fact) else { continue }
      if count.isPercent {
        if let low = count.interval(tolerancePercent: tolerancePercent).lower, low > ExactNumber(100) {
          all.append(issue(entry.fact, "above-population", "\(entry.key): \(count) is more than all of them"))
        }
        continue
      }
      guard let total = quantity(incident.population(of: entry.key)), !total.isPercent else { continue }
      let whole = total.interval(tolerancePercent: tolerancePercent)
      if whole.isBelow(count.interval(tolerancePercent: tolerancePercent)) {
        all.append(
          issue(
            entry.fact, "above-population", "\(entry.key): \(count) are affected, of \(total) that there are")
        )
      }
    }
    return all
  }

  private func phase(of incident: Incident) -> [HygieneIssue] {
    guard let fact = incident.phase, let revision = fact.revision(asOf: now), revision.state == .confirmed,
      ["contained", "eradicated", "recovered", "closed"].contains(revision.word),
      let access = incident.attackerAccess?.word(asOf: now), ["active", "suspected_active"].contains(access)
    else { return [] }
    return [
      issue(
        fact, "phase-too-early",
        "the phase is `\(revision.word)` while `attacker_access` is `\(access)`; one of the two is out of date"
      )
    ]
  }

  private func references(in incident: Incident) -> [HygieneIssue] {
    let known = incident.cohorts.map(\.key)
    var all: [HygieneIssue] = []
    for entry in incident.data {
      for cohort in entry.fact.items("cohort") where !known.contains(cohort) {
        let other = Spelling.nearest(to: cohort, among: known).map { "; did you mean `\($0)`?" } ?? ""
        all.append(
          issue(entry.fact, "unknown-cohort", "the cohort `\(cohort)` does not stand under `cohorts`\(other)")
        )
      }
    }
    return all
  }
}

extension Instant {
  /// This moment and a duration; months are those of the calendar.
  public func adding(_ duration: CalendarDuration) -> Instant {
    guard duration.months != 0 else { return Instant(seconds: seconds + duration.seconds) }
    let days = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let rest = seconds - Int64(days) * 86_400
    let start = CalendarDay(daysSince1970: days)
    let months = start.year * 12 + start.month - 1 + duration.months
    let (year, month) = (months / 12, months % 12 + 1)
    let day = min(start.day, CalendarDay.days(in: month, of: year))
    guard let end = CalendarDay(year: year, month: month, day: day) else { return self }
    return Instant(seconds: Int64(end.daysSince1970) * 86_400 + rest + duration.seconds)
  }

  /// The day of it, `2026-03-02`.
  var day: String { String(description.prefix(10)) }
}
