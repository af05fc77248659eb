import Comparison
import Testing

/// What a careful reviewer says of the stories and the tool does not, yet. One that is closed fails here: take it out.
@Suite struct GapTests {
  struct Gap: Sendable, CustomTestStringConvertible {
    let story: String
    /// Which command of the README.
    var run = 0
    var flips: [Story.Flip] = []
    let document: String
    let quote: String
    let verdict: Verdict
    /// Off: the tool finds it and should not.
    var isWanted = true
    var testDescription: String { "\(document): \(quote)" }
  }

  @Test(arguments: gaps) func reviewerAndToolDiffer(_ gap: Gap) throws {
    let story = try #require(Story.all.first { $0.name == gap.story })
    let documents = try story.runs()[gap.run].documents(gap.flips).map(\.findings)
    let document = try #require(documents.first { $0.path == gap.document })
    let isFound = document.findings.contains { finding in
      let quote = finding.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return finding.verdict == gap.verdict && (quote.contains(gap.quote) || gap.quote.contains(quote))
    }
    withKnownIssue("\(gap.document): \(gap.quote)") { #expect(isFound == gap.isWanted) }
  }

  static let gaps: [Gap] = [
    // The sheet: at_rest partial, only photos.
    Gap(
      story: "the-last-truly-secure-space", document: "home.html",
      quote: "All of your profile, your photos and your messages are encrypted", verdict: .overstated),
    // A heading in the imperative counts as advice.
    Gap(
      story: "the-last-truly-secure-space", document: "home.html", quote: "Leave without a trace",
      verdict: .absolute),
    // A passive without its agent, in a clause after a colon.
    Gap(
      story: "the-last-truly-secure-space", run: 1, document: "2026-07-14-statement.md",
      quote: "their data was deleted", verdict: .overstated),
    // A date for a result, without "we will".
    Gap(
      story: "a-thread-of-posts", document: "2026-04-24-weekend.txt",
      quote: "online ordering will be back on Monday", verdict: .overpromised),
    // The next sentence says which data.
    Gap(
      story: "a-thread-of-posts", document: "2026-05-02-some-data.txt", quote: "some customer data was taken",
      verdict: .wording, isWanted: false),
    // No verb.
    Gap(
      story: "a-thread-of-posts",
      flips: [
        Story.Flip(
          file: "facts.yaml", old: "{value: ruled_out, note: shop sign-in runs at another company,",
          new: "{value: affected, exposure: exfiltrated,")
      ], document: "2026-05-02-some-data.txt", quote: "No passwords, no card details", verdict: .contradicted),
    // A number whose unit stands in the sentence before.
    Gap(
      story: "a-thread-of-posts",
      flips: [
        Story.Flip(
          file: "facts.yaml", old: "{value: 1200000, bound: about,", new: "{value: 40000, bound: about,")
      ], document: "2026-06-10-correction.md", quote: "It is about 1.2 million", verdict: .contradicted),
    // The second verb of a subject.
    Gap(
      story: "told-everything",
      flips: [
        Story.Flip(
          file: "facts.yaml", old: "seed_swap: {value: ruled_out,", new: "seed_swap: {value: affected,")
      ],
      document: "2026-03-19-what-happened.md",
      quote: "The seed swap runs on another server and was not affected", verdict: .contradicted),
    // "They" are the private messages of the question.
    Gap(
      story: "told-everything",
      flips: [
        Story.Flip(
          file: "facts.yaml", old: "{value: none_found, basis: \"query log complete",
          new: "{value: affected, exposure: viewed, note: \"query log complete")
      ], document: "faq.html", quote: "We have no evidence that they were", verdict: .contradicted),
    // To have none is to lose none.
    Gap(
      story: "told-everything",
      flips: [
        Story.Flip(
          file: "facts.yaml", old: "payment_card_number: {value: ruled_out, form: not_held,",
          new: "payment_card_number: {value: affected, exposure: exfiltrated,")
      ], document: "2026-03-19-what-happened.md", quote: "Card numbers we never had", verdict: .contradicted),
    // The verb stands in the heading above.
    Gap(
      story: "told-everything",
      flips: [Story.Flip(file: "facts.yaml", old: "value: 41380,", new: "value: 96000,")],
      document: "2026-03-19-what-happened.md", quote: "41,380 accounts", verdict: .understated),
  ]
}
