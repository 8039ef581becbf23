import DigitalMaturity
import Testing

@testable import MaturityQuestionnaires

@Suite("several choices in one cell") struct FormChoicesTests {
  private static let options = [
    AnswerOption(id: "phone", label: "By phone", score: nil),
    AnswerOption(id: "web", label: "Online, by myself", score: nil),
    AnswerOption(id: "helped", label: "Online, by myself; with a friend’s help", score: nil),
    AnswerOption(id: "office", label: "At the office (in person).", score: nil),
  ]

  private let choices = FormChoices(options)

  @Test(
    "as Microsoft Forms writes them, with a semicolon after each",
    arguments: [
      ("By phone;", [0]), ("By phone;Online, by myself;", [0, 1]),
      ("Online, by myself; with a friend's help;By phone;", [2, 0]),
      ("At the office (in person);BY\u{A0}PHONE", [3, 0]),
      ("a;C;", [0, 2]), ("web;office", [1, 3]),
    ])
  func semicolons(_ cell: String, _ expected: [Int]) {
    #expect(choices.positions(in: cell, separator: ";") == expected)
  }

  @Test(
    "as Google Forms writes them, with commas between, and commas in labels",
    arguments: [
      ("By phone, Online, by myself", [0, 1]),
      ("Online, by myself; with a friend’s help, At the office (in person).", [2, 3]),
      ("Online, by myself", [1]),
    ])
  func commas(_ cell: String, _ expected: [Int]) {
    #expect(choices.positions(in: cell, separator: ", ") == expected)
  }

  @Test(
    "a part that is none of them makes the whole not understood",
    arguments: ["By phone;Other: fax;", "Online;", ";", "", "x"])
  func unknown(_ cell: String) {
    #expect(choices.positions(in: cell, separator: ";") == nil)
  }
}
