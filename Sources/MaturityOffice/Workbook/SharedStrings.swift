/// The texts that cells refer to by number, in one run of bytes.
struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// No texts.
  init() {}

  /// Reads the texts of a part.
  init(_ part: ZipArchive.Part, of archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookProblem) {
    var xml = XMLReader(try ZipPartReader(part, of: archive), limits: limits)
    var text = TextReader()
    var isInItem = false
    while let event = try xml.next() {
      switch (event.kind, event.name) {
      case (.start, .stringItem):
        isInItem = true
        text.begin()
      case (.end, .stringItem):
        text.end(onto: &bytes)
        ends.append(bytes.count)
        isInItem = false
      default:
        if isInItem { text.take(event, of: xml) }
      }
    }
  }

  /// The number of texts.
  var count: Int { ends.count }

  /// Where a text stands in ``bytes``; nil when there is none of that number.
  subscript(index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
