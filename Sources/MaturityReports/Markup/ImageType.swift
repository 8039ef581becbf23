import DigitalMaturity

/// The kind of a picture, by its first bytes: what a file is called says nothing.
enum ImageType: Sendable, Hashable {
  case png, jpeg, svg

  var media: StaticString {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .svg: "image/svg+xml"
    }
  }

  enum Found { case success(ImageType), failure(Diagnostic) }

  /// The kind of a logo, or what is wrong with it. O(bytes).
  static func of(_ logo: ReportLook.Logo) -> Found {
    func problem(_ message: String) -> Found { .failure(Diagnostic(.invalidPicture, message)) }
    if logo.bytes.count > ReportLook.Logo.largest {
      return problem(
        "the logo has \(logo.bytes.count) bytes, and at most \(ReportLook.Logo.largest) are kept; make it smaller")
    }
    if logo.text.allSatisfy(\.isWhitespace) {
      return problem("the logo has no text for those who do not see it; give one, such as the council's name")
    }
    if logo.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .success(.png) }
    if logo.bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .success(.jpeg) }
    let text = String(validating: logo.bytes, as: UTF8.self) ?? ""
    // As a picture it could not run or fetch anything; a file that tries is not a logo.
    let small = text.lowercased()
    for part in ["<script", "<!entity", "<foreignobject", "javascript:"]
    where small.contains("<svg") && small.contains(part) {
      return problem("the logo holds “\(part)”, which no picture needs; save it as plain SVG")
    }
    guard isSVG(text) else { return problem("the logo is neither PNG nor JPEG nor SVG; save it as one of them") }
    return .success(.svg)
  }

  /// Whether the first element is that of a drawing.
  private static func isSVG(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while true {
      rest = rest.drop(while: \.isWhitespace)
      let end: String
      if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<!DOCTYPE") {
        end = ">"
      } else {
        return rest.hasPrefix("<svg")
      }
      guard let place = rest.firstRange(of: end) else { return false }
      rest = rest[place.upperBound...]
    }
  }
}
