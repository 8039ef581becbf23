import ArgumentParser
import DigitalMaturity
import MaturityReports

/// The arguments that say how a council's HTML report looks.
struct LookArguments: ParsableArguments {
  @Option(help: "The council's name, above the title of an HTML report.")
  var council: String?

  @Option(
    help: ArgumentHelp(
      "The council's logo for an HTML report: PNG, JPEG or SVG, kept in the page itself.", valueName: "file"),
    completion: .file())
  var logo: String?

  @Option(help: "What the logo shows, for those who do not see it; the council's name when not given.")
  var logoText: String?

  @Option(
    help: ArgumentHelp(
      """
      A colour of an HTML report, such as accent=#12436D: \(ReportLook.Part.allCases.map(\.rawValue).joined(separator: ", ")). \
      May repeat. One that could not be read is refused, with its contrast.
      """, valueName: "part=colour"))
  var colour: [String] = []

  /// Whether any of them is given.
  var isGiven: Bool { council != nil || logo != nil || logoText != nil || !colour.isEmpty }

  /// The look; on a problem prints all of them and exits with 65 or 66.
  func look() throws -> ReportLook {
    if logoText != nil, logo == nil { throw ValidationError("--logo-text belongs to a logo; add --logo") }
    var colours: [ReportLook.Part: String] = [:]
    let known = ReportLook.Part.allCases.map(\.rawValue)
    for word in colour {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--colour takes a part and a colour: accent=#12436D") }
      guard let part = ReportLook.Part(rawValue: parts[0]) else {
        throw ValidationError("--colour has no part “\(parts[0])”\(NearestName.hint(parts[0], in: known))")
      }
      colours[part] = parts[1]
    }
    let picture = try logo.map { ReportLook.Logo(try InputFile.read($0), text: logoText ?? council ?? "") }
    do throws(DocumentError) {
      return try ReportLook(council: council, logo: picture, colours: colours)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}
