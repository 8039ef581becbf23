import Foundation
import Testing

@Suite("maturity score to several files and to workbooks") struct FilesTests {
  @Test("csvw is a folder, in which nothing is replaced without --force")
  func csvw() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("out").path
    func score(_ more: String...) throws -> CommandLineRun {
      try CommandLineRun(
        arguments: [
          "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
          "--format", "csvw", "--resamples", "50", "--output", path,
        ] + more)
    }
    #expect(try score().status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["csv-metadata.json", "distributions.csv", "scores.csv"])
    try FileManager.default.removeItem(atPath: path + "/scores.csv")
    let refused = try score()
    #expect(refused.status == 73 && refused.errors.contains("distributions.csv” exists already"))
    #expect(!FileManager.default.fileExists(atPath: path + "/scores.csv"))
    #expect(try score("--force").status == 0)
    #expect(FileManager.default.fileExists(atPath: path + "/scores.csv"))
  }

  @Test("xlsx is a workbook, by its ending")
  func xlsx() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("out.xlsx").path
    let run = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
      "--resamples", "50", "--output", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  @Test("where CSV is read, a workbook is refused with what to do, in one line")
  func workbookInsteadOfCSV() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("answers.xlsx").path
    let form = try CommandLineRun(
      "form", "digital-first", "--questionnaire", "employees-short", "--copies", "3", "--output", path)
    #expect(form.status == 0, "\(form.errors)")
    let score = ["score", "digital-first", "--questionnaire", "employees-short", "--responses"]
    let commands = [
      score + [path], score + [CommandLineRun.employees, "--population", path], ["statistics", path], ["invite", path],
    ]
    for command in commands {
      let run = try CommandLineRun(arguments: command)
      #expect(run.status == 65, "\(command)")
      #expect(run.errors.contains("This is a workbook and not CSV"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
    }
  }
}
