/// The elements that reading a page knows by name; any other is `unknown`.
enum HTMLElement: UInt8, CaseIterable, Sendable {
  case unknown
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, bdi, bdo, big, blockquote,
    body
  case br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn
  case dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend
  case li, link, listing, main, map, mark, marquee, math, menu, meta, meter, nav, nobr, noembed, noframes
  case noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q, rp, rt
  case ruby, s, samp, script, search, section, select, small, source, span, strike, strong, style, sub,
    summary
  case sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul
  case `var`, video, wbr, xmp

  /// Elements by the hash of their name.
  static let byName = HashedWords(
    allCases.dropFirst().map { (words: [String(describing: $0)], value: $0) }, none: .unknown)

  /// Names in UTF-8, by raw value.
  static let names: [[UInt8]] = allCases.map { Array(String(describing: $0).utf8) }

  /// Elements without content or end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
      .frame:
      true
    default: false
    }
  }

  /// Whether a start or end tag ends a stretch of prose. This list alone decides; what a parser thinks of the element
  /// does not matter.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .colgroup, .col, .dd,
      .details,
      .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1,
      .h2,
      .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .label, .legend, .li, .listing, .main,
      .marquee,
      .menu, .nav, .noframes, .noscript, .ol, .optgroup, .option, .p, .plaintext, .pre, .search, .section,
      .select,
      .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .ul, .xmp,
      .video,
      .audio, .canvas, .iframe, .object, .svg, .datalist:
      true
    default: false
    }
  }

  /// 1 to 6 for h1 to h6, else 0.
  var headingLevel: UInt8 {
    rawValue >= HTMLElement.h1.rawValue && rawValue <= HTMLElement.h6.rawValue
      ? rawValue - HTMLElement.h1.rawValue + 1 : 0
  }

  /// The kind of span that the element marks up, if any.
  var spanKind: InlineSpan.Kind? {
    switch self {
    case .q: .quote
    case .del, .s, .strike: .deleted
    case .code, .samp, .kbd, .tt: .code
    case .a: .link
    case .b, .strong: .strong
    case .i, .em: .emphasis
    default: nil
    }
  }
}
