import SourceText
import Testing

@testable import Documents

/// How well the blocks that are not chrome agree with the article of a page, as people marked it.
@Suite struct MainTextTests {
  @Test(.enabled(if: PublicSuites.isPresent)) func articlesAreNotTakenForChrome() {
    guard let folder = PublicSuites.folder,
      let truth = PublicSuites.json(folder + "/article-extraction-benchmark/ground-truth.json")
        as? [String: Any]
    else { return }
    var precision = 0.0
    var recall = 0.0
    var count = 0.0
    var mainPrecision = 0.0
    var mainRecall = 0.0
    for article in PublicSuites.articles() {
      guard let entry = truth[article.id] as? [String: Any], let body = entry["articleBody"] as? String,
        let page = try? DocumentReader.read(path: "a.html", bytes: article.bytes)
      else { continue }
      let kept = page.blocks.filter {
        $0.context.isDisjoint(with: [.chrome, .hidden])
          && ![.title, .description, .alt, .control].contains($0.kind)
      }
      let found = shingles(kept.map { page.quote(of: $0.range) }.joined(separator: " "))
      let wanted = shingles(body)
      let shared = Double(found.intersection(wanted).count)
      count += 1
      let pageRecall = wanted.isEmpty ? 1 : shared / Double(wanted.count)
      precision += found.isEmpty ? 0 : shared / Double(found.count)
      recall += pageRecall
      let main = shingles(page.mainText.map { page.quote(of: page.blocks[$0].range) }.joined(separator: " "))
      let inMain = Double(main.intersection(wanted).count)
      mainPrecision += main.isEmpty ? 0 : inMain / Double(main.count)
      mainRecall += wanted.isEmpty ? 1 : inMain / Double(wanted.count)
      if pageRecall < 0.9 { print("  \(article.id.prefix(12)): recall \(pageRecall)") }
    }
    let score = 2 * mainPrecision * mainRecall / (mainPrecision + mainRecall) / count
    print("mainText: precision \(mainPrecision / count), recall \(mainRecall / count), F1 \(score)")
    print("not chrome: precision \(precision / count), recall \(recall / count) over \(Int(count)) pages")
    #expect(recall / count > 0.98)
    #expect(score > 0.93)
  }

  @Test func wrappersNamedLikeChromeAreNone() throws {
    let words = String(repeating: "We have found no evidence of access to any data so far. ", count: 3)
    let page = try document(
      "<div class=modal-sidebar><p>\(words)<div class=sidebar>Related</div></div><div class=nav>Menu")
    #expect(page.blocks.map { $0.context.contains(.chrome) } == [false, true, true])
    #expect(page.mainText == [0])
  }

  private func shingles(_ text: String) -> Set<String> {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard words.count >= 4 else { return [words.joined(separator: " ")] }
    return Set((0...(words.count - 4)).map { words[$0..<$0 + 4].joined(separator: " ") })
  }
}
