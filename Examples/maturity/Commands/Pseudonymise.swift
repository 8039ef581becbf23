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

struct Pseudonymise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonymise", _superCommandName: "maturity",
    abstract: "Replace names in a table by random codes, with a key kept apart.",
    discussion: """
      The key file says whose code is whose; it is made so that its owner alone can read it, and lies in another folder than \
      the output. Where it exists, people who are in it keep their codes, so that two assessments can be put side by side. \
      When nobody needs to know any more, destroy it: the codes then lead back to nobody.

      Codes alone do not make answers anonymous: comments and rare combinations of attributes may still give a person away.
      """)

  @Argument(help: "The table (CSV), whose first row names its columns; “-” is standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The file that keeps the key.", valueName: "file"), completion: .file())
  var key: String

  @Option(help: "A column with names or other identities; may repeat.")
  var column: [String] = ["respondent"]

  @Option(help: "A column to leave out, such as one of e-mail addresses; may repeat.")
  var drop: [String] = []

  @Flag(help: "Sort rows by code, so that their order gives nobody away.")
  var sort = false

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @Flag(help: "Replace an output that exists.")
  var force = false

  @OptionGroup var notes: NoteArguments

  func run() throws {
    if let output, let folder = FolderIdentity(of: output), folder == FolderIdentity(of: key) {
      Terminal.message(
        "error: the key would lie in the folder of the codes, where whoever has one has the other; put it into another "
          + "folder, which others cannot open")
      throw ExitCode.validationFailure
    }
    let kept = try keptKey()
    var pseudonyms = kept ?? Pseudonyms()
    let known = pseudonyms.count
    let table = try replaceNames(&pseudonyms)
    // The key first: there is never a code that nobody can explain.
    if kept == nil || pseudonyms.count > known {
      try OutputFile.write(pseudonyms.csv.bytes, to: key, force: kept != nil, isPersonal: true)
    }
    // One that was copied may have become readable for others.
    _ = unsafe chmod(key, 0o600)
    try OutputFile.write(table.csv.bytes, to: output, force: force)
    if table.problems.count > 0 { Terminal.message(DiagnosticPrinter().text(table.problems.list)) }
    let new = pseudonyms.count - known
    Terminal.note(
      "\(file): \(table.rows) \(table.rows == 1 ? "row" : "rows"), \(new) new \(new == 1 ? "code" : "codes"), \(known) known before"
        + (table.blanks > 0 ? ", \(table.blanks) without a name" : "") + "; the key is in “\(key)”")
  }

  /// The key that an earlier assessment made; nil when there is none.
  private func keptKey() throws -> Pseudonyms? {
    guard unsafe access(key, F_OK) == 0 else { return nil }
    do throws(DocumentError) {
      return try Pseudonyms.read(.file(key), file: key)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }

  private func replaceNames(_ pseudonyms: inout Pseudonyms) throws -> PseudonymTable.Coded {
    let name = file == "-" ? "standard input" : file
    guard TableFormat(path: name) == .csv else {
      Terminal.message("error: \(name): names are replaced in CSV; “maturity import” makes CSV of other files")
      throw ExitCode.wrongData
    }
    do throws(DocumentError) {
      return try PseudonymTable.replacingNames(
        in: file == "-" ? .standardInput : .file(file), file: name, columns: column, leavingOut: drop, sorts: sort,
        by: &pseudonyms)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}

/// The folder that a file lies in, whatever it is called.
struct FolderIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  init?(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { return nil }
    (device, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
  }
}
