/// The keys that every long form may carry.
enum CommonKeys {
  static let states = ["confirmed", "suspected", "ruled_out", "unknown"]
  static let audiences = ["public", "customers", "affected", "regulators", "market", "internal"]

  static let state = Key(
    "state", "How surely it is known; `confirmed` if left out.", .words("state", states))
  static let knownAt = Key("known_at", "When the organisation knew it; without it, always.", .time)
  static let confidence = Key(
    "confidence", "How far to rely on it.", .words("confidence", ["low", "medium", "high"]))
  static let source = Key("source", "A ticket or report id, printed as evidence.", .texts)
  static let note = Key("note", "Free text for people.", .texts)
  static let disclosure = Key(
    "disclosure", "Who may be told.", .words("audience", audiences, isList: true))

  static let all = [state, knownAt, confidence, source, note, disclosure]

  static let bounds = [
    Key(
      "bound", "How the number is meant.", .words("bound", ["exact", "about", "at_least", "at_most"])),
    Key("min", "The smallest number it can be.", .quantity),
    Key("max", "The largest number it can be.", .quantity),
  ]

  // Attributes that several facts share.
  static let names = Key("names", "The names under which the public knows it.", .texts)
  static let scope = Key("scope", "What it covers, in words.", .texts)
  static let exceptions = Key("exceptions", "What it does not cover.", .texts)
  static let basis = Key("basis", "What was done to find out.", .texts)
  static let coverage = Key("coverage", "How much of the whole it reaches, as a share or in words.", .texts)
  static let mayName = Key("may_name", "Whether a text may name them.", .answer)
}
