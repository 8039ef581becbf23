public import DigitalMaturity

/// What somebody should know before answering: who sees the answers, how long they are kept, what is never shown.
struct FormNotice {
  let questionnaire: Questionnaire
  let options: FormOptions

  /// One thing to know; without an answer it is a line for whoever runs the session to fill in.
  struct Entry {
    let heading: Phrase
    let text: Phrase?
  }

  var title: Phrase { words(.beforeYouStart) }
  private var words: ReportWords { ReportWords(catalogue: options.report.words) }

  var entries: [Entry] {
    if questionnaire.mode == .consensus {
      return [
        Entry(heading: words(.purpose), text: words(.purposeOfAgreed)),
        Entry(heading: words(.whatIsShown), text: words(.shownOfAgreed)), seen, kept,
      ]
    }
    if questionnaire.isNamed {
      return [
        Entry(
          heading: words(.takingPart), text: words(questionnaire.audience == "self" ? .upToYouNamed : .upToYouOfOthers))
      ] + [seen, kept].filter { $0.text != nil }
    }
    return [
      Entry(heading: words(.takingPart), text: words(.upToYou)), seen, kept,
      Entry(
        heading: words(.whatIsShown), text: words(.shownOfGroups, ["threshold": options.policy.threshold])),
    ]
  }

  private var seen: Entry { Entry(heading: words(.whoSees), text: Self.sentence(options.seenBy)) }

  private var kept: Entry { Entry(heading: words(.keptUntil), text: Self.sentence(options.keptUntil)) }

  private static func sentence(_ text: String?) -> Phrase? {
    guard let text, !text.isEmpty else { return nil }
    return "\(Content(text))"
  }
}

extension FormOptions {
  /// What a form says before its questions, a sentence each, for forms that are made elsewhere.
  /// - Parameters:
  ///   - questionnaire: The questionnaire.
  ///   - blank: What stands where something is not known, such as a line to fill in; without it that is left out.
  public func notice(for questionnaire: Questionnaire, blank: String? = nil) -> [String] {
    FormNotice(questionnaire: questionnaire, options: self).entries.compactMap { entry in
      (entry.text?.plain ?? blank).map { "\(entry.heading.plain): \($0)" }
    }
  }

  /// What a form asks before its questions where answers are somebody's: the code of the person whom they are about, and
  /// the day, each with what a response file calls it; empty where they are nobody's.
  public func rowLabels(for questionnaire: Questionnaire) -> [(column: String, label: String)] {
    guard questionnaire.isNamed else { return [] }
    let words = ReportWords(catalogue: report.words)
    return [
      ("respondent", words(questionnaire.audience == "self" ? .yourCode : .codeOfPerson).plain),
      ("date", words(.dateToType, ["example": "2026-11-30"]).plain),
    ]
  }

  /// The words of the statuses that a person may choose instead of an answer, in the order of forms.
  public func statusLabels(for questionnaire: Questionnaire) -> [(status: AnswerStatus, label: String)] {
    FormLabels.statuses(of: questionnaire, ReportWords(catalogue: report.words)).map { ($0.status, $0.label.plain) }
  }
}
