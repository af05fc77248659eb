#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders, without Foundation.
enum FileAccess {
  /// The bytes of a file.
  static func bytes(of path: String) throws(FactSheetErrors) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path, "the sheet could not be opened", errno) }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      all += buffer[..<count]
      if all.count > SheetText.maximumSize + 3 { break }
    }
    if ferror(file) != 0 { throw failure(path, "the sheet could not be read", errno) }
    return all
  }

  /// True for a folder, nil for nothing there.
  static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The sheets in a folder and the folders in it, sorted; hidden ones are left out.
  static func sheets(in folder: String, depth: Int = 0) throws(FactSheetErrors) -> [String] {
    guard depth < 32 else { throw failure(folder, "folders are nested too deep", 0) }
    guard let directory = opendir(folder) else {
      throw failure(folder, "the folder could not be opened", errno)
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(directory)
    var paths: [String] = []
    for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch isFolder(path) {
      case true?: paths += try sheets(in: path, depth: depth + 1)
      case false?:
        let lower = name.asciiLowercased
        if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") || lower.hasSuffix(".json") {
          paths.append(path)
        }
      case nil: break
      }
    }
    return paths
  }

  private static func failure(_ path: String, _ message: String, _ code: Int32) -> FactSheetErrors {
    let reason = code == 0 ? "" : strerror(code).map { " (\(String(cString: $0)))" } ?? ""
    return FactSheetErrors(path: path, line: 1, column: 1, message: message + reason)
  }
}
