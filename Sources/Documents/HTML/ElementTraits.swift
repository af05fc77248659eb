/// What the attributes of a start tag say about its content.
struct ElementTraits: OptionSet, Sendable {
  let rawValue: UInt8
  static let hidden = ElementTraits(rawValue: 1)
  static let chrome = ElementTraits(rawValue: 2)
  /// `role="heading"`, `role="listitem"`, `role="main"`.
  static let heading = ElementTraits(rawValue: 4)
  static let listItem = ElementTraits(rawValue: 8)
  static let main = ElementTraits(rawValue: 16)
  /// A class or id that is usual for chrome, but also for what wraps a whole page.
  static let named = ElementTraits(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads the attributes of a start tag.
  init(of token: HTMLToken, in tokens: HTMLTokens, bytes: [UInt8]) {
    var traits: ElementTraits = []
    let isRoot = token.element.isPageRoot
    for attribute in tokens.attributes(of: token) {
      let name = attribute.name
      switch name.count {
      case 2:
        if !isRoot, bytes.matches("id", in: name) { traits.formUnion(Self.words(bytes, attribute.value)) }
      case 4:
        if bytes.matches("role", in: name) { traits.formUnion(.role(bytes, attribute.value)) }
      case 5:
        if bytes.matches("class", in: name) {
          if !isRoot { traits.formUnion(Self.words(bytes, attribute.value)) }
        } else if bytes.matches("style", in: name), Self.hides(bytes, attribute.value) {
          traits.insert(.hidden)
        }
      case 6:
        if bytes.matches("hidden", in: name) { traits.insert(.hidden) }
      case 11:
        if bytes.matches("aria-hidden", in: name), bytes.matches("true", in: bytes.trimmed(attribute.value)) {
          traits.insert(.hidden)
        }
      default: break
      }
    }
    self = traits
  }

  /// Whether an inline style takes the element off the page.
  private static func hides(_ bytes: [UInt8], _ value: Range<Int>) -> Bool {
    declares(bytes, value, "display", "none") || declares(bytes, value, "visibility", "hidden")
  }

  /// Whether a style holds `property: value`.
  private static func declares(
    _ bytes: [UInt8], _ range: Range<Int>, _ property: StaticString, _ value: StaticString
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: ";") {
        index += 1
      }
      if bytes.hasPrefix(property, at: index, end: range.upperBound) {
        var at = index + property.utf8CodeUnitCount
        while at < range.upperBound, bytes[at].isHTMLSpace { at += 1 }
        if at < range.upperBound, bytes[at] == UInt8(ascii: ":") {
          at += 1
          while at < range.upperBound, bytes[at].isHTMLSpace { at += 1 }
          if bytes.hasPrefix(value, at: at, end: range.upperBound) { return true }
        }
      }
      while index < range.upperBound, bytes[index] != UInt8(ascii: ";") { index += 1 }
    }
    return false
  }

  private static func role(_ bytes: [UInt8], _ value: Range<Int>) -> ElementTraits {
    let value = bytes.trimmed(value)
    for word in chromeRoles where bytes.matches(word, in: value) { return .chrome }
    if bytes.matches("heading", in: value) { return .heading }
    if bytes.matches("listitem", in: value) { return .listItem }
    if bytes.matches("main", in: value) { return .main }
    return []
  }

  private static let chromeRoles: [StaticString] = [
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu",
    "menubar",
    "toolbar", "tablist", "searchbox",
  ]

  /// Reads the words of a class or id: `cookie-banner`, `siteNav`, `skip_link`.
  private static func words(_ bytes: [UInt8], _ value: Range<Int>) -> ElementTraits {
    var index = value.lowerBound
    var traits: ElementTraits = []
    while index < value.upperBound {
      while index < value.upperBound, bytes[index].isHTMLSpace { index += 1 }
      let start = index
      while index < value.upperBound, !bytes[index].isHTMLSpace { index += 1 }
      traits.formUnion(ChromeWord.traits(bytes, start..<index))
    }
    return traits
  }
}

extension HTMLElement {
  /// Elements whose names of classes speak about the page, not about their own content.
  fileprivate var isPageRoot: Bool {
    switch self {
    case .html, .body, .main, .article: true
    default: false
    }
  }
}
