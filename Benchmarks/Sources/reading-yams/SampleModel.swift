/// What Yams' decoder reads the sample into: every key of ``SampleAssessment``, no more.
struct SampleModel: Decodable {
  struct Level: Decodable {
    var id: String
    var value: Int
    var name: String
    var summary: String
  }

  struct Area: Decodable {
    var id: String
    var name: String
    var summary: String
    var themes: [String]
    var weight: Double
    var target: Int
    var levels: [String: String]
  }

  struct Scoring: Decodable {
    struct Definition: Decodable {
      var rule: String
      var missing: String
      var minimumAnswered: Double

      enum CodingKeys: String, CodingKey {
        case rule, missing
        case minimumAnswered = "minimum-answered"
      }
    }

    var areas: Definition
  }

  struct Questionnaire: Decodable {
    var id: String
    var title: String
    var sections: [Section]
  }

  struct Section: Decodable {
    var id: String
    var title: String
    var questions: [Question]
  }

  struct Question: Decodable {
    var id: String
    var kind: String
    var text: String
    var help: String?
    var options: [Option]
    var measures: [String: [String]]
    var weight: Double
    var required: Bool
    var allow: [String]
  }

  struct Option: Decodable {
    var id: String
    var score: Double
    var label: String
  }

  var format: Int
  var id: String
  var version: String
  var title: String
  var source: String
  var levels: [Level]
  var themes: [[String: String]]
  var principleSets: [[String: String]]
  var principles: [[String: String]]
  var scoring: Scoring
  var areas: [Area]
  var questionnaires: [Questionnaire]

  enum CodingKeys: String, CodingKey {
    case format, id, version, title, source, levels, themes, principles, scoring, areas, questionnaires
    case principleSets = "principle-sets"
  }
}
