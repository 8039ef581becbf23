/// How the styles of a workbook show a number: as a number, as a percentage, or as a date.
struct NumberFormats: Sendable {
  enum Kind: Sendable {
    case number, percentage, date
  }

  /// By the style's number.
  private var kinds: [Kind] = []

  /// No styles: every number is one.
  init() {}

  /// Reads the styles of a part.
  init(_ part: ZipArchive.Part, of archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookProblem) {
    var xml = XMLReader(try ZipPartReader(part, of: archive), limits: limits)
    var custom: [Int: Kind] = [:]
    var isInCells = false
    while let event = try xml.next() {
      switch (event.kind, event.name) {
      case (.start, .numFmt):
        guard let id = xml.attribute(.numFmtId, of: event).flatMap({ Int($0) }) else { continue }
        custom[id] = Self.kind(ofCode: xml.attribute(.formatCode, of: event) ?? "")
      case (.start, .cellXfs): isInCells = true
      case (.end, .cellXfs): isInCells = false
      case (.start, .xf):
        guard isInCells else { continue }
        let id = xml.attribute(.numFmtId, of: event).flatMap { Int($0) } ?? 0
        kinds.append(custom[id] ?? Self.kind(ofBuiltIn: id))
      default: break
      }
    }
  }

  /// How a style shows a number; a style that is not there shows it as a number.
  func kind(ofStyle style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .number }

  /// The formats that have no code in the file (ECMA-376, part 1, 18.8.30), those of East Asian languages among them.
  /// 46 is a length of time, which is no date.
  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percentage
    case 14...22, 27...36, 45, 47, 50...58: .date
    default: .number
    }
  }

  /// A format is a date's when its part for positive numbers has a letter of a date or time that is not quoted, and a
  /// percentage's when that has a percent sign. A length of time, such as `[h]:mm`, is a number of days.
  static func kind(ofCode code: String) -> Kind {
    var kind = Kind.number
    var text = Array(code.utf8)[...]
    func skip(to end: UInt8) { text = text.firstIndex(of: end).map { text[($0 + 1)...] } ?? [] }
    while let byte = text.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): return kind
      case UInt8(ascii: "\""): skip(to: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = text.popFirst()
      case UInt8(ascii: "["):
        let inner = text.prefix { $0 != UInt8(ascii: "]") }
        if let first = inner.first, "hHmMsS".utf8.contains(first), inner.allSatisfy({ $0 & 0xDF == first & 0xDF }) {
          return .number
        }
        skip(to: UInt8(ascii: "]"))
      default:
        if "dDmMyYhHsS".utf8.contains(byte) { kind = .date }
        if byte == UInt8(ascii: "%") { kind = .percentage }
      }
    }
    return kind
  }
}
