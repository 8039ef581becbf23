/// What groups wrote beside the answers that they agreed (`mode: consensus`): links to evidence, reasons, notes.
///
/// What people write one by one is never collected: a few words may tell who wrote them, whatever the size of the group. What a
/// group agreed on belongs to the group and is shown.
///
/// ```swift
/// var texts = AgreedTexts(of: questionnaire)
/// texts?.add(sheet)  // as often as there are blocks
/// ```
public struct AgreedTexts: Sendable {
  /// What one group wrote in answer to one question.
  public struct Text: Sendable, Hashable {
    /// Which group it was: its attributes, but how many were present; several groups may have the same.
    public let group: [GroupAttribute]
    /// Its words, as they were written. They come from outside: whatever shows them escapes them.
    public let text: String
  }

  /// The questionnaire.
  public let questionnaire: Identifier<Questionnaire>
  private let questions: Questionnaire
  /// The positions of the questions that are answered by text.
  private let places: [Int]
  private var byQuestion: [Identifier<Question>: [Entry]] = [:]

  private struct Entry: Sendable, Hashable {
    let key: [UInt16]
    let text: String
  }

  /// Has collected nothing yet.
  /// - Returns: Nil for a questionnaire that people answer one by one.
  public init?(of questionnaire: Questionnaire) {
    guard questionnaire.mode == .consensus else { return nil }
    self.questionnaire = questionnaire.id
    questions = questionnaire
    places = questionnaire.questions.indices.filter {
      if case .open = questionnaire.questions[$0].answers { true } else { false }
    }
  }

  /// Collects what the groups of a sheet wrote. Blank texts and answers to questions that were not shown are left out.
  /// O(rows × open questions).
  public mutating func add(_ sheet: AnswerSheet) {
    let all = questions.questions
    guard sheet.columns.count == all.count, sheet.attributes.count == questions.attributes.count else { return }
    var sheet = sheet
    sheet.markNotShown(in: questions)
    for place in places {
      for row in 0..<sheet.count {
        guard case .text(let text) = sheet.columns[place].openAnswer(row), text.contains(where: { !$0.isWhitespace })
        else { continue }
        let key = questions.attributes.indices.map { sheet.attributes[$0][row] }
        byQuestion[all[place].id, default: []].append(Entry(key: key, text: text))
      }
    }
  }

  /// Adds what another has collected of the same questionnaire.
  public mutating func merge(_ other: AgreedTexts) {
    guard other.questionnaire == questionnaire else { return }
    byQuestion.merge(other.byQuestion) { $0 + $1 }
  }

  /// What was written in answer to a question, by the groups' attributes in the order of their values: the same whatever the
  /// order of rows and files.
  public subscript(question: Identifier<Question>) -> [Text] {
    let entries = (byQuestion[question] ?? []).sorted { one, other in
      one.key == other.key ? one.text < other.text : one.key.lexicographicallyPrecedes(other.key)
    }
    return entries.map { entry in
      Text(
        group: zip(questions.attributes, entry.key).compactMap { attribute, value in
          guard attribute.id != AgreedAnswers.present else { return nil }
          let known = attribute.values.indices.contains(Int(value)) ? attribute.values[Int(value)].id : nil
          return GroupAttribute(attribute: attribute.id, value: known)
        }, text: entry.text)
    }
  }
}

extension ReportContext {
  /// What groups wrote in answer to a question of a questionnaire; empty where people answered one by one.
  public func texts(
    of question: Identifier<Question>, in questionnaire: Identifier<Questionnaire>
  ) -> [AgreedTexts.Text] {
    guard scorecards.contains(where: { $0.questionnaire == questionnaire && $0.mode == .consensus }) else { return [] }
    return agreedTexts.first { $0.questionnaire == questionnaire }?[question] ?? []
  }
}
