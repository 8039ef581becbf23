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
  var title: [String: String]
  var source: String
  var levels: [Level]
  var areas: [Area]
  var sections: [Section]
}
