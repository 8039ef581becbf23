import ArgumentParser
import DigitalMaturity
import MaturityPlanning
import MaturityReports

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: "maturity",
    abstract: "Compare results: what moved, how sure that is, and who took part each time.")

  enum Scale: String, ExpressibleByArgument, CaseIterable { case clamp, rescale, reset }

  @Argument(
    help: ArgumentHelp(
      """
      Two results or more that “score --format json” wrote, the earliest first. Where they are of no starter, their \
      assessment stands before them: a folder or a file.
      """, valueName: "results"),
    completion: .file())
  var named: [String]

  /// The first word where it is no result.
  private var assessment: String? { named.first.flatMap { ResultFiles.isResult($0) ? nil : $0 } }
  private var results: [String] { Array(named.dropFirst(assessment == nil ? 0 : 1)) }

  @Option(help: "The questionnaire to compare; the first that all results have when not given.")
  var questionnaire: String?

  @Option(
    help: ArgumentHelp("The earlier version of the assessment, to say what changed in it.", valueName: "folder"),
    completion: .assessment)
  var baseAssessment: String?

  @Option(
    help: """
      What becomes of earlier scores when the scale has changed: clamp puts those beyond the new scale on its end, rescale \
      stretches the old scale over the new one, reset does not compare them.
      """)
  var scale: Scale?

  @Flag(help: "Show areas on the questions that were asked both times.")
  var commonQuestions = false

  @Option(
    help: ArgumentHelp("Show the later scores with the earlier mix of people, by an attribute.", valueName: "attribute")
  )
  var sameMix: String?

  @Flag(help: "List the figures that differ between a published result and its correction, as a note.")
  var correction = false

  @OptionGroup var output: PageArguments

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    let results = results
    guard results.count > 1 else { throw ValidationError("name at least two results, the earliest first") }
    if correction, results.count != 2 {
      throw ValidationError("--correction takes two results: the one that was published, and its correction")
    }
    if results.count > 2, sameMix != nil || commonQuestions || baseAssessment != nil {
      throw ValidationError("--same-mix, --common-questions and --base-assessment belong to two results")
    }
  }

  func run() throws {
    let results = results
    let read = try results.map { try ResultFiles.read($0) }
    let assessment = try ResultFiles.argument(
      assessment, of: read[0], from: results[0], mend: "name the assessment in front of the results"
    ).read()
    for (file, scorecards) in zip(results, read) { try ResultFiles.check(scorecards, of: assessment, from: file) }
    let names = ResultFiles.names(results, read)
    let words = try output.languages.catalogue()
    do throws(DocumentError) {
      if correction {
        let correction = try Correction(read[0], read[1])
        return try write(
          correction.page(
            assessment, publishedName: names[0], correctedName: names[1], language: output.language, words: words),
          correction.json())
      }
      let series = try matching(read)
      let undated = zip(results, series).filter { $0.1.occasion.date == nil }.map { "“\($0.0)”" }
      if !undated.isEmpty {
        Terminal.note(
          "no date in \(undated.joined(separator: ", ")): that the earliest stands first is not checked; “score --date” adds it"
        )
      }
      let changes = try changes(assessment, series[0].questionnaire)
      let scale = try scaleChange(series, changes)
      guard series.count == 2 else {
        let trend = try Trend(series, scale: scale)
        return try write(
          trend.page(assessment, names: names, language: output.language, words: words), trend.json(),
          columns: Array(1...series.count),
          steps: zip(series, series.dropFirst()).map { try? Comparison($0, $1, scale: scale) })
      }
      let comparison = try Comparison(series[0], series[1], scale: scale)
      var options = Comparison.PageOptions(baseName: names[0], nowName: names[1])
      options.assessmentChanges = changes
      options.showsCommonQuestions = commonQuestions
      options.language = output.language
      options.words = words
      let before = Set(read[0].map(\.questionnaire))
      options.newAudiences = read[1].filter { !before.contains($0.questionnaire) }.map(\.audience)
      if let sameMix {
        try checkMix(sameMix, series)
        options.reweighted = Comparison.reweighted(series[0], series[1], by: [Identifier(sameMix)])
      }
      try write(comparison.page(assessment, options), comparison.json(options), columns: [1, 2], steps: [comparison])
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }

  /// Writing ends the run in its own way. Above the first table of a web page its columns are drawn.
  private func write(
    _ page: ResultPage, _ json: ByteOutput, columns: [Int] = [], steps: [Comparison?] = []
  ) throws(DocumentError) {
    do {
      try output.write(page, json: json, isPersonal: false) { page in
        let areas = steps.map { $0?.changes.filter { $0.subject.kind == .area } ?? [] }
        // Of areas, where there are any, the first table is.
        guard columns.count > 1, let table = page.tables.first,
          areas.joined().contains(where: { .text($0.name) == table.rows.first?.first })
        else { return [] }
        let isClear = table.rows.map { row in
          areas.map { step in step.first { .text($0.name) == row.first }?.isMoreThanNoise }
        }
        let slope = table.slope(columns, isClear: isClear, words: page.words)
        return slope.map { [PageChart($0, of: 0)] } ?? []
      }
    } catch { Compare.exit(withError: error) }
  }

  /// The results of one questionnaire, one a file.
  private func matching(_ read: [[PublishableScorecard]]) throws(DocumentError) -> [PublishableScorecard] {
    let ids = read[0].map(\.questionnaire).filter { id in
      read.allSatisfy { $0.contains { $0.questionnaire == id } }
    }
    let asked = questionnaire.map { Identifier<Questionnaire>($0) }
    guard let id = asked ?? ids.first, ids.contains(id) else {
      let known = ids.map { "“\($0)”" }.joined(separator: ", ")
      throw DocumentError(
        Diagnostic(
          .differentAssessments,
          asked.map {
            "not every result is of the questionnaire “\($0)”" + (known.isEmpty ? "" : "; all have \(known)")
          }
            ?? "the results have no questionnaire in common: figures of different things are not one trend"))
    }
    return read.compactMap { $0.first { $0.questionnaire == id } }
  }

  /// Both results must be broken down by the attribute whose mix is kept.
  private func checkMix(_ attribute: String, _ series: [PublishableScorecard]) throws(DocumentError) {
    let wanted = Identifier<Attribute>(attribute)
    for (scorecard, file) in zip(series, results) where !scorecard.breakdowns.contains([wanted]) {
      let known = scorecard.breakdowns.filter { $0.count == 1 }.flatMap { $0 }.map(\.rawValue)
      throw DocumentError(
        Diagnostic(
          .unknownReference,
          "“\(file)” is not broken down by “\(attribute)”\(NearestName.hint(attribute, in: known)); score it again with --by \(attribute)"
        ))
    }
  }

  private func changes(
    _ assessment: Assessment, _ questionnaire: Identifier<Questionnaire>
  ) throws(DocumentError) -> AssessmentChanges? {
    guard let baseAssessment else { return nil }
    var base = AssessmentArgument()
    base.assessment = baseAssessment
    do {
      return AssessmentChanges(
        try base.read(), assessment, questionnaire: questionnaire, language: output.language,
        words: try output.languages.catalogue(isTold: false))
    } catch { Compare.exit(withError: error) }
  }

  /// A change of scale is chosen, never guessed. Results say what their scale is; of older ones the earlier version says it.
  private func scaleChange(
    _ series: [PublishableScorecard], _ changes: AssessmentChanges?
  ) throws(DocumentError) -> ScaleChange {
    let ofResults = series.dropFirst().compactMap { Comparison.changedScales(series[0], $0) }.last
    let scales = ofResults ?? (changes?.isOnAnotherScale == true ? changes?.scales : nil)
    guard let scales else {
      if series.contains(where: { $0.assessment.scale == nil && $0.assessment.digest != series.last?.assessment.digest }
      ),
        changes == nil
      {
        Terminal.note(
          "an older result does not say what its scale is: that it is the same is not checked; name the version that was scored with --base-assessment"
        )
      } else if let scale {
        Terminal.note("the scale is the same as before: --scale \(scale.rawValue) changes nothing")
      }
      return .same
    }
    switch scale {
    case .clamp: return .clamp(to: scales.now)
    case .rescale: return .rescale(from: scales.base, to: scales.now)
    case .reset: return .reset
    case nil: throw DocumentError(.changed(scales))
    }
  }
}
