import Testing

/// One fact of a story, the other way round: the findings that hang on it come or go, and no other.
@Suite struct MinimalPairTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let story: String
    /// Which command of the README.
    var run = 0
    let sheet: String
    let old: String
    let new: String
    /// The ends of the lines of findings that appear: rule, verdict, quote.
    var appear: [String] = []
    var disappear: [String] = []
    var testDescription: String { "\(story): \(new)" }
  }

  @Test(arguments: pairs) func onlyWhatHangsOnTheFactChanges(_ pair: Pair) throws {
    let story = try #require(Story.all.first { $0.name == pair.story })
    let run = try story.runs()[pair.run]
    let before = try run.documents().flatMap(\.lines)
    let after = try run.documents([Story.Flip(sheet: pair.sheet, old: pair.old, new: pair.new)]).flatMap(
      \.lines)
    func words(_ line: String) -> String { line.split(separator: " ").dropFirst(2).joined(separator: " ") }
    let appeared = after.filter { !before.contains($0) }.map(words)
    let disappeared = before.filter { !after.contains($0) }.map(words)
    #expect(appeared == pair.appear)
    #expect(disappeared == pair.disappear)
  }

  static let pairs: [Pair] = [
    // MARK: The last truly secure space
    Pair(
      story: "the-last-truly-secure-space", sheet: "facts.yaml", old: "iso_27001: {value: none, ",
      new: "iso_27001: {value: held, expires: 2027-01-01, ",
      disappear: ["posture/certification contradicted \"ISO 27001 certified\""]),
    Pair(
      story: "the-last-truly-secure-space", sheet: "facts.yaml", old: "sells_data: no",
      new: "sells_data: yes",
      appear: ["posture/practice-mismatch contradicted \"We do not sell your data\""]),
    Pair(
      story: "the-last-truly-secure-space", run: 1, sheet: "incident.yaml",
      old:
        "{value: affected, exposure: exfiltrated, form: hashed_slow, algorithm: bcrypt, known_at: 2026-07-19, source: OP-report 1}",
      new: "{value: ruled_out, known_at: 2026-07-19}",
      disappear: ["certainty/denial-contradicted contradicted \"Passwords were not affected\""]),
    Pair(
      story: "the-last-truly-secure-space", run: 1, sheet: "incident.yaml",
      old: "payment_card_number: {value: ruled_out,",
      new: "payment_card_number: {value: affected, exposure: exfiltrated,",
      appear: []),

    // MARK: Two notices
    Pair(
      story: "two-notices", sheet: "facts.yaml", old: "password: {value: ruled_out,",
      new: "password: {value: affected, exposure: viewed,",
      appear: []),
    Pair(
      story: "two-notices", sheet: "facts.yaml", old: "value: 2026-02-09..2026-04-23,",
      new: "value: 2026-04-22..2026-04-23,",
      appear: []),

    // MARK: Told everything
    Pair(
      story: "told-everything", sheet: "facts.yaml", old: "seed_swap: {value: ruled_out,",
      new: "seed_swap: {value: affected,",
      appear: []),
    Pair(
      story: "told-everything", sheet: "facts.yaml", old: "value: 41380,", new: "value: 96000,",
      appear: []),

    // MARK: Release and bulletin
    Pair(
      story: "release-and-bulletin", sheet: "facts.yaml", old: "{value: 61400, bound: about,",
      new: "{value: 48000, bound: about,",
      disappear: []),
    Pair(
      story: "release-and-bulletin", sheet: "facts.yaml", old: "bank_account_number: {value: ruled_out,",
      new: "bank_account_number: {value: affected, exposure: exfiltrated,", appear: []),

    // MARK: A thread of posts
    Pair(
      story: "a-thread-of-posts", sheet: "facts.yaml", old: "{value: 1200000, bound: about,",
      new: "{value: 40000, bound: about,",
      appear: []),
    Pair(
      story: "a-thread-of-posts", sheet: "facts.yaml",
      old: "{value: ruled_out, note: shop sign-in runs at another company,",
      new: "{value: affected, exposure: exfiltrated,", appear: []),
  ]
}
