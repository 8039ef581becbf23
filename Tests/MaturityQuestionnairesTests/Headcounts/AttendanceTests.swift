import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("attendance") struct AttendanceTests {
  @Test("counts by attribute, against headcounts")
  func counts() throws {
    var responses = ResponseImport(to: FormExample.questionnaire)
    try responses.read(
      .bytes(
        Array("respondent,directorate,data-1,people\na,care,agree,\nb,care,agree,\nc,,agree,\nd,streets,agree,\n".utf8)),
      file: "a.csv")
    let headcounts = try Headcounts(
      attributes: ["directorate"], groups: [.init(["care"], people: 40), .init(["streets"], people: 0)],
      of: FormExample.questionnaire)
    let counts = Attendance.counts(of: responses.sheet, FormExample.questionnaire, against: headcounts)
    let directorate = try #require(counts.first)
    #expect(counts.count == 1)
    #expect(directorate.groups.map(\.responses) == [2, 1, 1])
    #expect(directorate.groups.map(\.people) == [40, 0, nil])
    #expect(directorate.groups.last?.value == nil)
    #expect(Attendance.counts(of: responses.sheet, FormExample.questionnaire).first?.groups.first?.people == nil)
  }
}
