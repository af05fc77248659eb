/// Where a run of text stands in a page: what its ancestors make of it.
struct Place: Sendable {
  var kind = Block.Kind.paragraph
  var context: Block.Context = []
  var level: UInt8 = 0
  /// The list or table that the item or cell belongs to, or -1.
  var group: Int32 = -1
  var row: Int32 = -1
  /// The innermost open list or table, or -1.
  var list: Int32 = -1
  /// The innermost ancestor-or-self that is a span, as an index in the places, or -1.
  var span: Int32 = -1
  /// What kind of span this place is, if it is one.
  var spanKind: InlineSpan.Kind?
  /// Of a span: the next one outwards, or -1.
  var outerSpan: Int32 = -1
  /// The innermost table cell, as an index in the places, or -1.
  var cell: Int32 = -1
  /// The innermost ancestor-or-self that its class or id calls chrome, as an index in the places, or -1.
  var named: Int32 = -1
  /// Of such a place: the next one outwards, or -1.
  var outerNamed: Int32 = -1
  /// In `<pre>`, but not in code in it.
  var isPreformatted = false
  /// Inside `<article>`, `<main>` or `<section>`.
  var isInSection = false

  /// A block of this kind and context.
  var block: Block {
    Block(kind: kind, context: context, range: 0..<0, level: level, group: group, row: row)
  }
}

/// The places of a page, made while its tree is walked.
struct PlaceBuilder {
  private(set) var places = [Place()]
  /// Open elements as indices in `places`.
  private var stack: [Int32] = [0]
  /// Rows seen so far, by group.
  private var rows: [Int32] = []

  var current: Int32 { stack.last ?? 0 }

  mutating func end() {
    if stack.count > 1 { stack.removeLast() }
  }

  mutating func start(_ element: HTMLElement, _ traits: ElementTraits) {
    let index = current
    guard element.changesPlace || !traits.isEmpty else { return stack.append(index) }
    var place = places[Int(index)]
    let next = Int32(places.count)
    place.spanKind = nil
    apply(element, to: &place, index: next)
    if traits.contains(.hidden) { place.context.insert(.hidden) }
    if traits.contains(.chrome) { place.context.insert(.chrome) }
    if traits.contains(.named) {
      place.outerNamed = place.named
      place.named = next
    }
    if traits.contains(.main) {
      place.context.remove(.chrome)
      place.named = -1
      place.isInSection = true
    }
    if traits.contains(.heading) {
      place.kind = .heading
      place.level = place.level == 0 ? 2 : place.level
    }
    if traits.contains(.listItem) { place.kind = .listItem }
    if let kind = element.spanKind {
      place.spanKind = kind
      place.outerSpan = place.span
      place.span = next
    }
    places.append(place)
    stack.append(next)
  }

  private mutating func apply(_ element: HTMLElement, to place: inout Place, index: Int32) {
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6, .summary:
      place.kind = .heading
      place.level = element == .summary ? 6 : element.headingLevel
    case .ul, .ol, .dl, .dir, .menu, .table:
      place.list = Int32(rows.count)
      rows.append(-1)
    case .li, .dd:
      set(&place, .listItem)
    case .dt:
      set(&place, .term)
    case .tr:
      if place.list >= 0 { rows[Int(place.list)] += 1 }
    case .td, .th:
      set(&place, element == .td ? .tableCell : .tableHeader)
      place.row = place.list >= 0 ? max(0, rows[Int(place.list)]) : -1
      place.cell = index
    case .caption:
      set(&place, .paragraph)
    case .blockquote:
      place.context.insert(.quotation)
    case .pre:
      place.context.insert(.code)
      place.isPreformatted = true
    case .listing, .xmp:
      place.context.insert(.code)
      place.isPreformatted = false
    case .code, .samp, .kbd, .tt:
      place.isPreformatted = false
    case .template, .noscript, .svg:
      place.context.insert(.hidden)
    case .header:
      if !place.isInSection { place.context.insert(.chrome) }
    case .footer:
      // That of a quotation names who said it.
      if !place.context.contains(.quotation) { place.context.insert(.chrome) }
    case .nav, .aside, .dialog, .search:
      place.context.insert(.chrome)
    case .button, .option, .optgroup, .select, .label, .legend, .textarea, .datalist:
      place.kind = .control
      place.level = 0
      place.context.insert(.chrome)
    case .article, .section, .main:
      place.isInSection = true
      if element == .main {
        place.context.remove(.chrome)
        place.named = -1
      }
      if place.kind != .heading { set(&place, .paragraph, group: -1) }
    default: break
    }
  }

  private func set(_ place: inout Place, _ kind: Block.Kind, group: Int32? = nil) {
    place.kind = kind
    place.level = 0
    place.group = group ?? place.list
    place.row = -1
  }
}

extension HTMLElement {
  /// Whether the element by itself makes a difference to the text in it.
  fileprivate var changesPlace: Bool {
    if spanKind != nil || headingLevel > 0 { return true }
    switch self {
    case .summary, .ul, .ol, .dl, .dir, .menu, .table, .li, .dd, .dt, .tr, .td, .th, .caption, .blockquote,
      .pre,
      .listing, .xmp, .template, .noscript, .svg, .header, .nav, .footer, .aside, .dialog, .search, .button,
      .option,
      .optgroup, .select, .label, .legend, .textarea, .datalist, .article, .section, .main:
      return true
    default: return false
    }
  }
}
