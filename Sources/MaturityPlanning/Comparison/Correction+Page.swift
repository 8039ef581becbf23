public import DigitalMaturity

extension Correction {
  /// The figures that changed, as a note to whoever received the result. A spreadsheet gets the same figures under ids, rounded
  /// as the page has them: unrounded ones would tell how single people answered.
  /// - Parameters:
  ///   - assessment: The assessment, for its names.
  ///   - publishedName: What the published result is called.
  ///   - correctedName: What the corrected result is called.
  ///   - language: The language of the assessment's texts.
  ///   - catalogue: The words of the note itself.
  public func page(
    _ assessment: Assessment, publishedName: String, correctedName: String, language: String? = nil,
    words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let names = CorrectionNames(catalogue, PlanWords(assessment, language, catalogue))
    var page = ResultPage(
      title: catalogue.text(PlanMessage.correctionTitle, ["published": publishedName]),
      introduction: introduction(publishedName, correctedName, names),
      tables: entries.isEmpty ? [] : [table(names)], words: catalogue)
    if !entries.isEmpty { page.notes.append(catalogue.text(PlanMessage.correctionNote)) }
    if leftOut > 0 { page.notes.append(catalogue.text(PlanMessage.leftOutNote, ["count": leftOut])) }
    if alikeWhenShown > 0 {
      page.notes.append(catalogue.text(PlanMessage.alikeNote, ["count": alikeWhenShown]))
    }
    page.data = table(CorrectionNames())
    return page
  }

  private func introduction(_ publishedName: String, _ correctedName: String, _ names: CorrectionNames) -> [String] {
    let words = names.words
    let message: PlanMessage =
      if entries.isEmpty { leftOut + alikeWhenShown == 0 ? .nothingDiffers : .fewDiffer } else {
        isLikeAnotherAssessment ? .otherAssessment : .figuresDiffer
      }
    var sentences = [
      words.text(message, ["count": entries.count, "published": publishedName, "corrected": correctedName])
    ]
    if !hardlyChanged.isEmpty {
      let changed = words.list(hardlyChanged.map { names.owner($0, nil) })
      sentences.append(words.text(PlanMessage.hardlyChanged, ["names": changed]))
    }
    let groups: [(PlanMessage, [Group])] = [(.newGroups, newGroups), (.goneGroups, goneGroups)]
    for (message, groups) in groups where !groups.isEmpty {
      let list = words.list(groups.map { names.group($0.key, $0.questionnaire) })
      sentences.append(words.text(message, ["corrected": correctedName, "groups": list]))
    }
    return sentences
  }

  /// On a page the questionnaire is named where there are several.
  private func table(_ names: CorrectionNames) -> ResultTable {
    let isNamed = names.areIds || Set(entries.map(\.questionnaire)).count > 1
    var headings: [PlanMessage] = [.groupHeading, .ofHeading, .figure, .published, .corrected]
    if isNamed { headings.insert(.questionnaire, at: 0) }
    return ResultTable(
      title: names.words.text(PlanMessage.figuresTitle),
      columns: headings.map { .words(names.words.text($0)) },
      rows: entries.map { entry in
        var row: [ResultTable.Cell] = [
          .text(names.group(entry.group, entry.questionnaire)), .text(names.owner(entry.of, entry.questionnaire)),
          .text(names.figure(entry)), .text(names.value(entry.published, of: entry)),
          .text(names.value(entry.corrected, of: entry)),
        ]
        if isNamed { row.insert(.text(names.questionnaire(entry.questionnaire)), at: 0) }
        return row
      })
  }
}

/// What a correction's figures are called: by the assessment's names on a page, by ids and in English for programs.
struct CorrectionNames {
  let words: MessageCatalogue
  private let plan: PlanWords?
  /// Whether things are called by their ids.
  var areIds: Bool { plan == nil }

  /// - Parameter plan: The names of the assessment; ids when nil.
  init(_ words: MessageCatalogue = .english, _ plan: PlanWords? = nil) {
    self.words = words
    self.plan = plan
  }

  func questionnaire(_ id: Identifier<Questionnaire>) -> String {
    plan.flatMap { plan in plan.assessment.questionnaire(id).map { plan.text($0.title) } } ?? id.rawValue
  }

  /// A group by the labels of its values, as reports have it.
  func group(_ key: [GroupAttribute], _ questionnaire: Identifier<Questionnaire>) -> String {
    guard !key.isEmpty else { return words.text(PlanMessage.everyoneGroup) }
    if let plan { return plan.group(key, questionnaire) }
    return key.map { part in
      let attribute = part.attribute.rawValue
      return part.value.map {
        words.text(PlanMessage.attributeIs, ["attribute": attribute, "value": $0.rawValue])
      } ?? words.text(PlanMessage.notStated, ["attribute": attribute])
    }.joined(separator: ", ")
  }

  func owner(_ owner: Correction.Owner, _ questionnaire: Identifier<Questionnaire>?) -> String {
    switch owner {
    case .group: words.text(PlanMessage.wholeGroup)
    case .score(let subject, let name):
      words.text(PlanMessage.scoreOf, ["name": name, "kind": words.text(Self.message(subject.kind))])
    case .question(let id):
      question(id, questionnaire).flatMap { question in
        plan.map { words.text(PlanMessage.questionText, ["text": $0.text(question.text)]) }
      } ?? words.text(PlanMessage.questionIs, ["id": id.rawValue])
    }
  }

  func figure(_ entry: Correction.Entry) -> String {
    switch entry.figure {
    case .option(let id):
      var option: AnswerOption?
      if case .question(let of) = entry.of {
        option = question(of, entry.questionnaire)?.answers.options.first { $0.id == id }
      }
      let label = option.flatMap { option in plan.map { $0.text(option.label) } }
      return words.text(PlanMessage.answersOf, ["option": label ?? id.rawValue])
    default: return words.text(Self.message(entry.figure))
    }
  }

  /// A number with the decimal mark of the page's language, a level by its name.
  func value(_ value: String, of entry: Correction.Entry) -> String {
    if value == Correction.withheld { return words.text(PlanMessage.isWithheld) }
    if entry.figure == .level, let plan,
      let level = plan.assessment.levels.first(where: { $0.id.rawValue == value })
    {
      return plan.text(level.name)
    }
    return Double(value) == nil ? value : words.decimal(value)
  }

  private func question(_ id: Identifier<Question>, _ questionnaire: Identifier<Questionnaire>?) -> Question? {
    questionnaire.flatMap { plan?.assessment.questionnaire($0) }?.questions.first { $0.id == id }
  }

  private static func message(_ kind: Subject.Kind) -> PlanMessage {
    switch kind {
    case .area: .kindArea
    case .theme: .kindTheme
    case .principle: .kindPrinciple
    case .literacy: .kindLiteracy
    case .overall: .kindOverall
    }
  }

  private static func message(_ figure: Correction.Kind) -> PlanMessage {
    switch figure {
    case .respondents: .figureRespondents
    case .score: .figureScore
    case .level: .kindLevel
    case .gap: .figureGap
    case .answered: .figureShareAnswered
    case .people: .figurePeople
    case .standardDeviation: .figureSpread
    case .consensus: .figureAgreement
    case .mean: .figureMean
    case .option: .answersOf
    case .status(let status):
      switch status {
      case .answered: .countAnswered
      case .unanswered: .countBlank
      case .dontKnow: .countDontKnow
      case .notApplicable: .countNotApplicable
      case .preferNotToSay: .countPreferNot
      case .notShown: .countNotShown
      }
    }
  }
}
