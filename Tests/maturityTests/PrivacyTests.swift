import DigitalMaturity
import Foundation
import Testing

/// What people read, in every format, of a workshop with a small group, a unanimous one and answers in their own words.
@Suite("what is told of people") struct PrivacyTests {
  static let formats = ["table", "json", "csv", "markdown", "html", "agenda", "wall"]

  /// Twelve, eleven and four people in three parts; all of “same” choose the same; everybody writes something.
  private func workshop(people: Int = 27) throws -> (folder: TemporaryFolder, responses: String) {
    let folder = try TemporaryFolder()
    let options = (1...5).map { #"{"id": "o\#($0)", "score": \#($0), "label": "Statement \#($0)"}"# }
    let questions = (1...2).map {
      #"{"id": "q-\#($0)", "kind": "choice", "text": "Question \#($0)?", "options": [\#(options.joined(separator: ","))], "measures": {"areas": ["one"]}}"#
    }
    let levels = (1...5).map { #"{"id": "l-\#($0)", "value": \#($0), "name": "Level \#($0)"}"# }
    let parts = ["same", "mixed", "few"].map { #"{"id": "\#($0)", "label": "The \#($0) ones"}"# }
    try folder.write(
      """
      {"format": 1, "id": "w", "version": "1.0.0", "title": "W", "levels": [\(levels.joined(separator: ","))],
       "areas": [{"id": "one", "name": "The area"}], "scoring": {"areas": {"rule": "weighted-mean"}},
       "questionnaires": [{"id": "all", "title": "All", "audience": "staff",
         "attributes": [{"id": "part", "text": "Part?", "values": [\(parts.joined(separator: ","))]}],
         "sections": [{"id": "s", "title": "S", "questions": [\(questions.joined(separator: ",")),
           {"id": "words", "kind": "text", "text": "In your own words?"}]}]}]}
      """, to: "assessment.json")
    var rows = ["respondent,part,q-1,q-2,words"]
    for person in 0..<people {
      let part = person < 12 ? "same" : person < 23 ? "mixed" : "few"
      let score = person < 12 ? 3 : person % 5 + 1
      rows.append("e\(person),\(part),o\(score),o\(score),Confided \(person)")
    }
    return (folder, try folder.write(rows.joined(separator: "\n"), to: "responses.csv"))
  }

  private func run(_ format: String, people: Int = 27, _ arguments: String...) throws -> String {
    let (folder, responses) = try workshop(people: people)
    let run = try CommandLineRun(
      arguments: [
        "score", folder.url.appendingPathComponent("assessment.json").path, "--questionnaire", "all", "--responses",
        responses, "--format", format, "--output", folder.url.appendingPathComponent("out").path,
      ] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    return try String(contentsOf: folder.url.appendingPathComponent("out"), encoding: .utf8)
  }

  @Test("what people wrote is in no report, however many they are", arguments: formats)
  func ownWords(_ format: String) throws {
    let text = try run(format, "--by", "part")
    #expect(text.contains("The area") || text.contains("Question 1"))
    #expect(!text.contains("Confided"))
  }

  @Test("where everyone has the same score, that is marked", arguments: formats)
  func unanimous(_ format: String) throws {
    switch format {
    case "agenda": #expect(try run(format, people: 12).contains("Everyone has the same score here."))
    case "wall": #expect(try run(format, people: 12).contains("everyone in the group has the same score"))
    case "csv":
      let rows = try run(format, "--by", "part").split(whereSeparator: \.isNewline)
      let area = rows.first { $0.hasPrefix("all,The same ones,same,area,one,") }
      #expect(area?.hasSuffix(",yes") ?? false)
      #expect(rows.count { $0.hasSuffix(",yes") } == 1)
    case "json":
      let text = try run(format, "--by", "part")
      let groups = try #require(PublishableScorecard.read(Array(text.utf8), file: "out").first).groups
      #expect(groups.map { $0.areas[0].isUnanimous } == [false, true, false, false])
    default:
      let text = try run(format, "--by", "part")
      #expect(text.contains("3.0 †") && text.contains("†: everyone in the group has the same score"))
    }
  }

  @Test("nor in an explanation", arguments: ["text", "markdown", "json"])
  func explained(_ format: String) throws {
    let (folder, responses) = try workshop()
    let assessment = folder.url.appendingPathComponent("assessment.json").path
    for what in [["--question", "words"], ["--area", "one"]] {
      let run = try CommandLineRun(
        arguments: ["explain", assessment, "--questionnaire", "all", "--responses", responses, "--format", format]
          + what)
      #expect(run.status == 0 && !run.output.contains("Confided"))
    }
  }

  @Test(
    "the members' report says what is withheld, why, and what an agreed answer does",
    arguments: [
      "table", "markdown", "html", "agenda", "wall",
    ])
  func members(_ format: String) throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appendingPathComponent("out").path
    let run = try CommandLineRun(
      "score", "digital-first", "--questionnaire", "members-individual", "--responses", CommandLineRun.members,
      "--format", format,
      "--output", output)
    #expect(run.status == 0)
    let text = try String(contentsOfFile: output, encoding: .utf8).lowercased()
    #expect(text.contains("fewer than 10 people") || text.contains("at least 10 people"))
    #expect(text.contains("agree one answer together") || text.contains("record one agreed answer"))
    #expect(text.contains("withheld") || text.contains("nothing is shown"))
  }
}
