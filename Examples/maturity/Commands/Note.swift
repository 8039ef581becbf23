import ArgumentParser
import DigitalMaturity
import MaturityReports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", _superCommandName: "maturity",
    abstract: "Fill the fields of a paper with figures, and write it as a document, a web page or Markdown.",
    discussion: """
      The paper is yours, in Markdown; only fields such as {{area.information.level}} are replaced. --template writes one \
      to begin with. Every field that cannot be filled is listed, and then nothing is written.

      Fields: \(NoteFields.all)
      """)

  @Argument(help: "The paper, a Markdown file; “-” is standard input.", completion: .file())
  var note: String?

  @OptionGroup var results: ResultArguments

  @Option(help: ArgumentHelp("Write a paper to begin with: briefing-note or cabinet-report.", valueName: "name"))
  var template: Template?

  enum Template: String, ExpressibleByArgument, CaseIterable {
    case briefingNote = "briefing-note"
    case cabinetReport = "cabinet-report"

    var text: String { NoteTemplate(rawValue: rawValue)?.markdown ?? "" }
  }

  @OptionGroup var paper: PaperArguments

  mutating func validate() throws {
    if (note == nil) == (template == nil) {
      throw ValidationError("name the paper to fill, or a --template to begin with")
    }
    if note != nil, results.now == nil {
      throw ValidationError("name the results that fields are filled from with --now, such as --now results.json")
    }
  }

  func run() throws {
    if let template {
      return try OutputFile.write(Array(template.text.utf8), to: paper.output, force: paper.force)
    }
    guard let name = note else { return }
    try checkSource(name)
    let format = try paper.resolvedFormat()
    let note = MaturityReports.Note(markdown: try read(name), file: name)
    let contexts = try results.contexts()
    let fields = NoteFields(
      now: contexts.now, base: contexts.base, programme: results.programme(contexts.now))
    let filled: String
    do throws(DocumentError) {
      filled = try note.filled(from: fields)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      Terminal.message("\(name): \(DiagnosticPrinter.count(error.diagnostics)); nothing was written")
      throw ExitCode.of(error)
    }
    if !note.warnings.isEmpty { Terminal.message(DiagnosticPrinter().text(note.warnings)) }
    if contexts.base != nil, !note.tellsOfEarlierResults {
      Terminal.message(
        "warning: no field of “\(name)” tells of the earlier results of --base; add {{table.changes}} or {{changes}}")
    }
    if results.budget != nil, !note.tellsOfProgramme {
      Terminal.message(
        "warning: no field of “\(name)” tells of the actions that --budget chooses; add {{table.programme}}")
    }
    // The officer's Markdown stays as it is, but for the fields.
    let bytes =
      format == .markdown
      ? Array(filled.utf8)
      : format.bytes(
        of: Paper(markdown: filled, language: results.languages.language ?? "en-GB"),
        words: try results.languages.catalogue(isTold: false))
    try OutputFile.write(bytes, to: paper.output, force: paper.force)
  }

  /// The paper that is filled is never replaced by what is made of it.
  private func checkSource(_ name: String) throws {
    guard let output = paper.output else { return }
    var (source, target) = (stat(), stat())
    guard unsafe stat(name, &source) == 0, unsafe stat(output, &target) == 0 else { return }
    if source.st_ino == target.st_ino, source.st_dev == target.st_dev {
      throw ValidationError("“\(output)” is the paper itself; write to another file")
    }
  }

  private func read(_ name: String) throws -> String {
    let bytes = try InputFile.read(name)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Terminal.message("error: “\(name)” is not text in UTF-8; save it as such")
      throw ExitCode.wrongData
    }
    return text
  }
}
