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

/// The files of a session's folder: what was answered, how many people there are, and whether it has an assessment.
struct SessionFolder {
  /// The files with answers, in the order of their names.
  private(set) var answers: [String] = []
  /// The file with headcounts, known by its column “headcount”.
  private(set) var headcounts: String?
  /// Whether the folder has an assessment of its own.
  private(set) var hasAssessment = false
  /// Files that are none of these.
  private(set) var others: [String] = []

  /// Looks at a folder; on a problem prints it and exits with 66.
  init(_ path: String) throws {
    var folder = path
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    guard let names = Self.names(in: folder) else {
      Terminal.message(
        "error: the folder “\(path)” cannot be read: \(Terminal.lastError); name the folder that the files of the session are in"
      )
      throw ExitCode.missingInput
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let file = "\(folder)/\(name)"
      let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]).lowercased() } ?? ""
      if name == "assessment.yaml" { hasAssessment = true }
      switch ending {
      // A text without tabs is what people write; spreadsheets write tables with tabs.
      case "txt" where !Self.hasTabs(file): others.append(file)
      case "csv", "txt", "tsv":
        let columns = Self.columns(of: file)
        if headcounts == nil, columns.contains("headcount") {
          headcounts = file
        } else if !columns.isSuperset(of: InterviewNotes.columns) {
          answers.append(file)
        }
      case "xlsx", "xlsm", "jsonl", "ndjson":
        // What a spreadsheet that is open keeps beside its file.
        if !name.hasPrefix("~$") { answers.append(file) }
      case "yaml", "yml", "json", "html": continue
      default: others.append(file)
      }
    }
  }

  /// The names of a folder's files; nil when it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      var status = stat()
      if unsafe stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG { names.append(name) }
    }
    return names
  }

  /// Whether the first line has a tab.
  private static func hasTabs(_ file: String) -> Bool {
    var source = ByteSource.file(file)
    guard let head = try? source.peek(4_000) else { return false }
    return head.prefix { $0 != 0x0A }.contains(0x09)
  }

  /// What the first row names, folded, in whatever encoding and with whatever separator; nothing for a file that cannot be
  /// read.
  static func columns(of file: String) -> Set<String> {
    var source = ByteSource.file(file)
    guard let bytes = try? source.peek(64 << 10) else { return [] }
    var reader = CSVReader(.bytes(TableText(bytes).bytes))
    guard let head = try? reader.next(rows: 1) else { return [] }
    return Set(head.cells(in: 0).map { Spelling.folded(head.text(of: $0)) })
  }
}
