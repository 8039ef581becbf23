import DigitalMaturity
import MaturityPlanning
import Testing

@Suite("Comparing two results") struct ComparisonTests {
  /// So many of each score for the first question; the other two are answered with 3.
  static func people(_ counts: [Int], team: String = "north") -> [([Int], String)] {
    counts.enumerated().flatMap { index, count in Array(repeating: ([index + 1, 3, 3], team), count: count) }
  }

  static let sample = PlanSample()

  /// Means 2 and 19/6; Welch's interval by scipy's `ttest_ind(…, equal_var=False).confidence_interval()`.
  @Test func theChangeHasALikelyRange() throws {
    let base = try Self.sample.results(Self.people([6, 8, 6]))
    let now = try Self.sample.results(Self.people([0, 5, 10, 9]))
    let comparison = try Comparison(base, now)
    let change = comparison.changes[0]
    #expect(change.subject == Subject(.area, "leadership"))
    #expect(change.base.value == 2)
    #expect(abs((change.change.value ?? 0) - 7.0 / 6) < 1e-12)
    let interval = try #require(change.interval.value)
    #expect(abs(interval.low - 0.6894944168430603) < 1e-9)
    #expect(abs(interval.high - 1.6438389164902727) < 1e-9)
    #expect(change.isMoreThanNoise == true)
    // From 2 towards 4: 7/12 of the way.
    #expect(abs((change.progress.value ?? 0) - 7.0 / 12) < 1e-12)
    // Everyone answered 3 both times: there is nothing to take a range of.
    #expect(comparison.changes[1].change.value == 0)
    #expect(comparison.changes[1].isMoreThanNoise == nil)
  }

  @Test func theGapThatIsClosedIsCountedInLevels() throws {
    let base = try Self.sample.results(all: [1, 2, 5])
    let now = try Self.sample.results(all: [3, 1, 5])
    let comparison = try Comparison(base, now)
    // 3 + 2 + 0 before, 1 + 3 + 0 now.
    #expect(comparison.gapBefore.value == 5)
    #expect(comparison.gapNow.value == 4)
    // Of targets of 12 together.
    #expect(abs((comparison.toTargetBefore.value ?? 0) - 7.0 / 12) < 1e-12)
    #expect(abs((comparison.toTargetNow.value ?? 0) - 8.0 / 12) < 1e-12)
    let page = comparison.page(try Self.sample.assessment(), .init(baseName: "2026", nowName: "2027"))
    #expect(page.introduction.contains("Of the 5.0 points that lay between scores and targets, 1.0 are closed."))
    #expect(comparison.changes[2].progress.reason?.code == .onTarget)
  }

  @Test func differentThingsAreNotCompared() throws {
    let one = try Self.sample.results(all: [1, 2, 3])
    let other = try PlanSample(id: "other").results(all: [1, 2, 3])
    let error = #expect(throws: DocumentError.self) { try Comparison(one, other) }
    #expect(error?.diagnostics.map(\.code) == [.differentAssessments])
    #expect(throws: DocumentError.self) { try Trend([one, one, other]) }
    #expect(throws: DocumentError.self) { try Correction([one], [other]) }
  }

  @Test func whoTookPartIsSaid() throws {
    let base = try Self.sample.results(
      Self.people([10]) + Self.people([6], team: "south"))
    let now = try Self.sample.results(Self.people([0, 12]))
    let groups = try Comparison(base, now).participation.groups
    #expect(groups.map(\.base) == [10, 6])
    #expect(groups.map(\.now) == [12, nil])
    #expect(groups.map(\.isThere) == [true, false])
  }

  /// North scores 1 then 2, south 3 then 4. With north 10 and south 30 before, and 30 and 10 now, everyone goes from 2.5 to
  /// 2.5; with the same mix to (10·2 + 30·4)/40 = 3.5.
  @Test func theSameMixOfPeopleShowsWhatTheMixHid() throws {
    let base = try Self.sample.results(Self.people([10]) + Self.people([0, 0, 30], team: "south"))
    let now = try Self.sample.results(Self.people([0, 30]) + Self.people([0, 0, 0, 10], team: "south"))
    #expect(try Comparison(base, now).changes[0].change.value == 0)
    let reweighted = Comparison.reweighted(base, now, by: ["team"])
    #expect(reweighted[0].score.value == 3.5)
    // Two small groups are withheld both times, and count as one: 20·3 + 8·(4·1 + 4·3)/8, by 28.
    let few = try Self.sample.results(
      Self.people([0, 20]) + Self.people([4], team: "south") + Self.people([4], team: ""))
    let later = try Self.sample.results(
      Self.people([0, 0, 20]) + Self.people([4], team: "south") + Self.people([0, 0, 4], team: ""))
    #expect(few.groups.filter(\.isSuppressed).count == 2 && later.groups.filter(\.isSuppressed).count == 2)
    let together = Comparison.reweighted(few, later, by: ["team"])[0].score.value ?? 0
    #expect(abs(together - (20.0 * 3 + 8 * 2) / 28) < 1e-12)
    #expect(Comparison.reweighted(base, now, by: ["role"])[0].score.reason?.code == .noBreakdown)
  }

  @Test func aChangeOfScaleIsChosen() throws {
    let base = try Self.sample.results(all: [1, 2, 5])
    let now = try Self.sample.results(all: [2, 2, 3])
    let clamped = try Comparison(base, now, scale: .clamp(to: 2...4))
    #expect(clamped.changes.map(\.base.value) == [2, 2, 4])
    let rescaled = try Comparison(base, now, scale: .rescale(from: 1...5, to: 0...100))
    #expect(rescaled.changes.map(\.base.value) == [0, 25, 100])
    let reset = try Comparison(base, now, scale: .reset)
    #expect(reset.changes.allSatisfy { $0.change.reason?.code == .scaleReset && $0.now.value != nil })
    let page = rescaled.page(try Self.sample.assessment(), .init(baseName: "2026", nowName: "2027"))
    #expect(
      page.notes.contains { $0.contains("Earlier scores went from 1 to 5 and are stretched here to go from 0 to 100") })
  }

  /// Ten say 1 and ten say 5: 3. Held under 4 they are ten of 1 and ten of 4: 2.5, and not 3, which no 4 touches.
  @Test func aMeanIsClampedPersonByPerson() throws {
    let base = try Self.sample.results(Self.people([10, 0, 0, 0, 10]))
    let now = try Self.sample.results(Self.people([10, 0, 0, 10]))
    let change = try Comparison(base, now, scale: .clamp(to: 1...4)).changes[0]
    #expect(change.base.value == 2.5)
    #expect(change.change.value == 0)
    // The likely range lies around the change.
    let interval = try #require(change.interval.value)
    #expect(abs(interval.low + interval.high) < 1e-12)
    // What nobody's scores are known of is moved as it is.
    #expect(ScaleChange.clamp(to: 1...4).moved(4.5).value == 4)
  }

  /// Results say what their scale is, so that no two scales are compared by mistake; older files do not, and are.
  @Test func anotherScaleIsSeenInResultsThemselves() throws {
    var wide = Self.sample
    wide.levels = "[{id: low, value: 0, name: Low}, {id: high, value: 5, name: High}]"
    let (base, now) = (try Self.sample.results(all: [1, 2, 5]), try wide.results(all: [1, 2, 5]))
    let error = #expect(throws: DocumentError.self) { try Comparison(base, now) }
    #expect(error?.diagnostics.map(\.code) == [.changedScale])
    #expect(error?.diagnostics.first?.message.contains("scores went from 1 to 5 before and go from 0 to 5 now") == true)
    #expect(throws: DocumentError.self) { try Trend([base, base, now]) }
    #expect(try Comparison(base, now, scale: .clamp(to: 0...5)).changes[0].change.value == 0)
    let text = try PublishableScorecard.json([base]).text
    let again = try PublishableScorecard.read(Array(text.utf8), file: "base.json")
    #expect(again[0].assessment.scale == 1...5)
    let older = try PublishableScorecard.read(
      Array(text.replacing("\"scale\"", with: "\"other\"").utf8), file: "a.json")
    #expect(older[0].assessment.scale == nil)
    #expect(try Comparison(older[0], now).changes[0].change.value == 0)
    let turned = text.replacing("\"low\": 1", with: "\"low\": 9")
    let wrong = #expect(throws: DocumentError.self) {
      try PublishableScorecard.read(Array(turned.utf8), file: "b.json")
    }
    #expect(wrong?.diagnostics.first?.message == "the scale ends below where it begins; swap its ends")
  }

  @Test func theSameVersionWithOtherContentIsSaidToBeSo() throws {
    let base = try Self.sample.results(all: [1, 2, 5])
    let now = try PlanSample(programme: "workstreams: [{id: design, name: Design}]").results(all: [1, 2, 5])
    let page = try Comparison(base, now).page(try Self.sample.assessment(), .init(baseName: "2026", nowName: "2027"))
    let told =
      "The assessment has been edited in between, under the same version 1.0.0; its scores are made of the same"
    #expect(page.introduction.contains { $0.hasPrefix(told) }, "\(page.introduction)")
    let heavier = try PlanSample(onlineWeight: 3).results(all: [1, 2, 5])
    let other = try Comparison(base, heavier).page(try Self.sample.assessment(), .init(baseName: "a", nowName: "b"))
    let changed = "The assessment itself has changed, though both times it is called version 1.0.0."
    #expect(other.introduction.contains { $0.hasPrefix(changed) }, "\(other.introduction)")
  }

  @Test func whatAGroupAgreedOnHasNoRange() throws {
    let agreed = PlanSample(mode: "consensus")
    let base = try agreed.results([([2, 3, 3], "north")])
    let now = try agreed.results([([3, 3, 3], "north")])
    let change = try Comparison(base, now).changes[0]
    #expect(change.change.value == 1)
    #expect(change.interval.reason?.code == .agreedLevel)
  }

  @Test func whatIsWithheldStaysSo() throws {
    let base = try Self.sample.results(Self.people([2]))
    let now = try Self.sample.results(Self.people([0, 20]))
    let comparison = try Comparison(base, now)
    #expect(comparison.changes[0].base.reason?.code == .withheld)
    #expect(comparison.changes[0].change.reason?.code == .withheld)
    #expect(comparison.common[0].change.reason?.code == .withheld)
    #expect(comparison.participation.base == nil)
    // A gap of nobody's scores is none, and not 0.
    #expect(comparison.gapBefore.reason?.code == .withheld)
    let gap = try JSONReader.read(comparison.json().bytes, file: "comparison.json").root.member("gap")
    for key in ["before", "now", "closed", "toTargetBefore", "toTargetNow"] {
      #expect(gap?.member(key)?.isNull == true, "\(key)")
    }
    #expect(gap?.member("reason")?.text == comparison.gapBefore.reason?.sentence)
  }

  @Test func whatChangedInTheAssessmentIsListed() throws {
    let old = try Self.sample.assessment()
    var later = PlanSample(version: "2.0.0", onlineText: "How many services are online?", onlineWeight: 3)
    later.levels = "[{id: low, value: 0, name: Low}, {id: high, value: 5, name: High}]"
    let changes = AssessmentChanges(old, try later.assessment(), questionnaire: "staff")
    #expect(
      changes.changes.map { "\($0.what) \($0.id) \($0.kind)" } == [
        "level low levels", "question served reworded", "question served weight",
      ])
    #expect(changes.isOnAnotherScale)
    let same = AssessmentChanges(old, old, questionnaire: "staff")
    #expect(same.changes.isEmpty)
    #expect(!same.isOnAnotherScale)
  }

  @Test func programsReadTheSameMixAndTheChangesToo() throws {
    let base = try Self.sample.results(Self.people([10]) + Self.people([0, 0, 30], team: "south"))
    let now = try Self.sample.results(Self.people([0, 30]) + Self.people([0, 0, 0, 10], team: "south"))
    let comparison = try Comparison(base, now)
    var options = Comparison.PageOptions(baseName: "2026", nowName: "2027")
    options.reweighted = Comparison.reweighted(base, now, by: ["team"])
    options.assessmentChanges = AssessmentChanges(
      try Self.sample.assessment(), try PlanSample(onlineText: "How many services are online?").assessment(),
      questionnaire: "staff")
    let root = try JSONReader.read(comparison.json(options).bytes, file: "comparison.json").root
    #expect(root.member("sameMix")?.elements.map { $0.member("score")?.number }.first == 3.5)
    #expect(root.member("assessmentChanges")?.elements.map { $0.member("kind")?.text } == ["reworded"])
    // Everyone answered 3 both times, and a mean of questions' means has no range at all: each says why.
    let changes = try #require(root.member("changes")?.elements.map { $0 })
    #expect(changes[1].member("interval")?.isNull == true)
    #expect(changes[1].member("intervalReason")?.text?.isEmpty == false)
    let plain = try JSONReader.read(comparison.json().bytes, file: "comparison.json").root
    #expect(plain.member("sameMix") == nil && plain.member("assessmentChanges") == nil)
  }

  @Test func aTrendHasAColumnAnAssessment() throws {
    let results = try [[1, 2, 3], [2, 2, 3], [3, 2, 3]].map { try Self.sample.results(all: $0) }
    let page = try Trend(results).page(try Self.sample.assessment(), names: ["a", "b", "c"])
    #expect(page.tables[0].columns.map(\.heading) == ["Area", "a", "b", "c", "Target"])
    #expect(
      page.tables[0].rows[0] == [
        "Leadership", .number(1, decimals: 2), .number(2, decimals: 2), .number(3, decimals: 2),
        .number(4, decimals: 1),
      ])
  }

  @Test func aCorrectionListsEveryFigureThatDiffers() throws {
    let published = try Self.sample.results(Self.people([5, 5]) + Self.people([6], team: "south"))
    #expect(try Correction([published], [published]).entries.isEmpty)
    let corrected = try Self.sample.results(Self.people([5, 5]) + Self.people([3, 3], team: "south"))
    let correction = try Correction([published], [corrected])
    let entries = correction.entries
    let leadership = Correction.Owner.score(Subject(.area, "leadership"), name: "Leadership")
    let score = try #require(entries.first { $0.of == leadership && $0.figure == .score })
    // 21/16, as pages show it.
    #expect(score.published == "1.3")
    #expect(score.corrected == "1.5")
    #expect(entries.contains { $0.of == .question("led") && $0.figure == .option("a") && $0.published == "11" })
    // What did not change is not listed.
    let online = Correction.Owner.score(Subject(.area, "online"), name: "Online services")
    #expect(!entries.contains { $0.of == online || $0.figure == .respondents })
    #expect(correction.leftOut == 0 && !correction.isLikeAnotherAssessment)
    let page = correction.page(try Self.sample.assessment(), publishedName: "June", correctedName: "July")
    #expect(page.tables[0].rows.count == entries.count)
    // On a page by the assessment's names, for programs by ids.
    #expect(page.tables[0].rows.contains(["everyone", "“How well are you led?”", "answers “One”", "11", "8"]))
    #expect(
      page.data?.rows.contains(["staff", "everyone", "question led", "answers “a”", "11", "8"]) == true)
    #expect(
      page.tables[0].rows.contains { $0[0] == "South" } && page.data?.rows.contains { $0[1] == "team south" } == true)
    let written = try JSONReader.read(correction.json().bytes, file: "c.json").root.member("entries")?.elements.map {
      $0
    }
    #expect(
      written?.contains { $0.member("of")?.text == "Leadership (area)" && $0.member("figure")?.text == "score" } == true
    )
    #expect(
      page.introduction == [
        "\(entries.count) figures of June were wrong. Each is shown as it was published and as it should be."
      ])
    #expect(page.notes.contains { $0.contains("can show how one person answered") })
  }

  /// In the south one of six says b for a: no count before and after tells of it.
  @Test func aCorrectionOfOneAnswerListsNoCounts() throws {
    let published = try Self.sample.results(Self.people([5, 4]) + Self.people([6], team: "south"))
    let corrected = try Self.sample.results(Self.people([5, 4]) + Self.people([5, 1], team: "south"))
    let correction = try Correction([published], [corrected])
    // In each group two options, the mean, and of the area the spread and how far people agree.
    #expect(correction.leftOut == 10)
    #expect(!correction.entries.contains { if case .option = $0.figure { true } else { false } })
    let page = correction.page(try Self.sample.assessment(), publishedName: "June", correctedName: "July")
    #expect(page.notes.contains { $0.hasPrefix("10 figures are left out: changes of one or two people's answers") })
    // 19/15 and 20/15 look alike on pages, 1 and 7/6 of the south do not: a score is told as pages have it, in every format.
    #expect(correction.alikeWhenShown > 0)
    let leadership = Correction.Owner.score(Subject(.area, "leadership"), name: "Leadership")
    #expect(!correction.entries.contains { $0.group.isEmpty && $0.of == leadership && $0.figure == .score })
    #expect(correction.hardlyChanged == [leadership])
    #expect(page.introduction.contains("Everyone's scores that changed by less than is shown: Leadership (area)."))
    let score = try #require(correction.entries.first { $0.of == leadership && $0.figure == .score })
    #expect(score.group == [GroupAttribute(attribute: "team", value: "south")])
    #expect([score.published, score.corrected] == ["1.0", "1.2"])
    #expect(page.data?.rows.map { $0.suffix(2) } == page.tables[0].rows.map { $0.suffix(2) })
    let root = try JSONReader.read(correction.json().bytes, file: "correction.json").root
    #expect(root.member("leftOut")?.integer == 10)
    #expect(root.member("alikeWhenShown")?.integer == correction.alikeWhenShown)
    // No format holds a number from which the sum of few people's answers follows.
    let told = correction.entries.flatMap { [$0.published, $0.corrected] }
    #expect(!told.isEmpty && told.allSatisfy { ($0.split(separator: ".").last?.count ?? 0) <= 2 || Double($0) == nil })
    #expect(Set(correction.entries.map(\.figure)).isSubset(of: [.score, .level, .gap]))
  }

  @Test func aGroupThatOneResultAloneHasWasNotWrong() throws {
    let published = try Self.sample.results(Self.people([10]))
    let corrected = try Self.sample.results(Self.people([10]) + Self.people([10], team: "south"))
    let forth = try Correction([published], [corrected])
    #expect(forth.newGroups.map(\.key) == [[GroupAttribute(attribute: "team", value: "south")]])
    #expect(forth.goneGroups.isEmpty)
    #expect(!forth.entries.contains { $0.group.contains(GroupAttribute(attribute: "team", value: "south")) })
    let page = forth.page(try Self.sample.assessment(), publishedName: "June", correctedName: "July")
    #expect(page.introduction.last == "New in July: South.")
    #expect(page.tables.isEmpty == forth.entries.isEmpty)
    let back = try Correction([corrected], [published])
    #expect(back.goneGroups == forth.newGroups)
  }

  @Test func anotherYearIsNoCorrection() throws {
    let first = try Self.sample.results([([1, 2, 3], "north")].flatMap { Array(repeating: $0, count: 12) })
    let second = try Self.sample.results([([2, 3, 4], "north")].flatMap { Array(repeating: $0, count: 20) })
    let correction = try Correction([first], [second])
    #expect(correction.isLikeAnotherAssessment)
    let sentence = correction.page(try Self.sample.assessment(), publishedName: "2026", correctedName: "2027")
      .introduction[0]
    #expect(sentence.contains("compare them without --correction") && !sentence.contains("wrong"))
    // The same people, scored anew.
    let again = try Self.sample.results([([2, 3, 4], "north")].flatMap { Array(repeating: $0, count: 12) })
    #expect(!(try Correction([first], [again]).isLikeAnotherAssessment))
  }

  @Test func marksHaveAKeyWhereThereAreAny() throws {
    let base = try Self.sample.results(Self.people([2]))
    let now = try Self.sample.results(Self.people([0, 20]))
    let names = Comparison.PageOptions(baseName: "2026", nowName: "2027")
    let page = try Comparison(base, now).page(try Self.sample.assessment(), names)
    #expect(page.notes[0].hasPrefix("Key: [c] withheld"))
    let trend = try Trend([base, now, now]).page(try Self.sample.assessment(), names: ["a", "b", "c"])
    #expect(trend.notes[0].hasPrefix("Key: [c] withheld"))
    let whole = try Trend([now, now, now]).page(try Self.sample.assessment(), names: ["a", "b", "c"])
    #expect(!whole.notes[0].hasPrefix("Key"))
  }
}
