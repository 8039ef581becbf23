import DigitalMaturity

/// Writes HTML that is also well-formed XML, and cannot write text unescaped.
///
/// Element and attribute names are literals of the program; whatever comes from outside goes through ``text(_:)`` or an
/// ``HTMLAttribute``, and both escape. Elements close themselves, and an id is given out once.
struct HTMLWriter {
  /// What has been written.
  private(set) var output: ByteOutput
  private var ids: Set<String> = []

  init(reserving capacity: Int = 1 << 17) { output = ByteOutput(reserving: capacity) }

  /// The bytes that have been written.
  var bytes: [UInt8] { output.bytes }

  // MARK: Elements

  /// Writes an element around what the closure writes.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    output.write(byte: UInt8(ascii: ">"))
    content(&self)
    close(name)
  }

  /// Writes an element that holds a phrase and nothing else.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., phrase: Phrase) {
    open(name, attributes)
    output.write(byte: UInt8(ascii: ">"))
    text(phrase)
    close(name)
  }

  /// Writes a cell of a table that holds a number.
  mutating func cell(_ start: CellStart, _ number: Double, decimals: Int) {
    output.write(start.text)
    output.write(number, decimals: decimals)
    literal("</td>")
  }

  /// Writes an element that has no content, such as `meta` or `line`.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    open(name, attributes)
    literal("/>")
  }

  private mutating func literal(_ text: StaticString) { output.write(text) }

  fileprivate mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    output.write(byte: UInt8(ascii: "<"))
    output.write(name)
    for attribute in attributes {
      output.write(byte: UInt8(ascii: " "))
      output.write(attribute.name)
      literal("=\"")
      write(attribute.value)
      output.write(byte: UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ value: HTMLAttribute.Value) {
    switch value {
    case .literal(let literal): output.write(literal)
    case .literals(let literals):
      for (index, literal) in literals.enumerated() {
        if index > 0 { output.write(byte: UInt8(ascii: " ")) }
        output.write(literal)
      }
    case .number(let number, let decimals, let before, let after):
      output.write(before)
      output.write(number, decimals: decimals)
      output.write(after)
    case .text(let text): escape(text)
    }
  }

  private mutating func close(_ name: StaticString) {
    literal("</")
    output.write(name)
    output.write(byte: UInt8(ascii: ">"))
    switch name.description {
    // Most elements are one of these.
    case "td", "span", "th", "text", "strong": break
    case let name: if Self.blocks.contains(name) { output.write(byte: UInt8(ascii: "\n")) }
    }
  }

  /// Elements after which a line ends, so that the file can be read; space there means nothing.
  private static let blocks: Set<String> = [
    "p", "li", "ul", "ol", "tr", "table", "thead", "tbody", "section", "div", "h1", "h2", "h3", "h4", "h5", "svg",
    "head", "header", "main", "nav", "footer", "style", "title", "caption", "dl", "dt", "dd",
  ]

  // MARK: Text

  /// Writes text, escaped.
  mutating func text(_ text: String) { escape(text) }

  /// Writes content: it is isolated where its direction may differ from that of the words around it.
  mutating func text(_ content: Content) {
    if let language = content.language {
      element("bdi", .language(language)) { $0.escape(content.text) }
    } else if content.text.utf8.allSatisfy({ $0 < 0x80 }) {
      escape(content.text)
    } else {
      element("bdi") { $0.escape(content.text) }
    }
  }

  /// Writes a phrase, and sets content apart in it.
  mutating func text(_ phrase: Phrase) {
    for part in phrase.parts {
      switch part {
      case .words(let words): escape(words)
      case .foreign(let words, let language): element("span", .language(language)) { $0.escape(words) }
      case .code(let code): element("code") { $0.escape(code) }
      case .content(let content): text(content)
      }
    }
  }

  /// Writes the document type, and on the same line a comment for whoever opens the file as text.
  mutating func documentType(comment: String? = nil) {
    output.write("<!DOCTYPE html>")
    if let comment {
      // Nothing in it can end it.
      output.write("<!-- ")
      escape(String(comment.map { $0 == "-" ? "\u{2010}" : $0 }))
      output.write(" -->")
    }
    output.write("\n")
  }

  /// Writes a style sheet, a literal of the program: without `<` and `&`, so that it is also XML.
  mutating func style(_ sheets: StaticString...) {
    element("style") { writer in
      for sheet in sheets { writer.output.write(sheet) }
    }
  }

  /// Writes a look's colours as variables of the style sheet: those of the light page, of the dark one, and of both.
  mutating func style(_ look: ReportLook) {
    if look.colours.isEmpty { return }
    let grounds: [(ground: ReportLook.Ground, rule: String)] = [
      (.both, "@media all"), (.light, "@media print, screen and (prefers-color-scheme: light)"),
      (.dark, "@media screen and (prefers-color-scheme: dark)"),
    ]
    element("style") { writer in
      for (ground, rule) in grounds {
        let parts = ReportLook.Part.allCases.filter { $0.variable.ground == ground }
        let values = parts.compactMap { part in look.colours[part].map { "\(part.variable.name): \($0);" } }
        if values.isEmpty { continue }
        writer.output.write("\n\(rule) { :root { \(values.joined(separator: " ")) } }")
      }
    }
  }

  /// Text with `& < > " '` escaped, and characters that neither HTML nor XML can hold replaced.
  private mutating func escape(_ text: String) {
    let start = output.bytes.count
    output.write(text)
    // Nearly all text needs nothing.
    guard let place = firstToEscape(from: start) else { return }
    let rest = String(decoding: output.bytes[place...], as: UTF8.self)
    output.truncate(to: place)
    for scalar in rest.unicodeScalars {
      switch scalar {
      case "&": output.write("&amp;")
      case "<": output.write("&lt;")
      case ">": output.write("&gt;")
      case "\"": output.write("&quot;")
      case "'": output.write("&#39;")
      case "\t", "\n": output.write(byte: UInt8(truncatingIfNeeded: scalar.value))
      case "\0"..<" ", "\u{7F}"..."\u{9F}": output.write("\u{FFFD}")
      case _ where scalar.isASCII: output.write(byte: UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        output.write("\u{FFFD}")
      default: output.write(String(Character(scalar)))
      }
    }
  }

  /// Where, from a place on, the first character was written that may have to be escaped or replaced; nil without any.
  private func firstToEscape(from start: Int) -> Int? {
    let written = output.bytes
    let bytes = written.span
    for place in start..<bytes.count {
      switch bytes[place] {
      case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return place
      // The controls above 0x7F begin with this byte, as the space does that does not break.
      case 0xC2: if place + 1 < bytes.count, bytes[place + 1] < 0xA0 { return place }
      // So do those code points that are no characters.
      case 0xEF, 0xF0...0xF4: return place
      default: break
      }
    }
    return nil
  }

  // MARK: Ids

  /// An id that no other element of the document has: the wish, or the wish with a number.
  mutating func makeID(_ wish: String) -> ElementID {
    let hyphen = UInt8(ascii: "-")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(wish.utf8.count)
    for byte in wish.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      default: if bytes.last != hyphen { bytes.append(hyphen) }
      }
    }
    let slug = bytes.isEmpty ? "id" : String(decoding: bytes, as: UTF8.self)
    var id = slug
    var number = 1
    while !ids.insert(id).inserted {
      number += 1
      id = "\(slug)-\(number)"
    }
    return ElementID(value: id)
  }
}

/// The start of cells that have the same attributes, as it is written.
struct CellStart: Sendable {
  fileprivate let text: String

  init(_ attributes: HTMLAttribute...) {
    var writer = HTMLWriter(reserving: 64)
    writer.open("td", attributes)
    text = writer.output.text + ">"
  }
}

/// The id of an element: only a writer makes one, so that it is unique in the document.
struct ElementID: Sendable, Hashable {
  let value: String

  fileprivate init(value: String) { self.value = value }
}
