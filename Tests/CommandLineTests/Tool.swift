import Foundation
import Testing

/// Runs the built binary.
enum Tool {
  struct Result: Sendable {
    let code: Int32
    let out: String
    let error: String
  }

  /// The binary that was built with these tests.
  static let path: String = {
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = runner.appendingPathComponent("claimlint").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent(".build/debug/claimlint").path
  }()

  static func run(
    _ arguments: [String], in folder: String? = nil, input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var variables = ProcessInfo.processInfo.environment
    variables["SOURCE_DATE_EPOCH"] = "1764547200"
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    // Files, not pipes: nothing blocks however much is written.
    let store = try Folder(["in": input, "out": "", "error": ""])
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(store.path)/in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(store.path)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(store.path)/error"))
    try process.run()
    process.waitUntilExit()
    return Result(code: process.terminationStatus, out: try store.text("out"), error: try store.text("error"))
  }
}

/// A folder that goes away with the test.
final class Folder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("claimlint-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try add(name, Array(text.utf8)) }
  }

  func add(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
