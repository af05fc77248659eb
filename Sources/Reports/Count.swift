/// Numbers with their nouns.
public enum Count {
  /// `1 claim`, `2 claims`.
  public static func text(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
