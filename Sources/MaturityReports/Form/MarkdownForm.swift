public import DigitalMaturity

/// A questionnaire as Markdown: to read through, to comment on, or to paste into another tool.
public enum MarkdownForm {
  /// Writes the form. Every question carries its code, so that answers can be matched.
  /// - Parameters:
  ///   - questionnaire: The questionnaire.
  ///   - assessment: The assessment that it belongs to.
  ///   - options: Its language and what it says before the questions; serial numbers and large type mean nothing here.
  public static func text(
    _ questionnaire: Questionnaire, of assessment: Assessment, options: FormOptions = FormOptions()
  ) -> ByteOutput {
    let facts = ReportFacts(ReportContext(assessment: assessment, scorecards: [], options: options.report))
    var form = FormText(questionnaire: questionnaire, facts: facts, options: options)
    form.write()
    return form.writer.output
  }
}

private struct FormText {
  let questionnaire: Questionnaire
  let facts: ReportFacts
  let options: FormOptions
  private var words: ReportWords { facts.words }
  var writer = MarkdownWriter()

  mutating func write() {
    writer.heading(1, Phrase(facts.content(questionnaire.title)))
    writer.paragraph(Phrase(facts.content(facts.assessment.title)))
    if let note = options.report.note, !note.isEmpty { writer.quote(Phrase(Content(note))) }
    let notice = FormNotice(questionnaire: questionnaire, options: options)
    writer.heading(2, notice.title)
    writer.list(notice.entries.map { "\($0.heading): \($0.text ?? Self.blank)" })
    for paragraph in facts.paragraphs(questionnaire.introduction) { writer.paragraph(Phrase(paragraph)) }
    if questionnaire.isNamed {
      let asked = [words(questionnaire.audience == "self" ? .yourCode : .codeOfPerson), words(.date)]
      writer.list(asked.map { "\($0): \(Self.blank)" })
    }
    attributes()
    let conditions = ConditionWords(questionnaire: questionnaire, facts: facts)
    var number = 0
    for section in questionnaire.sections {
      writer.heading(2, Phrase(facts.content(section.title)))
      if let introduction = facts.content(section.introduction) { writer.paragraph(Phrase(introduction)) }
      for question in section.questions {
        number += 1
        write(question, number, conditions)
      }
    }
    for phrase in words.draftNote { writer.paragraph(phrase) }
  }

  /// A line to write on.
  private static let blank: Phrase = "________________"

  private mutating func attributes() {
    if questionnaire.attributes.isEmpty { return }
    writer.heading(2, words(questionnaire.mode == .consensus ? .aboutYourGroup : .aboutYou))
    for attribute in questionnaire.attributes {
      writer.heading(3, "\(facts.content(attribute.text)) (\(Content(attribute.id.rawValue)))")
      writer.list(attribute.values.map { Phrase(facts.content($0.label)) })
    }
  }

  private mutating func write(_ question: Question, _ number: Int, _ conditions: ConditionWords) {
    writer.heading(3, "\(number). \(facts.content(question.text)) (\(Content(question.id.rawValue)))")
    for hint in FormLabels.hints(for: question, conditions, facts) { writer.paragraph(hint) }
    let keys = zip(question.optionKeys, question.answers.options)
    let statuses = FormLabels.statuses(of: question, in: questionnaire, words)
    writer.list(
      keys.map { key, option in "\(key). \(facts.content(option.label))" as Phrase }
        + statuses.map { $0.key.isEmpty ? $0.label : "\($0.key). \($0.label)" })
  }
}
