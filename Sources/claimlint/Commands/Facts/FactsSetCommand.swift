import ArgumentParser
import Facts
import Language
import Workspace

/// `claimlint facts set`: a new revision of a fact.
struct FactsSetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add a revision to a fact and leave the rest of the sheet as it is.",
    discussion: "claimlint facts set --facts inc.yaml incident.data.password affected --source IR-12")

  @Argument(help: "The fact: incident.data.password or /incident/data/password.")
  var path: String

  @Argument(help: "The new value; may be left out where --state or --set says enough.")
  var value: String?

  @Option(name: .long, help: ArgumentHelp("The sheet that is changed.", valueName: "path"))
  var facts: String

  @Option(name: .long, help: ArgumentHelp("confirmed, suspected, ruled_out or unknown.", valueName: "state"))
  var state: String?

  @Option(name: .long, help: ArgumentHelp("Where it is from.", valueName: "text"))
  var source: String?

  @Option(name: .long, help: ArgumentHelp("Since when it is known; without it, now.", valueName: "time"))
  var knownAt: String?

  @Option(name: .long, help: ArgumentHelp("Another key of the revision; repeatable.", valueName: "key=value"))
  var set: [String] = []

  @Flag(name: .shortAndLong, help: "Print the sheet in place of changing it.")
  var print = false

  func validate() throws {
    if let knownAt, TimeRange(iso: knownAt) == nil {
      throw ValidationError("--known-at: '\(knownAt)' is no time; write 2026-03-02 or 2026-03-02T18:00Z")
    }
    if let other = set.first(where: { !$0.contains("=") }) {
      throw ValidationError("--set: '\(other)' is not key=value")
    }
  }

  func execute(_ terminal: Terminal) async -> Outcome {
    do throws(WorkspaceErrors) {
      let attributes = set.map { pair -> FactSheetSet.Attribute in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return FactSheetSet.Attribute(String(parts[0]), String(parts[1]))
      }
      let now = try Clock.now(asOf: nil)
      let since = knownAt ?? now.description
      let change = FactSheetSet(
        path, value: value, state: state, source: source, knownAt: since, attributes: attributes)
      let changed: [UInt8]
      let bytes = try SheetFiles.bytes(of: facts)
      do throws(FactSheetErrors) { changed = try change.applied(to: bytes, path: facts) } catch {
        throw WorkspaceErrors(error)
      }
      if print { return terminal.finish(String(decoding: changed, as: UTF8.self)) }
      do throws(WorkspaceError) { try FileSystem.write(changed, to: facts) } catch {
        throw WorkspaceErrors([error])
      }
      return .passed
    } catch {
      terminal.complain(error)
      return .noVerdict
    }
  }
}
