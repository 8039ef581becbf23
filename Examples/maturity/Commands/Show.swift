import ArgumentParser
import DigitalMaturity
import MaturityReports
import MaturitySkills

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "maturity", abstract: "Show what an assessment holds.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @OptionGroup var argument: AssessmentArgument

  @OptionGroup var languages: LanguageArguments

  @Flag(help: "Show instead how many questions measure each statement in each area, and what no question measures.")
  var coverage = false

  @Option(help: "With --coverage: table for people, json for programs.")
  var format: Format?

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    if format != nil, !coverage { throw ValidationError("--format belongs to --coverage; add --coverage") }
  }

  func run() throws {
    let assessment = try languages.read(argument)
    if coverage { return try showCoverage(of: assessment) }
    func text(_ localized: LocalizedText?) -> String { localized?.text(in: languages.language) ?? "" }
    let width = Terminal.width
    var output = ""
    func paragraph(_ text: String, indent: String = "") {
      output += Prose.lines(text, width: width, indent: indent)
    }
    func section(_ title: String, _ entries: [(String, String)]) {
      guard !entries.isEmpty else { return }
      var list = NameList()
      for (name, text) in entries { list.add(name, text) }
      output += "\n" + Prose.lines(PlainText.clean(title), width: width) + list.text(width: width)
    }
    paragraph(PlainText.clean(text(assessment.title)))
    paragraph("\(assessment.id) \(assessment.version), content \(assessment.digest ?? "built in Swift")")
    if let summary = assessment.summary {
      output += "\n"
      paragraph(PlainText.clean(text(summary)))
    }
    section(
      "Levels", assessment.levels.map { level in ("\(plain(level.value))  \(text(level.name))", text(level.summary)) })
    section(
      "Areas",
      assessment.areas.map { area in
        ("\(area.id)", "\(text(area.name))\(area.target.map { ", target \(plain($0))" } ?? "")")
      })
    section("Themes", assessment.themes.map { ("\($0.id)", text($0.name)) })
    for set in assessment.principleSets {
      section(
        text(set.name), assessment.principles.filter { $0.set == set.id }.map { ("\($0.id)", text($0.statement)) })
    }
    section(
      "Literacies",
      assessment.literacies.map { literacy in
        let skills = assessment.section(SkillsFramework.self)?.competences(of: literacy.id) ?? []
        return ("\(literacy.id)", "\(text(literacy.name))\(skills.isEmpty ? "" : ", \(skills.count) competences")")
      })
    section("Workstreams", assessment.workstreams.map { ("\($0.id)", text($0.name)) })
    section(
      "Questionnaires",
      assessment.questionnaires.map { questionnaire in
        let attributes = questionnaire.attributes.map(\.id.rawValue).joined(separator: ", ")
        return (
          "\(questionnaire.id)",
          "\(questionnaire.questions.count) questions for \(questionnaire.audience)"
            + (questionnaire.mode == .consensus ? ", answered as a group" : "")
            + (attributes.isEmpty ? "" : ", by \(attributes)")
        )
      })
    output += "\n"
    paragraph("\(assessment.actions.count) recommended actions, \(assessment.projects.count) projects")
    if let source = assessment.source {
      output += "\nWhere the wording comes from\n"
      paragraph(PlainText.clean(text(source)), indent: "  ")
    }
    try Terminal.print(output, terminator: "")
    for warning in assessment.warnings { Terminal.message(warning.description) }
  }

  private func showCoverage(of assessment: Assessment) throws {
    var output = ByteOutput()
    switch format ?? .table {
    case .table:
      EvidenceText.write(assessment, language: languages.language, width: Terminal.width, to: &output)
    case .json: output = EvidenceText.json(assessment)
    }
    try OutputFile.write(output.bytes, to: nil, force: false)
  }

  private func plain(_ number: Double) -> String {
    var output = ByteOutput()
    output.write(exact: number)
    return output.text
  }
}
