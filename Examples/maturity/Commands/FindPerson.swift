import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct FindPerson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find-person", _superCommandName: "maturity",
    abstract: "Find every row of a person in response files and other tables, and take them out.",
    discussion: """
      Looks for cells that are the person's code, name or address as a whole, in CSV, JSON Lines and every sheet of workbooks. \
      With --mentions also for cells that say more, such as comments. With --remove the rows are taken out of CSV and JSON Lines \
      files, and every other byte stays as it was; rows with mentions alone stay, since somebody must read those. Workbooks are \
      never changed: where the person stands in one, nothing is taken out of any file until you have deleted those rows.
      """)

  @Argument(help: "The files to look through.", completion: .file())
  var files: [String]

  @Option(help: "The person's code, name or address; may repeat.")
  var respondent: [String]

  @Option(
    help: ArgumentHelp("A key of “maturity pseudonymise”, to find the code of a name.", valueName: "file"),
    completion: .file())
  var key: String?

  @Flag(help: "Find cells that say more than the name, too.")
  var mentions = false

  @Flag(help: "Take the person's rows out of the files.")
  var remove = false

  @OptionGroup var notes: NoteArguments

  mutating func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file to look through") }
    if files.contains("-") { throw ValidationError("standard input has no rows to lead to; save it as a file") }
    if respondent.allSatisfy({ Spelling.folded($0).isEmpty }) {
      throw ValidationError("say who it is with --respondent")
    }
  }

  func run() throws {
    let names = try respondent + codes()
    var failures: [DocumentError] = []
    var found: [PersonSearch] = []
    for file in files {
      var search = PersonSearch(names, mentions: mentions)
      do throws(DocumentError) { try FormFile.readEverySheet(file, into: &search) } catch { failures.append(error) }
      found.append(search)
    }
    let places = found.flatMap(\.places)
    let lines = places.map { place in
      "\(place.file):\(place.line): \(place.isMention ? "mentioned in" : "in") column “\(place.column)”\n"
    }
    try Terminal.print(lines.joined(), terminator: "")
    let problems = found.flatMap(\.problems.list)
    if !problems.isEmpty { Terminal.message(DiagnosticPrinter().text(problems)) }
    let rows = Set(places.map { "\($0.file):\($0.line)" }).count
    let list = names.map { "“\($0)”" }.joined(separator: " or ")
    Terminal.note(
      "\(list): \(rows) \(rows == 1 ? "row" : "rows") in \(found.count { !$0.places.isEmpty }) of \(files.count) "
        + (files.count == 1 ? "file" : "files"))
    for failure in failures { Terminal.message(DiagnosticPrinter().text(failure.diagnostics)) }
    if let failure = failures.first { throw ExitCode.of(failure) }
    guard remove else { return }
    // All or nothing: rows that stay in one file are easily forgotten when those of another are gone.
    let kept = try zip(files, found).filter { file, search in
      try search.places.contains { !$0.isMention } && !isLines(GrowingFile.bytes(of: file))
    }
    for (file, search) in kept {
      let rows = Set(search.places.filter { !$0.isMention }.map { "\($0.file):\($0.line)" }).count
      Terminal.message(
        "error: \(file): \(rows == 1 ? "a row" : "\(rows) rows") of a file that is not changed here; delete "
          + "\(rows == 1 ? "it" : "them") in a spreadsheet, or save it as CSV in UTF-8 and name that instead")
    }
    guard kept.isEmpty else {
      Terminal.message("Nothing was taken out of any file.")
      throw ExitCode.wrongData
    }
    for (file, search) in zip(files, found) { try takeOut(search, file) }
  }

  /// Whether bytes are lines of text in UTF-8, from which a row can be taken: no workbook, and no UTF-16.
  private func isLines(_ bytes: [UInt8]) -> Bool {
    !bytes.starts(with: [0x50, 0x4B]) && !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) && !bytes.contains(0)
  }

  /// The codes that a key has for the names.
  private func codes() throws -> [String] {
    guard let key else { return [] }
    do throws(DocumentError) {
      let pseudonyms = try Pseudonyms.read(.file(key), file: key)
      return respondent.compactMap { pseudonyms.code(of: $0) }
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }

  private func takeOut(_ search: PersonSearch, _ file: String) throws {
    let count = Set(search.places.filter { !$0.isMention }.map(\.line)).count
    guard count > 0 else { return }
    let bytes = try GrowingFile.bytes(of: file)
    var status = stat()
    let isPersonal = unsafe stat(file, &status) == 0 && status.st_mode & 0o077 == 0
    try OutputFile.write(
      search.removing(from: bytes, file: file), to: file, force: true, isPersonal: isPersonal)
    Terminal.note("\(file): \(count) \(count == 1 ? "row" : "rows") taken out")
  }
}

extension PersonSearch: FormReader {}
