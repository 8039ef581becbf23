public import DigitalMaturity

/// Which answers of an earlier version of a questionnaire still answer a later one, and what must be asked again.
///
/// An answer is carried when the question's words, kind and options are the same. What it counts for may have changed, and what
/// options score: that is the later version's own affair.
public struct AnswerUpgrade: Sendable, Hashable {
  /// What becomes of a question or an attribute.
  public enum Fate: Sendable, Hashable {
    /// The answers are carried.
    case carried
    /// The answers no longer fit, and why: it must be asked again.
    case askedAgain(String)
    /// It is new and has no answers yet.
    case new
    /// The later version does not ask it any more.
    case removed
  }

  /// A column of a response file.
  public struct AskedColumn: Sendable, Hashable {
    /// The question's or the attribute's id.
    public let id: String
    /// What it asks, in the later version where it is part of it.
    public let text: LocalizedText
    /// What becomes of it.
    public let fate: Fate
  }

  /// The later version's attributes and questions in their order, then what was removed.
  public let columns: [AskedColumn]

  /// Compares two versions of a questionnaire.
  /// - Parameters:
  ///   - old: The version that was answered.
  ///   - new: The version to be answered.
  ///   - language: The language whose words are compared.
  ///   - words: The words that reasons are written with.
  public init(
    _ old: Questionnaire, _ new: Questionnaire, language: String? = nil, words: MessageCatalogue = .english
  ) {
    func text(_ localized: LocalizedText) -> String { localized.text(in: language) }
    let before = Dictionary(old.questions.map { ($0.id, $0) }) { first, _ in first }
    let attributes = Dictionary(old.attributes.map { ($0.id, $0) }) { first, _ in first }
    var columns = new.attributes.map { attribute in
      let fate: Fate =
        attributes[attribute.id].map { earlier in
          let gone = earlier.values.filter { value in !attribute.values.contains { $0.id == value.id } }
          let names = gone.map { "“\(text($0.label))”" }
          return gone.isEmpty
            ? .carried : .askedAgain(words.text(PlanMessage.valuesGone, ["values": words.list(names)]))
        } ?? .new
      return AskedColumn(id: attribute.id.rawValue, text: attribute.text, fate: fate)
    }
    columns += new.questions.map { question in
      let fate: Fate =
        before[question.id].map { earlier in
          if text(earlier.text) != text(question.text) { return .askedAgain(words.text(PlanMessage.otherWords)) }
          return earlier.optionsDiffer(from: question, text, words, hasScores: false).map { .askedAgain($0) }
            ?? .carried
        } ?? .new
      return AskedColumn(id: question.id.rawValue, text: question.text, fate: fate)
    }
    let kept = Set(columns.map(\.id))
    columns += old.attributes.filter { !kept.contains($0.id.rawValue) }
      .map { AskedColumn(id: $0.id.rawValue, text: $0.text, fate: .removed) }
    columns += old.questions.filter { !kept.contains($0.id.rawValue) }
      .map { AskedColumn(id: $0.id.rawValue, text: $0.text, fate: .removed) }
    self.columns = columns
  }

  /// The columns of a file for the later version, in its order.
  public var header: [String] { columns.filter { $0.fate != .removed }.map(\.id) }

  /// What must be asked, of everybody: what is new, and what no longer fits.
  public var toAsk: [AskedColumn] {
    columns.filter {
      switch $0.fate {
      case .new, .askedAgain: true
      case .carried, .removed: false
      }
    }
  }
}

extension AnswerUpgrade.AskedColumn {
  /// What becomes of it, in plain words.
  public func words(in catalogue: MessageCatalogue = .english) -> String {
    switch fate {
    case .carried: catalogue.text(PlanMessage.isCarried)
    case .askedAgain(let reason): catalogue.text(PlanMessage.askAgain, ["reason": reason])
    case .new: catalogue.text(PlanMessage.askNew)
    case .removed: catalogue.text(PlanMessage.askedNoMore)
    }
  }
}

extension AnswerUpgrade {
  /// What was done with a file, a line each: every column that is not carried, then how many people, and how many columns
  /// are carried and to be asked.
  /// - Parameters:
  ///   - people: How many people's answers the file has.
  ///   - unknown: The columns of the file that are not the questionnaire's.
  ///   - catalogue: The words of the lines.
  public func lines(people: Int, unknown: [String] = [], words catalogue: MessageCatalogue = .english) -> [String] {
    let columns = self.columns.filter { $0.fate != .carried }.map { column in
      catalogue.text(PlanMessage.columnBecomes, ["column": column.id, "fate": column.words(in: catalogue)])
    }
    let kept = self.columns.count { $0.fate == .carried }
    let sum = catalogue.text(PlanMessage.upgradeSum, ["people": people, "kept": kept, "asked": toAsk.count])
    let left =
      unknown.isEmpty ? [] : [catalogue.text(PlanMessage.notOfQuestionnaire, ["columns": catalogue.list(unknown)])]
    return columns + [sum] + left
  }
}
