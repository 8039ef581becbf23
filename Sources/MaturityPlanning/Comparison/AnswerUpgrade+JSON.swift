public import DigitalMaturity

extension AnswerUpgrade {
  /// What becomes of each column as JSON: `columns`, each with its `fate` and, where it is asked again, the `reason`. Format 1
  /// only gains keys.
  /// - Parameters:
  ///   - base: The version that was answered.
  ///   - now: The version to be answered.
  ///   - questionnaire: The questionnaire of both.
  public func json(
    from base: AssessmentReference, to now: AssessmentReference, questionnaire: Identifier<Questionnaire>
  ) -> ByteOutput {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.key("base")
      base.write(to: &writer)
      writer.key("now")
      now.write(to: &writer)
      writer.member("questionnaire", questionnaire.rawValue)
      writer.key("columns")
      writer.array { writer in
        for column in columns {
          writer.object { writer in
            writer.member("id", column.id)
            writer.member("text", column.text.text)
            writer.member("fate", column.fate.code)
            if case .askedAgain(let reason) = column.fate { writer.member("reason", reason) }
          }
        }
      }
    }
    return writer.finish()
  }
}

extension AnswerUpgrade.Fate {
  /// The fate as a word for programs.
  fileprivate var code: String {
    switch self {
    case .carried: "carried"
    case .askedAgain: "ask-again"
    case .new: "new"
    case .removed: "removed"
    }
  }
}
