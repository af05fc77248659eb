import Facts
import Testing

/// A sheet with every key of the format.
struct FullFormTests {
  static let text = """
    claimlint: 1
    organisation: {name: Northfold, aliases: [NF], products: [Vault], domains: [northfold.example]}
    as_of: 2026-12-01T08:00:00Z
    review_every: PT24H
    approvals: [{role: CISO, name: A. Person, at: 2026-12-01T09:00:00+01:00}]
    disclosure_default: public
    incident:
      id: INC-2026-014
      public_name: November incident
      aliases: [the November incident]
      type: [data_breach, ransomware]
      phase: [{value: suspected, known_at: 2026-11-21}, {value: investigating, known_at: 2026-11-22}]
      attacker_access: {value: believed_removed, basis: EDR, confidence: medium}
      intrusions: ">=1"
      timeline:
        occurred: 2026-11-01..2026-11-21
        ended: 2026-11-21
        detected: 2026-11-21T22:40:00Z
        aware: {value: 2026-11-22 01:00, source: IR-3}
        contained: unknown
        materiality: {state: unknown}
        disclosed: {value: 2026-11-23, disclosure: [public]}
        ransom_paid: unknown
        detected_by: third_party
      population: {people: 1000000, accounts: "~1200000"}
      people: {min: 10000, max: 15000}
      accounts: "10000..15000"
      bytes: ">500"
      cards: 0
      counts: {boats: "<50"}
      residents: {DE: 400, US-CA: "~6000", NO: unknown}
      data:
        email_address: affected
        password: {value: suspected, form: salted_hash, algorithm: bcrypt, people: {value: 5000, bound: about, state: suspected}}
        payment_card_number: {value: ruled_out, form: not_held, note: held by the payment provider, source: IR-7}
        photo: {value: none_found, basis: access logs}
        second: {field: password, value: affected, exposure: [exfiltrated, published], form: hashed, key_state: safe, cohort: staff, vintage: 2003..2019}
      inventory: partial
      cohorts: {staff: {people: 400, data: [password]}}
      systems: {crm: {value: affected, names: [CRM], environment: production}, lab: ruled_out}
      services: {web: {names: [web site], status: restored, down: 2026-11-21..2026-11-22}, api: up}
      misuse: {value: none_found, basis: monitoring}
      publication: suspected
      evidence: [{system: crm, log: access logs, coverage: partial, window: 2026-11-01..2026-11-21}]
      forensics: {firm: Acme, may_name: false, status: preliminary, report_due: 2027-01}
      cause: {value: known_vulnerability, cve: CVE-2026-1, novel: false}
      actor: {value: unknown, may_attribute: false}
      extortion: {demanded: yes, paid: {value: no, disclosure: internal}, deletion_assurance: unknown}
      third_parties: {host: {name: Hoster, role: hosting, at_fault: true, may_name: false}}
      remediation: {mfa: {text: MFA for all, status: planned, due: 2027-03, coverage: 100%}, reset: done}
      promises: {credit: {text: We pay for monitoring., due: 2027-01-31, approved: true}}
      notifications: {ico: 2026-11-24T10:00:00Z, customers: none}
      regimes: [gdpr-33, nis2]
      law_enforcement: {value: reported, at: 2026-11-22, agency: [BKA, FBI], may_name: true}
      attacker_claims: [{claim: 2 TB taken, status: unverified}, {claim: x, status: false}]
      embargo: [{subject: incident.cause, until: 2026-12-24, except: [regulators], why: patch}]
      do_not_say: [nation state, {term: sophisticated, why: it was not, until: 2027}]
      next_update: 2026-12-05T12:00:00Z
    posture:
      breaches: [{id: B1, at: 2019-04, public: yes}]
      crypto:
        at_rest: {value: partial, algorithm: AES-256, scope: databases, exceptions: [backups]}
        in_transit: {value: full, minimum: TLS 1.2}
        end_to_end: none
        backups: unknown
        passwords: full
        provider_can_read: full
      controls: {mfa: {value: partial, names: [2FA], coverage: 80%, scope: staff, exceptions: contractors, since: 2024, due: 2027-01, cadence: P1Y, last: 2026-01}, pentest: in_place}
      certifications: {iso27001: {name: ISO 27001, kind: certificate, scope: hosting, issued: 2024-01, expires: 2027-01, holder: Northfold}, soc2: none}
      awards: [{name: Best, issuer: Mag, year: 2020}]
      training: {coverage: 95%, last: 2026-05}
      plan: {reviewed: 2026-01, review_every: P1Y}
      practices: {sells_data: no, shares_data: {value: partial, scope: x, exceptions: [y], names: [z]}}
      retention: {photo: {stated: P30D, enforced: partial}, mail: {stated: indefinite, enforced: true}, logs: P90D}
      promises: {p: We will publish a report.}
      remediation: {r: {text: x, status: in_progress}}
      do_not_say: []
      embargo: []
      vulnerabilities: {v: {text: XSS, severity: high, status: fixed, fixed_in: 2.1, exploited: unknown, disclosed: 2026-02}}
      claims_allowed: [We are based in Hamburg., {text: Founded in 2009., evidence: register}]
    documents: {press/a.md: {channel: press_release, audience: public, published: 2026-11-23, as_of: 2026-11-23T10:00Z, status: published}}
    """

  @Test func everyKeyIsRead() throws {
    let result = try sheet(Self.text)
    #expect(result.allFacts.count == 94)
    let incident = try #require(result.incidents.first)
    #expect(
      incident.data.map(\.field) == ["email_address", "password", "payment_card_number", "photo", "password"])
    #expect(incident.notifications.last?.fact.latest?.word == "none")
    #expect(incident.attackerClaims?.map { $0.latest?.word("status") } == ["unverified", "false"])
    #expect(incident.publication?.latest?.knowledge == .affected(.suspected))
    #expect(incident.count(of: "people")?.latest?.quantity?.description == "10,000 to 15,000")
    #expect(result.posture?.retention.map { $0.fact.latest?.word("enforced") } == ["partial", "yes", nil])
  }

  @Test func everyFactTakesARevision() throws {
    let bytes = Array(Self.text.utf8)
    for fact in try sheet(Self.text).allFacts where fact.pointer != "/claimlint" {
      let change = FactSheetSet(fact.pointer, value: "unknown", knownAt: "2030-01-01")
      #expect(throws: Never.self) { try change.applied(to: bytes, path: "facts.yaml") }
    }
  }
}
