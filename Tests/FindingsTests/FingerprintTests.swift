import Testing

@testable import Findings

@Suite struct FingerprintTests {
  @Test(arguments: [
    ("No passwords were accessed", "no passwords were accessed"),
    ("“No passwords”  were\naccessed.", "no passwords\" were accessed"),
    ("end\u{2011}to\u{2013}end", "end-to-end"), ("customers\u{2019} data", "customers' data"),
    ("pass\u{AD}words", "passwords"),
    ("  …  ", "…"),
  ])
  func keyLeavesPrintingOut(quote: String, key: String) {
    #expect(Fingerprint.key(quote) == key)
  }

  @Test func dependsOnRuleWordsAndOrdinal() {
    let one = Fingerprint.text(rule: "a/b", key: "words", ordinal: 0)
    #expect(one.count == 32)
    #expect(one == Fingerprint.text(rule: "a/b", key: "words", ordinal: 0))
    #expect(one != Fingerprint.text(rule: "a/c", key: "words", ordinal: 0))
    #expect(one != Fingerprint.text(rule: "a/b", key: "word", ordinal: 0))
    #expect(one != Fingerprint.text(rule: "a/b", key: "words", ordinal: 1))
  }
}
