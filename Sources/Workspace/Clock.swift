import Facts
import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The moment that a run takes as now.
public enum Clock {
  /// `--as-of` (a day means its end), else `SOURCE_DATE_EPOCH`, else the clock.
  public static func now(asOf: String?) throws(WorkspaceErrors) -> Instant {
    if let asOf {
      guard let instant = Instant(endOf: asOf) else {
        throw WorkspaceErrors("'\(asOf)' is no time; write 2026-03-02 or 2026-03-02T18:00Z", path: "--as-of")
      }
      return instant
    }
    if let epoch = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !epoch.isEmpty {
      guard let seconds = Int64(epoch), (0...253_402_300_799).contains(seconds) else {
        throw WorkspaceErrors("'\(epoch)' is no number of seconds since 1970", path: "SOURCE_DATE_EPOCH")
      }
      return Instant(seconds: seconds)
    }
    return Instant(seconds: Int64(time(nil)))
  }
}
