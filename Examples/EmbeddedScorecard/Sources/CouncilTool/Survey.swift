public import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// An assessment with its results, a round after the other.
///
/// Only what may be shown is kept: answers are counted and let go, and a small group's figures never leave ``close(_:)``.
public struct Survey: Sendable {
  /// What is assessed.
  public let assessment: Assessment
  /// What is asked.
  public let questionnaire: Questionnaire
  /// The results of each round, the earliest first.
  public private(set) var rounds: [PublishableScorecard] = []
  private let scorer: Scorer

  /// Binds the scoring rules to the questions once.
  public init(
    _ assessment: Assessment, asking id: Identifier<Questionnaire>, by attribute: Identifier<Attribute>
  ) throws(DocumentError) {
    guard let questionnaire = assessment.questionnaire(id) else {
      throw DocumentError(Diagnostic(.unknownReference, "“\(assessment.id)” has no questionnaire “\(id)”"))
    }
    self.assessment = assessment
    self.questionnaire = questionnaire
    scorer = try Scorer(assessment, questionnaire: id, breakdowns: [[attribute]])
  }

  /// Scores a round's answers and publishes the results: figures with fewer than ten people behind them are withheld.
  public mutating func close(_ answers: AnswerSheet) {
    var tally = scorer.makeTally()
    scorer.tally(answers, into: &tally)
    rounds.append(scorer.scorecard(tally).published(under: .standard))
  }

  /// The same for answers that arrive as CSV, a row a person, such as the body of a request.
  /// - Returns: What was wrong in it, a sentence each; the rest is scored.
  public mutating func close(csv: [UInt8]) throws(DocumentError) -> [String] {
    var reader = try ResponseReader(.bytes(csv), file: "answers", questionnaire: questionnaire)
    var tally = scorer.makeTally()
    while let block = try reader.next() { scorer.tally(block, into: &tally) }
    rounds.append(scorer.scorecard(tally).published(under: .standard))
    return reader.problems.list.map(\.description)
  }
}
