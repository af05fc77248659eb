/// Ids of the lexicon classes that the engine itself asks for, looked up once.
public final class LanguageClasses: Sendable {
  // Clauses
  public let clauseBreak: UInt32
  public let coordinator: UInt32
  public let clauseSubject: UInt32
  public let commaSubject: UInt32
  // Status cues
  public let negation: UInt32
  public let pseudoNegation: UInt32
  public let contrast: UInt32
  public let negationEnd: UInt32
  public let verbalNegation: UInt32
  public let lateNegation: UInt32
  public let unsettled: UInt32
  public let flip: UInt32
  public let relative: UInt32
  public let knowledge: UInt32
  public let pseudoCondition: UInt32
  public let evidential: UInt32
  public let disbelief: UInt32
  public let ignorance: UInt32
  public let hedge: UInt32
  public let pseudoHedge: UInt32
  public let perfect: UInt32
  public let condition: UInt32
  public let advice: UInt32
  public let imperative: UInt32
  public let future: UInt32
  public let ongoing: UInt32
  public let definition: UInt32
  public let rejected: UInt32
  public let disclaimed: UInt32
  public let reporting: UInt32
  public let otherParty: UInt32
  public let ownParty: UInt32
  public let ownRole: UInt32
  public let former: UInt32
  public let repeated: UInt32
  /// Whether a sheet says what the organisation is called.
  public let knowsOrganisation: Bool
  /// Answers to questions that yes or no could answer, and how such questions begin.
  public let answer: UInt32
  public let polarQuestion: UInt32
  public let openQuestion: UInt32
  public let exclusive: UInt32
  public let total: UInt32
  public let partial: UInt32
  public let exception: UInt32
  public let questionWord: UInt32
  public let reader: UInt32
  public let pseudoAdvice: UInt32
  public let reason: UInt32
  public let reply: UInt32
  public let newSubject: UInt32
  public let manner: UInt32

  public init(_ vocabulary: Vocabulary) {
    clauseBreak = vocabulary.type("clause.break")
    coordinator = vocabulary.type("clause.coordinator")
    clauseSubject = vocabulary.type("clause.subject")
    commaSubject = vocabulary.type("clause.subject.comma")
    negation = vocabulary.type("cue.negation")
    pseudoNegation = vocabulary.type("cue.negation.pseudo")
    contrast = vocabulary.type("cue.contrast")
    verbalNegation = vocabulary.type("cue.negation.verbal")
    lateNegation = vocabulary.type("cue.negation.after")
    unsettled = vocabulary.type("cue.ignorance.after")
    flip = vocabulary.type("cue.negation.flip")
    relative = vocabulary.type("clause.relative")
    knowledge = vocabulary.type("cue.knowledge")
    pseudoCondition = vocabulary.type("cue.condition.pseudo")
    negationEnd = vocabulary.type("cue.negation.end")
    evidential = vocabulary.type("cue.evidential")
    disbelief = vocabulary.type("cue.disbelief")
    ignorance = vocabulary.type("cue.ignorance")
    pseudoHedge = vocabulary.type("cue.hedge.pseudo")
    hedge = vocabulary.type("cue.hedge")
    perfect = vocabulary.type("cue.perfect")
    condition = vocabulary.type("cue.condition")
    advice = vocabulary.type("cue.advice")
    imperative = vocabulary.type("cue.imperative")
    future = vocabulary.type("cue.future")
    ongoing = vocabulary.type("cue.ongoing")
    definition = vocabulary.type("cue.definition")
    disclaimed = vocabulary.type("cue.disclaimed")
    rejected = vocabulary.type("cue.rejected")
    reporting = vocabulary.type("cue.reporting")
    otherParty = vocabulary.type("party.other")
    ownParty = vocabulary.type("party.own")
    ownRole = vocabulary.type("party.role")
    repeated = vocabulary.type("cue.former.repeated")
    knowsOrganisation = vocabulary.hasAdded(vocabulary.type("sheet.organisation"))
    answer = vocabulary.type("answer")
    polarQuestion = vocabulary.type("question.polar")
    openQuestion = vocabulary.type("question.open")
    former = vocabulary.type("cue.former")
    exclusive = vocabulary.type("extent.exclusive")
    total = vocabulary.type("extent.total")
    partial = vocabulary.type("extent.partial")
    exception = vocabulary.type("extent.exception")
    questionWord = vocabulary.type("cue.question")
    reader = vocabulary.type("party.reader")
    pseudoAdvice = vocabulary.type("cue.advice.pseudo")
    reason = vocabulary.type("clause.reason")
    reply = vocabulary.type("cue.reply")
    newSubject = vocabulary.type("clause.subject.new")
    manner = vocabulary.type("cue.manner")
  }
}
