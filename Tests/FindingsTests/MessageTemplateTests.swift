import Comparison
import Testing

@testable import Findings

@Suite struct MessageTemplateTests {
  private func template(_ values: [String: String], snippets: Bool = true, restricted: [FactCitation] = [])
    -> MessageTemplate
  {
    MessageTemplate(
      quote: "about 12,000 customers", values: values, snippets: snippets, restricted: restricted)
  }

  @Test func fillsNames() {
    let text = template(["stated": "12,000", "known": "184,200"]).text(
      "“{quote}” says {stated}; the sheet says {known}{missing}.")
    #expect(text == "“about 12,000 customers” says 12,000; the sheet says 184,200.")
  }

  @Test func unbalancedBracesStay() { #expect(template([:]).text("a { b") == "a { b") }

  @Test func leavesWordsOfTheDocumentOut() {
    let text = template(["stated": "12,000", "unit": "customers", "known": "184,200"], snippets: false)
      .text("{quote} {stated} {unit} {known}")
    #expect(text == "[…] […] […] 184,200")
  }

  @Test func leavesRestrictedValuesOut() {
    let fact = FactCitation(
      path: "f.yaml", pointer: "/incident/people", line: 3, value: "184,200", restricted: true)
    let text = template(["known": "184,200", "gap": "fifteen times as 184,200"], restricted: [fact]).text(
      "{known}; {gap}")
    #expect(!text.contains("184"))
    #expect(text.contains("/incident/people"))
  }
}
