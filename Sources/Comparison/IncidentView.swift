import Facts

/// An incident of a sheet with its parts read out once: the comparison asks for them claim by claim.
struct IncidentView: Sendable {
  let data: [DataEntry]
  let systems: [FactEntry]
  let services: [FactEntry]
  let counts: [FactEntry]
  let population: [FactEntry]
  let residents: [FactEntry]
  let cohorts: [FactEntry]
  let remediation: [FactEntry]
  let promises: [FactEntry]
  let notifications: [FactEntry]
  let timeline: [FactEntry]
  let evidence: [Fact]?
  let types: [String]
  let listsData: Bool
  let phase: Fact?
  let attackerAccess: Fact?
  let misuse: Fact?
  let publication: Fact?
  let forensics: Fact?
  let cause: Fact?
  let actor: Fact?
  let deletionAssurance: Fact?
  let lawEnforcement: Fact?
  private let incident: Incident

  init(_ incident: Incident) {
    self.incident = incident
    data = incident.data
    systems = incident.systems
    services = incident.services
    counts = incident.counts
    population = incident.population
    residents = incident.residents
    cohorts = incident.cohorts
    remediation = incident.remediation
    promises = incident.promises
    notifications = incident.notifications
    timeline = incident.timeline
    evidence = incident.evidence
    types = incident.types
    listsData = incident.listsData
    phase = incident.phase
    attackerAccess = incident.attackerAccess
    misuse = incident.misuse
    publication = incident.publication
    forensics = incident.forensics
    cause = incident.cause
    actor = incident.actor
    deletionAssurance = incident.deletionAssurance
    lawEnforcement = incident.lawEnforcement
  }

  func event(_ name: String) -> Fact? { timeline.first { $0.key == name }?.fact }
  func count(of unit: String) -> Fact? { counts.first { $0.key == unit }?.fact }
  func inventoryIsComplete(asOf moment: Instant) -> Bool { incident.inventoryIsComplete(asOf: moment) }
}
