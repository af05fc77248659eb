import RuleCatalog
import RuleFormat

/// Reads rule packs: YAML files, and folders of them.
public enum RulePacks {
  public typealias File = (path: String, text: String)

  /// The files of packs, in order.
  public static func files(of packs: [String]) throws(WorkspaceErrors) -> [File] {
    var files: [File] = []
    var errors: [WorkspaceError] = []
    for pack in packs {
      do throws(WorkspaceError) {
        let paths = try paths(in: pack)
        if paths.isEmpty {
          errors.append(WorkspaceError(path: pack, message: "holds no rule file (*.yaml, *.yml)"))
        }
        for path in paths {
          let bytes = try FileSystem.read(path, limit: 4 << 20)
          guard let text = String(validating: bytes, as: UTF8.self) else {
            errors.append(WorkspaceError(path: path, message: "not valid UTF-8"))
            continue
          }
          files.append((path, text))
        }
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw WorkspaceErrors(errors) }
    return files
  }

  /// The tables of the shipped rules and the packs.
  static func tables(with packs: [String]) throws(WorkspaceErrors) -> CatalogTables {
    guard !packs.isEmpty else { return RuleCatalog.tables }
    let files = try files(of: packs)
    do throws(RuleErrors) {
      return try RuleCatalog.tables(with: files)
    } catch {
      throw WorkspaceErrors(error)
    }
  }

  private static func paths(in path: String) throws(WorkspaceError) -> [String] {
    guard let kind = FileSystem.kind(of: path) else {
      throw WorkspaceError(path: path, message: "no such file or folder")
    }
    guard kind == .folder else { return [path] }
    var result: [String] = []
    for name in try FileSystem.names(in: path) where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      switch FileSystem.kind(of: inner) {
      case .folder?: result += try paths(in: inner)
      case .file? where inner.hasSuffix(".yaml") || inner.hasSuffix(".yml"): result.append(inner)
      default: continue
      }
    }
    return result
  }
}

extension WorkspaceErrors {
  /// Mistakes in rule files.
  public init(_ errors: RuleErrors) {
    self.init(
      errors.errors.map {
        WorkspaceError(path: $0.path, line: $0.line, column: $0.column, message: $0.message)
      })
  }
}

extension RulePacks {
  /// The shipped rules and those of packs, with their examples.
  public static func definitions(with packs: [String]) throws(WorkspaceErrors) -> [RuleDefinition] {
    let files = try files(of: packs)
    do throws(RuleErrors) {
      return try RuleCatalog.definitions(with: files)
    } catch {
      throw WorkspaceErrors(error)
    }
  }
}
