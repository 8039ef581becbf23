public import DigitalMaturity

/// A questionnaire as a page to print and fill in by hand; it can be read on a telephone too.
public enum PrintableForm {
  /// Writes the form: one HTML page that needs nothing else.
  ///
  /// Every question carries its id in small, so that paper and response file can be matched.
  /// - Parameters:
  ///   - questionnaire: The questionnaire to be filled in.
  ///   - assessment: The assessment that the questionnaire belongs to.
  ///   - options: Its language, and a note to show at the top.
  ///   - policy: What the form promises about small groups.
  public static func html(
    _ questionnaire: Questionnaire, of assessment: Assessment, options: ReportOptions = ReportOptions(),
    policy: DisclosurePolicy = .standard
  ) -> ByteOutput {
    let facts = ReportFacts(ReportContext(assessment: assessment, scorecards: [], options: options))
    var writer = HTMLWriter()
    FormPage(questionnaire: questionnaire, facts: facts, policy: policy).write(to: &writer)
    var output = ByteOutput(reserving: writer.bytes.count)
    output.write(bytes: writer.bytes)
    return output
  }
}

private struct FormPage {
  let questionnaire: Questionnaire
  let facts: ReportFacts
  let policy: DisclosurePolicy

  func write(to writer: inout HTMLWriter) {
    let title = Phrase(facts.content(questionnaire.title))
    writer.documentType()
    writer.element("html", .language(ReportFacts.language)) { writer in
      writer.pageHead(title: title, sheets: ReportStyle.base, ReportStyle.form)
      writer.element("body") { writer in
        writer.element("main", .class("form")) { writer in
          writer.element("p", .class("label"), phrase: Phrase(facts.content(facts.assessment.title)))
          writer.element("h1", phrase: title)
          if let note = facts.options.note, !note.isEmpty {
            writer.element("p", .class("note"), .fixed("role", "note"), phrase: Phrase(Content(note)))
          }
          writer.element("div", .class("promise")) { promise(to: &$0) }
          if let introduction = facts.content(questionnaire.introduction) {
            writer.element("p", phrase: Phrase(introduction))
          }
          attributes(to: &writer)
          questions(to: &writer)
          writer.element(
            "p", .class("end"), phrase: "Thank you. Please give this form to the person who runs the session.")
        }
      }
    }
  }

  private func promise(to writer: inout HTMLWriter) {
    writer.element("h2", phrase: "Your privacy")
    if questionnaire.mode == .consensus {
      writer.element(
        "p",
        phrase:
          "This form records answers that you agree on as a group. Write nobody’s name on it, and nothing about one person."
      )
    } else {
      writer.element(
        "p",
        phrase:
          "Do not write your name on this form. Results are shown for groups only, and a figure is withheld when fewer than \(policy.threshold) people stand behind it. In a larger group it may be shown that few people gave an answer, never who they were."
      )
    }
  }

  private func attributes(to writer: inout HTMLWriter) {
    if questionnaire.attributes.isEmpty { return }
    writer.element("section") { writer in
      writer.element("h2", phrase: questionnaire.mode == .consensus ? "About your group" : "About you")
      for attribute in questionnaire.attributes {
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

  private func questions(to writer: inout HTMLWriter) {
    var number = 0
    let words = ConditionWords(questionnaire: questionnaire, facts: facts)
    for section in questionnaire.sections {
      let id = writer.makeID("section-\(section.id)")
      writer.element("section", .labelled(by: id)) { writer in
        writer.element("h2", .id(id), phrase: Phrase(facts.content(section.title)))
        if let introduction = facts.content(section.introduction) {
          writer.element("p", phrase: Phrase(introduction))
        }
        for question in section.questions {
          number += 1
          write(question, number, words, to: &writer)
        }
      }
    }
  }

  private func write(_ question: Question, _ number: Int, _ words: ConditionWords, to writer: inout HTMLWriter) {
    writer.element("div", .class("question")) { writer in
      let id = writer.makeID("question-\(question.id)")
      writer.element("h3", .id(id)) { writer in
        writer.element("span", .class("ordinal"), phrase: Phrase("\(number)."))
        writer.text(" ")
        writer.text(Phrase(facts.content(question.text)))
        writer.text(" ")
        writer.element("span", .class("id"), phrase: Phrase(Content(question.id.rawValue)))
      }
      if let condition = question.showWhen {
        writer.element("p", .class("hint"), phrase: "Answer this only if \(words.phrase(condition)).")
      }
      if let help = facts.content(question.help) { writer.element("p", .class("hint"), phrase: Phrase(help)) }
      if question.isRequired { writer.element("p", .class("hint"), phrase: "Please answer this one.") }
      if case .open(let kind) = question.answers {
        writer.element("p", .class("hint"), phrase: "Write \(Content(kind.expectation)):")
        writer.element("p", .class("line")) { $0.element("span", .fixed("aria-hidden", "true")) }
      }
      let statuses = FormLabels.statuses.filter { question.allowed.contains($0.status) }
      if question.answers.options.isEmpty && statuses.isEmpty { return }
      let labels = question.answers.options.map { facts.content($0.label).text } + statuses.map(\.label)
      writer.element("ul", Self.choices(labels), .labelled(by: id)) { writer in
        for (key, option) in zip(question.optionKeys, question.answers.options) {
          choice(key, Phrase(facts.content(option.label)), &writer)
        }
        for status in statuses { choice("", Phrase(status.label), &writer) }
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
      // An empty letter keeps statuses in line with the options.
      if let letter { writer.element("span", .class("letter"), phrase: Phrase(letter)) }
      writer.element("span", .class("option"), phrase: label)
    }
  }
}

/// What a form prints beside its boxes.
enum FormLabels {
  /// The statuses that a person may choose, in the order of the form.
  static let statuses: [(status: AnswerStatus, label: String)] = [
    (.dontKnow, "Don’t know"), (.notApplicable, "Not applicable"), (.preferNotToSay, "Prefer not to say"),
  ]
}
