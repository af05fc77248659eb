import Testing

/// One fact of a story, the other way round: the findings that hang on it come or go, and no other.
@Suite struct MinimalPairTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let story: String
    /// Which command of the README.
    var run = 0
    /// The sheet or document in which the words stand.
    let file: String
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
    let flip = Story.Flip(file: pair.file, old: pair.old, new: pair.new)
    let after = try run.documents([flip]).flatMap(\.lines)
    func words(_ line: String) -> String { line.split(separator: " ").dropFirst(2).joined(separator: " ") }
    let appeared = after.filter { !before.contains($0) }.map(words)
    let disappeared = before.filter { !after.contains($0) }.map(words)
    #expect(appeared == pair.appear)
    #expect(disappeared == pair.disappear)
  }

  static let pairs: [Pair] = [
    // MARK: The last truly secure space
    Pair(
      story: "the-last-truly-secure-space", file: "facts.yaml", old: "iso_27001: {value: none, ",
      new: "iso_27001: {value: held, expires: 2027-01-01, ",
      disappear: ["posture/certification contradicted \"ISO 27001 certified\""]),
    Pair(
      story: "the-last-truly-secure-space", file: "facts.yaml", old: "sells_data: no", new: "sells_data: yes",
      appear: ["posture/practice-mismatch contradicted \"not sell your data\""]),
    Pair(
      story: "the-last-truly-secure-space", run: 1, file: "incident.yaml",
      old:
        "{value: affected, exposure: exfiltrated, form: hashed_slow, algorithm: bcrypt, known_at: 2026-07-19,",
      new: "{value: ruled_out, known_at: 2026-07-19,",
      disappear: ["certainty/denial-contradicted contradicted \"Passwords were not affected\""]),
    Pair(
      story: "the-last-truly-secure-space", run: 1, file: "incident.yaml",
      old: "payment_card_number: {value: ruled_out,",
      new: "payment_card_number: {value: affected, exposure: exfiltrated,",
      appear: ["certainty/denial-contradicted contradicted \"Payment card numbers are not part of it\""]),

    // MARK: Two notices
    Pair(
      story: "two-notices", file: "notice-headers.md", old: "cohort: headers\n", new: "",
      appear: [
        "certainty/denial-contradicted contradicted "
          + "\"contents of your messages and your attachments were not accessed\""
      ]),
    Pair(
      story: "two-notices", file: "facts.yaml", old: "value: 2026-02-09..2026-04-23,",
      new: "value: 2026-04-22..2026-04-23,",
      disappear: ["time/dwell understated \"for a short time\""]),
    Pair(
      story: "two-notices", file: "facts.yaml", old: "{value: 31400, bound: about,", new: "{value: 6,",
      disappear: ["scope/minimiser understated \"Only a handful of accounts\""]),

    // MARK: Told everything
    Pair(
      story: "told-everything", file: "facts.yaml", old: "{value: none_found, basis: \"query log complete",
      new: "{value: affected, exposure: viewed, note: \"query log complete",
      appear: ["certainty/no-evidence-against-evidence contradicted \"no evidence that messages were read\""]),
    Pair(
      story: "told-everything", file: "facts.yaml", old: "form: hashed_slow, algorithm: bcrypt,",
      new: "form: plaintext,",
      appear: [
        "crypto/form-overstated overstated \"password\"", "crypto/form-overstated overstated \"bcrypt hash\"",
      ]),

    // MARK: Release and bulletin
    Pair(
      story: "release-and-bulletin", file: "facts.yaml", old: "{value: 61400, bound: about,",
      new: "{value: 48000, bound: about,",
      disappear: ["scope/count-mismatch understated \"fewer than 50,000 patients\""]),
    Pair(
      story: "release-and-bulletin", file: "facts.yaml", old: "bank_account_number: {value: ruled_out,",
      new: "bank_account_number: {value: affected, exposure: exfiltrated,",
      appear: ["certainty/denial-contradicted contradicted \"Bank details are not among them\""]),

    // MARK: A thread of posts
    Pair(
      story: "a-thread-of-posts", file: "facts.yaml", old: "{value: 1200000, bound: about,",
      new: "{value: 40000, bound: about,",
      disappear: ["scope/count-mismatch stale \"about 40,000 customers\""]),
    Pair(
      story: "a-thread-of-posts", file: "facts.yaml",
      old: "{value: ruled_out, note: shop sign-in runs at another company,",
      new: "{value: affected, exposure: exfiltrated,",
      appear: ["certainty/denial-contradicted contradicted \"Passwords and card details are not affected\""]),
  ]
}
