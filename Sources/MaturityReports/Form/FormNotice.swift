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

  let title: Phrase = "Before you start"

  var entries: [Entry] {
    if questionnaire.mode == .consensus {
      return [
        Entry(
          heading: "What this form is for",
          text:
            "It records answers that you agree on as a group. Write nobody’s name on it, and nothing about one person."
        ),
        Entry(
          heading: "What is shown",
          text:
            "The answers you agree on are shown as your group’s. They are not personal data, and nothing is withheld."),
        seen, kept,
      ]
    }
    if questionnaire.isNamed {
      return [
        Entry(
          heading: "Taking part",
          text: "It is up to you. Leave out any question. Write the code you were given, and no name.")
      ] + [seen, kept].filter { $0.text != nil }
    }
    return [
      Entry(
        heading: "Taking part",
        text: "It is up to you. Leave out any question. Do not write your name on this form."),
      seen, kept,
      Entry(
        heading: "What is shown",
        text:
          "Results are shown for groups only, and a figure is withheld when fewer than \(options.policy.threshold) people stand behind it. In a larger group it may be shown that few people gave an answer, never who they were."
      ),
    ]
  }

  private var seen: Entry {
    Entry(heading: "Who sees the filled-in forms", text: Self.sentence(options.seenBy))
  }

  private var kept: Entry { Entry(heading: "Kept until", text: Self.sentence(options.keptUntil)) }

  private static func sentence(_ text: String?) -> Phrase? {
    guard let text, !text.isEmpty else { return nil }
    return "\(Content(text))"
  }
}

extension FormOptions {
  /// What a form says before its questions, a sentence each, for forms that are made elsewhere; what is not known is left out.
  public func notice(for questionnaire: Questionnaire) -> [String] {
    FormNotice(questionnaire: questionnaire, options: self).entries.compactMap { entry in
      entry.text.map { "\(entry.heading.plain): \($0.plain)" }
    }
  }

  /// The words of the statuses that a person may choose instead of an answer, in the order of forms.
  public static var statusLabels: [(status: AnswerStatus, label: String)] { FormLabels.statuses }
}
