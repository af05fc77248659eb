import ArgumentParser
import Workspace

/// Which rules report.
struct RuleArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only these rules: names, codes, families, verdict:…, ALL; repeatable.", valueName: "rules"))
  var select: [String] = []

  @Option(name: .long, help: ArgumentHelp("These rules too.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(name: .long, help: ArgumentHelp("Not these rules.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A pack of rules, a YAML file or a folder of them; repeatable.", valueName: "pack"))
  var rules: [String] = []

  func apply(to options: inout CheckOptions) {
    options.selection = RuleSelection(select: select, extend: extendSelect, ignore: ignore)
    options.packs = rules
  }
}
