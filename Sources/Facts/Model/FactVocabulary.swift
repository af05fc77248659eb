/// A name that a sheet brings, and what it stands for. The extraction of claims looks for these in documents.
public struct FactName: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case organisation, product, domain, incident, system, service, control, certification, practice, data,
      cohort
    case thirdParty = "third_party"
    case award, vulnerability, training, plan, crypto, retention, breach, actor, cause, remediation
  }

  /// As the public knows it.
  public var name: String
  public var kind: Kind
  /// The id in the sheet: the key of the system, the data type of an entry of `data`.
  public var id: String
  /// The fact or map that it names, and its sheet.
  public var pointer: String
  public var path: String
}

extension FactSheet {
  /// All names that the sheet brings, in the order of the file; ids themselves are not among them.
  public var names: [FactName] {
    var all: [FactName] = []
    func add(_ names: [String], _ kind: FactName.Kind, _ id: String, _ pointer: String) {
      for name in names where !name.isEmpty {
        all.append(FactName(name: name, kind: kind, id: id, pointer: pointer, path: path))
      }
    }
    func add(_ entries: [FactEntry], _ kind: FactName.Kind, also attribute: String? = nil) {
      for entry in entries {
        let more = attribute.map { entry.fact.items($0) } ?? []
        add(
          entry.fact.names + more.filter { !entry.fact.names.contains($0) }, kind, entry.key,
          entry.fact.pointer)
      }
    }
    if let organisation {
      let id = organisation.name ?? ""
      add([organisation.name].compactMap { $0 } + organisation.aliases, .organisation, id, "/organisation")
      add(organisation.products, .product, id, "/organisation/products")
      add(organisation.domains, .domain, id, "/organisation/domains")
    }
    for incident in incidents {
      let names = [incident.id, incident.publicName].compactMap { $0 } + incident.aliases
      add(names, .incident, incident.id ?? "", incident.section.pointer)
      for entry in incident.data { add(entry.fact.names, .data, entry.field, entry.fact.pointer) }
      add(incident.cohorts, .cohort)
      add(incident.systems, .system)
      add(incident.services, .service)
      for entry in incident.thirdParties {
        let main = entry.fact.revisions.map(\.word).filter { !$0.isEmpty && $0 != "unknown" }
        let names = main + entry.fact.names
        add(
          names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element), .thirdParty,
          entry.key, entry.fact.pointer)
      }
      add(incident.remediation, .remediation)
      if let actor = incident.actor { add(actor.names, .actor, "actor", actor.pointer) }
      if let cause = incident.cause { add(cause.names, .cause, "cause", cause.pointer) }
    }
    if let posture {
      for breach in posture.breaches ?? [] {
        add(breach.names, .breach, breach.latest?.word ?? "", breach.pointer)
      }
      add(posture.crypto, .crypto)
      add(posture.controls, .control)
      add(posture.certifications ?? [], .certification, also: "name")
      for award in posture.awards ?? [] {
        add([award.latest?.word ?? ""] + award.names, .award, award.latest?.word ?? "", award.pointer)
      }
      if let training = posture.training { add(training.names, .training, "training", training.pointer) }
      if let plan = posture.plan { add(plan.names, .plan, "plan", plan.pointer) }
      add(posture.practices, .practice)
      add(posture.retention, .retention)
      add(posture.vulnerabilities, .vulnerability)
      add(posture.remediation, .remediation)
    }
    return all
  }
}
