public import DigitalMaturity

/// Which answers of an earlier version of a questionnaire still answer a later one, and what must be asked again.
///
/// An answer is carried when the question's words, kind and options are the same. What it counts for may have changed: that is
/// the later version's own affair.
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
  public init(_ old: Questionnaire, _ new: Questionnaire, language: String? = nil) {
    func text(_ localized: LocalizedText) -> String { localized.text(in: language) }
    let before = Dictionary(old.questions.map { ($0.id, $0) }) { first, _ in first }
    let attributes = Dictionary(old.attributes.map { ($0.id, $0) }) { first, _ in first }
    var columns = new.attributes.map { attribute in
      let fate: Fate =
        attributes[attribute.id].map { earlier in
          let gone = earlier.values.filter { value in !attribute.values.contains { $0.id == value.id } }
          return gone.isEmpty
            ? .carried : .askedAgain("values gone: \(gone.map(\.id.rawValue).joined(separator: ", "))")
        } ?? .new
      return AskedColumn(id: attribute.id.rawValue, text: attribute.text, fate: fate)
    }
    columns += new.questions.map { question in
      let fate: Fate =
        before[question.id].map { earlier in
          if text(earlier.text) != text(question.text) { return .askedAgain("it is worded differently") }
          return earlier.optionsDiffer(from: question, text).map { .askedAgain($0) } ?? .carried
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
  public var words: String {
    switch fate {
    case .carried: "carried"
    case .askedAgain(let reason): "ask again: \(reason)"
    case .new: "ask: new"
    case .removed: "not asked any more; its answers are left out"
    }
  }
}
