import Documents
import Language
import RuleCatalog
import Testing

@testable import Claims

/// What is said of data over more than one sentence: lists with an introducer, questions with an answer, exceptions, ellipsis.
@Suite struct DataClaimTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    /// The claims about data that the organisation itself makes: polarity where negated, certainty where not asserted,
    /// extent where exclusive, then what is named.
    let claims: [String]
    init(_ text: String, _ claims: [String]) {
      self.text = text
      self.claims = claims
    }
    var testDescription: String { text }
  }

  @Test(arguments: rows) func readsTheClaims(_ row: Row) throws {
    let document = try DocumentReader.read(path: "a.md", bytes: Array(row.text.utf8))
    let vocabulary = Vocabulary(tables: RuleCatalog.tables)
    let reading = DocumentReading(document: document, vocabulary: vocabulary)
    let claims = ClaimExtractor(vocabulary: vocabulary).claims(in: reading, published: nil).filter {
      $0.kind == .data && $0.topic.isEmpty && $0.status.isOwnStatement
    }
    let found = claims.map { claim in
      var words: [String] = []
      if claim.status.polarity == .negated { words.append("no") }
      if claim.status.certainty != .asserted { words.append(claim.status.certainty.rawValue) }
      if claim.status.extent == .exclusive { words.append("only") }
      let data = claim.data.map { document.quote(of: $0.span).lowercased() }
      return words.joined(separator: " ") + ": " + data.joined(separator: ", ")
    }
    #expect(found == row.claims)
  }

  static let rows: [Row] = [
    // MARK: Introducers
    Row(
      "The following was not accessed:\n\n- Passwords\n- Card numbers\n",
      ["no: passwords", "no: card numbers"]),
    Row("The following was accessed:\n\n- Passwords\n- Your name\n", [": passwords", ": name"]),
    Row(
      "The following may have been taken:\n\n1. names\n2. passwords\n",
      ["hedged: names", "hedged: passwords"]),
    Row(
      "We have no evidence that the following data was taken:\n\n- passwords\n", ["no evidential: passwords"]),
    Row(
      "Only the following data was accessed:\n\n- names\n- email addresses\n",
      ["only: names, email addresses"]),
    Row("## What information was involved?\n\n- Names\n- Passwords\n", [": names", ": passwords"]),
    Row("## What was not taken\n\n- Passwords\n", ["no: passwords"]),
    Row("If the following was accessed:\n\n- passwords\n", []),
    Row("Has any of the following been accessed:\n\n- passwords\n\nWe do not know.", []),
    Row("To protect yourself:\n\n- Change your password\n- Watch your bank account number\n", []),
    Row("We recommend the following:\n\n- Change your password\n", []),
    Row("Hackers may use the stolen data to:\n\n- open credit card accounts\n- guess passwords\n", []),
    // MARK: Answers
    Row("Were passwords taken? No.", ["no: passwords"]),
    Row("## Were passwords taken?\n\nNo.\n", ["no: passwords"]),
    Row("**Were passwords taken?**\n\nNo, they were not.\n", ["no: passwords"]),
    Row("Were passwords taken? Yes.", [": passwords"]),
    Row("Were passwords taken? Not that we know of.", ["no evidential: passwords"]),
    Row("Were passwords taken? No, not to our knowledge.", ["no evidential: passwords"]),
    Row("Were passwords taken? We do not believe so.", ["no hedged: passwords"]),
    Row("Were passwords taken? We do not know yet.", []),
    Row("Were passwords taken?", []),
    Row("Were passwords taken? No, passwords were not taken.", ["no: passwords"]),
    Row("What data was taken? No. 7 on our list.", []),
    Row("Were passwords taken? Unfortunately, we cannot say.", []),
    // MARK: Exceptions, exclusives, ellipsis
    Row("Only names were accessed.", ["only: names"]),
    Row("Names, but not passwords, were accessed.", [": names", "no: passwords"]),
    Row("Names were accessed but not passwords.", [": names", "no: passwords"]),
    Row("No data other than names was accessed.", ["no: data", ": names"]),
    Row("No passwords, card numbers or names were accessed.", ["no: passwords, card numbers, names"]),
    Row("The accessed data was limited to names.", ["only: names"]),
    Row("Names were accessed; passwords were not.", [": names", "no: passwords"]),
    Row("No passwords affected", ["no: passwords"]),
    Row(
      "As of today, no passwords, card numbers or names were accessed.",
      ["no: passwords, card numbers, names"]),
    Row("We confirm that no passwords were accessed.", ["no: passwords"]),
    Row("We can confirm that passwords were accessed.", [": passwords"]),
    Row("Passwords remained secure.", ["no: passwords"]),
    Row("Passwords were not only accessed but copied.", [": passwords"]),
    Row("We said on 24 November that no passwords were accessed. That was wrong.", []),
  ]
}
