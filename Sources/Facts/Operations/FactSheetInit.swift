/// The start of a new sheet: the minimum form, with what to fill in said beside it.
public enum FactSheetInit {
  /// The text of a sheet for an incident. `detected` is a time as sheets write it.
  public static func incident(id: String, detected: String, organisation: String = "Example") -> String {
    """
    # A claimlint fact sheet: what is known, how surely, and since when.
    # What is not written here is unknown, never "no".
    # Every value can be written short (12000), long ({value: 12000, state: suspected, known_at: 2026-11-22, source: IR-12}),
    # or as a list of long ones, its history. `claimlint facts set PATH VALUE` adds to the history.
    claimlint: 1
    organisation: {name: \(YAMLText.scalar(organisation))}
    incident:
      id: \(YAMLText.scalar(id))
      phase: investigating          # \(SheetFormat.phases.joined(separator: " "))
      timeline: {detected: \(YAMLText.scalar(detected))}
      people: unknown               # 12000, "~12000", ">=12000", "10000..15000", unknown
      data:                         # data type: affected suspected none_found ruled_out unknown
        email_address: unknown
        password: unknown           # {value: suspected, form: salted_hash}
        payment_card_number: unknown

    """
  }

  /// The text of a sheet for what holds at all times.
  public static func posture(organisation: String = "Example") -> String {
    """
    # A claimlint fact sheet: what holds of the organisation's security at all times.
    # What is not written here is unknown, never "no". An empty list says that there are none.
    claimlint: 1
    organisation: {name: \(YAMLText.scalar(organisation))}
    posture:
      crypto:                       # full partial none unknown
        at_rest: unknown
        in_transit: unknown
        end_to_end: unknown
      controls:                     # in_place partial optional planned absent retired
        mfa: unknown
      certifications: {}            # soc2_type2: {name: SOC 2 Type II, kind: report, issued: 2026-02-20}
      practices:                    # yes no partial
        sells_data: unknown

    """
  }
}
