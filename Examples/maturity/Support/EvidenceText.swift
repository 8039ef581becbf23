import DigitalMaturity
import MaturityReports
import MaturitySkills

/// Tables of what a questionnaire's questions measure: statements by area.
enum EvidenceText {
  /// Writes all questionnaires together, then each.
  static func write(_ assessment: Assessment, language: String?, width: Int?, to output: inout ByteOutput) {
    for sentence in [
      "How many questions measure both a statement and an area; “.” where none does.",
      "What several questionnaires ask in the same words counts once in the first table.",
    ] {
      output.write(Prose.lines(sentence, width: width))
    }
    write(matrix(of: assessment), "All questionnaires", language, width, to: &output)
    for questionnaire in assessment.questionnaires {
      write(matrix(of: assessment, questionnaire.id), "\(questionnaire.id)", language, width, to: &output)
    }
  }

  /// What questions measure; a rated competence is evidence of its literacy.
  private static func matrix(
    of assessment: Assessment, _ questionnaire: Identifier<Questionnaire>? = nil
  ) -> EvidenceMatrix {
    let framework = assessment.section(SkillsFramework.self)
    let ratings = Set(framework?.questionnaires.map(\.id) ?? [])
    return EvidenceMatrix(of: assessment, questionnaire: questionnaire) { questionnaire, question in
      guard ratings.contains(questionnaire.id),
        let competence = framework?.competence(Identifier(question.id.rawValue))
      else { return question.measures }
      return Measures(literacies: [competence.literacy: 1])
    }
  }

  private static func write(
    _ matrix: EvidenceMatrix, _ title: String, _ language: String?, _ width: Int?, to output: inout ByteOutput
  ) {
    output.write("\n\(title): \(matrix.questions) \(matrix.questions == 1 ? "question" : "questions")\n")
    func shown(_ count: Int) -> String { count == 0 ? "." : "\(count)" }
    var table = TextTable(label: "Statement", numbers: ["questions"] + matrix.areas.map(\.area.rawValue))
    for row in matrix.rows { table.add([row.subject.id] + ([row.questions] + row.counts).map(shown)) }
    table.add(["questions of the area", ""] + matrix.areas.map { shown($0.questions) })
    output.write("\n")
    table.write(width: width, to: &output)
    output.write("\n")
    func list(_ start: String, _ names: [String]) {
      if !names.isEmpty {
        output.write(Prose.lines("\(start): \(names.joined(separator: "; ")).", width: width, hanging: "  "))
      }
    }
    list(
      "Blind spots, measured by no question",
      matrix.areas.filter(\.isBlindSpot).map { "\($0.area) (\($0.name.text(in: language)))" }
        + matrix.rows.filter(\.isBlindSpot).map { "\($0.subject.id) (\($0.name.text(in: language)))" })
    list("Measured by one question only", matrix.rows.filter { $0.questions == 1 }.map(\.subject.id))
    if !matrix.areas.contains(where: \.isBlindSpot), !matrix.rows.contains(where: \.isBlindSpot) {
      output.write("No blind spots.\n")
    }
  }

  /// The same as JSON: `all`, and `questionnaires` by id.
  static func json(_ assessment: Assessment) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("assessment", assessment.id.rawValue)
      writer.member("version", assessment.version)
      writer.key("all")
      matrix(of: assessment).write(to: &writer)
      writer.key("questionnaires")
      writer.object { writer in
        for questionnaire in assessment.questionnaires {
          writer.key(questionnaire.id.rawValue)
          matrix(of: assessment, questionnaire.id).write(to: &writer)
        }
      }
    }
    return writer.finish()
  }
}
