/// The names of elements and attributes that mean something here; all others are ``other``.
///
/// A name counts only in the namespace it belongs to, so that an extension of the same name is never mixed up with it.
enum XMLName: String, CaseIterable {
  case other = ""

  // Sheets.
  case sheetData, row, c, v, f
  case inlineString = "is"
  case t, r, s
  case phonetic = "rPh"
  // Shared strings.
  case stringItem = "si"
  // The workbook and its relationships.
  case workbook, workbookPr, date1904, sheet, name, state
  /// An attribute in the namespace of relationships.
  case relationshipId = "r:id"
  case relationship = "Relationship"
  case id = "Id"
  case type = "Type"
  case target = "Target"
  case targetMode = "TargetMode"
  // Styles.
  case numFmt, numFmtId, formatCode, cellXfs, xf

  /// The name in a text such as `http://…/main` U+0001 `row`, as the parser gives names with namespaces.
  init(_ text: Span<UInt8>) {
    var start = text.count
    while start > 0, text[start - 1] != XMLNamespace.separator { start -= 1 }
    let local = text.extracting(start..<text.count)
    switch XMLNamespace(text.extracting(0..<max(0, start - 1))) {
    case .none, .workbook, .relationships:
      self = Self.find(local)
    case .documentRelationships:
      self =
        local.count == 2 && local[0] == UInt8(ascii: "i") && local[1] == UInt8(ascii: "d") ? .relationshipId : .other
    case .other:
      self = .other
    }
  }

  private static func find(_ local: Span<UInt8>) -> XMLName {
    // Almost all names in a sheet.
    if local.count == 1 {
      switch local[0] {
      case UInt8(ascii: "c"): return .c
      case UInt8(ascii: "v"): return .v
      case UInt8(ascii: "r"): return .r
      case UInt8(ascii: "s"): return .s
      case UInt8(ascii: "t"): return .t
      case UInt8(ascii: "f"): return .f
      default: return .other
      }
    }
    guard let found = table[hash(local)], found.spelling.count == local.count else { return .other }
    for index in 0..<local.count where found.spelling[index] != local[index] { return .other }
    return found.name
  }

  private static let table: [UInt64: (name: XMLName, spelling: [UInt8])] = Dictionary(
    allCases.map { name in
      let spelling = Array(name.rawValue.utf8)
      return (hash(spelling.span), (name, spelling))
    }, uniquingKeysWith: { first, _ in first })

  /// FNV-1a.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash
  }
}

/// The namespaces that are read: those of ECMA-376, and those of its strict variant.
enum XMLNamespace {
  case none, workbook, relationships, documentRelationships, other

  /// Stands between a namespace and a name: a character that XML does not allow in either.
  static var separator: UInt8 { 0x01 }

  init(_ text: Span<UInt8>) {
    if text.isEmpty {
      self = .none
    } else if text.equals("http://schemas.openxmlformats.org/spreadsheetml/2006/main")
      || text.equals("http://purl.oclc.org/ooxml/spreadsheetml/main")
    {
      self = .workbook
    } else if text.equals("http://schemas.openxmlformats.org/package/2006/relationships") {
      self = .relationships
    } else if text.equals("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
      || text.equals("http://purl.oclc.org/ooxml/officeDocument/relationships")
    {
      self = .documentRelationships
    } else {
      self = .other
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a text.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      // From the end, where the namespaces differ.
      var index = count - 1
      while index >= 0 {
        if unsafe self[index] != text[index] { return false }
        index -= 1
      }
      return true
    }
  }
}
