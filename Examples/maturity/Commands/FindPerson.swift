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
    commandName: "find-person",
    abstract: "Find every row of a person in response files and other tables, and take them out.",
    discussion: """
      Looks for cells that are the person's code, name or address as a whole, in CSV, workbooks and JSON Lines. With \
      --mentions also for cells that say more, such as comments. With --remove the rows are taken out of CSV and JSON Lines \
      files, and every other byte stays as it was; rows with mentions alone stay, since somebody must read those.
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
      do throws(DocumentError) { try FormFile.read(file, into: &search) } catch { failures.append(error) }
      found.append(search)
    }
    let places = found.flatMap(\.places)
    let lines = places.map { place in
      "\(place.file):\(place.line): \(place.isMention ? "mentioned in" : "in") column “\(place.column)”\n"
    }
    try Terminal.print(lines.joined(), terminator: "")
    let rows = Set(places.map { "\($0.file):\($0.line)" }).count
    let list = names.map { "“\($0)”" }.joined(separator: " or ")
    Terminal.note(
      "\(list): \(rows) \(rows == 1 ? "row" : "rows") in \(Set(places.map(\.file)).count) of \(files.count) "
        + (files.count == 1 ? "file" : "files"))
    for failure in failures { Terminal.message(DiagnosticPrinter().text(failure.diagnostics)) }
    if let failure = failures.first { throw ExitCode.of(failure) }
    if remove { for (file, search) in zip(files, found) { try takeOut(search, file) } }
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
    guard !bytes.starts(with: [0x50, 0x4B]), !bytes.contains(0) else {
      Terminal.message(
        "error: \(file): rows are taken out of CSV in UTF-8 and of JSON Lines; save it as one of these first")
      throw ExitCode.wrongData
    }
    var status = stat()
    let isPersonal = unsafe stat(file, &status) == 0 && status.st_mode & 0o077 == 0
    try OutputFile.write(
      search.removing(from: bytes, file: file), to: file, force: true, isPersonal: isPersonal)
    Terminal.note("\(file): \(count) \(count == 1 ? "row" : "rows") taken out")
  }
}

extension PersonSearch: FormReader {}
