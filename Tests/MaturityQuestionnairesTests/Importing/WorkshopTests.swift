import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("a workshop's files") struct WorkshopTests {
  private static let members: Questionnaire = {
    var members = FormExample.questionnaire
    members.id = "members"
    members.attributes = []
    members.sections[0].questions = Array(members.sections[0].questions.prefix(2))
    members.sections[0].questions.append(
      Question(id: "councillor-1", kind: "text", text: "As a councillor?", answers: .open(TextAnswers())))
    return members
  }()

  private func read(_ files: (String, String)..., duplicates: DuplicatePolicy = .reject) throws -> Workshop {
    var workshop = Workshop([FormExample.questionnaire, Self.members], options: ImportOptions(duplicates: duplicates))
    for (name, text) in files { try workshop.read(.bytes(Array(text.utf8)), file: name) }
    return workshop
  }

  private func shape(_ workshop: Workshop) -> [String] {
    workshop.parts.map { "\($0.questionnaire.id) \($0.round): \($0.sheet.respondents.joined(separator: " "))" }
  }

  @Test("each file is given to the questionnaire that it answers, and to its round")
  func parts() throws {
    let workshop = try read(
      ("m.csv", "respondent,data-1,councillor-1\nm1,agree,x\n"),
      ("s1.csv", "ID,Start time,Completion time,We share data safely.,People have time to learn\n1,,,Agree,Agree\n"),
      ("s1 Round 2.csv", "respondent,people\nx,agree\n"),
      ("round-2/s2.csv", "respondent,people,data-1\ny,agree,agree\n"))
    #expect(shape(workshop) == ["staff 1: s1-1 y", "staff 2: x", "members 1: m1"])
    #expect(workshop.files.map(\.file) == ["s1.csv", "round-2/s2.csv", "s1 Round 2.csv", "m.csv"])
    // Of a second round no question is missed.
    #expect(workshop.parts[1].responses.problems.count == 0)
    #expect(workshop.parts[0].responses.problems.counts[.missingColumn] ?? 0 > 0)
  }

  @Test(
    "what two questionnaires ask goes to the one that is named, then to the one that has answers, then to the shorter")
  func alike() throws {
    let text = "respondent,data-1\na,agree\n"
    #expect(shape(try read(("staff 3.csv", text))) == ["staff 1: a"])
    #expect(shape(try read(("x.csv", text))) == ["members 1: a"])
    let whole = "respondent,leadership-1,data-1,councillor-1\na,a,agree,\n"
    #expect(shape(try read(("staff.csv", whole))) == ["members 1: a"])
    #expect(
      shape(try read(("s.csv", "respondent,people\nb,agree\n"), ("round 2.csv", text))) == ["staff 1: b", "staff 2: a"])
  }

  @Test("wide and long CSV and JSON Lines are one round")
  func shapes() throws {
    let workshop = try read(
      ("a.csv", "respondent,data-1,people\na,agree,disagree\n"),
      ("b.csv", "respondent,question,answer\nb,data-1,Agree\nc,people,agree\nb,people,disagree\n"),
      ("c.jsonl", "{\"respondent\": \"d\", \"data-1\": \"agree\"}\n{\"people\": \"disagree\", \"respondent\": \"e\"}\n")
    )
    #expect(shape(workshop) == ["staff 1: a b c d e"])
    #expect(
      workshop.parts[0].responses.rows.map { "\($0[3]) \($0[4])" } == [
        "agree disagree", "agree disagree", " agree", "agree ", " disagree",
      ])
  }

  @Test(
    "a person counts once in a round",
    arguments: [(DuplicatePolicy.reject, "agree"), (.first, "agree"), (.last, "disagree")])
  func repeats(_ policy: DuplicatePolicy, _ answer: String) throws {
    let workshop = try read(
      ("a.csv", "respondent,data-1,people\na,agree,\n"), ("b.csv", "respondent,data-1,people\nA,disagree,\n"),
      ("round 2.csv", "respondent,data-1\na,neither\n"), duplicates: policy)
    #expect(workshop.parts.map { $0.responses.rows.map { $0[3] } } == [[answer], ["neither"]])
  }

  @Test("a file that cannot be read to its end counts for nothing, and the others stay")
  func cutOff() throws {
    var workshop = try read(("a.csv", "respondent,data-1,people\na,agree,\n"))
    for file in ["b.csv", "round 2.csv"] {
      #expect(throws: DocumentError.self) {
        try workshop.read(.bytes(Array("respondent,people\nb,agree\nc,\"agree\nd,agree\n".utf8)), file: file)
      }
    }
    #expect(shape(workshop) == ["staff 1: a"])
    #expect(workshop.files.map(\.file) == ["a.csv"])
  }

  @Test("a file that answers nothing is refused, and the others stay")
  func nothing() throws {
    var workshop = try read(("a.csv", "respondent,people\na,agree\n"))
    let error = #expect(throws: DocumentError.self) {
      try workshop.read(.bytes(Array("x,y\n1,2\n".utf8)), file: "b.csv")
    }
    #expect(error?.diagnostics.first?.location?.file == "b.csv")
    #expect(error?.diagnostics.first?.message.contains("“staff”, “members”") == true)
    #expect(throws: DocumentError.self) { try workshop.read(.bytes([]), file: "c.csv") }
    #expect(shape(workshop) == ["staff 1: a"])
  }

  @Test(
    "the round that a name says",
    arguments: [
      ("x.csv", 1), ("Round 2.csv", 2), ("session-3 round-3.csv", 3), ("f/round2_staff.xlsx", 2), ("round.csv", 1),
      ("roundabout 7.csv", 1), ("ground 2.csv", 1),
    ])
  func rounds(_ file: String, _ round: Int) throws {
    let workshop = try read((file, "respondent,data-1,people\na,agree,agree\n"))
    #expect(workshop.parts.map(\.round) == [round])
  }
}
