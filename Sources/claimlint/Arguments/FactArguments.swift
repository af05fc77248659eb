import ArgumentParser
import Workspace

/// What is known, and what the documents are.
struct FactArguments: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("A fact sheet or a folder of them; repeatable.", valueName: "path"))
  var facts: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Take this as now; without it SOURCE_DATE_EPOCH, else the clock.", valueName: "time"))
  var asOf: String?

  @Option(
    name: .long,
    help: ArgumentHelp("When the documents were published; without it they are drafts.", valueName: "time"))
  var published: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What the documents are for: press_release, status_page, …", valueName: "name"))
  var channel: String?

  @Option(name: .long, help: ArgumentHelp("Whom the documents address.", valueName: "name"))
  var audience: String?

  @Option(
    name: .long, help: ArgumentHelp("The cohort of people that the documents address.", valueName: "name"))
  var cohort: String?

  @Option(name: .long, help: ArgumentHelp("The incident that the documents are about.", valueName: "id"))
  var incident: String?

  @Option(name: .long, help: ArgumentHelp("Who speaks in the documents.", valueName: "name"))
  var organisation: String?

  @Option(name: .long, help: ArgumentHelp("The documents' language.", valueName: "tag"))
  var language: String?

  @Flag(name: .long, help: "Show the values of facts that the sheet withholds.")
  var showRestricted = false

  func apply(to options: inout CheckOptions) {
    options.facts = facts
    options.asOf = asOf
    options.about.published = published
    options.about.channel = channel
    options.about.audience = audience
    options.about.cohort = cohort
    options.about.incident = incident
    options.about.organisation = organisation
    options.about.language = language
    options.findings.showRestricted = showRestricted
  }
}
