import Claims
import Comparison
import Documents
import Language
import SourceText

/// Turns judgements into findings, one small step after the other: rule, place, severity, one cause, repeats, cap, words.
public struct FindingPipeline: Sendable {
  let rules: RuleBook
  let options: FindingOptions

  public init(rules: RuleBook, options: FindingOptions = FindingOptions()) {
    self.rules = rules
    self.options = options
  }

  /// The findings of one document, in its order, and what kept a judgement from becoming one: it is never just dropped.
  public func findings(
    of judgements: [Judgement], claims: [Claim], in reading: DocumentReading
  ) -> (findings: [Finding], errors: [FindingError]) {
    var errors: [FindingError] = []
    var located: [LocatedFinding] = []
    for judgement in judgements where judgement.verdict != .supported {
      do throws(FindingError) {
        if let finding = try locate(judgement, claims: claims, in: reading) { located.append(finding) }
      } catch {
        if !errors.contains(error) { errors.append(error) }
      }
    }
    guard !located.isEmpty else { return ([], errors) }
    located.sort(by: LocatedFinding.before)
    number(&located)
    let lines = LineIndex(reading.document.source)
    located = OneCause(note: note).merged(located)
    if options.condenses {
      located = Repeats { byte in
        let position = lines.position(of: byte)
        return "\(position.line):\(position.column)"
      }.grouped(located)
      located = WordingCap { offset in Self.words(before: offset, in: reading) }.capped(located)
    }
    return (located.map { finding($0, lines: lines) }, errors)
  }

  /// The rule and the place of a judgement; nil where its rule does not report.
  private func locate(
    _ judgement: Judgement, claims: [Claim], in reading: DocumentReading
  ) throws(FindingError) -> LocatedFinding? {
    let path = reading.document.source.path
    var judgement = judgement
    if let index = judgement.claim, !claims.indices.contains(index) {
      throw FindingError(path: path, message: "a judgement on claim \(index) of \(claims.count)")
    }
    let claim = judgement.claim.map { claims[$0] }
    let kind = claim?.kind.rawValue ?? "document"
    guard let index = rules.rule(for: judgement, kind: kind) else {
      let what = judgement.rule.isEmpty ? "'\(judgement.reason)' of a \(kind) claim" : "'\(judgement.rule)'"
      throw FindingError(
        path: path, message: "no rule reports \(what), which is \(judgement.verdict.rawValue)")
    }
    let rule = rules.rules[index]
    if let enabled = options.enabled, !enabled.contains(rule.name) { return nil }
    let locator = Locator(reading: reading)
    let prose = locator.prose(of: judgement, claim: claim)
    let source = try locator.source(of: prose)
    let quote = reading.document.quote(of: prose)
    let block = reading.document.block(at: prose.lowerBound).map { reading.document.blocks[$0] }
    if options.showRestricted {
      for fact in judgement.facts.indices { judgement.facts[fact].restricted = false }
    }
    // What a document lacks is named by that, not by the title it is shown on.
    let lacking = claim == nil && judgement.span == nil ? judgement.values["subject"] ?? "" : ""
    return LocatedFinding(
      rule: rule, judgement: judgement, claim: claim, prose: prose, source: source, quote: quote,
      key: Fingerprint.key(lacking.isEmpty ? quote : lacking),
      severity: SeverityStep(options: options).severity(of: judgement, rule: rule, block: block))
  }

  /// Numbers equal words under equal rules, in the order of the document.
  private func number(_ findings: inout [LocatedFinding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let key = "\(findings[index].rule.name)\u{0}\(findings[index].key)"
      findings[index].ordinal = seen[key] ?? 0
      seen[key] = findings[index].ordinal + 1
    }
  }

  private func template(_ located: LocatedFinding) -> MessageTemplate {
    MessageTemplate(
      quote: located.quote, values: located.judgement.values, snippets: options.snippets,
      restricted: located.judgement.facts.filter(\.restricted))
  }

  private func note(_ located: LocatedFinding) -> Finding.Related {
    Finding.Related(
      message: "\(located.rule.code) \(located.rule.name): \(template(located).text(located.rule.message))",
      facts: located.judgement.facts.map(Self.shown))
  }

  /// A citation without what may not be printed, so that no output can print it.
  private static func shown(_ fact: FactCitation) -> FactCitation {
    guard fact.restricted else { return fact }
    var shown = fact
    shown.value = ""
    shown.note = ""
    shown.source = ""
    shown.knownAt = ""
    return shown
  }

  private func finding(_ located: LocatedFinding, lines: LineIndex) -> Finding {
    let judgement = located.judgement
    let template = template(located)
    let hidesArithmetic = !options.snippets || judgement.facts.contains(where: \.restricted)
    return Finding(
      rule: Finding.Rule(name: located.rule.name, code: located.rule.code), verdict: judgement.verdict,
      then: judgement.then, now: judgement.now, severity: located.severity,
      message: template.text(located.rule.message), quote: options.snippets ? located.quote : "",
      start: lines.position(of: located.source.lowerBound),
      end: lines.position(of: located.source.upperBound),
      claim: located.claim, facts: judgement.facts.map(Self.shown),
      arithmetic: hidesArithmetic ? "" : judgement.arithmetic, related: located.related,
      suggestions: Suggestions(finding: located, template: template, snippets: options.snippets).all(),
      fingerprint: Fingerprint.text(rule: located.rule.name, key: located.key, ordinal: located.ordinal))
  }

  /// The number of tokens before a prose offset, by binary search.
  private static func words(before offset: Int, in reading: DocumentReading) -> Int {
    var low = 0
    var high = reading.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(reading.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
