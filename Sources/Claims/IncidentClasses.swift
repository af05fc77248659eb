import Language

/// Ids of the lexicon classes that claims about incidents are built from.
final class IncidentClasses: Sendable {
  let data: UInt32
  let dataWeak: UInt32
  let sheetSystem: UInt32
  let sheetService: UInt32
  let dataState: UInt32
  let verb: UInt32
  let participle: UInt32
  let noun: UInt32
  let list: UInt32
  let subject: UInt32
  let incident: UInt32
  let attacker: UInt32
  let auxiliary: UInt32
  let reader: UInt32
  let compound: UInt32
  let governed: UInt32
  let discover: UInt32
  let occur: UInt32
  let notify: UInt32
  let systems: [UInt32]
  let adverb: UInt32
  let organisation: UInt32
  let following: UInt32
  let complement: UInt32

  init(_ vocabulary: Vocabulary) {
    data = vocabulary.type("data")
    dataWeak = vocabulary.type("data.weak")
    sheetSystem = vocabulary.type("sheet.system")
    sheetService = vocabulary.type("sheet.service")
    dataState = vocabulary.type("data.state")
    verb = vocabulary.type("exposure.verb")
    participle = vocabulary.type("exposure.participle")
    noun = vocabulary.type("exposure.noun")
    list = vocabulary.type("exposure.list")
    subject = vocabulary.type("exposure.subject")
    incident = vocabulary.type("incident.noun")
    attacker = vocabulary.type("attacker")
    auxiliary = vocabulary.type("verb.be")
    reader = vocabulary.type("reader.subject")
    compound = vocabulary.type("data.compound")
    governed = vocabulary.type("data.governed")
    discover = vocabulary.type("discover.verb")
    occur = vocabulary.type("occur.verb")
    notify = vocabulary.type("notify.verb")
    systems = ["sheet.system", "sheet.product"].map { vocabulary.type($0) }
    complement = vocabulary.type("clause.complement")
    following = vocabulary.type("list.following")
    adverb = vocabulary.type("adverb.filler")
    organisation = vocabulary.type("sheet.organisation")
  }
}
