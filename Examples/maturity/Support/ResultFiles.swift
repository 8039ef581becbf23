import ArgumentParser
import DigitalMaturity
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
    do throws(DocumentError) {
      let source = FolderSource(path: folder.isEmpty ? "/" : folder)
      return try PublishableScorecard.read(try source.bytes(at: name, limit: DocumentLimits.standard.bytes), file: file)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      Terminal.message("\(file): \(DiagnosticPrinter.count(error.diagnostics)); \(origin)")
      throw ExitCode.of(error)
    }
  }

  /// What a file is called on a page: its name without folders and ending.
  static func name(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
