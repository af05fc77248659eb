import Facts
import Testing

/// YAML and JSON become the same nodes, and what the sheet may not use is refused where it stands.
struct SyntaxTests {
  @Test func wordsStayWords() throws {
    let node = try FactSheetReader.nodes(
      Array("a: no\nb: 2019-01-02\nc: 12:30:45\nd: 007\ne: ''".utf8), path: "x.yaml")
    #expect(node.mapping?.map(\.key) == ["a", "b", "c", "d", "e"])
    #expect(node.mapping?.map(\.value.scalar) == ["no", "2019-01-02", "12:30:45", "007", ""])
    #expect(node["e"]?.isNull == false)
  }

  @Test func positionsAndRanges() throws {
    let text = "é: {ü: \"a\\\"b\", l: [1, x y ]}  # note\nb:\n  - |\n    one\n    two\n  - last # c\n"
    let bytes = Array(text.utf8)
    let root = try FactSheetReader.nodes(bytes, path: "x.yaml")
    func source(_ node: Node?) -> String? { node.map { String(decoding: bytes[$0.range], as: UTF8.self) } }
    let flow = try #require(root["é"])
    #expect((flow.line, flow.column) == (1, 4))
    #expect(source(flow) == "{ü: \"a\\\"b\", l: [1, x y ]}")
    #expect(source(flow["ü"]) == "\"a\\\"b\"")
    #expect(flow["l"]?.column == 19)
    #expect(source(flow["l"]?.sequence?.last) == "x y")
    #expect(source(root["b"]?.sequence?.first) == "|\n    one\n    two")
    #expect(source(root["b"]) == "- |\n    one\n    two\n  - last")
  }

  @Test func lineEndsAndByteOrderMark() throws {
    #expect(
      errors("\u{FEFF}claimlint: 1\r\nincident:\r\n  fase: x\r\n").first?.hasPrefix("3:3: unknown key `fase`")
        == true)
    // YAML breaks lines at U+2028, editors do not.
    #expect(
      errors("claimlint: 1\norganisation: {name: \"a\u{2028}b\"}\nfoo: 1").first?.hasPrefix("3:1:") == true)
  }

  @Test func duplicateKeysAreReportedAtTheDuplicate() {
    let text = """
      claimlint: 1
      incident:
        phase: investigating
        "id": A
        data: {password: affected, email_address: affected, password: ruled_out}
        phase: contained
        id: B
        fase: x
      """
    #expect(
      errors(text) == [
        "5:55: the key `password` stands twice in this map, first in line 5",
        "6:3: the key `phase` stands twice in this map, first in line 3",
        "7:3: the key `id` stands twice in this map, first in line 4",
        "8:3: unknown key `fase` in incident; did you mean `phase`?",
      ])
  }

  @Test(arguments: [
    ("claimlint: 1\nincident: !!map {}\n", "2:11: tags such as !!str are not read; write the value plainly"),
    ("claimlint: 1\n---\nclaimlint: 1\n", "2:1: a second document starts here; a sheet is one document"),
    ("claimlint: 1\nincident: {id: \"A\n", "2:16: a quotation mark opens here and is not closed"),
    ("claimlint: 1\n\tincident: 1\n", "2:1: a tab stands where spaces belong"),
    (
      "claimlint: 1\nincident:\n  id: a: b\n",
      "3:8: a colon followed by a space starts a value here; put text that holds one in quotation marks"
    ),
    ("claimlint: 1\nincident: *a\n", "2:11: an alias stands here whose anchor is not above it"),
    ("claimlint: 1\nx: @a\n", "2:4: a value cannot begin with `@`; put it in quotation marks"),
    ("claimlint: 1\nincident: {<<: {id: A}}\n", "2:12: merge keys are not read; write the values out"),
    ("", "1:1: the sheet is empty"),
    ("- a\n", "1:1: a sheet is a map that starts with `claimlint: 1`; this is a list"),
    ("slug: a\nkind: b\n", "1:1: this is no fact sheet; a sheet starts with `claimlint: 1`"),
    ("claimlint: 1\nx: \u{1}\n", "2:4: a control character stands here"),
  ]) func refusals(_ text: String, _ message: String) {
    #expect(errors(text) == [message])
  }

  @Test func invalidBytes() {
    #expect(throws: FactSheetErrors.self) {
      try FactSheetReader().read([0x61, 0x3A, 0x20, 0xFF], path: "x.yaml")
    }
    do { _ = try FactSheetReader().read(Array("a: b\nc: ".utf8) + [0xC3, 0x28], path: "x.yaml") } catch {
      #expect("\(error)" == "x.yaml:2:4: the sheet is not UTF-8 text")
    }
  }

  @Test func aliasesAreReadAndBounded() throws {
    let text =
      "claimlint: 1\nincident:\n  data:\n    password: &p {value: affected, form: hashed}\n    pin: *p\n"
    #expect(
      try sheet(text).incidents.first?.data.map { $0.fact.latest?.word("form") } == ["hashed", "hashed"])

    var bomb = "claimlint: 1\nnote: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "n\(level): &a\(level) [\(items)]\n"
    }
    let clock = ContinuousClock()
    var found: [String] = []
    let time = clock.measure { found = errors(bomb) }
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("more than 100,000 values once its aliases are written out") == true)
    #expect(time < .seconds(10))
    // As a key, the same would be hashed for ever inside Yams.
    #expect(
      errors(bomb + "*a12 : 1\n") == ["15:1: a key is a plain word; aliases, lists and maps cannot be keys"])
    #expect(errors(bomb + "? [*a12]\n: 1\n").count == 1)
    #expect(errors(bomb + "[*a12] : 1\n").count == 1)
  }

  @Test func depthIsBounded() {
    let open = String(repeating: "[", count: 80)
    let close = String(repeating: "]", count: 80)
    #expect(errors("claimlint: 1\nx: \(open)\(close)").first?.contains("more than 64 deep") == true)
    #expect(errors("{\"x\": \(open)\(close)}", path: "x.json").first?.contains("more than 64 deep") == true)
    let deep = String(repeating: "[", count: 100_000)
    #expect(errors("claimlint: 1\nx: \(deep)").count == 1)
    #expect(errors("{\"x\": \(deep)", path: "x.json").count == 1)
  }

  @Test func jsonEqualsYAML() throws {
    let yaml = """
      claimlint: 1
      organisation: {name: "Ünï 😀", aliases: [A, B]}
      incident:
        people: [{value: 12000, bound: about, state: suspected, known_at: 2026-11-22}, {value: 13000, known_at: 2026-12-01}]
        data: {password: {value: affected, form: salted_hash, note: "a \\"b\\" \\\\ c"}}
        extortion: {paid: no, demanded: yes}
      posture: {awards: [], practices: {sells_data: false}}
      """
    let json = """
      {"claimlint": 1,
       "organisation": {"name": "\\u00dcn\\u00ef \\ud83d\\ude00", "aliases": ["A", "B"]},
       "incident": {
         "people": [{"value": 12000, "bound": "about", "state": "suspected", "known_at": "2026-11-22"},
                    {"value": 13000, "known_at": "2026-12-01"}],
         "data": {"password": {"value": "affected", "form": "salted_hash", "note": "a \\"b\\" \\\\ c"}},
         "extortion": {"paid": "no", "demanded": "yes"}},
       "posture": {"awards": [], "practices": {"sells_data": false}}}
      """
    let moment = try at("2027-01-01")
    let show = FactSheetShow(asOf: moment)
    func lines(_ sheet: FactSheet) -> [String] {
      show.text(sheet).split(separator: "\n").map { String($0.prefix(while: { $0 != "[" })) }
    }
    let first = try sheet(yaml)
    let second = try sheet(json, path: "facts.json")
    #expect(lines(first) == lines(second))
    #expect(second.organisation?.name == "Ünï 😀")
    #expect(try sheet(json, path: "stdin").organisation?.name == "Ünï 😀")
    #expect(second.incidents.first?.count(of: "people")?.line == 4)
    // A YAML flow map begins with a brace as well.
    #expect(try sheet("{claimlint: 1, organisation: {name: X}}").organisation?.name == "X")
  }

  @Test(arguments: [
    ("{\"claimlint\": 1,}", "1:17: a key in quotation marks is expected here"),
    ("{\"claimlint\": 01}", "1:15: text stands in quotation marks in JSON"),
    ("{\"claimlint\": 1} x", "1:18: the sheet goes on after its closing brace"),
    ("{\"claimlint\": \"\\ud83d\"}", "1:16: half of a surrogate pair stands here"),
    ("{\"claimlint\": \"\\x\"}", "1:16: an unknown escape stands here; write \\\\ for a backslash"),
    ("{\"claimlint\": \"a", "1:15: a quotation mark opens here and is not closed"),
    ("{\"claimlint\" 1}", "1:14: a colon is expected here"),
    (
      "{\"claimlint\": 1, \"claimlint\": 1}",
      "1:18: the key `claimlint` stands twice in this map, first in line 1"
    ),
  ]) func jsonRefusals(_ text: String, _ message: String) {
    #expect(errors(text, path: "x.json") == [message])
  }
}
