import Testing

@testable import Language

@Suite struct SentenceTests {
  @Test(arguments: [
    ["We work with Acme Inc. and others.", "Nothing was lost."],
    ["Mr. Smith of the U.S. Government agreed.", "He left."],
    ["We saw it on Jan. 5 at 5 p.m.", "It stopped."],
    ["About 2.9 million people (e.g. customers) were hit.", "See No. 5."],
    ["\"It is over.\"", "She left."],
    ["See https://example.com/a.b?c=d.", "Write to a.b@example.com."],
    ["1. Change your password.", "2. Call us."],
    ["Acme Ltd. Holdings said so.", "The end."],
  ])
  func splits(sentences: [String]) {
    #expect(Prose(sentences.joined(separator: " ")).sentences == sentences)
  }

  @Test func tiles() {
    let prose = Prose("One. Two? Three!! \"Four.\" five ... Six")
    let ranges = SentenceSplitter(vocabulary: Prose.vocabulary).sentences(
      tokens: prose.tokens, range: 0..<prose.tokens.count, prose: prose.bytes)
    #expect(ranges.first?.lowerBound == 0)
    #expect(ranges.last?.upperBound == prose.tokens.count)
    for (a, b) in zip(ranges, ranges.dropFirst()) { #expect(a.upperBound == b.lowerBound) }
  }
}
