import DigitalMaturity

/// What the columns of a response file are called that say whose the answers are, and of ratings who rates and when.
enum RowColumns {
  static let respondent = "respondent"
  static let person = "person"
  static let rater = "rater"
  static let date = "date"

  /// Those of a questionnaire's files, the one that says whose the answers are in front.
  static func names(of questionnaire: Questionnaire) -> [String] {
    questionnaire.isNamed ? [person, rater, date] : [respondent]
  }
}
