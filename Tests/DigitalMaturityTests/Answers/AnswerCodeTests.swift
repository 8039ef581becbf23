import DigitalMaturity
import Testing

struct AnswerCodeTests {
  @Test func everyOptionUpToTheLimitHasItsCode() {
    for index in 0..<250 {
      let code = AnswerCode.option(index)
      #expect(code?.option == index)
      #expect(code?.status == .answered)
    }
    #expect(AnswerCode.option(250) == nil)
    #expect(AnswerCode.option(-1) == nil)
    #expect(AnswerCode.option(.max) == nil)
  }

  @Test(arguments: AnswerStatus.allCases)
  func aStatusSurvivesItsCode(_ status: AnswerStatus) {
    let code = AnswerCode(status)
    #expect(code.status == status)
    #expect(code.option == nil)
  }

  @Test func codesDoNotOverlap() {
    let statuses = Set(AnswerStatus.allCases.map { AnswerCode($0).rawValue })
    #expect(statuses == Set(250...255))
  }
}
