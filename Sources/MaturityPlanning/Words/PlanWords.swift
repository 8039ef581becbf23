import DigitalMaturity

/// The words of planning pages and the names of an assessment, in one language.
///
/// Called as a function with a phrase and what is put in: `words(.toMend, ["problem": sentence])`.
struct PlanWords {
  let assessment: Assessment
  /// The language tag of the assessment's own texts.
  let language: String?
  let catalogue: MessageCatalogue

  init(_ assessment: Assessment, _ language: String?, _ catalogue: MessageCatalogue = .english) {
    self.assessment = assessment
    self.language = language
    self.catalogue = catalogue
  }

  /// A phrase of planning pages.
  func callAsFunction(
    _ message: PlanMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    catalogue.text(message, arguments)
  }

  /// A text of the assessment.
  func text(_ localized: LocalizedText) -> String { localized.text(in: language) }

  /// Why a figure has no value.
  func reason(_ reason: Undefined?) -> String {
    reason.map { reason in
      catalogue.sentence(of: reason) ?? PlanMessage(rawValue: reason.sentence).map { self($0) } ?? reason.sentence
    } ?? ""
  }

  func area(_ id: Identifier<Area>) -> String {
    assessment.areas.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }

  func action(_ id: Identifier<Action>) -> String {
    assessment.actions.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }

  func workstream(_ id: Identifier<Workstream>?) -> String {
    guard let id else { return self(.noWorkstream) }
    return assessment.workstreams.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
  }

  /// A group by the labels of its values, such as “Streets and parks”.
  func group(_ key: [GroupAttribute], _ questionnaire: Identifier<Questionnaire>) -> String {
    let attributes = assessment.questionnaire(questionnaire)?.attributes ?? []
    return key.map { part in
      guard let value = part.value else { return self(.notStated, ["attribute": part.attribute.rawValue]) }
      let label = attributes.first { $0.id == part.attribute }?.values.first { $0.id == value }?.label
      return label.map(text) ?? value.rawValue
    }.joined(separator: ", ")
  }

  /// Who was asked, by the words of the id: “elected members” of `elected-members`.
  func audience(_ id: String) -> String { id.replacing("-", with: " ") }

  /// What scores are counted in: levels where they stand one apart, else points.
  var unit: String {
    let values = assessment.levels.map(\.value)
    let isByOne = values.count > 1 && zip(values, values.dropFirst()).allSatisfy { abs($1 - $0 - 1) < 1e-9 }
    return self(isByOne ? .levels : .points)
  }

  // MARK: Numbers and months

  /// A number, rounded.
  func rounded(_ number: Double, decimals: Int) -> String {
    catalogue.decimal(DecimalText.rounded(number, decimals: decimals))
  }

  /// A number as its author wrote it.
  func exact(_ number: Double) -> String { catalogue.decimal(DecimalText.exact(number)) }

  /// A change with its sign; one that is too small to show has none.
  func signed(_ number: Double) -> String {
    let size = DecimalText.rounded(number.magnitude, decimals: 2)
    let isNothing = size.allSatisfy { $0 == "0" || $0 == "." }
    return (isNothing ? "" : number < 0 ? "−" : "+") + catalogue.decimal(size)
  }

  /// From one change to another.
  func range(_ low: Double, _ high: Double) -> String {
    catalogue.text(CommonMessage.range, ["low": signed(low), "high": signed(high)])
  }

  /// A month in words, such as April 2019.
  func month(_ month: Month) -> String {
    let name = CommonMessage.month(month.month).map { catalogue.text($0) } ?? month.description
    return catalogue.text(CommonMessage.monthOfYear, ["month": name, "year": String(month.year)])
  }

  /// From a month to a month, in words; one month once.
  func months(_ timeframe: Timeframe) -> String {
    if timeframe.from == timeframe.to { return month(timeframe.from) }
    return catalogue.text(CommonMessage.monthsOfYears, ["from": month(timeframe.from), "to": month(timeframe.to)])
  }
}
