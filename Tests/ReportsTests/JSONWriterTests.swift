import FoundationEssentials
import Testing

@testable import Reports

@Suite struct JSONWriterTests {
  @Test(arguments: ["", "a\"b\\c", "\n\r\t\u{1}\u{7F}", "é — 安全 👩‍💻", "\u{2028}", "</script>"])
  func quotedTextComesBack(text: String) throws {
    let parsed = try JSONDecoder().decode([String].self, from: Data("[\(JSONWriter.quoted(text))]".utf8))
    #expect(parsed == [text])
  }

  @Test func commasStandBetweenMembers() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("a", 1)
      writer.member("b", ["x", "y"])
      writer.member("c", object: { _ in })
      writer.member("d", array: { $0.object { $0.member("e", true) } })
      writer.key("f")
      writer.raw("[1,2]")
      writer.member("g", "h")
    }
    #expect(writer.text == #"{"a":1,"b":["x","y"],"c":{},"d":[{"e":true}],"f":[1,2],"g":"h"}"#)
  }
}
