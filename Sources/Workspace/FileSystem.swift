#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders by way of the C library, which starts faster than Foundation.
public enum FileSystem {
  public enum Kind: Sendable {
    case file, folder
  }

  /// What stands at a path, links followed; nil for nothing.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Device and inode, by which a folder is known however it is reached.
  static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// The bytes of a file, or of standard input for `-`; at most one more than the limit, so that callers see the excess.
  public static func read(_ path: String, limit: Int = .max) throws(WorkspaceError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, path: "standard input", limit: limit, size: 0) }
    if kind(of: path) == .folder { throw WorkspaceError(path: path, message: "is a folder") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    return try read(descriptor: descriptor, path: path, limit: limit, size: size)
  }

  private static func read(
    descriptor: Int32, path: String, limit: Int, size: Int
  ) throws(WorkspaceError) -> [UInt8] {
    let most = limit == .max ? Int.max : limit + 1
    var bytes = [UInt8](repeating: 0, count: min(max(size + 1, 65_536), most))
    var count = 0
    while true {
      if count == bytes.count {
        if count == most { break }
        bytes.append(contentsOf: repeatElement(0, count: min(count, most - count)))
      }
      let number = bytes.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        #if canImport(Darwin)
          return Darwin.read(descriptor, base + count, buffer.count - count)
        #elseif canImport(Musl)
          return Musl.read(descriptor, base + count, buffer.count - count)
        #else
          return Glibc.read(descriptor, base + count, buffer.count - count)
        #endif
      }
      if number < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      if number == 0 { break }
      count += number
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in folder: String) throws(WorkspaceError) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder, errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Replaces a file as a whole: the bytes go to a file beside it, which then takes its name.
  public static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    // What is no plain file (a pipe, a device) is written to as it stands.
    var status = stat()
    let exists = stat(path, &status) == 0
    let isPlain = !exists || status.st_mode & S_IFMT == S_IFREG
    let target = isPlain ? "\(path).\(getpid()).tmp" : path
    let descriptor = open(
      target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, exists ? status.st_mode & 0o777 : 0o644)
    guard descriptor >= 0 else { throw failure(path, errno) }
    do throws(WorkspaceError) {
      try write(bytes, descriptor: descriptor, path: path)
    } catch {
      close(descriptor)
      if isPlain { unlink(target) }
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(path, errno) }
    if isPlain, rename(target, path) != 0 {
      let code = errno
      unlink(target)
      throw failure(path, code)
    }
  }

  /// Writes all bytes to an open descriptor.
  public static func write(_ bytes: [UInt8], descriptor: Int32, path: String) throws(WorkspaceError) {
    var offset = 0
    while offset < bytes.count {
      let number = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        #if canImport(Darwin)
          return Darwin.write(descriptor, base + offset, buffer.count - offset)
        #elseif canImport(Musl)
          return Musl.write(descriptor, base + offset, buffer.count - offset)
        #else
          return Glibc.write(descriptor, base + offset, buffer.count - offset)
        #endif
      }
      if number < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      offset += number
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> WorkspaceError {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return WorkspaceError(path: path, message: reason.prefix(1).lowercased() + reason.dropFirst())
  }
}
