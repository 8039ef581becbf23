import DigitalMaturity

/// An attribute. Values from outside can only go where they do no harm: there is no way to write a link, a style or a
/// handler made of them.
struct HTMLAttribute: Sendable {
  let name: StaticString
  let value: Value

  /// What stands between the quotation marks.
  enum Value: Sendable {
    /// Words of the program, which need no escaping; several with spaces between them.
    case literal(StaticString)
    case literals([StaticString])
    /// A number with so many decimals, and what stands around it.
    case number(Double, decimals: Int, before: StaticString = "", after: StaticString = "")
    /// Anything else: it is escaped.
    case text(String)
  }

  private init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  private init(_ name: StaticString, value: String) { self.init(name, .text(value)) }

  /// An attribute with a value of the program.
  static func fixed(_ name: StaticString, _ value: StaticString) -> Self { Self(name, .literal(value)) }
  /// A class of the style sheet.
  static func `class`(_ name: StaticString) -> Self { Self("class", .literal(name)) }
  /// Several classes of the style sheet.
  static func classes(_ names: [StaticString]) -> Self { Self("class", .literals(names)) }
  /// The element's own id.
  static func id(_ id: ElementID) -> Self { Self("id", value: id.value) }
  /// A link within the page.
  static func link(_ id: ElementID) -> Self { Self("href", value: "#" + id.value) }
  /// What names the element.
  static func labelled(by ids: ElementID...) -> Self {
    Self("aria-labelledby", value: ids.map(\.value).joined(separator: " "))
  }
  /// What describes the element.
  static func described(by id: ElementID) -> Self { Self("aria-describedby", value: id.value) }
  /// A name for readers that do not see the element.
  static func label(_ phrase: Phrase) -> Self { Self("aria-label", value: phrase.plain) }
  /// The language of the element's text.
  static func language(_ tag: String) -> Self {
    Self("lang", value: String(tag.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }))
  }
  /// A whole number.
  static func number(_ name: StaticString, _ value: Int) -> Self { Self(name, value: String(value)) }
  /// A number of a drawing, to a tenth.
  static func number(_ name: StaticString, _ value: Double) -> Self { Self(name, .number(value, decimals: 1)) }
  /// The part of the plane that a drawing shows, from its top left corner.
  static func viewBox(width: Double, height: Double) -> Self {
    Self("viewBox", value: "0 0 \(DecimalText.rounded(width, decimals: 1)) \(DecimalText.rounded(height, decimals: 1))")
  }
  /// A share of 0 to 1 as a length in percent.
  static func percent(_ name: StaticString, _ share: Double) -> Self {
    Self(name, .number(share * 100, decimals: 2, after: "%"))
  }
  /// Moves what a drawing's group holds.
  static func moved(x: Double, y: Double) -> Self {
    Self("transform", value: "translate(\(DecimalText.rounded(x, decimals: 1)) \(DecimalText.rounded(y, decimals: 1)))")
  }
  /// The outlines of boxes of one size beside each other.
  static func boxes(x places: [Double], y: Double, width: Double, height: Double) -> Self {
    func number(_ value: Double) -> String { DecimalText.exact((value * 10).rounded() / 10) }
    let box = " \(number(y))h\(number(width))v\(number(height))h\(number(-width))z"
    return Self("d", value: places.map { "M\(number($0))\(box)" }.joined())
  }
  /// A picture, in the page itself.
  static func picture(_ type: ImageType, _ bytes: [UInt8]) -> Self {
    Self("src", value: "data:\(type.media);base64,\(Base64.encode(bytes))")
  }
  /// What a picture shows, in words.
  static func alternative(_ text: String) -> Self { Self("alt", value: PlainText.clean(text)) }
  /// The headings of a table's second to last columns, which a narrow page writes in front of the cells: `--h2`, `--h3` and so on,
  /// each a string of CSS that nothing in it can end.
  static func columnHeadings(_ texts: some Sequence<String>) -> Self {
    let headings = texts.enumerated().compactMap { index, text -> String? in
      let escaped = PlainText.clean(text).map { $0 == "'" ? "\\27 " : $0 == "\\" ? "\\5c " : String($0) }
      return escaped.isEmpty ? nil : "--h\(index + 2):'\(escaped.joined())'"
    }
    return Self("style", value: headings.joined(separator: ";"))
  }
  /// The width of a bar: a share of 0 to 1.
  static func barWidth(_ share: Double) -> Self {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    return Self("style", .number(share * 100, decimals: 1, before: "width:", after: "%"))
  }
}

/// Bytes as text (RFC 4648).
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// O(bytes).
  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < part.count ? Int(part[start + $1]) : 0) }
      for place in 0..<4 {
        text.append(place <= part.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
