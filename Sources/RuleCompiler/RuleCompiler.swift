import Foundation
import RuleFormat

/// Reads every YAML file under the rules folder and writes one Swift file with the finished tables.
///
/// usage: RuleCompiler OUTPUT ROOT FILE...
@main struct RuleCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else { return finish("usage: RuleCompiler OUTPUT ROOT FILE...", status: 2) }
    let root = arguments[2]
    var files: [(path: String, text: String)] = []
    for path in arguments[3...].sorted() {
      guard let data = FileManager.default.contents(atPath: path) else {
        return finish("\(path): not readable", status: 1)
      }
      files.append((path, String(decoding: data, as: UTF8.self)))
    }
    var builder = CatalogBuilder()
    builder.add(files: files)
    do throws(RuleErrors) {
      let tables = try builder.build()
      let source = Self.source(
        tables: tables,
        files: files.map {
          ($0.path.hasPrefix(root + "/") ? String($0.path.dropFirst(root.count + 1)) : $0.path, $0.text)
        })
      guard FileManager.default.createFile(atPath: arguments[1], contents: Data(source.utf8)) else {
        return finish("\(arguments[1]): not writable", status: 1)
      }
    } catch {
      finish(error.description, status: 1)
    }
  }

  static func finish(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }

  /// The generated file: two table literals, and the rule files themselves for `rule`, `test` and packs.
  static func source(tables: CatalogTables, files: [(path: String, text: String)]) -> String {
    func literal(_ bytes: [UInt8]) -> String {
      var text = "\""
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\\", "\"": text += "\\" + String(scalar)
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case _ where scalar.value < 32: text += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text + "\""
    }
    var sources = ""
    for (path, text) in files { sources += path + "\u{1}" + text + "\u{2}" }
    return """
      // Made from Rules/*.yaml by the build; do not edit.
      enum EmbeddedRules {
        static let numbers: StaticString = \(literal(TableCoding.encodeNumbers(tables)))
        static let text: StaticString = \(literal(TableCoding.encodeText(tables)))
        /// Path, U+0001, text, U+0002 for each file.
        static let sources: StaticString = \(literal(Array(sources.utf8)))
      }

      """
  }
}
