import Comparison
import Findings
import RuleFormat

/// Which rules report: names, codes, families, `verdict:…` or `ALL`, as `--select`, `--extend-select` and `--ignore` say.
public struct RuleSelection: Sendable {
  /// Empty for all.
  public var select: [String] = []
  public var extend: [String] = []
  public var ignore: [String] = []

  public init(select: [String] = [], extend: [String] = [], ignore: [String] = []) {
    self.select = select
    self.extend = extend
    self.ignore = ignore
  }

  /// The names of the rules that report, or nil for all. Selectors that name nothing are errors.
  public func enabled(in book: RuleBook) throws(WorkspaceErrors) -> Set<String>? {
    if select.isEmpty, extend.isEmpty, ignore.isEmpty { return nil }
    var errors: [WorkspaceError] = []
    func names(_ selectors: [String], _ option: String) -> Set<String> {
      var all: Set<String> = []
      for text in selectors.flatMap({ $0.split(separator: ",") }) {
        let selector = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let found = Self.rules(selector, in: book)
        if let found {
          all.formUnion(found)
        } else {
          errors.append(WorkspaceError(path: option, message: Self.complaint(selector, book)))
        }
      }
      return all
    }
    var enabled = select.isEmpty ? Set(book.rules.map(\.name)) : names(select, "--select")
    enabled.formUnion(names(extend, "--extend-select"))
    enabled.subtract(names(ignore, "--ignore"))
    guard errors.isEmpty else { throw WorkspaceErrors(errors) }
    return enabled
  }

  /// The rules that a selector names; nil if it names none.
  public static func rules(_ selector: String, in book: RuleBook) -> [String]? {
    if selector == "ALL" { return book.rules.map(\.name) }
    if selector.hasPrefix("verdict:") {
      guard let verdict = Verdict(rawValue: String(selector.dropFirst("verdict:".count))) else { return nil }
      return book.rules.filter { $0.verdict == verdict }.map(\.name)
    }
    let found = book.rules.filter { $0.name == selector || $0.code == selector || $0.family == selector }
    return found.isEmpty ? nil : found.map(\.name)
  }

  private static func complaint(_ selector: String, _ book: RuleBook) -> String {
    let known =
      Set(book.rules.flatMap { [$0.name, $0.code, $0.family] }).sorted()
      + Verdict.allCases.map { "verdict:\($0.rawValue)" }
    let hint = EditDistance.nearest(to: selector, among: known).map { "; did you mean '\($0)'?" } ?? ""
    return "no rule, code, family or verdict is called '\(selector)'\(hint)"
  }
}
