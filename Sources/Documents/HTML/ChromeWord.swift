/// What one word of a class or id says about its element: `site`, `nav` of `site-nav`.
enum ChromeWord: UInt8, Sendable {
  case none
  /// Says by itself that the element is not what the document says: `cookie`.
  case certain
  /// Says so too, but is found on wrappers of whole pages as well: `sidebar`.
  case chrome
  /// Says so as the whole class, or before a `part`: `share`, `social-links`, but not `share-price`.
  case alone
  /// Says so before a `part` only: `site-header`.
  case before
  case part
  /// Says that the class is about the page around it: `has-sidebar`, `content-nav-layout`.
  case exempt

  private static let words = HashedWords<ChromeWord>(
    [
      (
        words: [
          "cookie", "cookies", "cookiebar", "cookiebanner", "consent", "gdpr", "onetrust", "newsletter",
          "breadcrumb",
          "breadcrumbs", "navbar", "nav", "navigation", "menu", "submenu", "megamenu", "sidebar", "skiplink",
          "skip",
          "sharing", "sharedaddy", "addthis", "addtoany", "pagination", "pager", "masthead", "topbar",
          "popup",
          "modal", "copyright", "advert", "advertisement", "adsense", "disqus", "footer", "colophon",
        ], value: .chrome
      ),
      (words: ["share", "social", "related", "comments", "subscribe", "language", "search"], value: .alone),
      (
        words: [
          "site", "global", "top", "privacy", "promo", "recent", "popular", "trending", "comment", "page",
          "notification", "read", "sign", "latest",
        ], value: .before
      ),
      (
        words: [
          "link", "links", "header", "icons", "icon", "buttons", "button", "widget", "bar", "banner", "list",
          "posts", "articles", "stories", "news", "form", "tools", "switcher", "selector", "box",
        ], value: .part
      ),
      (words: ["has", "no", "with", "without", "not", "is", "content", "layout"], value: .exempt),
    ], none: .none)

  /// What one class (without white space) or id says. Words end at punctuation and before capitals.
  static func traits(_ bytes: [UInt8], _ range: Range<Int>) -> ElementTraits {
    var traits: ElementTraits = []
    var previous = ChromeWord.none
    var count = 0
    var hash = HashedWords<ChromeWord>.seed
    var length = 0
    for index in range.lowerBound...range.upperBound {
      let byte = index < range.upperBound ? bytes[index] : 0x2D
      let isLetter = byte.isASCIILetter
      let isHump = isLetter && length > 0 && byte & 0x20 == 0 && bytes[index - 1] & 0x20 != 0
      if !isLetter || isHump {
        if length > 0 {
          let word = words.find(hash)
          if word == .exempt { return [] }
          if word == .certain { traits.insert(.chrome) }
          if word == .chrome || (word == .part && (previous == .alone || previous == .before)) {
            traits.insert(.named)
          }
          previous = word
          count += 1
          length = 0
        }
        hash = HashedWords<ChromeWord>.seed
      }
      if isLetter {
        hash = HashedWords<ChromeWord>.step(hash, byte)
        length += 1
      }
    }
    if count == 1 && previous == .alone { traits.insert(.named) }
    return traits
  }
}
