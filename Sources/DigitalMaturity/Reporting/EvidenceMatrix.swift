/// How many questions are evidence of both an area and a statement or literacy: shows what nobody is asked about.
///
/// ```swift
/// let matrix = EvidenceMatrix(of: assessment)
/// for statement in matrix.rows where statement.isBlindSpot { print("no question measures", statement.name) }
/// ```
public struct EvidenceMatrix: Sendable, Hashable {
  /// A principle or a literacy, beside every area.
  public struct Row: Sendable, Hashable {
    /// The principle or literacy.
    public let subject: Subject
    /// Its short name.
    public let name: LocalizedText
    /// How many questions measure both it and an area, for each of the areas in order. A question of two areas counts
    /// in both.
    public let counts: [Int]
    /// How many questions measure it, whatever else they measure.
    public let questions: Int

    /// Whether no question measures it.
    public var isBlindSpot: Bool { questions == 0 }
  }

  /// An area, with how many questions measure it.
  public struct Column: Sendable, Hashable {
    /// The area.
    public let area: Identifier<Area>
    /// Its name.
    public let name: LocalizedText
    /// How many questions measure it, whatever else they measure.
    public let questions: Int

    /// Whether no question measures it.
    public var isBlindSpot: Bool { questions == 0 }
  }

  /// The areas, in the assessment's order.
  public let areas: [Column]
  /// The principles, then the literacies, in the assessment's order.
  public let rows: [Row]
  /// How many questions there are, whatever they measure.
  public let questions: Int

  /// Counts the questions of one questionnaire, or of all together.
  ///
  /// What several questionnaires ask under one id and in the same words is one question. A share or a weight of 0 is no
  /// evidence. O(questions × what each measures).
  /// - Parameters:
  ///   - assessment: The assessment whose areas, principles and literacies are rows and columns.
  ///   - questionnaire: The questionnaire; all of them when nil. One that the assessment lacks has no questions.
  ///   - measures: What a question of a questionnaire measures. A host says it where a plug-in knows more than the question
  ///     itself, such as which literacy a rated competence belongs to.
  public init(
    of assessment: Assessment, questionnaire: Identifier<Questionnaire>? = nil,
    measures: (Questionnaire, Question) -> Measures = { $1.measures }
  ) {
    var asked: Set<Asked> = []
    var areaCounts: [Identifier<Area>: Int] = [:]
    var subjectCounts: [Subject: Int] = [:]
    var pairCounts: [Subject: [Identifier<Area>: Int]] = [:]
    for one in assessment.questionnaires where questionnaire == nil || one.id == questionnaire {
      for question in one.questions where asked.insert(Asked(id: question.id, text: question.text)).inserted {
        guard question.weight > 0 else { continue }
        let measures = measures(one, question)
        let areas = measures.areas.filter { $0.weight > 0 }.map(\.id)
        for area in areas { areaCounts[area, default: 0] += 1 }
        let principles = measures.principles.filter { $0.weight > 0 }.map { Subject(.principle, $0.id.rawValue) }
        let literacies = measures.literacies.filter { $0.weight > 0 }.map { Subject(.literacy, $0.id.rawValue) }
        for subject in principles + literacies {
          subjectCounts[subject, default: 0] += 1
          for area in areas { pairCounts[subject, default: [:]][area, default: 0] += 1 }
        }
      }
    }
    areas = assessment.areas.map { Column(area: $0.id, name: $0.name, questions: areaCounts[$0.id] ?? 0) }
    let named =
      assessment.principles.map { (Subject(.principle, $0.id.rawValue), $0.name) }
      + assessment.literacies.map { (Subject(.literacy, $0.id.rawValue), $0.name) }
    rows = named.map { subject, name in
      Row(
        subject: subject, name: name, counts: assessment.areas.map { pairCounts[subject]?[$0.id] ?? 0 },
        questions: subjectCounts[subject] ?? 0)
    }
    questions = asked.count
  }

  /// Writes the matrix as a JSON object: `questions`, `areas`, and `statements`, each with a count for every area.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("questions", questions)
      writer.key("areas")
      writer.array { writer in
        for area in areas {
          writer.object { writer in
            writer.member("id", area.area.rawValue)
            writer.member("questions", area.questions)
            writer.key("blindSpot")
            writer.value(area.isBlindSpot)
          }
        }
      }
      writer.key("statements")
      writer.array { writer in
        for row in rows {
          writer.object { writer in
            writer.member("kind", row.subject.kind.rawValue)
            writer.member("id", row.subject.id)
            writer.member("questions", row.questions)
            writer.key("blindSpot")
            writer.value(row.isBlindSpot)
            writer.key("byArea")
            writer.object { writer in
              for (area, count) in zip(areas, row.counts) { writer.member(area.area.rawValue, count) }
            }
          }
        }
      }
    }
  }

  /// What makes two questions one.
  private struct Asked: Hashable {
    let id: Identifier<Question>
    let text: LocalizedText
  }
}
