public import DigitalMaturity

/// How a council's report looks: its name, its logo and its colours. A look that exists can be read: logo and contrast are
/// checked when it is made.
public struct ReportLook: Sendable, Hashable {
  /// What a colour is for.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// Marks of charts, on the light page and on the dark one.
    case accent
    case accentInDark = "accent-dark"
    /// Links, on the light page and on the dark one.
    case link
    case linkInDark = "link-dark"
    /// The band behind the page's title, and the text on it.
    case band
    case bandText = "band-text"
  }

  /// A logo as it comes from a file.
  public struct Logo: Sendable, Hashable {
    /// The file: PNG, JPEG or SVG, at most ``largest`` bytes.
    public var bytes: [UInt8]
    /// What it shows, for those who do not see it: mostly the council's name.
    public var text: String

    /// Makes a logo.
    public init(_ bytes: [UInt8], text: String) {
      self.bytes = bytes
      self.text = text
    }

    /// The largest logo, in bytes: it is part of every page.
    public static let largest = 100_000
  }

  /// The council's name.
  public let council: String?
  /// The logo, kept in the page itself.
  public let logo: Logo?
  /// The colours that are not the report's own.
  public let colours: [Part: Colour]
  let logoType: ImageType?

  /// The report's own look.
  public static let plain = ReportLook()

  private init() {
    council = nil
    logo = nil
    colours = [:]
    logoType = nil
  }

  /// Checks a look.
  /// - Parameters:
  ///   - council: The council's name, above the title.
  ///   - logo: The logo.
  ///   - colours: Colours as style sheets write them, such as `#12436D`. The dark page keeps its own where it has none. A band
  ///     without a text of its own has white text.
  /// - Throws: All problems at once: what is no colour, each pair with too little contrast, with its ratio and the one that is
  ///   needed, and what is wrong with the logo.
  public init(council: String? = nil, logo: Logo? = nil, colours: [Part: String] = [:]) throws(DocumentError) {
    var problems: [Diagnostic] = []
    var read: [Part: Colour] = [:]
    for part in Part.allCases {
      guard let text = colours[part] else { continue }
      guard let colour = Colour(text) else {
        problems.append(
          Diagnostic(
            .invalidColour,
            "the \(part.name) “\(DocumentNode.short(text))” is no colour; write one such as #12436D"))
        continue
      }
      read[part] = colour
    }
    if read[.band] != nil, colours[.bandText] == nil { read[.bandText] = .white }
    if colours[.bandText] != nil, colours[.band] == nil {
      problems.append(
        Diagnostic(.missingKey, "a text on a band needs the band's colour too; add it, or leave the text's out"))
    }
    for part in Part.allCases {
      guard let colour = read[part] else { continue }
      // The ground that it is most like tells what is wrong.
      let worst = Self.surfaces(under: part, read).min {
        colour.contrast(with: $0.colour) < colour.contrast(with: $1.colour)
      }
      if let worst, let problem = Self.problem(part, colour, on: worst) { problems.append(problem) }
    }
    var type: ImageType?
    if let logo {
      switch ImageType.of(logo) {
      case .success(let found): type = found
      case .failure(let problem): problems.append(problem)
      }
    }
    if !problems.isEmpty { throw DocumentError(problems) }
    self.council = council.flatMap { $0.isEmpty ? nil : $0 }
    self.logo = logo
    self.colours = read
    logoType = type
  }

  // MARK: Contrast

  private struct Surface {
    let name: String
    let colour: Colour
  }

  /// What a colour lies on: marks on the page and on the tracks of bars.
  private static func surfaces(under part: Part, _ colours: [Part: Colour]) -> [Surface] {
    let light = Surface(name: "the light page", colour: ReportStyle.paper)
    let dark = Surface(name: "the dark page", colour: ReportStyle.darkPaper)
    return switch part {
    case .accent: [light, Surface(name: "the ground of bars", colour: ReportStyle.panel)]
    case .accentInDark: [dark, Surface(name: "the dark ground of bars", colour: ReportStyle.darkPanel)]
    case .link: [light]
    case .linkInDark: [dark]
    case .band: []
    case .bandText: colours[.band].map { [Surface(name: "the band", colour: $0)] } ?? []
    }
  }

  private static func problem(_ part: Part, _ colour: Colour, on ground: Surface) -> Diagnostic? {
    let ratio = colour.contrast(with: ground.colour)
    let least = part.leastContrast
    // What rounds to the ratio that is needed is still too little.
    guard ratio < least else { return nil }
    // White cannot be lighter, and on a dark ground no darker colour is seen.
    let isDarker = colour.luminance < ground.colour.luminance
    let end = isDarker ? Colour.black : .white
    let mend = (end.contrast(with: ground.colour) >= least) == isDarker ? "darker" : "lighter"
    return Diagnostic(
      .lowContrast,
      "the \(part.name) \(colour) on \(ground.name) (\(ground.colour)) has a contrast of "
        + "\(DecimalText.rounded(ratio, decimals: 2)) to 1, and \(DecimalText.exact(least)) to 1 is needed; take a \(mend) one"
    )
  }
}

extension ReportLook.Part {
  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .accent: "accent"
    case .accentInDark: "accent in the dark"
    case .link: "colour of links"
    case .linkInDark: "colour of links in the dark"
    case .band: "band"
    case .bandText: "text of the band"
    }
  }

  /// What WCAG 2.2 asks for: 3 to 1 of marks, 4.5 to 1 of text.
  var leastContrast: Double {
    switch self {
    case .accent, .accentInDark, .band: 3
    case .link, .linkInDark, .bandText: 4.5
    }
  }

  /// The variable of the style sheet, and on which ground it holds.
  var variable: (name: StaticString, ground: ReportLook.Ground) {
    switch self {
    case .accent: ("--mark", .light)
    case .accentInDark: ("--mark", .dark)
    case .link: ("--link", .light)
    case .linkInDark: ("--link", .dark)
    case .band: ("--band", .both)
    case .bandText: ("--band-text", .both)
    }
  }
}

extension ReportLook {
  /// The page that a colour is for.
  enum Ground: Sendable { case light, dark, both }
}

extension Colour {
  static let white = Colour(red: 255, green: 255, blue: 255)
  static let black = Colour(red: 0, green: 0, blue: 0)
}

extension Diagnostic.Code {
  /// A text is no colour.
  public static let invalidColour = Self(rawValue: "invalid-colour")
  /// Two colours that lie on each other are too much alike.
  public static let lowContrast = Self(rawValue: "low-contrast")
  /// A picture is of no known kind, too large, or could do more than be seen.
  public static let invalidPicture = Self(rawValue: "invalid-picture")
}
