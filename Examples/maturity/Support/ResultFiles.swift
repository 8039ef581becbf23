import ArgumentParser
import DigitalMaturity
import MaturityTables
import MaturityYAML

/// Results that `score --format json` wrote.
enum ResultFiles {
  /// Where results come from, for whoever named another file.
  static let origin = "results are what “maturity score … --output results.json” writes"

  /// Reads the results of one file; on a problem prints all of them and exits with 65 or 66.
  static func read(_ file: String) throws -> [PublishableScorecard] {
    let slash = file.lastIndex(of: "/")
    let folder = slash.map { String(file[..<$0]) } ?? "."
    let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
    var isCut = false
    do throws(DocumentError) {
      let source = FolderSource(path: folder.isEmpty ? "/" : folder)
      let bytes = try source.bytes(at: name, limit: DocumentLimits.results.bytes)
      // What ends in the middle: begins as results do, and not with the brace that closes them.
      isCut = bytes.first == UInt8(ascii: "{") && bytes.last { $0 > 0x20 } != UInt8(ascii: "}")
      return try PublishableScorecard.read(bytes, file: file)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      if isCut { Terminal.message("\(file): the file ends in the middle; was it copied whole?") }
      if error.diagnostics.contains(where: { $0.code == .limit }) {
        Terminal.message(
          "\(file): score again with fewer groups: leave out a --by, or take an attribute of fewer values")
      }
      Terminal.message("\(file): \(DiagnosticPrinter.count(error.diagnostics)); \(origin)")
      throw ExitCode.of(error)
    }
  }

  /// Whether a file is to hold results: one of JSON that begins as they do, or that there is not.
  static func isResult(_ file: String) -> Bool {
    guard file.hasSuffix(".json") else { return false }
    var source = ByteSource.file(file)
    guard let start = try? source.peek(200) else { return true }
    let text = String(decoding: start, as: UTF8.self)
    return text.contains("\"assessment\":") || text.contains("\"results\":")
  }

  /// What names the assessment of results: as told, else their assessment's id.
  /// - Parameters:
  ///   - file: Where the results come from.
  ///   - mend: What to do where their assessment is not to be found by its id.
  static func argument(
    _ name: String?, of scorecards: [PublishableScorecard], from file: String, mend: String
  ) throws -> AssessmentArgument {
    guard let reference = scorecards.first?.assessment else {
      Terminal.message("error: “\(file)” holds no results; \(origin)")
      throw ExitCode.wrongData
    }
    var argument = AssessmentArgument()
    argument.assessment = name ?? reference.id.rawValue
    if name == nil, !argument.isFound {
      let id = reference.id.rawValue
      Terminal.message(
        "error: “\(file)” holds results of “\(id)”, and there is no folder, file or starter assessment “\(id)” here; \(mend)"
      )
      throw ExitCode.missingInput
    }
    return argument
  }

  /// Results must be of an assessment.
  static func check(_ scorecards: [PublishableScorecard], of assessment: Assessment, from file: String) throws {
    guard let other = scorecards.first(where: { $0.assessment.id != assessment.id }) else { return }
    Terminal.message(
      "error: “\(file)” is a result of “\(other.assessment.id)”, not of “\(assessment.id)”; name the assessment that was scored"
    )
    throw ExitCode.wrongData
  }

  /// Reads results that must be of an assessment.
  static func of(_ assessment: Assessment, _ file: String) throws -> [PublishableScorecard] {
    let scorecards = try read(file)
    try check(scorecards, of: assessment, from: file)
    return scorecards
  }

  /// What results are called on a page: as their scoring was told, else by the file; by the file as well where two would be
  /// called the same.
  static func names(_ files: [String], _ read: [[PublishableScorecard]]) -> [String] {
    let titles = read.map { $0.first?.occasion.title }
    return zip(files, titles).map { file, title in
      guard let title else { return name(file) }
      return titles.count { $0 == title } > 1 ? "\(title) (\(name(file)))" : title
    }
  }

  /// What a file is called on a page: its name without folders and ending.
  static func name(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
