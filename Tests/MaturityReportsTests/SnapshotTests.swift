import DigitalMaturity
import Foundation
import MaturityReports
import Testing

/// Every format as it was last looked at and found good. With `MATURITY_RECORD_SNAPSHOTS=1` the files are written anew;
/// a missing file is written, and fails once.
@Suite struct SnapshotTests {
  static let samples: [String: Sample] = [
    "staff": Sample(),
    "cohorts": {
      var sample = Sample()
      sample.members = 9
      return sample
    }(),
    "hostile": .hostile,
  ]

  @Test(arguments: ["staff", "cohorts", "hostile"], ["html", "markdown", "table", "csv"])
  func report(name: String, format: String) throws {
    var vocabulary = Vocabulary()
    vocabulary.addReports()
    let format = try #require(vocabulary.reportFormat(format))
    let sample = try #require(Self.samples[name])
    try expect(try sample.write(format, width: format.name == "table" ? 80 : nil), "\(name).\(format.fileExtension)")
  }

  @Test(arguments: ["cohorts", "hostile"]) func csvw(name: String) throws {
    let sample = try #require(Self.samples[name])
    for file in CSVWReportFormat().files(try sample.makeContext()) {
      try expect(String(decoding: file.bytes, as: UTF8.self), "\(name).csvw.\(file.name)")
    }
  }

  @Test("papers, as a page and as Markdown", arguments: PaperSamples.names, ["you-said", "questions"])
  func paper(name: String, kind: String) throws {
    let context = try PaperSamples.context(name)
    let paper =
      kind == "questions"
      ? LikelyQuestionsPaper.paper(context)
      : YouSaidPaper(next: ["The board decides in May."], contact: "Ann").paper(context)
    try expect(paper.markdown().text, "\(name).\(kind).md")
    if name == "cohorts" { try expect(paper.html().text, "\(name).\(kind).html") }
  }

  @Test("templates of papers, filled", arguments: NoteTemplate.allCases) func note(template: NoteTemplate) throws {
    let fields = NoteFields(now: try PaperSamples.context("cohorts"))
    let filled = try Note(markdown: template.markdown, file: "note.md").filled(from: fields)
    try expect(filled, "\(template.rawValue).md")
    try expect(Paper(markdown: filled).html().text, "\(template.rawValue).html")
  }

  @Test("tables of a workbook, as text") func tables() throws {
    for name in ["cohorts", "all-withheld"] {
      try expect(ResultTables.page(try PaperSamples.context(name)).text().text, "\(name).tables.txt")
    }
  }

  @Test func form() throws {
    let assessment = try Sample().makeAssessment()
    let questionnaire = try #require(assessment.questionnaire("staff"))
    try expect(PrintableForm.html(questionnaire, of: assessment).text, "form.html")
  }

  private func expect(_ text: String, _ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    let isRecording = ProcessInfo.processInfo.environment["MATURITY_RECORD_SNAPSHOTS"] == "1"
    let known = try? Data(contentsOf: file)
    if isRecording || known == nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      if !isRecording { Issue.record("\(name) was missing and has been recorded: look at it and run again") }
      return
    }
    let recorded = String(decoding: known ?? Data(), as: UTF8.self)
    if recorded == text { return }
    let lines = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs from line \((first?.offset ?? 0) + 1):
      now      \(first.map { String($0.element.0.prefix(200)) } ?? "")
      recorded \(first.map { String($0.element.1.prefix(200)) } ?? "")
      """)
  }
}
