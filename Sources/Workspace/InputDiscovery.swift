/// Finds the documents of a run.
public struct InputDiscovery: Sendable {
  /// Patterns of the files that are taken from folders; empty for the usual endings.
  public var include: [GlobPattern] = []
  /// Patterns of files and folders that are passed over in folders.
  public var exclude: [GlobPattern] = []
  /// On: files that were named are passed over too if they fit ``exclude``.
  public var forceExclude = false

  public init() {}

  /// What was found, sorted by path and each once, and what was asked for and is not there.
  public struct Result: Sendable {
    public var paths: [String] = []
    public var errors: [WorkspaceError] = []
    /// Folders without documents and patterns that no file fits.
    public var unmatched: [WorkspaceError] = []
  }

  static let endings: Set<String> = ["md", "markdown", "html", "htm", "txt"]

  /// Files, folders and patterns → files. `-` is standard input.
  public func inputs(for arguments: [String]) -> Result {
    var result = Result()
    var seen: Set<String> = []
    func add(_ path: String) {
      let path = Self.normalised(path)
      if seen.insert(path).inserted { result.paths.append(path) }
    }
    for argument in arguments {
      switch argument == "-" ? .file : FileSystem.kind(of: argument) {
      case .file?:
        if !forceExclude || !exclude.contains(where: { $0.matches(Self.normalised(argument)) }) {
          add(argument)
        }
      case .folder?:
        var found: [String] = []
        walk(argument, root: argument, into: &found, errors: &result.errors)
        let wanted = found.filter { isWanted($0, root: argument) }
        if wanted.isEmpty {
          result.unmatched.append(WorkspaceError(path: argument, message: "the folder holds no document"))
        }
        wanted.forEach(add)
      case nil:
        guard GlobPattern.isPattern(argument) else {
          result.errors.append(WorkspaceError(path: argument, message: "no such file or folder"))
          continue
        }
        let pattern = GlobPattern(Self.normalised(argument))
        let base = pattern.base
        var found: [String] = []
        if base.isEmpty || FileSystem.kind(of: base) == .folder {
          walk(base.isEmpty ? "." : base, root: base, into: &found, errors: &result.errors)
        }
        let isPath = argument.utf8.contains(UInt8(ascii: "/"))
        let matches = found.map(Self.normalised).filter { path in
          // Without a slash only the working folder itself is meant, as in a shell.
          (isPath || !path.utf8.contains(UInt8(ascii: "/"))) && pattern.matches(path)
            && !exclude.contains { $0.matches(path) }
        }
        if matches.isEmpty {
          result.unmatched.append(WorkspaceError(path: argument, message: "no file fits the pattern"))
        }
        matches.forEach(add)
      }
    }
    result.paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return result
  }

  /// All files below a folder; hidden ones are passed over, and no folder is entered twice.
  private func walk(
    _ folder: String, root: String, into files: inout [String], errors: inout [WorkspaceError]
  ) {
    var visited: Set<[UInt64]> = []
    var open = [folder]
    while let current = open.popLast() {
      guard let identity = FileSystem.identity(of: current), visited.insert(identity).inserted else {
        continue
      }
      do throws(WorkspaceError) {
        for name in try FileSystem.names(in: current) where !name.hasPrefix(".") {
          let path = current.hasSuffix("/") ? current + name : "\(current)/\(name)"
          switch FileSystem.kind(of: path) {
          case .folder?: if !isExcluded(path, root: root) { open.append(path) }
          case .file?: files.append(path)
          case nil: continue
          }
        }
      } catch {
        errors.append(error)
      }
    }
  }

  private func isExcluded(_ path: String, root: String) -> Bool {
    exclude.contains { $0.matches(Self.normalised(path)) || $0.matches(Self.relative(path, to: root)) }
  }

  private func isWanted(_ path: String, root: String) -> Bool {
    if isExcluded(path, root: root) { return false }
    if !include.isEmpty {
      return include.contains {
        $0.matches(Self.normalised(path)) || $0.matches(Self.relative(path, to: root))
      }
    }
    guard let dot = path.lastIndex(of: ".") else { return false }
    return Self.endings.contains(path[path.index(after: dot)...].lowercased())
  }

  private static func relative(_ path: String, to root: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The path without `./` in front and without doubled slashes.
  static func normalised(_ path: String) -> String {
    guard path != "-" else { return path }
    let isAbsolute = path.hasPrefix("/")
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
