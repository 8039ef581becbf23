import Foundation
import Testing

@Suite("--language") struct LanguageTests {
  private static let assessment = """
    format: 1
    id: small
    version: 1.0.0
    title: {en: Small, cy: Bach}
    levels:
      - {id: low, value: 1, name: {en: Low, cy: Isel}}
      - {id: high, value: 5, name: {en: High, cy: Uchel}}
    areas:
      - {id: work, name: {en: Work, cy: Gwaith}, target: 4}
      - {id: rest, name: Rest}
    scoring:
      areas: {rule: weighted-mean}
    questionnaires:
      - id: staff
        title: {en: Staff, cy: Staff}
        sections:
          - id: work
            questions:
              - {id: q1, text: {en: Work?, cy: Gwaith?}, measures: {areas: [work]}, options: [{id: a, score: 1, label: {en: No, cy: Na}}, {id: b, score: 5, label: {en: Yes, cy: Ie}}]}
              - {id: q2, text: {en: Rest?, cy: Gorffwys?}, measures: {areas: [rest]}, options: [{id: a, score: 1, label: {en: No, cy: Na}}, {id: b, score: 5, label: {en: Yes, cy: Ie}}]}
    """
  private static let told =
    "Welsh: 1 of 10 texts is missing and is shown in English: areas.rest.name\n"
  private static let draft = "Welsh: the words of reports and forms are a draft that nobody has reviewed\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.assessment.replacingOccurrences(of: "id: q1,", with: "id: q1, kind: choice,")
        .replacingOccurrences(of: "id: q2,", with: "id: q2, kind: choice,"), to: "assessment.yaml")
    try folder.write(
      "respondent,q1,q2\n" + (1...12).map { "p\($0),\($0 % 2 == 0 ? "a" : "b"),b\n" }.joined(), to: "answers.csv")
    return folder
  }

  @Test("a text of answers that questions share is told once, where it stands")
  func sharedAnswers() throws {
    let folder = try TemporaryFolder()
    let options = "options: [{id: a, score: 1, label: {en: No, cy: Na}}, {id: b, score: 5, label: {en: Yes, cy: Ie}}]"
    try folder.write(
      Self.assessment.replacingOccurrences(of: options, with: "kind: choice, options: yes-no")
        .replacingOccurrences(of: "name: Rest}", with: "name: {en: Rest, cy: Gorffwys}}")
        .replacingOccurrences(
          of: "    sections:",
          with: "    answers:\n      yes-no:\n        - {id: a, score: 1, label: No}\n"
            + "        - {id: b, score: 5, label: {en: Yes, cy: Ie}}\n    sections:"), to: "assessment.yaml")
    let run = try CommandLineRun("check", folder.url.path)
    #expect(run.status == 0)
    #expect(run.errors.components(separatedBy: "[missing-translation]").count == 2, "\(run.errors)")
    #expect(run.errors.contains("- {id: a, score: 1, label: No}"))
  }

  @Test("a report is in the language, with what is missing in it counted, told and marked")
  func score() throws {
    let folder = try folder()
    let run = try CommandLineRun(
      "score", folder.url.path, "--questionnaire", "staff", "--responses", "\(folder.url.path)/answers.csv",
      "--language", "cy-GB", "--format", "html")
    #expect(run.status == 0)
    #expect(run.errors.contains(Self.told) && run.errors.contains(Self.draft))
    #expect(run.output.contains("<html lang=\"cy\">"))
    #expect(run.output.contains("<bdi lang=\"en\">Rest</bdi>"))
    #expect(run.output.contains(">Gwaith<") && !run.output.contains(">Work<"))
    #expect(run.output.contains("Cryfaf: "))
    // The draft is never shown unasked.
    let english = try CommandLineRun(
      "score", folder.url.path, "--questionnaire", "staff", "--responses", "\(folder.url.path)/answers.csv",
      "--format", "html")
    #expect(english.errors == "")
    #expect(english.output.contains("<html lang=\"en\">") && !english.output.contains("Cryfaf"))
  }

  @Test("forms, explanations and what an assessment holds are in the language too")
  func otherCommands() throws {
    let folder = try folder()
    let form = try CommandLineRun(
      "form", folder.url.path, "--questionnaire", "staff", "--language", "cy", "--format", "markdown")
    #expect(form.output.contains("## Cyn i chi ddechrau") && form.output.contains("A. Na"))
    // Of the form's own texts none is missing.
    #expect(!form.errors.contains("texts") && form.errors.contains(Self.draft))
    let explained = try CommandLineRun(
      "explain", folder.url.path, "--questionnaire", "staff", "--responses", "\(folder.url.path)/answers.csv", "--area",
      "work", "--language", "cy")
    #expect(explained.output.contains("holiadur “staff”, pawb") && explained.errors.contains(Self.told))
    let shown = try CommandLineRun("show", folder.url.path, "--language", "cy")
    #expect(shown.output.hasPrefix("Bach\n") && shown.errors.hasPrefix(Self.told))
  }

  @Test("check lists everything that is missing")
  func check() throws {
    let folder = try folder()
    let run = try CommandLineRun("check", folder.url.path, "--language", "cy")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Welsh: 9 of 10 texts of \(folder.url.path)\n  areas.rest.name: English\nWelsh: "))
    #expect(run.output.contains(" phrases of reports and forms, a draft that nobody has reviewed\n"))
    let json = try CommandLineRun("check", folder.url.path, "--language", "cy", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let texts = try #require(object["texts"] as? [String: Any])
    #expect(texts["missing"] as? Int == 1 && texts["texts"] as? Int == 10)
    #expect((texts["fallbacks"] as? [[String: String]])?.first == ["place": "areas.rest.name", "language": "en"])
    #expect((object["words"] as? [String: Any])?["language"] as? String == "cy")
  }

  @Test("words come from a file; a wrong one is refused with its problems, and a language without words is told of")
  func words() throws {
    let folder = try folder()
    let words = try folder.write("format: 1\nlanguage: pl\nstatus: reviewed\nreports: {area: Obszar}\n", to: "pl.yaml")
    let score = [
      "score", folder.url.path, "--questionnaire", "staff", "--responses", "\(folder.url.path)/answers.csv",
      "--language", "pl",
    ]
    let run = try CommandLineRun(arguments: score + ["--words", words])
    #expect(run.output.contains("Obszar"))
    #expect(run.errors.contains("Polish: ") && run.errors.contains("phrases of the interface are missing"))
    let without = try CommandLineRun(arguments: score)
    #expect(without.errors.contains("Polish: the words of reports and forms are English; --words names a file"))
    let wrong = try folder.write("format: 1\nlanguage: pl\nstatus: done\nreports: {aera: Obszar}\n", to: "wrong.yaml")
    let refused = try CommandLineRun(arguments: score + ["--words", wrong])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("wrong.yaml:4:11: error: unknown key “aera”; did you mean “area”?"))
    #expect(refused.errors.contains("wrong.yaml:3:9: error: “done” is no status"))
    #expect(try CommandLineRun(arguments: score + ["--words", "\(folder.url.path)/no.yaml"]).status == 66)
    #expect(try CommandLineRun("show", folder.url.path, "--language", "no such").status == 64)
  }
}
