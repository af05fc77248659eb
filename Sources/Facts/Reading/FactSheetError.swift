/// One thing in a sheet that the format does not know, and where it stands.
public struct FactSheetError: Error, Sendable, Hashable, Comparable, CustomStringConvertible {
  public var path: String
  public var line: Int
  /// In Unicode scalars, from 1.
  public var column: Int
  public var message: String
  /// The pointer of the value concerned, such as `/incident/phase`; empty where there is none.
  public var key: String

  public init(path: String, line: Int, column: Int, message: String, key: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.key = key
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.path, a.line, a.column, a.message) < (b.path, b.line, b.column, b.message)
  }

  /// `facts.yaml:12:5: unknown key …`.
  public var description: String { "\(path):\(line):\(column): \(message)" }
}

/// All that is wrong with one sheet, or with several, in order of position.
public struct FactSheetErrors: Error, Sendable, Hashable, CustomStringConvertible {
  public var errors: [FactSheetError]

  public init(_ errors: [FactSheetError]) {
    // What an alias repeats is said once.
    var seen: Set<FactSheetError> = []
    self.errors = errors.sorted().filter { error in
      var place = error
      place.key = ""
      return seen.insert(place).inserted
    }
  }

  init(path: String, line: Int, column: Int, message: String) {
    self.init([FactSheetError(path: path, line: line, column: column, message: message)])
  }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
