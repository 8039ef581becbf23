public import DigitalMaturity

/// Results as tables for a spreadsheet: one for each kind of thing, with everything that a page shows and more.
public enum ResultTables {
  /// Lays results out. Takes only what may be shown. O(scorecards × groups × figures).
  public static func page(_ context: ReportContext) -> ResultPage {
    let facts = ReportFacts(context)
    let tables = ResultTableMaker(facts: facts)
    var introduction = facts.options.note.map { $0.isEmpty ? [] : [PlainText.clean($0)] } ?? []
    if let occasion = facts.occasion { introduction.append(occasion.plain + ".") }
    introduction += facts.cohorts.map { facts.participation(of: $0).plain + "." }
    introduction += facts.cohorts.map { cohort in
      (facts.cohorts.count > 1 ? PlainText.clean(cohort.name.text) + ": " : "") + Headline(cohort, facts).phrase.plain
    }
    introduction += facts.cohorts.map { MethodWords.versions($0, facts.words).plain }
    return ResultPage(
      title: facts.words.text(.pageTitle, ["assessment": facts.content(facts.assessment.title)]),
      introduction: introduction,
      tables: tables.all, notes: tables.notes, words: facts.words.catalogue)
  }
}

/// Makes the tables. Where there are several audiences, each table's first column names them.
struct ResultTableMaker {
  let facts: ReportFacts

  var all: [ResultTable] {
    [
      areas, pooled, levels, groups,
      scores(say(.themes), say(.scoresByTheme), .theme, \.themes),
      scores(say(.principles), say(.scoresByPrinciple), .principle, \.principles),
      scores(say(.literaciesSheet), say(.scoresByLiteracyTitle), .literacy, \.literacies),
      questions, answers, actions, people, withheld, method, sources,
    ].compactMap { $0 }
  }

  var notes: [String] {
    let rules = facts.cohorts.map { WithheldWords($0, facts).rule.plain }
    var notes = zip(facts.cohorts, rules).map { cohort, rule in
      isShared ? "\(PlainText.clean(cohort.name.text)): \(rule)" : rule
    }
    // The same for all is said once.
    if Set(rules).count == 1 { notes = [rules[0]] }
    notes += facts.cohorts.compactMap { cohort in PopulationWords(cohort, facts).map(\.sentence.plain) }
    notes.append(say(.notesRounded))
    notes.append(say(.notesGap))
    notes.append(say(.notesRange))
    notes.append(say(.notesAgreement))
    notes.append(say(.notesAnswered))
    return notes
  }

  // MARK: Parts of tables

  private var isShared: Bool { facts.cohorts.count > 1 }
  private var audience: [ResultTable.Column] { isShared ? [.words(say(TableMessage.audience))] : [] }

  private func audience(_ cohort: ReportFacts.Cohort) -> [ResultTable.Cell] { isShared ? [words(cohort.name)] : [] }
  private func say(_ message: ReportMessage) -> String { facts.words.text(message) }
  private func say(_ message: TableMessage) -> String { facts.words.text(message) }
  private func words(_ content: Content) -> ResultTable.Cell { .text(PlainText.clean(content.text)) }
  private func words(_ phrase: Phrase) -> ResultTable.Cell { .text(phrase.plain) }

  /// Everyone's results of each cohort, unless all of it is withheld and said so elsewhere.
  private var everyone: [(cohort: ReportFacts.Cohort, group: GroupResult)] {
    facts.cohorts.compactMap { cohort in cohort.everyone.map { (cohort, $0) } }
  }
  /// Those whose average tells of something.
  private var averaged: [(cohort: ReportFacts.Cohort, group: GroupResult)] {
    everyone.filter { !$0.cohort.standsSideBySide }
  }

  /// A score with as few decimals as do not contradict its level or its target.
  private func figure(_ score: SubjectScore) -> ResultTable.Cell {
    let isOnScale = score.level != nil || score.target != nil
    let decimals = score.score.value.map {
      ShownScore.decimals($0, levels: isOnScale ? facts.assessment.levels : [], target: score.target)
    }
    return .number(score.score, decimals: isOnScale ? decimals ?? 1 : 2)
  }

  private func exact(_ number: Double?) -> ResultTable.Cell {
    guard let number else { return .none }
    return .number(number, decimals: NumberWords.decimals(of: number))
  }

  private func table(
    _ name: String, _ title: String, notes: [String] = [], _ columns: [ResultTable.Column], _ rows: [[ResultTable.Cell]]
  ) -> ResultTable? {
    rows.isEmpty ? nil : ResultTable(title: title, name: name, notes: notes, columns: columns, rows: rows)
  }

  // MARK: Tables

  private var areas: ResultTable? {
    let hasRange = averaged.contains { $0.group.areas.contains { $0.statistics.then(\.interval).value != nil } }
    return table(
      say(.areas), say(.scoresByArea),
      audience + [
        .words(say(.area)), .number(say(.score)), .words(say(.level)), .number(say(.target)), .number(say(.gap)),
      ]
        + (hasRange ? [.number(say(.likelyFrom)), .number(say(.likelyTo))] : [])
        + [.number(say(.agreement)), .number(say(.answered)), .number(say(.people))],
      averaged.flatMap { cohort, group in
        (group.areas + (group.overall.map { [$0] } ?? [])).map { score in
          let statistics = score.statistics
          let range = statistics.then(\.interval)
          let gap: ResultTable.Cell =
            score.isWithheld ? .withheld : score.gap.map { .number($0, decimals: gapDecimals(score)) } ?? .none
          return audience(cohort) + [
            score.subject == .overall ? .text(say(.overall)) : words(facts.name(of: score)), figure(score),
          ]
            + [words(facts.levelWords(of: score)), exact(score.target), gap]
            + (hasRange ? [.number(range.map(\.low), decimals: 2), .number(range.map(\.high), decimals: 2)] : [])
            + [.share(statistics.then(\.consensus)), .share(score.coverage), .count(score.people)]
        }
      })
  }

  private func gapDecimals(_ score: SubjectScore) -> Int {
    guard let value = score.score.value, let target = score.target,
      let shown = ShownScore.gap(value, levels: facts.assessment.levels, target: target)
    else { return 1 }
    return shown.split(separator: ".").dropFirst().first?.count ?? 0
  }

  private var pooled: ResultTable? {
    guard let pooled = PooledTable(facts) else { return nil }
    return table(
      say(.allAudiences), say(.scoresTogether), notes: [pooled.introduction.plain],
      [.words(say(.area)), .number(say(.score)), .words(say(.level)), .number(say(.target)), .number(say(.gap))],
      facts.pooled.map { score in
        let level = facts.assessment.levels.first { $0.id == score.level }
        let decimals = score.score.value.map {
          ShownScore.decimals($0, levels: level == nil ? [] : facts.assessment.levels, target: score.area.target)
        }
        let missing: ResultTable.Cell = score.score.reason?.code == .withheld ? .withheld : .none
        return [
          words(facts.content(score.area.name)), .number(score.score, decimals: decimals ?? 1),
          level.map { words(facts.content($0.name)) } ?? words(score.score.reason.map(facts.words.reason) ?? ""),
          exact(score.area.target), score.gap.map { .number($0, decimals: decimals ?? 1) } ?? missing,
        ]
      })
  }

  private var levels: ResultTable? {
    let levels = facts.assessment.levels
    return table(
      say(.levels), say(.peopleAtLevels),
      audience + [.words(say(.area)), .words(say(.counted))]
        + levels.map { .number(PlainText.clean(facts.content($0.name).text)) }
        + [.number(say(.total))],
      averaged.flatMap { cohort, group in
        group.areas.compactMap { score -> [ResultTable.Cell]? in
          let start = audience(cohort) + [words(facts.name(of: score))]
          if score.isWithheld {
            return start + [.text(say(.countedPeople))] + levels.map { _ in .withheld } + [.withheld]
          }
          guard let histogram = LevelHistogram(score, levels: levels) else { return nil }
          let counts = levels.map { level in histogram.bands.first { $0.level?.id == level.id }?.count ?? 0 }
          return start + [.text(histogram.isOfPeople ? say(.countedPeople) : say(.countedAnswers))]
            + counts.map { .count($0) }
            + [.count(histogram.total)]
        }
      })
  }

  private var groups: ResultTable? {
    let areas = facts.assessment.areas
    return table(
      say(.groups), say(.scoresByGroup),
      audience + [.words(say(.brokenDownBy)), .words(say(.groupHeading)), .number(say(.people))]
        + areas.map { .number(PlainText.clean(facts.content($0.name).text)) },
      facts.cohorts.flatMap { cohort in
        cohort.scorecard.breakdowns.flatMap { breakdown in
          cohort.scorecard.groups(by: breakdown).map { group in
            audience(cohort) + [.text(facts.name(of: breakdown)), words(facts.name(of: group.key, in: cohort))]
              + [.count(group.respondents)]
              + areas.map { area in
                group.score(of: Subject(.area, area.id.rawValue)).map(figure) ?? .none
              }
          }
        }
      })
  }

  private func scores(
    _ name: String, _ title: String, _ kind: Subject.Kind, _ scores: KeyPath<GroupResult, [SubjectScore]>
  ) -> ResultTable? {
    let isOfPrinciples = kind == .principle
    let principles = Dictionary(
      facts.assessment.principles.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    return table(
      name, title,
      audience + (isOfPrinciples ? [.words(say(.set))] : []) + [
        .words(say(.nameHeading)), .number(say(.score)), .words(say(.level)),
      ]
        + [.words(say(.madeOf)), .number(say(.answered)), .number(say(.people))],
      averaged.flatMap { cohort, group in
        group[keyPath: scores].map { score in
          let set = principles[score.subject.id].flatMap { principle in
            facts.assessment.principleSets.first { $0.id == principle.set }
          }
          return audience(cohort) + (isOfPrinciples ? [set.map { words(facts.content($0.name)) } ?? .none] : [])
            + [words(facts.name(of: score)), figure(score), words(facts.levelWords(of: score))]
            + [words(facts.words.basis(score.provenance)), .share(score.coverage), .count(score.people)]
        }
      })
  }

  private var questions: ResultTable? {
    table(
      say(.questions), say(.whatWasAsked),
      audience + [
        .words(say(.area)), .words(say(.question)), .words(say(.code)), .number(say(.mean)), .number(say(.middle)),
      ]
        + [.number(say(.agreement)), .number(say(.people))],
      averaged.flatMap { cohort, group in
        cohort.questions.compactMap { question -> [ResultTable.Cell]? in
          guard let result = group.questions.first(where: { $0.id == question.id }) else { return nil }
          let id = question.snapshot ?? question.measures.areas.max { $0.weight < $1.weight }?.id
          let area = facts.assessment.areas.first { $0.id == id }
          return audience(cohort) + [area.map { words(facts.content($0.name)) } ?? .none]
            + [words(facts.content(question.text)), .text(question.id.rawValue)]
            + [.number(result.mean, decimals: 2), .number(result.statistics.then(\.median), decimals: 1)]
            + [.share(result.statistics.then(\.consensus)), .count(result.statuses?[.answered])]
        }
      })
  }

  private var answers: ResultTable? {
    table(
      say(.answersSheet), say(.howOften),
      audience + [
        .words(say(.question)), .words(say(.code)), .words(say(.answerGiven)), .number(say(.score)),
        .number(say(.people)),
      ]
        + [.number(say(.share))],
      everyone.flatMap { cohort, group in
        cohort.questions.flatMap { question -> [[ResultTable.Cell]] in
          guard let result = group.questions.first(where: { $0.id == question.id }) else { return [] }
          let start = audience(cohort) + [words(facts.content(question.text)), .text(question.id.rawValue)]
          guard let answered = result.statuses?[.answered] else {
            return [start + [.text(say(.allAnswers)), .none, .withheld, .withheld]]
          }
          return zip(question.answers.options, result.options).map { option, count in
            start + [words(facts.content(option.label)), exact(option.score.map(question.effective))]
              + [.count(count.count), answered > 0 ? .share(Double(count.count) / Double(answered)) : .none]
          }
        }
      })
  }

  private var actions: ResultTable? {
    let rows = facts.assessment.areas.flatMap { area in
      facts.actions(for: area.id).map { action, cohorts -> [ResultTable.Cell] in
        let workstream = facts.assessment.workstreams.first { $0.id == action.workstream }
        return [words(facts.content(area.name)), words(facts.content(action.name))]
          + [facts.content(action.description).map { words($0) } ?? .none]
          + [
            workstream.map { words(facts.content($0.name)) } ?? .none,
            facts.content(action.lead).map { words($0) } ?? .none,
          ]
          + [exact(action.effort), action.timeframe.map { .text(facts.words.timeframe($0).plain) } ?? .none]
          + (isShared ? [words(facts.words.list(cohorts.map { Phrase($0.name) }))] : [])
      }
    }
    return table(
      say(.actions), say(.recommendedActions),
      [
        .words(say(.area)), .words(say(.recommendedAction)), .words(say(.involves)), .words(say(.ofWorkstream)),
        .words(say(.lead)),
      ]
        + [.number(say(.officerDays)), .words(say(.when))] + (isShared ? [.words(say(.fromResults))] : []),
      rows)
  }

  private var people: ResultTable? {
    let hasHeadcounts = facts.cohorts.contains { $0.scorecard.population != nil }
    return table(
      say(.whoTookPart), say(.whoTookPart),
      audience + [
        .words(say(.brokenDownBy)), .words(say(.groupHeading)), .number(say(.people)), .number(say(.shareOfAll)),
      ]
        + (hasHeadcounts ? [.number(say(.headcount)), .number(say(.responseRate))] : []),
      facts.cohorts.flatMap { cohort -> [[ResultTable.Cell]] in
        let all = cohort.everyone?.respondents
        let parts: [(by: String?, group: GroupResult)] =
          (cohort.everyone.map { [(nil, $0)] } ?? [])
          + cohort.scorecard.breakdowns.flatMap { breakdown in
            cohort.scorecard.groups(by: breakdown).map { (facts.name(of: breakdown), $0) }
          }
        return parts.map { by, group in
          let share: ResultTable.Cell =
            group.respondents == nil || all == nil
            ? .withheld : (all ?? 0) > 0 ? .share(Double(group.respondents ?? 0) / Double(all ?? 1)) : .none
          let known = cohort.scorecard.population?.groups.first { $0.key == group.key }?.headcount
          let rate: ResultTable.Cell =
            known.map { headcount in
              guard let count = group.respondents else { return .withheld }
              return headcount > 0 ? .share(Double(count) / Double(headcount)) : .none
            } ?? .none
          return audience(cohort) + [by.map { .text($0) } ?? .none, words(facts.name(of: group.key, in: cohort))]
            + [.count(group.respondents), share] + (hasHeadcounts ? [known.map { .count($0) } ?? .none, rate] : [])
        }
      })
  }

  private var withheld: ResultTable? {
    table(
      say(.withheldSheet), say(.withheldThings), audience + [.words(say(.withheldThings))],
      facts.cohorts.flatMap { cohort in
        let words = WithheldWords(cohort, facts)
        return (words.groups + words.figures).map { audience(cohort) + [.text($0.plain)] }
      })
  }

  private var method: ResultTable? {
    table(
      say(.method), say(.howCalculated), notes: [facts.words.text(.rounding)],
      audience + [.words(say(.scoresOfWhat)), .words(say(.how))],
      facts.cohorts.flatMap { cohort in
        MethodWords.ways(cohort, facts).map { way in
          audience(cohort) + [words(way.subjects(facts.words)), words(Phrase.joined(way.sentences, by: " "))]
        }
      })
  }

  private var sources: ResultTable? {
    table(
      say(.sources), say(.sourcesTitle), [.words(say(.what)), .words(say(.sourcesTitle))],
      SourceWords.all(facts).map { [words($0.name), words($0.text)] })
  }
}
