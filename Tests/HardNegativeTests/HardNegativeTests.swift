import Facts
import Findings
import RuleCatalog
import RuleFormat
import Testing

@testable import Workspace

/// Sentences that look like claims and are none, or are true: each must stay silent at warning or above.
///
/// The fifteen kinds are those that every release must pass; the sentences are ours, three or more a kind.
@Suite struct HardNegativeTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let text: String
    var format = "markdown"
    var testDescription: String { "\(kind): \(text)" }
  }

  enum Kind: String, Sendable, CaseIterable {
    case correction, question, condition, others, verb, contrast, definition, noAbsolute, noGuarantee, history
    case update, empathy, numbers, chrome, type
  }

  /// Passwords and names taken, some things unknown, one restored service, a modest posture.
  static let sheet = """
    claimlint: 1
    organisation: {name: Fernhill}
    incident:
      id: INC-9
      phase: {value: investigating, known_at: 2026-11-23}
      people: {value: 184200, known_at: 2026-11-24}
      data:
        password: {value: affected, exposure: exfiltrated, form: hashed, known_at: 2026-11-24}
        full_name: {value: affected, exposure: exfiltrated, known_at: 2026-11-24}
        health_data: {value: unknown}
        payment_card_number: {value: ruled_out, known_at: 2026-11-24}
      services: {shop: {value: restored, known_at: 2026-11-24}}
    posture:
      controls:
        encryption_at_rest: {value: partial}
    """

  static let session: Result<Session, any Error> = Result {
    let tables = try RulePacks.tables(with: [])
    let reader = FactSheetReader(knownDataTypes: Set(tables.typeNames.map { tables.string($0) }))
    var options = CheckOptions()
    options.asOf = "2026-12-01"
    options.format = .auto
    return Session(
      options: options, findings: FindingOptions(), now: try Clock.now(asOf: options.asOf), tables: tables,
      rules: RuleBook(tables: tables),
      book: FactBook(sheets: [try reader.read(sheet, path: "facts.yaml")]))
  }

  @Test(arguments: sentences) func staysSilent(_ sentence: Sentence) throws {
    let path = sentence.format == "html" ? "a.html" : "a.md"
    let session = try Self.session.get()
    let checked = session.check(try session.read(Array(sentence.text.utf8), path: path))
    #expect(checked.errors.isEmpty)
    let loud = checked.findings.findings.filter { $0.severity >= .warning }
    #expect(loud.map { "\($0.rule.name) \($0.verdict.rawValue) “\($0.quote)”" } == [])
  }

  /// The sheet is one with which false statements do not stay silent.
  @Test(arguments: [
    "No passwords were accessed.", "Ours is the last truly secure space on the Internet.",
    "The incident has been contained.", "Health information was not involved.", "Our systems are unhackable.",
    "All data is encrypted at rest.", "About 2,000 customers were affected.",
  ]) func whatIsWrongIsHeard(_ text: String) throws {
    let session = try Self.session.get()
    let checked = session.check(try session.read(Array(text.utf8), path: "a.md"))
    #expect(checked.findings.findings.contains { $0.severity >= .warning })
  }

  @Test func everyKindHasThreeSentences() {
    for kind in Kind.allCases {
      #expect(Self.sentences.count { $0.kind == kind } >= 3, "\(kind)")
    }
  }

  static let sentences: [Sentence] =
    table.flatMap { kind, texts in texts.map { Sentence(kind: kind, text: $0) } }
    + pages.map { Sentence(kind: $0, text: $1, format: "html") }

  private static let table: [(Kind, [String])] = [
    (
      .correction,
      [
        "We said on 24 November that no passwords were accessed. That was wrong.",
        "Our first notice stated that only names were involved. We now know that hashed passwords were taken too.",
        "On Friday we wrote: “The incident has been contained.” We withdraw that statement.",
        "Correction: an earlier version of this page said that no passwords were accessed.",
        "We previously told you that your password was not affected. This is no longer correct.",
      ]
    ),
    (
      .question,
      [
        "Were passwords accessed?",
        "Were passwords accessed? We do not know yet.",
        "## Was any health information involved?\n\nWe have not yet determined that.",
        "Has the incident been contained?",
        "Is my data completely safe?\n\nWe cannot say that yet.",
      ]
    ),
    (
      .condition,
      [
        "If your password was stolen, change it.",
        "Criminals may use this information to write convincing messages.",
        "Should we find that health information was accessed, we will write to you.",
        "Unless you reused your password elsewhere, there is nothing to change on other sites.",
        "Change your password, and do not use it anywhere else.",
      ]
    ),
    (
      .others,
      [
        "Contoso said no customer data was affected.",
        "Norton Secure VPN is not part of this offer.",
        "Machines with Secure Boot turned on start as usual.",
        "Payments from the Guarantee Trust account are processed on Mondays.",
        "The attackers claim that they hold two million records.",
        "According to Contoso, its own systems were never breached.",
      ]
    ),
    (
      .verb,
      [
        "We secured the affected account.",
        "Book early to secure a seat at the conference.",
        "Secure Email Gateway administrators will receive a separate message.",
        "The new funding helps us to secure talent.",
      ]
    ),
    (
      .contrast,
      [
        "Passwords were not only accessed but copied.",
        "The attackers did not just view names; they copied them.",
        "Not only names but also hashed passwords were taken.",
        "Names and hashed passwords, but not card numbers, were taken.",
      ]
    ),
    (
      .definition,
      [
        "In this policy, “breach” means unauthorised acquisition of personal information.",
        "“Personal information” means any information that identifies you, such as a name or password.",
        "Forward-looking statements involve risks; actual results may differ materially, and a breach could result in loss of customers.",
        "The term “secure area” refers to the part of the site behind the sign-in.",
      ]
    ),
    (
      .noAbsolute,
      [
        "No system is 100 % secure.",
        "No company can promise that it will never be breached.",
        "There is no such thing as perfect security.",
        "We do not claim to be unhackable.",
        "Nobody can guarantee complete safety on the Internet.",
      ]
    ),
    (
      .noGuarantee,
      [
        "We cannot guarantee that the data was deleted.",
        "We do not guarantee that our service is free of errors.",
        "There is no guarantee that the files will not be published.",
        "We can offer no assurance that the copies were destroyed.",
      ]
    ),
    (
      .history,
      [
        "In 2014 the company called itself \"the last truly secure space on the Internet\".",
        "Ten years ago, the site billed itself as “100% secure”.",
        "The product was once advertised as unbreakable.",
        "In the past we used to say that our vault was hack-proof.",
      ]
    ),
    (
      .update,
      [
        "No change since 09:00.",
        "Status: Resolved",
        "**Resolved** – Sign-in works again.",
        "14:30 UTC – Monitoring. No further updates planned before 16:00.",
      ]
    ),
    (
      .empathy,
      [
        "We are sorry for the worry that this causes.",
        "We know that this is unsettling, and we apologise.",
        "We have not yet determined whether health information was involved.",
        "It is too early to say how the attackers got in.",
        "We understand your frustration and regret that we could not tell you sooner.",
      ]
    ),
    (
      .numbers,
      [
        "Call us on 0800 123 4567 between 8:00 and 18:00.",
        "The flaw is tracked as CVE-2026-12345.",
        "Our address is 94107 Market Street, San Francisco, CA 94105.",
        "Version 12.4.1 of the app was released on 3 November 2026.",
        "The service costs 49 euros a month and includes 500 messages.",
        "Under the law we notify the authority within 72 hours.",
        "Our support team is there 24/7.",
        "See ISO 27001, annex A, control 8.24.",
      ]
    ),
    (
      .type,
      [
        "We can’t guarantee that the data wasn’t copied.",
        "If your pass\u{AD}word was stolen, change\u{A0}it.",
        "184\u{2009}200 people are affected.",
        "184.200 people are affected.",
        "１８４２００ people are affected.",
        "In 2014 the company called itself ‘the last truly secure space on the Internet’.",
        "No system is 100\u{A0}%\u{A0}secure.",
      ]
    ),
  ]

  private static let pages: [(Kind, String)] = [
    (
      .chrome,
      "<main><p>Hello.</p></main><footer><a href=\"/dpc\">Data Protection Commission: notified</a></footer>"
    ),
    (
      .chrome,
      "<div id=\"cookie-banner\"><p>We use cookies. Your data is 100% safe with us.</p></div><main><p>Hello.</p></main>"
    ),
    (
      .chrome,
      "<nav><a href=\"/\">Unbreakable security</a></nav><main><p>Hello.</p></main>"
    ),
    (
      .chrome,
      "<main><p>Hello.</p><img src=\"logo.png\" alt=\"Fernhill Secure Mail logo\"></main>"
    ),
    (.type, "<p>We can&rsquo;t guarantee that the data wasn&rsquo;t copied.</p>"),
    (.type, "<p>No&nbsp;system is 100&nbsp;% hack&#8209;proof.</p>"),
  ]
}
