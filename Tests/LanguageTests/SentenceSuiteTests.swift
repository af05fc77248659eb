import Testing

@testable import Language

@Suite struct SentenceSuiteTests {
  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func golden(_ path: String, _ name: String, where include: ([String: Any]) -> Bool) -> Score {
    var score = Score(name)
    for item in Suites.list(path) where include(item) {
      guard let text = item["text"] as? String, let expected = item["expected"] as? [String] else { continue }
      let found = Prose(text).sentences.map(Self.folded)
      score.add(found == expected.map(Self.folded), "\(text) → \(found)")
    }
    score.report()
    return score
  }

  @Test(.enabled(if: Suites.present)) func goldenRules() {
    let pragmatic = golden("sentence-golden-rules/pragmatic_segmenter_english.json", "golden") {
      $0["golden"] as? Bool == true
    }
    #expect(pragmatic.right >= 48)
    let pysbd = golden("sentence-golden-rules/pysbd_golden_en.json", "pysbd") { _ in true }
    #expect(pysbd.right >= 46)
    _ = golden("sentence-golden-rules/pragmatic_segmenter_english.json", "pragmatic-rest") {
      $0["golden"] as? Bool != true
    }
  }

  @Test(.enabled(if: Suites.present)) func ewt() {
    var hits = 0
    var found = 0
    var gold = 0
    var notes = 0
    for document in Suites.list("ud-ewt-sentences/docs.json") {
      guard let text = document["text"] as? String, let sentences = document["sentences"] as? [[Int]] else {
        continue
      }
      let scalars = Array(text.unicodeScalars)
      var ends: Set<Int> = []
      var bytesAt: [Int] = [0]
      for scalar in scalars { bytesAt.append((bytesAt.last ?? 0) + UTF8.width(scalar)) }
      let goldEnds = Set(sentences.map { bytesAt[$0[1]] })
      var start = 0
      let bytes = Array(text.utf8)
      func block(_ range: Range<Int>) {
        let prose = Prose(String(decoding: bytes[range], as: UTF8.self))
        let splitter = SentenceSplitter(vocabulary: Prose.vocabulary)
        for sentence in splitter.sentences(
          tokens: prose.tokens, range: 0..<prose.tokens.count, prose: prose.bytes)
        {
          ends.insert(range.lowerBound + Int(prose.tokens[sentence.upperBound - 1].end))
        }
      }
      var index = 0
      while index + 1 < bytes.count {
        if bytes[index] == 10, bytes[index + 1] == 10 {
          block(start..<index)
          start = index + 2
        }
        index += 1
      }
      block(start..<bytes.count)
      hits += ends.intersection(goldEnds).count
      found += ends.count
      gold += goldEnds.count
      if Suites.verbose == "ewt", notes < 400 {
        func around(_ end: Int) -> String {
          String(decoding: bytes[max(0, end - 45)..<end], as: UTF8.self) + "⏹"
            + String(decoding: bytes[end..<min(bytes.count, end + 30)], as: UTF8.self)
        }
        for end in ends.subtracting(goldEnds).sorted() { print("  + \(around(end))"); notes += 1 }
        for end in goldEnds.subtracting(ends).sorted() { print("  - \(around(end))"); notes += 1 }
      }
    }
    let precision = Double(hits) / Double(max(found, 1))
    let recall = Double(hits) / Double(max(gold, 1))
    let f1 = 2 * precision * recall / max(precision + recall, 0.001)
    print("suite ewt: P \(Int(precision * 1000)) R \(Int(recall * 1000)) F1 \(Int(f1 * 1000)) ‰")
    #expect(f1 > 0.91)
  }
}
