import Comparison
import Documents
import Facts
import Language

/// What is known about a document itself, from the first that says it: the command line, the document (front matter or
/// page), the sheet's list of documents, the file name.
struct DocumentStatements {
  var context: DocumentContext
  /// The date of publication as it was written; nil for a draft.
  var published: String?
  /// What could not be made sense of, for standard error.
  var notes: [String] = []

  /// The day of publication, from which the text counts relative times.
  var day: CalendarDay? {
    context.published?.start.map { CalendarDay(daysSince1970: Int($0 / 86_400)) }
  }

  init(_ document: Document, options: CheckOptions, now: Instant, book: FactBook?) {
    let given = options.about
    let own = document.metadata
    let listed = Self.entry(for: document.source.path, in: book)
    context = DocumentContext(now: now)
    func first(_ flag: String?, _ value: Metadata.Value?, _ key: String) -> String? {
      [flag, value?.text, listed?.items(key).first].compactMap { $0 }.first { !$0.isEmpty }
    }
    context.audience = first(given.audience, own.audience, "audience")
    context.cohort = first(given.cohort, own.cohort, "cohort")
    context.incident = first(given.incident, own.incident, "incident")
    context.organisation = first(given.organisation, own.organisation, "organisation")
    readChannel(given.channel, own.channel?.text, listed?.word("channel") ?? listed?.word)
    readPublished(given.published, own, listed?.items("published").first)
    if options.asOf == nil, let text = own.asOf?.text {
      if let moment = Self.time(text).flatMap({ Instant(endOf: $0.range) }) {
        context.now = moment
      } else {
        notes.append("as_of '\(text)' is no time and is not used")
      }
    }
    if let language = first(given.language, own.language, "language"), !Self.isEnglish(language) {
      notes.append("the language is '\(language)'; only English is read, so little will be found")
    }
  }

  private mutating func readChannel(_ flag: String?, _ own: String?, _ listed: String?) {
    for text in [flag, own, listed].compactMap({ $0 }) where !text.isEmpty {
      if let channel = Channels.channel(named: text) {
        context.channel = channel
        return
      }
      notes.append(Channels.complaint(text))
    }
  }

  private mutating func readPublished(_ flag: String?, _ own: Metadata, _ listed: String?) {
    let written = own.publishedFromFileName ? nil : own.published?.text
    let named = own.publishedFromFileName ? own.published?.text : nil
    for text in [flag, written, listed, named].compactMap({ $0 }) where !text.isEmpty {
      if let (range, iso) = Self.time(text) {
        context.published = range
        published = iso
        return
      }
      notes.append("published '\(text)' is no time and is not used")
    }
  }

  /// A time as metadata writes it, with the text that was understood.
  static func time(_ text: String) -> (range: TimeRange, text: String)? {
    if let range = TimeRange(iso: text) { return (range, text) }
    // Pages write a date with more behind it than is read here.
    let day = String(text.prefix(10))
    return TimeRange(iso: day).flatMap { $0.precision == .day ? ($0, day) : nil }
  }

  /// What a sheet says of the document under `documents`, by its path or the end of it.
  private static func entry(for path: String, in book: FactBook?) -> Revision? {
    for entry in book?.sheets.flatMap(\.documents) ?? []
    where path == entry.key || path.hasSuffix("/" + entry.key) {
      return entry.fact.latest
    }
    return nil
  }

  private static func isEnglish(_ language: String) -> Bool {
    let lower = language.lowercased()
    return lower == "en" || lower.hasPrefix("en-") || lower.hasPrefix("en_") || lower == "english"
  }
}
