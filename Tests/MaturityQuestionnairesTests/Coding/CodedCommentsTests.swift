import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

struct CodedCommentsTests {
  private func read(_ text: String, column: String = "comment") throws -> CodedComments {
    try CodedComments(
      .bytes(Array(text.utf8)), file: "comments.csv", column: column, frame: try CodingFrameTests.read())
  }

  @Test func theSheetHasAnEmptyColumnToFillIn() throws {
    let comments = try read(
      "respondent,day,Comment\r\nc1,1,\"Talk, and a form\"\r\nc2,1,  \r\nc3,1,=HYPERLINK(1)\r\n")
    #expect(comments.comments.count == 2)
    #expect(comments.blank == 1)
    #expect(
      String(decoding: comments.sheet(column: "comment"), as: UTF8.self) == """
        respondent,comment,suggested,because,also,code\r
        c1,"Talk, and a form",talk,talk; form,hard,\r
        c3,'=HYPERLINK(1),,,,\r

        """)
  }

  @Test("a sheet that was filled in is read back, by code or label, and written the same")
  func theSheetIsReadBack() throws {
    let filled =
      "respondent,comment,suggested,because,also,code\r\n"
      + "c1,I want to talk,talk,talk,,hard to use\r\nc2,Hm,,,,NONE\r\nc3,A form,hard,form,,\r\n"
    let comments = try read(filled)
    #expect(comments.comments.map(\.checked) == [.reason(1), CodedComments.Decision.noReason, nil])
    let again = try read(String(decoding: comments.sheet(column: "comment"), as: UTF8.self))
    #expect(again.comments == comments.comments)
  }

  @Test func codesThatAreNoneAreAllNamed() {
    let error = #expect(throws: DocumentError.self) {
      try read("comment,code\na,tolk\nb,talk\nc,why not\n")
    }
    #expect(error?.diagnostics.map { $0.location?.line } == [2, 4])
    #expect(error?.diagnostics.map { $0.location?.column } == [2, 2])
    #expect(error?.diagnostics.first?.message.contains("did you mean “talk”?") == true)
  }

  @Test func aColumnThatIsNotThereIsNamedWithTheNearest() {
    let error = #expect(throws: DocumentError.self) { try read("coment\nx\n") }
    #expect(error?.diagnostics.first?.message == "there is no column “comment”; did you mean “coment”?")
  }
}
