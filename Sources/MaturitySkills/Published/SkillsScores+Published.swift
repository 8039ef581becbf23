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
    let wanted = SkillsBreakdown.always(with: breakdowns)
    let cells = SkillsCells(self, threshold: policy.threshold, by: wanted)
    let counts = counts(in: cells)
    let groups = cells.groups(by: wanted.map(\.positions))
    var published = totals(of: groups[...], cells, counts, policy)
    let table = SkillsTable(groups, cells, people: cells.people, by: wanted, policy: policy)
    SkillsSuppression(table, counts).withhold(&published)
    return publishable(published, policy)
  }

  /// The totals that may be shown, as ``published(under:by:)`` gives them, counted by several workers.
  public func published(
    under policy: DisclosurePolicy = .standard, by breakdowns: [SkillsBreakdown] = [], workers: Int
  ) async -> PublishableSkills {
    if workers <= 1 { return published(under: policy, by: breakdowns) }
    let wanted = SkillsBreakdown.always(with: breakdowns)
    let cells = SkillsCells(self, threshold: policy.threshold, by: wanted)
    let groups = cells.groups(by: wanted.map(\.positions))
    // What is withheld follows from people and counts alone, so that one worker can find it out while others make the totals.
    async let ownTable = SkillsTable(groups, cells, people: cells.people, by: wanted, policy: policy)
    let counts = await counts(in: cells, workers: workers)
    let table = await ownTable
    async let suppression = SkillsSuppression(table, counts)
    let size = max(1, groups.count / 4 / workers)
    let parts = await withTaskGroup(of: (start: Int, groups: [SkillsGroup]).self) { group in
      for start in stride(from: 0, to: groups.count, by: size) {
        group.addTask {
          (start, totals(of: groups[start..<min(start + size, groups.count)], cells, counts, policy))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var published: [SkillsGroup] = []
    published.reserveCapacity(groups.count)
    for part in parts.sorted(by: { $0.start < $1.start }) { published += part.groups }
    await suppression.withhold(&published)
    return publishable(published, policy)
  }

  private func publishable(_ groups: [SkillsGroup], _ policy: DisclosurePolicy) -> PublishableSkills {
    PublishableSkills(
      assessment: scorer.assessment, on: on, validFrom: validFrom, raters: raters, policy: policy,
      framework: scorer.framework, literacies: scorer.literacies, groups: groups,
      privatePeople: privatePeople == 0 || privatePeople >= policy.threshold ? privatePeople : nil,
      peopleWithoutRole: peopleWithoutRole, championGroups: championGroups(under: policy))
  }

  /// The totals of groups, with nothing withheld yet.
  private func totals(
    of groups: ArraySlice<SkillsCellGroup>, _ cells: SkillsCells, _ counts: SkillsCountTable, _ policy: DisclosurePolicy
  ) -> [SkillsGroup] {
    let nobody = SkillsCounts(
      literacies: scorer.literacies.count, competences: scorer.framework.competences.count,
      learning: scorer.framework.learning.count)
    let demands = scorer.framework.learning.map { LearningDemand($0) }
    var sum = nobody
    return groups.map { group in
      sum.removeAll()
      for cell in group.cells { counts.add(cell, to: &sum) }
      return self.group(group, sum, demands, cells, policy)
    }
  }

  private func group(
    _ group: SkillsCellGroup, _ counts: SkillsCounts, _ demands: [LearningDemand], _ cells: SkillsCells,
    _ policy: DisclosurePolicy
  ) -> SkillsGroup {
    let values = zip(group.attributes, group.values).map { attribute, value in
      (attribute: SkillsCells.keys[attribute], value: cells.values[attribute][value])
    }
    // A team's name says enough without its directorate's.
    let words = group.attributes.contains(1) ? values.dropFirst() : values[...]
    return SkillsGroup(
      key: values.map { GroupAttribute(attribute: $0.attribute, value: Identifier($0.value.id)) },
      name: words.map(\.value.name).joined(separator: ", "), people: counts.people,
      meetingAll: SkillsMeeting(counts.all, hasGap: false), literacies: counts.literacies.map { SkillsMeeting($0) },
      competences: counts.competences.map { SkillsMeeting($0) },
      selfAgainstManager: counts.comparisons.map { RaterComparison($0) },
      learning: zip(demands, counts.learning).map { demand, need in
        var demand = demand
        demand.set(need)
        // A team's few champions are known by name: they are told of everyone alone, where enough are rated.
        let isKnown = (1..<policy.threshold).contains(Int(need.championsRated))
        if !group.attributes.isEmpty || isKnown { demand.withholdChampions() }
        return demand
      })
  }
}

extension Undefined.Code {
  /// Nobody of whom something is asked is rated.
  public static let nobodyRated = Self(rawValue: "nobody-rated")
  /// A figure of several things that share no scale.
  public static let notOnAScale = Self(rawValue: "not-on-a-scale")
}
