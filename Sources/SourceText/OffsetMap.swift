/// Maps prose, the readable text of a document, to the source bytes that it came from.
///
/// Prose is UTF-8 made of runs. In a *copied* run every prose byte stands for one source byte in order; a *replaced* run
/// (a character reference, an escape, collapsed white space, a transcoded character) stands as a whole for its source range.
/// Runs ascend in prose. Within a block they ascend in source too and do not overlap, source between two of them being
/// markup; the blocks of attribute values (alternative text) may stand behind the paragraph that holds them.
public struct OffsetMap: Sendable {
  /// One run. Offsets are bytes, ranges half-open.
  public struct Run: Sendable, Hashable {
    public var prose: Int32
    public var proseLength: Int32
    public var source: Int32
    public var sourceLength: Int32

    public init(prose: Int32, proseLength: Int32, source: Int32, sourceLength: Int32) {
      self.prose = prose
      self.proseLength = proseLength
      self.source = source
      self.sourceLength = sourceLength
    }
  }

  public private(set) var runs: [Run] = []
  /// True for runs whose prose bytes are the source bytes, one for one.
  public private(set) var copied: [Bool] = []

  public init() {}

  /// Appends a run; neighbouring copied runs are joined.
  public mutating func append(
    prose: Int, proseLength: Int, source: Int, sourceLength: Int, copied isCopied: Bool
  ) {
    guard proseLength > 0 else { return }
    if isCopied, let last = runs.last, copied[copied.count - 1],
      Int(last.prose) + Int(last.proseLength) == prose, Int(last.source) + Int(last.sourceLength) == source
    {
      runs[runs.count - 1].proseLength += Int32(proseLength)
      runs[runs.count - 1].sourceLength += Int32(sourceLength)
      return
    }
    runs.append(
      Run(
        prose: Int32(prose), proseLength: Int32(proseLength), source: Int32(source),
        sourceLength: Int32(sourceLength)))
    copied.append(isCopied)
  }

  /// The source range of a non-empty prose range, or nil where the prose has no source (a gap between blocks).
  public func source(of prose: Range<Int>) -> Range<Int>? {
    guard !prose.isEmpty, let first = run(at: prose.lowerBound), let last = run(at: prose.upperBound - 1)
    else {
      return nil
    }
    let a = runs[first]
    let b = runs[last]
    let start = copied[first] ? Int(a.source) + (prose.lowerBound - Int(a.prose)) : Int(a.source)
    let end =
      copied[last]
      ? Int(b.source) + (prose.upperBound - Int(b.prose)) : Int(b.source) + Int(b.sourceLength)
    return start..<end
  }

  /// The index of the run that holds a prose offset, by binary search; nil in a gap.
  public func run(at offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].prose) + Int(runs[middle].proseLength) <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < runs.count, Int(runs[low].prose) <= offset else { return nil }
    return low
  }
}
