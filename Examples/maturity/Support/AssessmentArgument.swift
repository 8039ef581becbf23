import ArgumentParser
import DigitalMaturity
import MaturityYAML
import StarterAssessments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The argument that names an assessment: a folder, a file, or a starter's id.
struct AssessmentArgument: ParsableArguments {
  static let help: ArgumentHelp = "A folder with an assessment, its main file, or the id of a starter assessment."

  @Argument(help: Self.help, completion: .assessment) var assessment: String

  /// Reads the assessment; on a problem prints all of them and exits with 65 or 66.
  func read() throws -> Assessment {
    let place = try place()
    do throws(DocumentError) {
      return try Vocabulary.all.readAssessment(from: place.source, path: place.file)
    } catch {
      Terminal.message(place.printer.text(error.diagnostics))
      Terminal.message("\(assessment): \(DiagnosticPrinter.count(error.diagnostics))")
      throw ExitCode.of(error)
    }
  }

  /// Where an assessment lies.
  struct Place {
    var source: any DocumentSource
    var file: String
    var printer: DiagnosticPrinter
  }

  /// Finds the assessment: what is on disk first, then the starters.
  func place() throws -> Place {
    switch Self.kind(of: assessment) {
    case .folder:
      let source = FolderSource(path: assessment)
      let names = ["assessment.yaml", "assessment.yml", "assessment.json"]
      let file = names.first { Self.kind(of: "\(assessment)/\($0)") == .file } ?? names[0]
      return Place(source: source, file: file, printer: DiagnosticPrinter(source: source, folder: trimmed))
    case .file:
      let slash = assessment.lastIndex(of: "/")
      let folder = slash.map { String(assessment[..<$0]) } ?? "."
      let source = FolderSource(path: folder.isEmpty ? "/" : folder)
      return Place(
        source: source, file: slash.map { String(assessment[assessment.index(after: $0)...]) } ?? assessment,
        printer: DiagnosticPrinter(source: source, folder: slash == nil ? "" : folder))
    case .missing:
      if let starter = StarterAssessment.named(Identifier(assessment)) {
        return Place(
          source: starter.source, file: "assessment.yaml",
          printer: DiagnosticPrinter(source: starter.source, folder: assessment))
      }
      let known = StarterAssessment.all.map(\.id.rawValue)
      Terminal.message(
        "error: there is no folder, file or starter assessment “\(assessment)”\(NearestName.hint(assessment, in: known))"
      )
      throw ExitCode.missingInput
    }
  }

  /// Whether there is something on disk or a starter of that name.
  var isFound: Bool { Self.kind(of: assessment) != .missing || StarterAssessment.named(Identifier(assessment)) != nil }

  private var trimmed: String {
    var path = assessment
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }

  private enum Kind { case folder, file, missing }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

extension Assessment {
  /// The questionnaire with an id; wrong usage when there is none.
  func questionnaire(named id: String) throws -> Questionnaire {
    if let questionnaire = questionnaire(Identifier(id)) { return questionnaire }
    let known = questionnaires.map(\.id.rawValue)
    throw ValidationError("there is no questionnaire “\(id)”\(NearestName.hint(id, in: known))")
  }
}
