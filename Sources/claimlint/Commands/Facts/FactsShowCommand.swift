import ArgumentParser
import Facts
import Workspace

/// `claimlint facts show`: what a sheet says as of a moment.
struct FactsShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what fact sheets say, one line a fact.")

  @Argument(help: "Fact sheets or folders of them.")
  var sheets: [String]

  @Option(name: .long, help: ArgumentHelp("What was known then; without it, now.", valueName: "time"))
  var asOf: String?

  @Option(name: .long, help: ArgumentHelp("The audience that the reader belongs to.", valueName: "name"))
  var audience: String?

  @Flag(name: .long, help: "Show restricted facts in full.")
  var showRestricted = false

  func execute(_ terminal: Terminal) async -> Outcome {
    do throws(WorkspaceErrors) {
      let show = FactSheetShow(
        asOf: try Clock.now(asOf: asOf), audience: audience, showRestricted: showRestricted)
      let sheets = try SheetFiles.load(sheets)
      let texts = sheets.map { sheet in (sheets.count > 1 ? "# \(sheet.path)\n" : "") + show.text(sheet) }
      return terminal.finish(texts.joined(separator: "\n"))
    } catch {
      terminal.complain(error)
      return .noVerdict
    }
  }
}
