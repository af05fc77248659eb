import Facts
import RuleCatalog

/// Fact sheets as files, for the commands that are about them.
public enum SheetFiles {
  /// The sheets under some paths.
  public static func load(_ paths: [String]) throws(WorkspaceErrors) -> [FactSheet] {
    let tables = RuleCatalog.tables
    let types = Set(tables.typeNames.map { tables.string($0) })
    do throws(FactSheetErrors) {
      return try FactBook.load(paths: paths, reader: FactSheetReader(knownDataTypes: types)).sheets
    } catch {
      throw WorkspaceErrors(error)
    }
  }

  public static func bytes(of path: String) throws(WorkspaceErrors) -> [UInt8] {
    do throws(WorkspaceError) { return try FileSystem.read(path, limit: 8 << 20) } catch {
      throw WorkspaceErrors([error])
    }
  }
}
