import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// A questionnaire with what makes forms hard: likert statements, commas and semicolons in labels, two questions of one
/// text, a code that is a plain word.
enum FormExample {
  static let agreement = [
    AnswerOption(id: "disagree", label: "Disagree", score: 1),
    AnswerOption(id: "neither", label: "Neither agree, nor disagree", score: 3),
    AnswerOption(id: "agree", label: "Agree", score: 5),
  ]

  static let questionnaire = Questionnaire(
    id: "staff", title: "How we work",
    attributes: [
      Attribute(
        id: "directorate", text: "Where do you work?",
        values: [
          .init(id: "care", label: "Adult care & health"), .init(id: "streets", label: "Streets, parks and lights"),
        ])
    ],
    sections: [
      .init(
        id: "s", title: "S",
        questions: [
          Question(
            id: "leadership-1", kind: "level", text: "How do you find out what’s planned?",
            answers: .closed([
              AnswerOption(id: "a", label: "We find out when it has changed.", score: 1),
              AnswerOption(id: "b", label: "We’re told “what” – not why…", score: 3),
              AnswerOption(id: "c", label: "Our manager explains; we can object.", score: 5),
            ]), allowed: [.dontKnow]),
          Question(
            id: "data-1", kind: "agreement", text: "We share data safely.", answers: .closed(agreement),
            allowed: [.notApplicable]),
          Question(id: "people", kind: "agreement", text: "People have time to learn", answers: .closed(agreement)),
          Question(id: "visits", kind: "number", text: "Visits in a year?", answers: .open(NumberAnswers(minimum: 0))),
          Question(id: "first-comment", kind: "text", text: "Anything else?", answers: .open(TextAnswers())),
          Question(id: "second-comment", kind: "text", text: "Anything else?", answers: .open(TextAnswers())),
        ])
    ])

  /// Imports one file as a host does.
  static func read(
    _ text: String, file: String = "form.csv", options: ImportOptions = ImportOptions()
  ) throws(DocumentError) -> ResponseImport {
    try read([(file, Array(text.utf8))], options: options)
  }

  static func read(
    _ files: [(name: String, bytes: [UInt8])], options: ImportOptions = ImportOptions()
  ) throws(DocumentError) -> ResponseImport {
    var responses = ResponseImport(to: questionnaire, options: options)
    for (name, bytes) in files { try responses.read(.bytes(bytes), file: name) }
    return responses
  }
}

extension ResponseImport {
  /// The answers as a person reads them: the id, the attributes, the questions.
  var rows: [[String]] {
    var reader = CSVReader(.bytes(csv.bytes))
    var rows: [[String]] = []
    while let block = try? reader.next() {
      for row in 0..<block.count { rows.append(block.cells(in: row).map { block.text(of: $0) }) }
    }
    return Array(rows.dropFirst())
  }

  /// The problems as `line:column code`.
  var places: [String] {
    problems.list.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" }
  }

  /// What each column was taken for, of one file.
  var outcomes: [ImportedColumn.Outcome] { files.first?.columns.map(\.outcome) ?? [] }
}
