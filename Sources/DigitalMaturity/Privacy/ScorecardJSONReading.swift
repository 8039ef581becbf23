extension PublishableScorecard {
  /// Reads scorecards from the JSON that ``json(_:)`` writes, of this or an earlier version.
  ///
  /// Keys that are not known are passed over, so that files of later versions of format 1 can be read.
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name that diagnostics give it.
  ///   - limits: How large it may be.
  /// - Throws: ``DocumentError`` when it is not JSON, of a later format, too large, or not whole.
  public static func read(
    _ bytes: [UInt8], file: String, limits: DocumentLimits = .results
  ) throws(DocumentError) -> [PublishableScorecard] {
    let document = try JSONReader.read(bytes, file: file, limits: limits)
    let log = DiagnosticLog()
    let root = document.root
    var scorecards: [PublishableScorecard] = []
    if root.member("scorecards") != nil {
      let read: [PublishableScorecard]? = root.readTable(into: log) { table in
        table.acceptAllKeys()
        guard isKnownFormat(&table) else { return [] }
        return table.list("scorecards").compactMap { ScorecardReader(log: log).scorecard($0) }
      }
      scorecards = read ?? []
    } else if let scorecard = ScorecardReader(log: log).scorecard(root) {
      scorecards = [scorecard]
    }
    try log.throwIfErrors()
    return scorecards
  }

  /// Reads the format before anything else: the keys of another one may mean anything.
  fileprivate static func isKnownFormat(_ table: inout TableReader) -> Bool {
    guard let node = table.required("format"), let format = node.readInteger(into: table.log) else { return false }
    if format == Self.format { return true }
    table.log.error(
      .invalidValue,
      "this file has format \(format); this version reads format \(Self.format): take the version that wrote it, or a newer one",
      at: node.location)
    return false
  }
}

private struct ScorecardReader {
  let log: DiagnosticLog

  func scorecard(_ node: DocumentNode) -> PublishableScorecard? {
    let scorecard: PublishableScorecard?? = read(node) { table in
      guard PublishableScorecard.isKnownFormat(&table) else { return nil }
      let reference: AssessmentReference? = table.required("assessment").flatMap { node in
        read(node) { table in
          AssessmentReference(
            id: Identifier(table.requiredText("id") ?? ""), version: table.requiredText("version") ?? "",
            digest: table.text("digest"), scale: table.value("scale").flatMap(scale))
        }
      }
      let calculations = provenances(table.list("calculations"))
      guard let reference, let questionnaire = table.requiredText("questionnaire") else { return nil }
      var scorecard = PublishableScorecard(
        assessment: reference, questionnaire: Identifier(questionnaire), audience: table.text("audience") ?? "",
        mode: table.word("mode", Questionnaire.Mode.self) ?? .individual,
        policy: table.integer("threshold").map { DisclosurePolicy(threshold: $0) } ?? .standard,
        groups: table.requiredList("groups").compactMap { group($0, calculations) },
        population: table.value("population").flatMap(population))
      scorecard.occasion = Occasion(title: table.text("title"), date: table.value("date").flatMap(day))
      return scorecard
    }
    return scorecard ?? nil
  }

  private func scale(_ node: DocumentNode) -> ClosedRange<Double>? {
    let scale: ClosedRange<Double>?? = read(node) { table in
      guard let low = table.required("low")?.readNumber(into: log),
        let high = table.required("high")?.readNumber(into: log)
      else { return nil }
      guard low <= high else {
        log.error(.invalidValue, "the scale ends below where it begins; swap its ends", at: node.location)
        return nil
      }
      return low...high
    }
    return scale ?? nil
  }

  private func day(_ node: DocumentNode) -> Day? {
    guard let text = node.readText(into: log) else { return nil }
    if let day = Day(text), day.description == text { return day }
    log.error(
      .invalidValue, "“\(DocumentNode.short(text))” is no date; write it as year, month and day, such as 2026-05-01",
      at: node.location)
    return nil
  }

  private func read<Result>(_ node: DocumentNode, _ body: (inout TableReader) -> Result) -> Result? {
    node.readTable(into: log) { table in
      table.acceptAllKeys()
      return body(&table)
    }
  }

  private func provenances(_ nodes: DocumentNode.Elements) -> [Subject: Provenance] {
    var provenances: [Subject: Provenance] = [:]
    for node in nodes {
      _ = read(node) { table in
        guard let kind = table.word("kind", Subject.Kind.self), let id = table.requiredText("id") else { return }
        provenances[Subject(kind, id)] = Provenance(
          rule: table.requiredText("rule") ?? "",
          settings: table.list("settings").compactMap { $0.readText(into: log) },
          source: table.word("of", ScoringPlan.Source.self) ?? .questions,
          unit: table.word("unit", ScoringUnit.self) ?? .respondent,
          questionSummary: table.word("questionSummary", ScoringDefinition.QuestionSummary.self) ?? .mean,
          missing: table.word("missing", ScoringDefinition.MissingPolicy.self) ?? .omit,
          dontKnow: table.word("dontKnow", ScoringDefinition.DontKnowPolicy.self) ?? .missing,
          minimumAnswered: table.number("minimumAnswered") ?? 0,
          items: table.list("items").compactMap { node in
            read(node) { table in
              Provenance.Item(
                id: table.requiredText("id") ?? "", weight: table.number("weight") ?? 1,
                isReversed: table.boolean("reversed") ?? false)
            }
          })
      }
    }
    return provenances
  }

  private func group(_ node: DocumentNode, _ calculations: [Subject: Provenance]) -> GroupResult? {
    read(node) { table in
      let key = key(&table)
      func scores(_ name: DocumentKey, _ kind: Subject.Kind) -> [SubjectScore] {
        table.list(name).compactMap { score($0, kind, calculations) }
      }
      return GroupResult(
        key: key, respondents: optionalCount("respondents", in: &table),
        isSuppressed: table.boolean("suppressed") ?? false,
        areas: scores("areas", .area), themes: scores("themes", .theme), principles: scores("principles", .principle),
        literacies: scores("literacies", .literacy),
        overall: table.value("overall").flatMap { score($0, .overall, calculations) },
        questions: table.list("questions").compactMap(question))
    }
  }

  /// What a group's people have in common.
  private func key(_ table: inout TableReader) -> [GroupAttribute] {
    (table.required("group")?.members).map { members in
      members.map {
        GroupAttribute(attribute: Identifier($0.key.text ?? ""), value: $0.value.text.map { Identifier($0) })
      }
    } ?? []
  }

  private func population(_ node: DocumentNode) -> PopulationWeighting? {
    read(node) { table in
      PopulationWeighting(
        attributes: table.list("attributes").compactMap { $0.readText(into: log) }.map { Identifier($0) },
        groups: table.list("groups").compactMap { node in
          read(node) { table in
            PopulationWeighting.Group(
              key: key(&table), headcount: optionalCount("headcount", in: &table),
              respondents: optionalCount("respondents", in: &table), weight: table.number("weight"))
          }
        })
    }
  }

  private func weighting(_ table: inout TableReader) -> FigureWeighting? {
    guard let node = table.value("weighting") else { return nil }
    let weighting: FigureWeighting?? = read(node) { table in
      guard let effect = table.number("designEffect"), let people = table.number("effectiveN") else { return nil }
      return FigureWeighting(
        unweighted: table.number("unweighted").map { .value($0) } ?? .undefined(.withheld), designEffect: effect,
        effectivePeople: people)
    }
    return weighting ?? nil
  }

  private func score(
    _ node: DocumentNode, _ kind: Subject.Kind, _ calculations: [Subject: Provenance]
  ) -> SubjectScore? {
    let score: SubjectScore?? = read(node) { table in
      guard let id = table.requiredText("id") else { return nil }
      let figure = figure("score", in: &table)
      let statuses = statuses(&table)
      let subject = Subject(kind, id)
      let unknown = Provenance(
        rule: "", settings: [], source: .questions, unit: .respondent, questionSummary: .mean, missing: .omit,
        dontKnow: .missing,
        minimumAnswered: 0, items: [])
      return SubjectScore(
        subject: subject, name: table.text("name") ?? id, score: figure,
        level: table.text("level").map { Identifier($0) }, target: table.number("target"), gap: table.number("gap"),
        people: optionalCount("n", in: &table),
        coverage: table.number("coverage").map { .value($0) }
          ?? .undefined(statuses == nil ? .withheld : .noneApplicable),
        statuses: statuses, distribution: distribution(&table),
        isUnanimous: table.boolean("unanimous") ?? false, statistics: StatisticsJSON.statistics(&table),
        reliability: StatisticsJSON.reliability(&table),
        comparison: StatisticsJSON.difference(&table).map { .known($0) } ?? .none,
        provenance: calculations[subject] ?? unknown, weighting: weighting(&table))
    }
    return score ?? nil
  }

  private func question(_ node: DocumentNode) -> QuestionResult? {
    read(node) { table in
      QuestionResult(
        id: Identifier(table.requiredText("id") ?? ""), statuses: statuses(&table),
        statistics: StatisticsJSON.statistics(&table),
        options: table.list("options").compactMap { node in
          read(node) { table in
            OptionCount(
              option: Identifier(table.requiredText("id") ?? ""), count: count("count", in: &table),
              meanPlace: table.number("meanPlace"))
          }
        },
        distribution: distribution(&table), weighting: weighting(&table))
    }
  }

  private func figure(_ name: DocumentKey, in table: inout TableReader) -> Figure<Double> {
    if let number = table.number(name) { return .value(number) }
    let code = table.text("reasonCode").map { Undefined.Code(rawValue: $0) } ?? .withheld
    return .undefined(Undefined(code, table.text("reason") ?? "No reason is given."))
  }

  private func statuses(_ table: inout TableReader) -> StatusCounts? {
    guard let node = table.value("statuses") else { return nil }
    return read(node) { table in
      var counts = StatusCounts()
      for status in AnswerStatus.allCases { counts[status] = count(DocumentKey(status.rawValue), in: &table) }
      return counts
    }
  }

  private func distribution(_ table: inout TableReader) -> [ScoreCount] {
    table.list("distribution").compactMap { node in
      read(node) { table in
        ScoreCount(score: table.required("score")?.readNumber(into: log) ?? 0, count: count("count", in: &table))
      }
    }
  }

  private func count(_ name: DocumentKey, in table: inout TableReader) -> Int { optionalCount(name, in: &table) ?? 0 }

  /// A number of people or answers: not negative, and small enough to be added up.
  private func optionalCount(_ name: DocumentKey, in table: inout TableReader) -> Int? {
    guard let node = table.value(name), let count = node.readInteger(into: log) else { return nil }
    guard (0...Self.largestCount).contains(count) else {
      log.error(.invalidValue, "a count lies between 0 and \(Self.largestCount)", at: node.location)
      return nil
    }
    return count
  }

  private static let largestCount = 1_000_000_000_000
}
