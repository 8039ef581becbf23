import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import MaturityYAML

/// Reads a map of columns to questions: CSV, or any format that documents have.
enum ColumnMapFile {
  static func read(_ path: String) throws -> ColumnMap {
    do throws(DocumentError) {
      if path.lowercased().hasSuffix(".csv") { return try ColumnMap(csv: .file(path), file: path) }
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[..<$0]) } ?? "."
      let loader = DocumentLoader(
        source: FolderSource(path: folder.isEmpty ? "/" : folder), formats: Vocabulary.all.documentFormats)
      return try ColumnMap(try loader.load(slash.map { String(path[path.index(after: $0)...]) } ?? path))
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}
