import DigitalMaturity
import MaturityOffice
import MaturityPlanning
import MaturityQuestionnaires
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityYAML

extension Vocabulary {
  /// Everything that this command line knows.
  static let all: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    vocabulary.addReports()
    vocabulary.addOffice(page: ResultTables.page)
    vocabulary.addPlanning()
    return vocabulary
  }()
}
