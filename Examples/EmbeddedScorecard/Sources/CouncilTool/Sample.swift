public import DigitalMaturity

/// The tool with two assessments and made-up answers: two rounds among staff, one at the counter.
public enum Sample {
  /// What the tool serves.
  public static func service() throws(DocumentError) -> Service {
    var staff = try Survey(DigitalServices.assessment(), asking: "staff", by: "site")
    staff.close(try staffAnswers(people: 24, risen: 0))
    staff.close(try staffAnswers(people: 27, risen: 1))

    var counter = try Survey(Counter.assessment(), asking: "customers", by: "office")
    for problem in try counter.close(csv: Array(customerAnswers.utf8)) { print(problem) }

    return Service([(staff, DigitalServices.vocabulary), (counter, Counter.vocabulary)])
  }

  /// Answers as a host holds them: values of Swift. Everybody thinks a little better of what has risen.
  static func staffAnswers(people: Int, risen: Int) throws(DocumentError) -> AnswerSheet {
    let questionnaire = DigitalServices.questionnaire
    var sheet = AnswerSheet(for: questionnaire)
    for person in 0..<people {
      func option(_ score: Int) -> Answer { .option(Identifier("a\(min(max(score, 1), 5))")) }
      try sheet.add(
        [
          "start": option(person % 3 + 1 + risen),
          "track": person % 8 == 7 ? .status(.dontKnow) : option(person % 2 + 1 + risen),
          "assist": option(person % 4 + 1),
          "plain": option(person % 2 + 3),
          "retype": option(person % 3 + 2),
          "kit": option(person % 5 + 1),
        ],
        attributes: ["site": person % 5 < 3 ? "town-hall" : "depot"], to: questionnaire)
    }
    return sheet
  }

  /// Answers as they arrive from elsewhere. Four customers of the north office are too few to show.
  static let customerAnswers =
    "respondent,office,waited,settled\n"
    + (1...24).map { person in
      let waited = ["4", "12 min", "20 min", "0 h 35", "1 h 05"][person % 5]
      return "c\(person),\(person <= 20 ? "centre" : "north"),\(waited),\(["yes", "partly", "yes", "no"][person % 4])\n"
    }.joined()
}
