import ArgumentParser
import Facts
import Language
import Workspace

/// `claimlint facts init`: the start of a sheet.
struct FactsInitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Print the start of a fact sheet.")

  @Flag(name: .long, help: "A sheet for what holds at all times, not for an incident.")
  var posture = false

  @Option(name: .long, help: ArgumentHelp("The incident's id.", valueName: "id"))
  var id = "INC-1"

  @Option(
    name: .long, help: ArgumentHelp("When the incident was detected; without it, today.", valueName: "time"))
  var detected: String?

  @Option(name: .long, help: ArgumentHelp("The organisation's name.", valueName: "name"))
  var organisation = "Example"

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a new file.", valueName: "file"))
  var output: String?

  func validate() throws {
    if let detected, TimeRange(iso: detected) == nil {
      throw ValidationError("--detected: '\(detected)' is no time; write 2026-03-02 or 2026-03-02T18:00Z")
    }
  }

  func execute(_ terminal: Terminal) async -> Outcome {
    do throws(WorkspaceErrors) {
      let day = String(try Clock.now(asOf: nil).description.prefix(10))
      let text =
        posture
        ? FactSheetInit.posture(organisation: organisation)
        : FactSheetInit.incident(id: id, detected: detected ?? day, organisation: organisation)
      guard let output else { return terminal.finish(text) }
      if FileSystem.kind(of: output) != nil { throw WorkspaceErrors("is there already", path: output) }
      do throws(WorkspaceError) { try FileSystem.write(Array(text.utf8), to: output) } catch {
        throw WorkspaceErrors([error])
      }
      return .passed
    } catch {
      terminal.complain(error)
      return .noVerdict
    }
  }
}
