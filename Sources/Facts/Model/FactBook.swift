/// Several sheets that are loaded together.
public struct FactBook: Sendable, Hashable {
  public var sheets: [FactSheet]

  public init(sheets: [FactSheet]) { self.sheets = sheets }

  /// All incidents with the sheets they come from, in the order of loading.
  public var incidents: [(sheet: FactSheet, incident: Incident)] {
    sheets.flatMap { sheet in sheet.incidents.map { (sheet, $0) } }
  }

  /// All postures with their sheets.
  public var postures: [(sheet: FactSheet, posture: Posture)] {
    sheets.compactMap { sheet in sheet.posture.map { (sheet, $0) } }
  }

  /// The paths of the YAML and JSON files in a folder and below it, sorted; none where it cannot be read.
  public static func sheetPaths(in folder: String) -> [String] {
    (try? FileAccess.sheets(in: folder)) ?? []
  }

  /// The sheets under some paths: files as they are, folders with all `*.yaml`, `*.yml` and `*.json` in them. A file
  /// that is reached twice is loaded once. All errors of all sheets are thrown together.
  public static func load(
    paths: [String], reader: FactSheetReader = FactSheetReader()
  ) throws(FactSheetErrors) -> FactBook {
    var sheets: [FactSheet] = []
    var errors: [FactSheetError] = []
    var seen: Set<String> = []
    for path in paths {
      do {
        let files = FileAccess.isFolder(path) == true ? try FileAccess.sheets(in: path) : [path]
        if files.isEmpty {
          errors.append(
            FactSheetError(
              path: path, line: 1, column: 1,
              message: "the folder holds no fact sheet (*.yaml, *.yml, *.json)"))
        }
        for file in files where seen.insert(file).inserted {
          do { sheets.append(try reader.read(contentsOf: file)) } catch { errors += error.errors }
        }
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw FactSheetErrors(errors) }
    return FactBook(sheets: sheets)
  }
}
