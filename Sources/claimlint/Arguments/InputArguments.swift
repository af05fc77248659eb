import ArgumentParser
import Documents
import Workspace

/// Which documents are read, and how.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files, folders, patterns, or - for standard input.")
  var paths: [String] = []

  @Option(name: .long, help: ArgumentHelp("Read standard input under this name.", valueName: "path"))
  var stdinFilename: String?

  @Option(name: .long, help: "How documents are read.")
  var inputFormat = DocumentReader.Format.auto

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read the names of documents from a file, one a line; - for standard input.", valueName: "file"))
  var filesFrom: String?

  @Flag(name: [.customShort("0"), .long], help: "Names in --files-from end with a NUL character.")
  var null = false

  @Option(
    name: .long, help: ArgumentHelp("In folders, take only files that fit; repeatable.", valueName: "glob"))
  var include: [String] = []

  @Option(name: .long, help: ArgumentHelp("In folders, pass over what fits; repeatable.", valueName: "glob"))
  var exclude: [String] = []

  @Flag(name: .long, help: "Let --exclude hold for files that are named too.")
  var forceExclude = false

  @Flag(name: .long, help: "Let it pass that there is nothing to check.")
  var allowEmpty = false

  @Option(
    name: .long, help: ArgumentHelp("The largest document that is read, such as 10M.", valueName: "size"))
  var maxFileSize: ByteCount?

  func apply(to options: inout CheckOptions) {
    options.format = inputFormat
    options.standardInputName = stdinFilename
    if let maxFileSize { options.maxFileSize = maxFileSize.bytes }
  }

  /// The inputs, in order. Throws what is wrong with the request itself; what is missing is in the result.
  func discover() throws(WorkspaceErrors) -> InputDiscovery.Result {
    var wanted = paths
    if stdinFilename != nil, !wanted.contains("-") { wanted.append("-") }
    var listed = false
    if let filesFrom {
      if filesFrom == "-", wanted.contains("-") {
        throw WorkspaceErrors("standard input cannot be both the list and a document", path: "--files-from")
      }
      wanted += try names(in: filesFrom)
      listed = true
    }
    if wanted.isEmpty, !listed {
      throw WorkspaceErrors("nothing to check was named; give files, folders, patterns or -")
    }
    var discovery = InputDiscovery()
    discovery.include = include.map(GlobPattern.init)
    discovery.exclude = exclude.map(GlobPattern.init)
    discovery.forceExclude = forceExclude
    var result = discovery.inputs(for: wanted)
    if result.paths.isEmpty, result.errors.isEmpty, result.unmatched.isEmpty {
      result.unmatched.append(WorkspaceError(message: "there is no document to check"))
    }
    if !allowEmpty { result.errors += result.unmatched }
    return result
  }

  private func names(in path: String) throws(WorkspaceErrors) -> [String] {
    let bytes: [UInt8]
    do throws(WorkspaceError) { bytes = try FileSystem.read(path) } catch { throw WorkspaceErrors([error]) }
    let separator: UInt8 = null ? 0 : 0x0A
    return bytes.split(separator: separator).map { part in
      let name = !null && part.last == 0x0D ? part.dropLast() : part
      return String(decoding: name, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
