import CLibXML2

/// The tree of a page as libxml2 sees it, reduced to what is asked of it: the place of each marker.
struct PageTree {
  /// Places that markers point to.
  let places: [Place]
  /// The place of each marker, in order.
  let markers: [Int32]

  /// Parses a skeleton: ASCII, tags with at most one attribute `f` (traits in decimal), markers `x`.
  ///
  /// No libxml2 tree is kept: its parser reports the start and end of elements, those that it closed by itself
  /// included, which is the tree in the order of a walk, whatever its depth.
  init?(skeleton: [UInt8]) {
    guard Self.isReady, skeleton.count < Int(Int32.max) else { return nil }
    var walker = Walker()
    let isDone = skeleton.withUnsafeBufferPointer { buffer -> Bool in
      buffer.withMemoryRebound(to: CChar.self) { characters -> Bool in
        guard let context = htmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
          return false
        }
        defer { htmlFreeParserCtxt(context) }
        guard let handler = context.pointee.sax else { return false }
        handler.pointee = Self.handler
        withUnsafeMutablePointer(to: &walker) { pointer in
          context.pointee.userData = UnsafeMutableRawPointer(pointer)
          _ = htmlParseDocument(context)
        }
        return true
      }
    }
    guard isDone else { return nil }
    places = walker.builder.places
    markers = walker.markers
  }

  /// Sets libxml2 up, once a process.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { data, name, attributes in
      guard let name, let walker = Walker.from(data) else { return }
      var traits: ElementTraits = []
      if let attributes, attributes[0] != nil, let value = attributes[1] { traits = Walker.traits(value) }
      walker.pointee.builder.start(Walker.element(name), traits)
    }
    handler.endElement = { data, _ in Walker.from(data)?.pointee.builder.end() }
    handler.characters = { data, _, count in
      guard let walker = Walker.from(data) else { return }
      for _ in 0..<count { walker.pointee.markers.append(walker.pointee.builder.current) }
    }
    return handler
  }
}

/// What libxml2's calls work on.
private struct Walker {
  var builder = PlaceBuilder()
  var markers: [Int32] = []

  static func from(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Walker>? {
    data?.assumingMemoryBound(to: Walker.self)
  }

  static func element(_ name: UnsafePointer<UInt8>) -> HTMLElement {
    var hash = HashedWords<HTMLElement>.seed
    var index = 0
    while name[index] != 0 {
      hash = HashedWords<HTMLElement>.step(hash, name[index])
      index += 1
    }
    return HTMLElement.byName.find(hash)
  }

  static func traits(_ value: UnsafePointer<UInt8>) -> ElementTraits {
    var number: UInt8 = 0
    var index = 0
    while value[index].isASCIIDigit {
      number = number &* 10 &+ (value[index] - 0x30)
      index += 1
    }
    return ElementTraits(rawValue: number)
  }
}
