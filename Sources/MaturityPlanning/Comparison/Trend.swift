public import DigitalMaturity

/// The scores of one questionnaire over several assessments, each compared with the first.
public struct Trend: Sendable, Hashable {
  /// One comparison for each result after the first, in order.
  public let comparisons: [Comparison]

  /// Compares every later result with the first.
  /// - Parameters:
  ///   - results: Two results or more, the earliest first.
  ///   - scale: What becomes of the first result's scores, when the scale has changed.
  /// - Throws: When they are of different assessments or questionnaires: figures of different things are not one trend. When
  ///   their dates run backwards.
  public init(_ results: [PublishableScorecard], scale: ScaleChange = .same) throws(DocumentError) {
    for (one, next) in zip(results, results.dropFirst()) { try one.occasion.check(before: next.occasion) }
    var comparisons: [Comparison] = []
    for later in results.dropFirst() { comparisons.append(try Comparison(results[0], later, scale: scale)) }
    self.comparisons = comparisons
  }

  /// The areas over time as a page.
  /// - Parameters:
  ///   - assessment: The latest version, for its names.
  ///   - names: What each assessment is called, the first one's first.
  ///   - language: The language of the assessment's texts.
  ///   - catalogue: The words of the page itself.
  public func page(
    _ assessment: Assessment, names: [String], language: String? = nil, words catalogue: MessageCatalogue = .english
  ) -> ResultPage {
    let words = PlanWords(assessment, language, catalogue)
    let last = comparisons.last?.changes.filter { $0.subject.kind == .area } ?? []
    let rows = last.map { latest -> [ResultTable.Cell] in
      let each = comparisons.map { comparison in comparison.changes.first { $0.subject == latest.subject } }
      let scores =
        [each.first??.base ?? .undefined(.notAskedBefore)] + each.map { $0?.now ?? .undefined(.notAskedBefore) }
      return [.text(latest.name)] + scores.map { .number($0, decimals: 2) }
        + [latest.target.map { .number($0, decimals: 1) } ?? .none]
    }
    var page = ResultPage(
      title: words(.trendTitle, ["assessment": words.text(assessment.title), "count": names.count]),
      introduction: [
        words(
          .trendIntroduction,
          ["audience": comparisons.first.map { words.audience($0.audience) } ?? words(.everyoneGroup)])
      ],
      tables: [
        ResultTable(
          title: words(.overTime),
          columns: [.words(words(.area))] + names.map { .number($0) } + [.number(words(.target))], rows: rows)
      ], notes: [words(.trendNote)], words: catalogue)
    page.notes = page.key(words) + page.notes
    return page
  }
}
