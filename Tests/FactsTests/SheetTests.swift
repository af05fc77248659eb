import Facts
import Testing

/// The typed view of a sheet.
struct SheetTests {
  static let text = """
    claimlint: 1
    organisation: {name: Northfold, aliases: NF, products: [Vault, Sync]}
    as_of: 2026-12-01
    review_every: P7D
    approvals: [{role: CISO, name: A. Person, at: 2026-11-30}]
    disclosure_default: internal
    incidents:
      - id: INC-1
        type: ransomware
        phase: contained
        timeline: {occurred: 2026-11-01..2026-11-20, detected: 2026-11-21T22:40:00Z, detected_by: self, board_told: 2026-11-22}
        population: {people: 100000}
        people: 12000
        devices: 40
        counts: {boats: 3}
        residents: {DE: 400, FR: unknown}
        inventory: complete
        data:
          zebra: affected
          apple: ruled_out
          apple_backup: {field: apple, value: suspected}
        evidence: []
        regimes: []
        extortion: {demanded: yes, paid: no}
        notifications: {dpa: 2026-11-23, press: none}
        embargo: [{subject: incident.cause, until: 2026-12-24, except: [regulators], why: warrant}]
        do_not_say: [Fancy Bear, {term: nation state, why: unproven}]
      - id: INC-2
    posture:
      awards: []
      certifications: {soc2_type2: {name: SOC 2 Type II, kind: report}, iso27001: expired}
      retention: {photo: {stated: P0D, enforced: P12M}, mail: {stated: indefinite, enforced: no}}
      vulnerabilities: {v1: {text: XSS, status: fixed, exploited: unknown, cve: [CVE-1]}}
    documents: {press/a.md: {channel: press_release, audience: public, published: 2026-12-01}}
    """

  @Test func incidents() throws {
    let result = try sheet(Self.text)
    #expect(result.incidents.map(\.id) == ["INC-1", "INC-2"])
    let incident = try #require(result.incidents.first)
    #expect(incident.types == ["ransomware"])
    #expect(incident.timeline.map(\.key) == ["occurred", "detected", "board_told"])
    #expect(incident.detectedBy?.latest?.word == "self")
    #expect(incident.event("detected")?.latest?.time?.precision == .second)
    #expect(incident.counts.map(\.key) == ["people", "devices", "boats"])
    #expect(incident.count(of: "boats")?.latest?.quantity?.description == "3")
    #expect(incident.residents.map(\.key) == ["DE", "FR"])
    #expect(incident.data.map(\.key) == ["zebra", "apple", "apple_backup"])
    #expect(incident.data.map(\.field) == ["zebra", "apple", "apple"])
    #expect(incident.data.last?.fact.pointer == "/incidents/0/data/apple_backup")
    #expect(incident.inventoryIsComplete(asOf: try at("2027-01-01")))
    #expect(incident.ransomDemanded?.latest?.answer == .yes)
    #expect(incident.notifications.map { $0.fact.latest?.word } == ["2026-11-23", "none"])
    #expect(incident.embargo.first?.latest?["except"]?.items == ["regulators"])
    #expect(incident.doNotSay.map { $0.latest?.word } == ["Fancy Bear", "nation state"])
  }

  @Test func anEmptyListIsAStatement() throws {
    let result = try sheet(Self.text)
    let (first, second) = (try #require(result.incidents.first), try #require(result.incidents.last))
    #expect(first.evidence == [])
    #expect(second.evidence == nil)
    #expect(first.regimes == [])
    #expect(second.regimes == nil)
    #expect(result.posture?.awards == [])
    #expect(result.posture?.breaches == nil)
    #expect(!second.listsData)
  }

  @Test func posture() throws {
    let result = try sheet(Self.text)
    let posture = try #require(result.posture)
    #expect(posture.certifications?.map { $0.fact.latest?.word } == ["held", "expired"])
    #expect(posture.retention.map { $0.fact.latest?.duration?.approximateSeconds } == [0, nil])
    #expect(posture.retention.map { $0.fact.latest?.word("enforced") } == ["P12M", "no"])
    #expect(posture.vulnerabilities.first?.fact.latest?.word == "fixed")
    #expect(result.documents.first?.key == "press/a.md")
    #expect(result.documents.first?.fact.latest?.word == "press_release")
    #expect(result.organisation?.aliases == ["NF"])
    #expect(result.disclosureDefault == ["internal"])
    #expect(result.fact(at: "incidents.0.phase")?.latest?.word == "contained")
  }

  @Test func schemaIsTheSameTextAndReadsAsJSON() throws {
    let text = FactSheetSchema.text()
    #expect(text == FactSheetSchema.text())
    let root = try FactSheetReader.nodes(Array(text.utf8), path: "schema.json")
    #expect(root["$schema"]?.scalar == "https://json-schema.org/draft/2020-12/schema")
    #expect(root["properties"]?["incident"]?["$ref"]?.scalar == "#/$defs/map-incident")
    #expect(root["$defs"]?["map-incident"]?["properties"]?["phase"]?["description"] != nil)
    #expect(root["$defs"]?["value-phase"]?["enum"]?.sequence?.compactMap(\.scalar).first == "suspected")
  }

  @Test func newSheetsAreInOrder() throws {
    let incident = try sheet(
      FactSheetInit.incident(id: "INC: 1", detected: "2026-11-21T22:40:00Z", organisation: "A & B, Inc."))
    #expect(incident.incidents.first?.id == "INC: 1")
    #expect(incident.organisation?.name == "A & B, Inc.")
    #expect(incident.incidents.first?.data.count == 3)
    #expect(try sheet(FactSheetInit.posture()).posture?.certifications == [])
  }
}

extension SheetTests {
  @Test func namesForTheExtraction() throws {
    let names = try sheet(
      """
      claimlint: 1
      organisation: {name: Northfold, aliases: [NF], products: [Vault]}
      incident:
        id: INC-1
        data: {backup: {field: password, value: affected, names: [passphrase]}}
        systems: {crm: [{value: suspected, names: [CRM]}, {value: affected, names: [CRM, customer system]}]}
        third_parties: {acme: {name: Acme}}
      posture: {certifications: {soc2: {name: SOC 2}}}
      """
    ).names
    #expect(
      names.map { "\($0.kind.rawValue) \($0.id) \($0.name)" } == [
        "organisation Northfold Northfold", "organisation Northfold NF", "product Northfold Vault",
        "incident INC-1 INC-1", "data password passphrase", "system crm CRM", "system crm customer system",
        "third_party acme Acme", "certification soc2 SOC 2",
      ])
  }

  @Test func changesBetweenTwoMoments() throws {
    let result = try sheet(
      """
      claimlint: 1
      incident:
        phase: [investigating, {value: contained, known_at: 2026-12-01}]
        misuse: {value: none_found, known_at: 2026-12-02}
        people: 4
      """)
    let changes = result.changes(from: try at("2026-11-30"), to: try at("2026-12-03"))
    #expect(changes.map(\.fact.pointer) == ["/incident/phase", "/incident/misuse"])
    #expect(changes.map { $0.before?.word } == ["investigating", nil])
    #expect(changes.map { $0.after?.word } == ["contained", "none_found"])
  }

  @Test func completion() throws {
    #expect(FactSheetCompletion(at: "")?.keys.first?.name == "claimlint")
    #expect(FactSheetCompletion(at: "incident.phase")?.words.first == "suspected")
    #expect(FactSheetCompletion(at: "incident.data")?.freeKeys == "data type")
    #expect(
      FactSheetCompletion(at: "incident.data.password")?.keys.contains { $0.name == "exposure" } == true)
    #expect(FactSheetCompletion(at: "incident.data.password.exposure")?.words.contains("viewed") == true)
    #expect(FactSheetCompletion(at: "incidents.0.people")?.expectation?.hasPrefix("a quantity") == true)
    #expect(FactSheetCompletion(at: "incident.nothing") == nil)
  }
}
