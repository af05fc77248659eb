import Documents
import RuleCatalog
import Testing

@testable import Language

/// Minimal pairs: the same words, asserted in another way.
@Suite struct AssertionStatusTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The target stands between `«` and `»`.
    let text: String
    /// What differs from an affirmed, asserted statement of the organisation itself.
    let status: String
    init(_ text: String, _ status: String = "") {
      self.text = text
      self.status = status
    }
    var testDescription: String { text }
  }

  private static let vocabulary = Vocabulary(tables: RuleCatalog.tables)

  static func read(_ marked: String) throws -> (status: AssertionStatus, cues: [Cue]) {
    var bytes: [UInt8] = []
    var range = 0..<0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": range = bytes.count..<bytes.count
      case "»": range = range.lowerBound..<bytes.count
      default: bytes += Array(String(scalar).utf8)
      }
    }
    let document = try DocumentReader.read(path: "a.txt", bytes: bytes)
    let reading = DocumentReading(document: document, vocabulary: vocabulary)
    let first = try #require(reading.tokens.firstIndex { Int($0.start) >= range.lowerBound })
    let last = try #require(reading.tokens.lastIndex { Int($0.end) <= range.upperBound })
    let sentence = try #require(reading.sentence(holding: first))
    return StatusReader(reading).status(of: first..<last + 1, in: sentence)
  }

  private static func words(_ status: AssertionStatus) -> String {
    var words: [String] = []
    if status.polarity == .negated { words.append("negated") }
    if status.certainty != .asserted { words.append(status.certainty.rawValue) }
    if status.hypothetical { words.append("hypothetical") }
    if status.believed { words.append("believed") }
    if status.voice == .attributed { words.append("attributed") }
    if status.mood != .statement { words.append(status.mood.rawValue) }
    return words.joined(separator: " ")
  }

  @Test(arguments: rows) func readsTheStatus(_ row: Row) throws {
    let (status, _) = try Self.read(row.text)
    // Somebody else's words, questions and the like assert nothing: only that is looked at.
    let silent = !status.isOwnStatement && !row.status.isEmpty && !row.status.contains("negated")
    let found = Self.words(status)
    let kept = ["attributed", "question", "condition", "advice", "definition"]
    #expect(
      silent
        ? found.split(separator: " ").filter { kept.contains(String($0)) }.joined(separator: " ")
          == row.status
        : found == row.status, "\(found)")
  }

  @Test(arguments: times) func readsTheTime(_ row: Row) throws {
    #expect(try Self.read(row.text).status.time.rawValue == row.status)
  }

  @Test func theTableIsLong() { #expect(Self.rows.count + Self.times.count >= 80) }

  static let times: [Row] = [
    Row("We «reset» all passwords.", "past"),
    Row("We will «reset» all passwords.", "future"),
    Row("We are going to «reset» all passwords.", "future"),
    Row("We intend to «reset» all passwords.", "future"),
    Row("We are still «resetting» passwords.", "ongoing"),
    Row("We continue to «reset» passwords.", "ongoing"),
    Row("We are currently «resetting» passwords.", "ongoing"),
  ]

  static let rows: [Row] =
    negations + notDenials + evidence + beliefs + ignorance + behind + hedges + conditions + questions
    + voices

  private static let negations: [Row] = [
    Row("Passwords were «accessed»."),
    Row("Passwords were not «accessed».", "negated"),
    Row("Passwords weren’t «accessed».", "negated"),
    Row("No passwords were «accessed».", "negated"),
    Row("None of the passwords were «accessed».", "negated"),
    Row("Passwords were never «accessed».", "negated"),
    Row("Neither passwords nor card numbers were «accessed».", "negated"),
    Row("The attackers left without «accessing» passwords.", "negated"),
    Row("The attackers were unable to «access» passwords.", "negated"),
    Row("The attackers failed to «access» passwords.", "negated"),
    Row("The attackers could not «access» passwords.", "negated"),
    Row("The attackers were prevented from «accessing» passwords.", "negated"),
    Row("The attack was stopped before any passwords could be «taken».", "negated"),
    Row("The attack was blocked before any data was «copied».", "negated"),
    Row("Nobody «accessed» passwords.", "negated"),
    Row("At no time were passwords «accessed».", "negated"),
    Row("No customer data «affected»", "negated"),
    Row("Passwords not «affected»", "negated"),
    Row("Names were accessed, but passwords were not «accessed».", "negated"),
    Row("Passwords were not accessed, but names were «accessed»."),
    Row("Passwords were not accessed; names were «accessed»."),
    Row("We did not change the passwords that were «accessed».", ""),
    Row("The attackers did not view or «copy» passwords.", "negated"),
    Row("Email addresses were taken rather than passwords being «accessed».", "negated"),
  ]

  private static let notDenials: [Row] = [
    Row("Passwords were not only «accessed» but copied."),
    Row("Passwords were not only viewed but also «copied»."),
    Row("Passwords were not just «accessed»."),
    Row("The attackers didn’t just «access» passwords."),
    Row("We found out no later than 3 May that passwords were «accessed»."),
    Row("No fewer than 3,000 passwords were «accessed»."),
    Row("The data, which is not limited to names, was «accessed»."),
    Row("There is no doubt that passwords were «accessed»."),
    Row("Passwords were «accessed» without permission."),
    Row("Without undue delay we told everybody whose password was «accessed»."),
    Row("It is not true that no passwords were «accessed»."),
    Row("It is not the case that no passwords were «accessed»."),
    Row("We cannot say that no passwords were «accessed».", "unknown"),
    Row("No data other than passwords was «accessed»."),
    Row("We have not reset the passwords that were «taken»."),
    Row("It is not true that passwords were «accessed».", "negated"),
  ]

  private static let evidence: [Row] = [
    Row("We have no evidence that passwords were «accessed».", "negated evidential"),
    Row("There is no indication that passwords were «accessed».", "negated evidential"),
    Row("We have found no sign that passwords were «accessed».", "negated evidential"),
    Row("We are not aware of any passwords being «accessed».", "negated evidential"),
    Row("We have not seen any evidence that passwords were «accessed».", "negated evidential"),
    Row("Nothing suggests that passwords were «accessed».", "negated evidential"),
    Row("We have no reason to believe that passwords were «accessed».", "negated evidential"),
    Row("To our knowledge, no passwords were «accessed».", "negated evidential"),
    Row("As far as we know, passwords were not «accessed».", "negated evidential"),
    Row("We have evidence that passwords were «accessed»."),
  ]

  private static let beliefs: [Row] = [
    Row("We do not believe that passwords were «accessed».", "negated hedged believed"),
    Row("We don’t think that passwords were «accessed».", "negated hedged believed"),
    Row("It is unlikely that passwords were «accessed».", "negated hedged believed"),
    Row("It does not appear that passwords were «accessed».", "negated hedged believed"),
    Row("We believe that no passwords were «accessed».", "negated hedged"),
    Row("We believe that passwords were «accessed».", "hedged"),
  ]

  private static let ignorance: [Row] = [
    Row("We have not determined whether passwords were «accessed».", "unknown"),
    Row("We do not know whether passwords were «accessed».", "unknown"),
    Row("We don’t yet know if passwords were «accessed».", "unknown"),
    Row("It is unclear whether passwords were «accessed».", "unknown"),
    Row("We cannot rule out that passwords were «accessed».", "unknown"),
    Row("We are still investigating whether passwords were «accessed».", "unknown"),
    Row("We cannot confirm that passwords were «accessed».", "unknown"),
    Row("We have been unable to determine which passwords, if any, were «accessed».", "unknown"),
    Row("We cannot guarantee that the data was «deleted».", "unknown"),
    Row("We have determined that passwords were «accessed»."),
  ]

  private static let behind: [Row] = [
    Row("«Access» to passwords has been ruled out.", "negated"),
    Row("«Access» has not been ruled out.", "unknown"),
    Row("Unauthorised «access» cannot be ruled out.", "unknown"),
    Row("«Passwords» without salt were accessed."),
    Row("The «passwords» that were not hashed were accessed."),
    Row("Perfect «security» does not exist.", "negated"),
    Row("On 3 May passwords were «accessed»."),
  ]

  private static let hedges: [Row] = [
    Row("Passwords may have been «accessed».", "hedged"),
    Row("Passwords might have been «accessed».", "hedged"),
    Row("Passwords were possibly «accessed».", "hedged"),
    Row("It appears that passwords were «accessed».", "hedged"),
    Row("Passwords could be «accessed» by an attacker.", "hedged hypothetical"),
    Row("An attacker may, at any time, «access» passwords.", "hedged hypothetical"),
    Row("Passwords were potentially «accessed».", "hedged"),
  ]

  private static let conditions: [Row] = [
    Row("If your password was «accessed», change it.", "condition"),
    Row("Should your password have been «accessed», we will tell you.", "condition"),
    Row("Unless your password was «accessed», you need do nothing.", "condition"),
    Row("In the event that passwords are «accessed», we will tell you.", "condition"),
    Row("Please assume that your password was «accessed».", "advice"),
    Row("We recommend that you change passwords that were «accessed».", "advice"),
    Row("Change any password that was «accessed».", "advice"),
    Row("Please note that passwords were «accessed»."),
    Row("Rest assured that no passwords were «accessed».", "negated"),
    Row("“Breach” means any event in which passwords are «accessed».", "definition"),
    Row("The term “breach” refers to passwords being «accessed».", "definition"),
  ]

  private static let questions: [Row] = [
    Row("Were passwords «accessed»?", "question"),
    Row("What data was «accessed»?", "question"),
    Row("How do you know that passwords were not «accessed»?", "question"),
  ]

  private static let voices: [Row] = [
    Row("The attackers claim that they «accessed» passwords.", "attributed"),
    Row("According to media reports, passwords were «accessed».", "attributed"),
    Row("A researcher said that passwords were «accessed».", "attributed"),
    Row("We said on 24 November that no passwords were «accessed».", "attributed"),
    Row("Our first notice stated that no passwords were «accessed».", "attributed"),
    Row("An earlier version of this page said that no passwords were «accessed».", "attributed"),
    Row("As we said on 24 November, no passwords were «accessed».", "negated"),
    Row("“No passwords were «accessed»,” said Jane Roe, our chief executive.", "negated"),
    Row("“We know that no passwords were «accessed»,” said our spokesperson.", "negated"),
    Row("“No passwords were «accessed»,” the attackers told a journalist.", "attributed"),
    Row("In 2014 the company called itself “the last truly «secure» space on the Internet”.", "attributed"),
    Row("We confirm that passwords were «accessed»."),
  ]
}
