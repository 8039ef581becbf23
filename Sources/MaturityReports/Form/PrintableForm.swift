public import DigitalMaturity

/// A questionnaire as a page to print and fill in by hand; it can be read on a telephone too.
public enum PrintableForm {
  /// Writes the form: one HTML page that needs nothing else. With serial numbers it holds one booklet after another, each
  /// on sheets of its own; number and session stand at the top of each booklet and beside each of its headings, so that
  /// loose sheets find together again.
  ///
  /// Every question carries its code in small, so that paper and response file can be matched: the serial number is the
  /// row's `respondent`. O(booklets × questions).
  /// - Parameters:
  ///   - questionnaire: The questionnaire to be filled in.
  ///   - assessment: The assessment that the questionnaire belongs to.
  ///   - options: Its language, what it says before the questions, numbers and type.
  public static func html(
    _ questionnaire: Questionnaire, of assessment: Assessment, options: FormOptions = FormOptions()
  ) -> ByteOutput {
    let facts = ReportFacts(ReportContext(assessment: assessment, scorecards: [], options: options.report))
    var writer = HTMLWriter()
    FormPage(questionnaire: questionnaire, facts: facts, options: options).write(to: &writer)
    return writer.output
  }
}

private struct FormPage {
  let questionnaire: Questionnaire
  let facts: ReportFacts
  private var words: ReportWords { facts.words }
  let options: FormOptions

  func write(to writer: inout HTMLWriter) {
    let title = Phrase(facts.content(questionnaire.title))
    let serials = (options.serials.map { Array($0.prefix(FormOptions.mostBooklets)) } ?? []).map(Optional.some)
    writer.documentType()
    writer.element("html", .language(facts.words.language)) { writer in
      writer.pageHead(title: title, sheets: ReportStyle.base, ReportStyle.form)
      writer.element("body", options.isLargeType ? .class("large") : .class("usual")) { writer in
        writer.element("main", .class("form")) { writer in
          for (index, serial) in (serials.isEmpty ? [nil] : serials).enumerated() {
            writer.element("article", .class("booklet")) { booklet(serial, title, isFirst: index == 0, to: &$0) }
          }
        }
      }
    }
  }

  private func booklet(_ serial: Int?, _ title: Phrase, isFirst: Bool, to writer: inout HTMLWriter) {
    if let mark = mark(serial) { writer.element("p", .class("serial"), phrase: mark) }
    writer.element("p", .class("label"), phrase: Phrase(facts.content(facts.assessment.title)))
    // One heading names the page, whatever number of booklets it holds.
    if isFirst { writer.element("h1", phrase: title) } else { writer.element("p", .class("title"), phrase: title) }
    if let note = facts.options.note, !note.isEmpty {
      writer.element("p", .class("note"), .fixed("role", "note"), phrase: Phrase(Content(note)))
    }
    writer.element("div", .class("promise")) { notice(to: &$0) }
    // Of a named form the introduction is the promise.
    if !questionnaire.isNamed { introduction(to: &writer) }
    codes(to: &writer)
    attributes(serial, to: &writer)
    questions(serial, to: &writer)
    writer.element("p", .class("end"), phrase: words(questionnaire.isNamed ? .thankYouNamed : .thankYou))
    for phrase in words.draftNote { writer.element("p", .class("small"), phrase: phrase) }
  }

  private func introduction(to writer: inout HTMLWriter) {
    for paragraph in facts.paragraphs(questionnaire.introduction) { writer.element("p", phrase: Phrase(paragraph)) }
  }

  /// Lines for what a named response file says of each person.
  private func codes(to writer: inout HTMLWriter) {
    guard questionnaire.isNamed else { return }
    writer.element("dl", .class("codes")) { writer in
      for heading in [words(questionnaire.audience == "self" ? .yourCode : .codeOfPerson), words(.date)] {
        writer.element("div") { writer in
          writer.element("dt", phrase: heading)
          writer.element("dd", .class("blank"), phrase: "")
        }
      }
    }
  }

  /// What tells a booklet from others: “Booklet 12 · Tuesday morning”.
  private func mark(_ serial: Int?) -> Phrase? {
    let parts = [serial.map { words(.booklet, ["number": $0]) }, sessionName].compactMap { $0 }
    return parts.isEmpty ? nil : Phrase.joined(parts, by: " · ")
  }

  /// The attribute whose value the session is, if it is one: by its id, or as it is called.
  private var session: (attribute: Identifier<Attribute>, label: LocalizedText)? {
    guard let named = options.session, let attribute = questionnaire.attributes.first(where: { $0.id == "session" })
    else { return nil }
    let folded = Spelling.folded(named)
    return attribute.values.first { value in
      value.id.rawValue == folded || Spelling.folded(facts.content(value.label).text) == folded
    }.map { (attribute.id, $0.label) }
  }

  private var sessionName: Phrase? {
    if let session { return Phrase(facts.content(session.label)) }
    return options.session.flatMap { $0.isEmpty ? nil : Phrase(Content($0)) }
  }

  private func notice(to writer: inout HTMLWriter) {
    let notice = FormNotice(questionnaire: questionnaire, options: options)
    writer.element("h2", phrase: notice.title)
    if questionnaire.isNamed { introduction(to: &writer) }
    writer.element("dl") { writer in
      for entry in notice.entries {
        writer.element("div") { writer in
          writer.element("dt", phrase: entry.heading)
          writer.element("dd", entry.text == nil ? .class("blank") : .class("told"), phrase: entry.text ?? "")
        }
      }
    }
  }

  private func attributes(_ serial: Int?, to writer: inout HTMLWriter) {
    // The session is known before anybody answers.
    let attributes = questionnaire.attributes.filter { $0.id != session?.attribute }
    if attributes.isEmpty { return }
    writer.element("section") { writer in
      heading(words(questionnaire.mode == .consensus ? .aboutYourGroup : .aboutYou), nil, serial, &writer)
      for attribute in attributes {
        writer.element("div", .class("question")) { writer in
          let id = writer.makeID("about-\(attribute.id)")
          writer.element("h3", .id(id)) { writer in
            writer.text(Phrase(facts.content(attribute.text)))
            writer.text(" ")
            writer.element("span", .class("id"), phrase: Phrase(Content(attribute.id.rawValue)))
          }
          let labels = attribute.values.map { facts.content($0.label).text }
          writer.element("ul", Self.choices(labels), .labelled(by: id)) { writer in
            for value in attribute.values { choice(nil, Phrase(facts.content(value.label)), &writer) }
          }
        }
      }
    }
  }

  /// A heading, with the booklet's number where there is one.
  private func heading(_ phrase: Phrase, _ id: ElementID?, _ serial: Int?, _ writer: inout HTMLWriter) {
    writer.element("h2", .id(id ?? writer.makeID("heading"))) { writer in
      writer.text(phrase)
      guard let mark = mark(serial) else { return }
      writer.text(" ")
      writer.element("span", .class("id"), phrase: mark)
    }
  }

  private func questions(_ serial: Int?, to writer: inout HTMLWriter) {
    var number = 0
    let conditions = ConditionWords(questionnaire: questionnaire, facts: facts)
    for section in questionnaire.sections {
      let id = writer.makeID("section-\(section.id)")
      writer.element("section", .labelled(by: id)) { writer in
        heading(Phrase(facts.content(section.title)), id, serial, &writer)
        if let introduction = facts.content(section.introduction) {
          writer.element("p", phrase: Phrase(introduction))
        }
        for question in section.questions {
          number += 1
          write(question, number, conditions, to: &writer)
        }
      }
    }
  }

  private func write(_ question: Question, _ number: Int, _ conditions: ConditionWords, to writer: inout HTMLWriter) {
    writer.element("div", .class("question")) { writer in
      let id = writer.makeID("question-\(question.id)")
      writer.element("h3", .id(id)) { writer in
        writer.element("span", .class("ordinal"), phrase: Phrase("\(number)."))
        writer.text(" ")
        writer.text(Phrase(facts.content(question.text)))
        writer.text(" ")
        writer.element("span", .class("id"), phrase: Phrase(Content(question.id.rawValue)))
      }
      for hint in FormLabels.hints(for: question, conditions, facts) {
        writer.element("p", .class("hint"), phrase: hint)
      }
      if case .open = question.answers, question.optionKind == nil {
        writer.element("p", .class("line")) { $0.element("span", .fixed("aria-hidden", "true")) }
      }
      let statuses = FormLabels.statuses(of: question, in: questionnaire, words)
      if question.answers.options.isEmpty && statuses.isEmpty { return }
      let labels = question.answers.options.map { facts.content($0.label).text } + statuses.map(\.label.plain)
      let isRanked = question.optionKind?.isRanked ?? false
      writer.element("ul", isRanked ? .class("choices ranked") : Self.choices(labels), .labelled(by: id)) { writer in
        for (key, option) in zip(question.optionKeys, question.answers.options) {
          choice(key, Phrase(facts.content(option.label)), &writer)
        }
        for status in statuses { choice(status.key, status.label, &writer) }
      }
    }
  }

  /// Choices that are all short stand in two columns on paper.
  private static func choices(_ labels: [String]) -> HTMLAttribute {
    let isShort = labels.count > 2 && labels.allSatisfy { DisplayWidth.of(PlainText.clean($0)) <= 36 }
    return isShort ? .class("choices short") : .class("choices")
  }

  private func choice(_ letter: String?, _ label: Phrase, _ writer: inout HTMLWriter) {
    writer.element("li") { writer in
      writer.element("span", .class("box"), .fixed("aria-hidden", "true"))
      // An empty letter keeps statuses of several choices in line with the options.
      if let letter { writer.element("span", .class("letter"), phrase: Phrase(letter)) }
      writer.element("span", .class("option"), phrase: label)
    }
  }
}

/// What a form prints beside its boxes.
enum FormLabels {
  /// The statuses that a person may choose, in the order of the form.
  static func statuses(
    of questionnaire: Questionnaire, _ words: ReportWords
  ) -> [(status: AnswerStatus, label: Phrase)] {
    AnswerStatus.offered.map { status in
      let message: FormMessage =
        switch status {
        case .dontKnow: .dontKnow
        case .preferNotToSay: .preferNotToSay
        // What people are rated in may be of no use in their work.
        default: questionnaire.isNamed ? .notNeeded : .notApplicable
        }
      return (status, words(message))
    }
  }

  /// Those that a question offers, each with the letter beside it; an empty one where it has none.
  static func statuses(
    of question: Question, in questionnaire: Questionnaire, _ words: ReportWords
  ) -> [(key: String, label: Phrase)] {
    let labels = statuses(of: questionnaire, words)
    return question.statusKeys.compactMap { status, key in
      labels.first { $0.status == status }.map { (key, $0.label) }
    }
  }

  /// What helps to answer a question, a sentence each.
  static func hints(for question: Question, _ conditions: ConditionWords, _ facts: ReportFacts) -> [Phrase] {
    let words = facts.words
    var hints: [Phrase] = []
    if let condition = question.showWhen {
      hints.append(words(.onlyIf, ["condition": conditions.phrase(condition)]))
    }
    if let help = facts.content(question.help) { hints.append(Phrase(help)) }
    if question.isRequired { hints.append(words(.required)) }
    if let kind = question.optionKind {
      hints.append(instruction(kind, facts))
    } else if case .open(let kind) = question.answers {
      hints.append(words(.write, ["expectation": Content(kind.expectation(in: facts.words.catalogue))]))
    }
    return hints
  }

  /// What to do with several options.
  static func instruction(_ kind: any OptionAnswerKind, _ facts: ReportFacts) -> Phrase {
    let all = kind.options.count - (kind.exclusive == nil ? 0 : 1)
    let isAll = kind.most >= all
    let words = facts.words
    if kind.isRanked { return isAll ? words(.orderAll) : words(.orderFirst, ["count": kind.most]) }
    let choose = isAll ? words(.tickAll) : words(.tickMost, ["count": kind.most])
    guard let exclusive = kind.exclusive, kind.options.indices.contains(exclusive) else { return choose }
    return "\(choose) \(words(.exclusive, ["option": facts.content(kind.options[exclusive].label)]))"
  }
}
