import ArgumentParser
import Comparison
import Reports
import Workspace

/// `claimlint claims`: the claims themselves.
struct ClaimsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "List the claims of documents, with verdicts where facts are given.")

  @OptionGroup(title: "Documents") var input: InputArguments
  @OptionGroup(title: "Facts") var facts: FactArguments

  @Option(name: .long, help: "The form of the list.")
  var format = ListFormat.text

  @Option(name: .long, help: ArgumentHelp("A pack of rules; repeatable.", valueName: "pack"))
  var rules: [String] = []

  func execute(_ terminal: Terminal) async -> Outcome {
    var options = CheckOptions()
    facts.apply(to: &options)
    input.apply(to: &options)
    options.packs = rules
    var lists: [String] = []
    var errors: [WorkspaceError] = []
    do throws(WorkspaceErrors) {
      let session = try Session(options)
      let inputs = try input.discover()
      errors += inputs.errors
      for path in inputs.paths {
        do throws(WorkspaceErrors) {
          let list = listing(try session.read(path), session: session)
          lists.append(format == .json ? list.json : list.text)
        } catch {
          errors += error.errors
        }
      }
    } catch {
      errors += error.errors
    }
    if !errors.isEmpty { terminal.complain(WorkspaceErrors(errors)) }
    let text =
      switch format {
      case .text: lists.joined()
      case .json: ClaimListing.json(lists, complete: errors.isEmpty)
      }
    return terminal.finish(text, outcome: Outcome(isComplete: errors.isEmpty, reaches: false))
  }

  private func listing(_ document: ReadDocument, session: Session) -> ClaimListing {
    var verdicts: [Int: Verdict] = [:]
    if session.book != nil {
      for judgement in session.judge(document) {
        guard let claim = judgement.claim else { continue }
        let other = verdicts[claim]
        if other == nil || judgement.verdict.precedence < (other?.precedence ?? 0) {
          verdicts[claim] = judgement.verdict
        }
      }
    }
    return ClaimListing(reading: document.reading, claims: document.claims, verdicts: verdicts)
  }
}
