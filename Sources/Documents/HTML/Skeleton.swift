/// A page reduced to its structure, for libxml2: tags in lower case, one attribute at most, a marker for each stretch of
/// text between two tags.
struct Skeleton {
  /// Deepest nesting that is written; elements further in are left out, and their traits put around their text.
  private static let depthLimit = 200
  /// How far up an end tag looks for its start.
  private static let reach = 2 * depthLimit

  private(set) var text: [UInt8] = Array("<html><body>".utf8)
  /// For each marker the index of the token that it stands before.
  private(set) var anchors: [Int32] = []
  private var open: [Open] = []
  /// Whether text since the last tag has its marker.
  private var isMarked = false
  private let bytes: [UInt8]
  private let tokens: HTMLTokens

  private struct Open {
    var element: HTMLElement
    var nameHash: UInt32
    var token: Int32
    var traits: ElementTraits
    /// Traits of this element and those around it that are not written.
    var unwritten: ElementTraits
    var isWritten: Bool
  }

  init(_ tokens: HTMLTokens, bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
    text.reserveCapacity(tokens.tokens.count * 4)
    for index in tokens.tokens.indices { add(tokens.tokens[index], index) }
  }

  private mutating func add(_ token: HTMLToken, _ index: Int) {
    switch token.kind {
    case .text:
      if !isMarked, token.element != .title, !isBlank(token.range) { mark(index) }
    case .reference:
      if !isMarked, token.element != .title { mark(index) }
    case .altStart: mark(index)
    case .startTag:
      if token.element.isAnchor { mark(index) }
      if !token.element.isVoid, !token.element.isLeftOut { start(token, index) }
    case .endTag:
      if !token.element.isVoid, !token.element.isLeftOut { end(token) }
    case .comment, .bogus, .raw, .lineBreak, .altEnd: break
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where !bytes[index].isHTMLSpace { return false }
    return true
  }

  private mutating func mark(_ token: Int) {
    anchors.append(Int32(token))
    isMarked = true
    if let last = open.last, !last.unwritten.isEmpty {
      write(startOf: .span, last.unwritten)
      text.append(UInt8(ascii: "x"))
      write(endOf: .span)
    } else {
      text.append(UInt8(ascii: "x"))
    }
  }

  // MARK: - Tags

  private mutating func start(_ token: HTMLToken, _ index: Int) {
    let isForeign = open.last?.element.isForeignRoot == true
    if isForeign, token.element == .unknown || token.isSelfClosing { return }
    if token.isSelfClosing, token.element.isForeignRoot { return }
    closeImplied(by: token.element)
    var traits = ElementTraits(of: token, in: tokens, bytes: bytes)
    let outer = open.last?.unwritten ?? []
    let isWritten = open.count < Self.depthLimit
    if !isWritten { traits.formUnion(token.element.impliedTraits) }
    open.append(
      Open(
        element: token.element, nameHash: token.nameHash, token: Int32(index), traits: traits,
        unwritten: isWritten ? outer : outer.union(traits), isWritten: isWritten))
    if isWritten { write(startOf: token, traits) }
    isMarked = false
  }

  /// Takes elements off the stack that this start tag ends without saying so, as libxml2 will.
  private mutating func closeImplied(by element: HTMLElement) {
    if element.isBlock, open.last?.element == .p { open.removeLast() }
    guard let group = element.impliedEndGroup else { return }
    var index = open.count - 1
    let stop = max(-1, index - 6)
    while index > stop {
      let inner = open[index].element
      if inner.impliedEndGroup == group { return open.removeSubrange(index...) }
      let isCell = inner == .td || inner == .th
      if inner.isScope ? !(element == .tr && isCell) : inner.isBlock && inner != .p { return }
      index -= 1
    }
  }

  private mutating func end(_ token: HTMLToken) {
    if token.element == .unknown, open.last?.element.isForeignRoot == true { return }
    let stop = max(-1, open.count - 1 - Self.reach)
    var index = open.count - 1
    var hasStrong = false
    let isFormatting = !token.element.isBlock
    var canReopen = true
    while index > stop {
      let inner = open[index]
      if inner.element == token.element, inner.element != .unknown || inner.nameHash == token.nameHash {
        break
      }
      if inner.element.isScope, !token.element.isScope { return }
      if inner.element.isBlock { hasStrong = true }
      if !inner.element.isSimple { canReopen = false }
      index -= 1
    }
    guard index > stop else { return }
    if isFormatting, hasStrong, !canReopen || open.count - index > 9 { return }
    let above = isFormatting && hasStrong ? Array(open[(index + 1)...]) : []
    let isWritten = open[index].isWritten
    // libxml2 does not let the end of an inline or sectioning element end a <div> or a cell; browsers do.
    for inner in open[(index + 1)...].reversed() where inner.isWritten && inner.element.resists(token.element)
    {
      write(endOf: inner)
    }
    open.removeSubrange(index...)
    if isWritten { write(endOf: token) }
    isMarked = false
    guard isFormatting, hasStrong else { return }
    for inner in above {
      open.append(inner)
      if inner.isWritten { write(startOf: tokens.tokens[Int(inner.token)], inner.traits) }
    }
  }

  // MARK: - Writing

  private mutating func write(startOf token: HTMLToken, _ traits: ElementTraits) {
    text.append(UInt8(ascii: "<"))
    writeName(token)
    write(traits)
  }

  private mutating func write(startOf element: HTMLElement, _ traits: ElementTraits) {
    text.append(UInt8(ascii: "<"))
    text.append(contentsOf: HTMLElement.names[Int(element.rawValue)])
    write(traits)
  }

  private mutating func write(_ traits: ElementTraits) {
    if !traits.isEmpty {
      text.append(contentsOf: [UInt8(ascii: " "), UInt8(ascii: "f"), UInt8(ascii: "=")])
      text.append(contentsOf: String(traits.rawValue).utf8)
    }
    text.append(UInt8(ascii: ">"))
  }

  private mutating func write(endOf token: HTMLToken) {
    text.append(UInt8(ascii: "<"))
    text.append(UInt8(ascii: "/"))
    writeName(token)
    text.append(UInt8(ascii: ">"))
  }

  private mutating func write(endOf inner: Open) {
    write(endOf: tokens.tokens[Int(inner.token)])
  }

  private mutating func write(endOf element: HTMLElement) {
    text.append(UInt8(ascii: "<"))
    text.append(UInt8(ascii: "/"))
    text.append(contentsOf: HTMLElement.names[Int(element.rawValue)])
    text.append(UInt8(ascii: ">"))
  }

  /// Writes a name; one that is not known as a letter and its hash.
  private mutating func writeName(_ token: HTMLToken) {
    guard token.element == .unknown else {
      text.append(contentsOf: HTMLElement.names[Int(token.element.rawValue)])
      return
    }
    text.append(UInt8(ascii: "z"))
    var hash = token.nameHash
    for _ in 0..<6 {
      text.append(UInt8(ascii: "a") + UInt8(hash & 15))
      hash >>= 4
    }
  }
}

extension HTMLElement {
  /// Elements that carry something to read in their attributes, so that their place is wanted.
  fileprivate var isAnchor: Bool { self == .img || self == .area || self == .time }

  fileprivate var isForeignRoot: Bool { self == .svg || self == .math }

  /// Elements that a skeleton does without: they make no difference, or have no tags in them.
  fileprivate var isLeftOut: Bool {
    switch self {
    case .html, .head, .body, .form, .frameset, .script, .style, .title, .iframe, .noembed, .noframes,
      .plaintext,
      .font, .center:
      true
    default: false
    }
  }

  /// Elements that the end tags of others do not reach out of.
  fileprivate var isScope: Bool {
    switch self {
    case .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .template, .svg, .math: true
    default: false
    }
  }

  /// Elements that can be closed and opened again without starting another item, cell or list.
  fileprivate var isSimple: Bool {
    if isScope { return false }
    switch self {
    case .ul, .ol, .dl, .li, .dt, .dd, .select, .option, .menu, .dir: return false
    default: return true
    }
  }

  /// Siblings of one group end each other.
  fileprivate var impliedEndGroup: UInt8? {
    switch self {
    case .li: 1
    case .dt, .dd: 2
    case .td, .th: 3
    case .tr: 4
    case .option: 5
    default: nil
    }
  }

  /// Whether libxml2 ignores an end tag of that element while this one is open.
  fileprivate func resists(_ end: HTMLElement) -> Bool { strength > end.strength }

  private var strength: UInt8 {
    switch self {
    case .div: 150
    case .td, .th: 160
    case .tr: 170
    case .thead, .tbody, .tfoot: 180
    case .table: 190
    default: 100
    }
  }

  /// What the element means for the text in it, for elements that are nested too deep to be written.
  fileprivate var impliedTraits: ElementTraits {
    switch self {
    case .template, .noscript, .svg: .hidden
    case .nav, .footer, .aside, .dialog, .search: .chrome
    default: []
    }
  }
}
