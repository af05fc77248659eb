extension CatalogBuilder {
  /// `lexicon: name` with `classes`, each of them `class`, optional `inflect`, `capitals`, `includes`, and any of `entries`
  /// (phrases, or maps of `text`, `symbol`, `number`), `symbols` (symbol → phrases), `numbers` (number → phrases).
  mutating func readLexicon(_ root: RuleNode, path: String) {
    for item in root["classes"]?.items ?? [] {
      guard let name = item["class"]?.text else {
        fail(path, item, "a class needs a name: 'class: …'")
        continue
      }
      let type = define(name)
      var mode = Inflection.Mode.none
      if let node = item["inflect"] {
        if let value = Inflection.Mode(rawValue: node.text ?? "") {
          mode = value
        } else {
          fail(
            path, node,
            "inflect is one of: \(Inflection.Mode.allCases.map(\.rawValue).joined(separator: ", "))")
        }
      }
      let capitals = item["capitals"]?.text == "true"
      for (key, value) in item.entries ?? [] {
        switch key.text ?? "" {
        case "class", "inflect", "capitals", "note": break
        case "includes":
          for node in value.texts ?? [] { include(node.text ?? "", in: type, node: node, path: path) }
        case "entries":
          for entry in value.items ?? [] {
            if let text = entry.text {
              addEntry(
                text, type: type, symbol: "", number: nil, mode: mode, capitals: capitals, path: path,
                node: entry)
            } else {
              let number = entry["number"]?.text.flatMap { Int($0) }
              for text in entry["text"]?.texts ?? [] {
                addEntry(
                  text.text ?? "", type: type, symbol: entry["symbol"]?.text ?? "", number: number,
                  mode: mode,
                  capitals: capitals, path: path, node: text)
              }
            }
          }
        case "symbols":
          for (symbol, phrases) in value.entries ?? [] {
            for phrase in phrases.texts ?? [] {
              addEntry(
                phrase.text ?? "", type: type, symbol: symbol.text ?? "", number: nil, mode: mode,
                capitals: capitals,
                path: path, node: phrase)
            }
          }
        case "numbers":
          for (number, phrases) in value.entries ?? [] {
            guard let value = Int(number.text ?? "") else {
              fail(path, number, "'\(number.text ?? "")' is not a whole number")
              continue
            }
            for phrase in phrases.texts ?? [] {
              addEntry(
                phrase.text ?? "", type: type, symbol: "", number: value, mode: mode, capitals: capitals,
                path: path,
                node: phrase)
            }
          }
        default:
          fail(
            path, key,
            unknown(
              key.text ?? "",
              among: ["class", "inflect", "capitals", "includes", "entries", "symbols", "numbers", "note"]))
        }
      }
    }
  }

  func unknown(_ key: String, among known: [String]) -> String {
    let hint = EditDistance.nearest(to: key, among: known).map { "; did you mean '\($0)'?" } ?? ""
    return "unknown key '\(key)'\(hint)"
  }

  /// `inflection:` with irregular forms; see ``Inflection``.
  mutating func readInflection(_ root: RuleNode, path: String) {
    guard let table = root["inflection"] else { return }
    for (verb, forms) in table["irregular_verbs"]?.entries ?? [] {
      inflection.irregularVerbs[verb.text ?? ""] = (forms.texts ?? []).compactMap(\.text)
    }
    for (verb, forms) in table["irregular_pasts"]?.entries ?? [] {
      inflection.irregularPasts[verb.text ?? ""] = (forms.texts ?? []).compactMap(\.text)
    }
    for (noun, plural) in table["irregular_nouns"]?.entries ?? [] {
      inflection.irregularNouns[noun.text ?? ""] = plural.text
    }
    for noun in table["uncountable"]?.texts ?? [] { inflection.uncountable.insert(noun.text ?? "") }
    for (american, british) in table["spellings"]?.entries ?? [] {
      inflection.spellings[american.text ?? ""] = british.text
    }
    for verb in table["doubling"]?.texts ?? [] { inflection.doubling.insert(verb.text ?? "") }
  }

  /// `claims: kind` with `patterns`: `topic`, optional `args`, `match` (a pattern or a list).
  mutating func readClaims(_ root: RuleNode, path: String) {
    let kind = root["claims"]?.text ?? ""
    for item in root["patterns"]?.items ?? [] {
      for (key, _) in item.entries ?? []
      where !["topic", "args", "match", "note", "examples"].contains(key.text ?? "") {
        fail(path, key, unknown(key.text ?? "", among: ["topic", "args", "match", "note", "examples"]))
      }
      let arguments = (item["args"]?.entries ?? []).map { "\($0.key.text ?? "")=\($0.value.text ?? "")" }
      addPatterns(
        item["match"], kind: kind, topic: item["topic"]?.text ?? "", arguments: arguments, rule: "",
        path: path, owner: item)
    }
  }

  mutating func addPatterns(
    _ node: RuleNode?, kind: String, topic: String, arguments: [String], rule: String, path: String,
    owner: RuleNode
  ) {
    guard let texts = node?.texts, !texts.isEmpty else {
      return fail(path, owner, "'match' needs a pattern or a list of them")
    }
    let info = [string(kind), string(topic), string(arguments.joined(separator: " ")), string(rule)]
    for text in texts {
      do throws(PatternSyntaxError) {
        patterns.append((try PatternParser.parse(text.text ?? ""), info, text, path))
      } catch {
        fail(path, text, error.message)
      }
    }
  }
}
