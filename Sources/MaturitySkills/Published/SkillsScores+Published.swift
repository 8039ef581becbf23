public import DigitalMaturity
import MaturityStatistics

extension SkillsScores {
  /// The totals that may be shown.
  ///
  /// Totals by team, directorate and role are always protected together, whichever of them are shown, so that reports made
  /// one after the other do not give away what each withholds.
  /// - Parameters:
  ///   - policy: How many people must stand behind a figure.
  ///   - breakdowns: What else to break down by: each finer breakdown withholds more.
  public func published(
    under policy: DisclosurePolicy = .standard, by breakdowns: [SkillsBreakdown] = []
  ) -> PublishableSkills {
    let cells = SkillsCells(self, threshold: policy.threshold)
    let counts = counts(in: cells)
    let wanted = SkillsBreakdown.always(with: breakdowns)
    let groups = cells.groups(by: wanted.map(\.positions))
    var published = totals(of: groups, cells, counts, policy)
    SkillsSuppression(groups, cells, counts, by: wanted, policy: policy).withhold(&published)
    return publishable(published, policy)
  }

  /// The totals that may be shown, as ``published(under:by:)`` gives them, counted by several workers.
  public func published(
    under policy: DisclosurePolicy = .standard, by breakdowns: [SkillsBreakdown] = [], workers: Int
  ) async -> PublishableSkills {
    if workers <= 1 { return published(under: policy, by: breakdowns) }
    let cells = SkillsCells(self, threshold: policy.threshold)
    let counts = await counts(in: cells, workers: workers)
    let wanted = SkillsBreakdown.always(with: breakdowns)
    let groups = cells.groups(by: wanted.map(\.positions))
    // What is withheld follows from the counts alone, so that another worker can find it out.
    async let suppression = SkillsSuppression(groups, cells, counts, by: wanted, policy: policy)
    var published = totals(of: groups, cells, counts, policy)
    await suppression.withhold(&published)
    return publishable(published, policy)
  }

  private func publishable(_ groups: [SkillsGroup], _ policy: DisclosurePolicy) -> PublishableSkills {
    PublishableSkills(
      assessment: scorer.assessment, on: on, validFrom: validFrom, raters: raters, policy: policy,
      framework: scorer.framework, literacies: scorer.literacies, groups: groups,
      privatePeople: privatePeople == 0 || privatePeople >= policy.threshold ? privatePeople : nil,
      peopleWithoutRole: peopleWithoutRole)
  }

  /// The totals of groups, with nothing withheld yet.
  private func totals(
    of groups: [SkillsCellGroup], _ cells: SkillsCells, _ counts: [SkillsCounts], _ policy: DisclosurePolicy
  ) -> [SkillsGroup] {
    let nobody = SkillsCounts(
      literacies: scorer.literacies.count, competences: scorer.framework.competences.count,
      learning: scorer.framework.learning.count)
    var sum = nobody
    return groups.map { group in
      sum.removeAll()
      for cell in group.cells { sum.add(counts[cell]) }
      return self.group(group, sum, cells, policy)
    }
  }

  private func group(
    _ group: SkillsCellGroup, _ counts: SkillsCounts, _ cells: SkillsCells, _ policy: DisclosurePolicy
  ) -> SkillsGroup {
    let values = zip(group.attributes, group.values).map { attribute, value in
      (attribute: SkillsCells.attributes[attribute], value: cells.values[attribute][value])
    }
    // A team's name says enough without its directorate's.
    let words = group.attributes.contains(1) ? values.dropFirst() : values[...]
    return SkillsGroup(
      key: values.map { GroupAttribute(attribute: $0.attribute, value: Identifier($0.value.id)) },
      name: words.map(\.value.name).joined(separator: ", "), people: counts.people,
      meetingAll: SkillsMeeting(counts.all, hasGap: false), literacies: counts.literacies.map { SkillsMeeting($0) },
      competences: counts.competences.map { SkillsMeeting($0) },
      selfAgainstManager: counts.comparisons.map { RaterComparison($0) },
      learning: zip(scorer.framework.learning, counts.learning).map { item, need in
        var demand = LearningDemand(item, need)
        // A team's few champions are known by name: they are told of everyone alone, where enough are rated.
        if !group.attributes.isEmpty || (1..<policy.threshold).contains(need.championsRated) { demand.champions = nil }
        return demand
      })
  }
}

extension SkillsMeeting {
  init(_ counts: SkillsCounts.Meeting, hasGap: Bool = true) {
    count = counts.met
    of = counts.rated
    notRated = counts.notRated
    outOfDate = counts.outOfDate
    let nobody = Undefined(.nobodyRated, "Nobody of whom it is asked is rated.")
    share = counts.rated > 0 ? .value(Double(counts.met) / Double(counts.rated)) : .undefined(nobody)
    interval = counts.rated > 0 ? wilsonInterval(successes: counts.met, of: counts.rated) : .undefined(nobody)
    if !hasGap {
      meanGap = .undefined(Undefined(.notOnAScale, "All literacies together are no scale."))
    } else {
      meanGap = counts.rated > 0 ? .finite(counts.gaps.value / Double(counts.rated)) : .undefined(nobody)
    }
  }

  /// What would be withheld of nobody is still nobody's.
  mutating func withhold() {
    (count, of, notRated, outOfDate) = (nil, nil, nil, nil)
    (share, interval) = (.undefined(.withheld), .undefined(.withheld))
    if meanGap.reason?.code != .notOnAScale { meanGap = .undefined(.withheld) }
  }
}

extension RaterComparison {
  init(_ counts: SkillsCounts.Comparison) {
    people = counts.people
    higher = counts.higher
    same = counts.same
    lower = counts.lower
    meanDifference =
      counts.people > 0
      ? .finite(counts.sum.value / Double(counts.people))
      : .undefined(Undefined(.nobodyRated, "Nobody is rated by both."))
  }

  mutating func withhold() {
    (people, higher, same, lower) = (nil, nil, nil, nil)
    meanDifference = .undefined(.withheld)
  }
}

extension LearningDemand {
  init(_ item: LearningItem, _ need: SkillsCounts.Need) {
    self.item = item.id
    people = need.people
    of = need.of
    let sessions = item.seats.map { (need.people + $0 - 1) / $0 }
    self.sessions = sessions
    sessionHours = sessions.map { Double($0) * item.hours }
    learnerHours = Double(need.people) * item.hours
    champions = need.champions
  }

  mutating func withhold() {
    (people, of, sessions, sessionHours, learnerHours) = (nil, nil, nil, nil, nil)
  }
}

extension Undefined.Code {
  /// Nobody of whom something is asked is rated.
  public static let nobodyRated = Self(rawValue: "nobody-rated")
  /// A figure of several things that share no scale.
  public static let notOnAScale = Self(rawValue: "not-on-a-scale")
}
