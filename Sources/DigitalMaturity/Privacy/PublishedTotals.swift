/// Every total among groups that are published together, and what must be withheld so that nothing follows by
/// subtraction: wherever a total that is known is the sum of groups, those withheld among them are at least two and
/// together at least the threshold, so that neither one of them nor a small union of them follows. Nor what is left of
/// groups of one breakdown without those of another that lie within them (``GroupOverlap``).
struct PublishedTotals: Sendable {
  /// A finer breakdown: for each group of a coarser one, its parts.
  private struct Refinement {
    let fine: Int
    /// By the position of the coarser group among those of its breakdown.
    let parts: [[Int]]
  }

  private struct Breakdown {
    let members: Range<Int>
    /// Whether it is published, or follows from two that are.
    let isPublished: Bool
    var finer: [Refinement] = []
  }

  /// For each breakdown, with those that follow from two, the group of each cell.
  let groupsOf: [[Int]]
  /// The number of groups, those that follow from two breakdowns too.
  let count: Int
  private let threshold: Int
  /// The finest first, since what is withheld to protect within small totals protects within larger ones too.
  private var breakdowns: [Breakdown]
  private let overlaps: [GroupOverlap]

  /// - Parameters:
  ///   - published: The groups that are published.
  ///   - threshold: The fewest people of a union. O(breakdowns² × cells).
  init(_ published: CellGroups, threshold: Int) {
    self.threshold = threshold
    overlaps = GroupOverlap.all(of: published.breakdowns)
    var groups = published
    groups.addImplied()
    groupsOf = groups.breakdowns.map(\.groupOf)
    count = groups.count
    let order = groups.breakdowns.indices.sorted {
      (groups.breakdowns[$1].members.count, $0) < (groups.breakdowns[$0].members.count, $1)
    }
    breakdowns = order.map { index in
      let members = groups.breakdowns[index].members
      let first = members.first ?? 0
      return Breakdown(members: first..<first + members.count, isPublished: index < published.breakdowns.count)
    }
    for (coarse, own) in order.enumerated() {
      // Of two that are alike each is the only part of the other; one way is enough.
      for (fine, other) in order[..<coarse].enumerated() {
        let (fineOf, groupOf) = (groups.breakdowns[other].groupOf, groups.breakdowns[own].groupOf)
        guard CellGroups.refines(fineOf, groupOf) else { continue }
        let members = breakdowns[coarse].members
        var parts = Array(repeating: [Int](), count: members.count)
        var isMet = Array(repeating: false, count: groups.count)
        for (part, whole) in zip(fineOf, groupOf) where !isMet[part] {
          isMet[part] = true
          parts[whole - members.lowerBound].append(part)
        }
        breakdowns[coarse].finer.append(Refinement(fine: fine, parts: parts.map { $0.sorted() }))
      }
    }
  }

  /// Withholds more until nothing follows by subtraction. Ends, since each step withholds one more group.
  /// - Parameters:
  ///   - hidden: For each group that is published, whether its figure is withheld.
  ///   - people: For each group, those that follow too, how many the figure counts.
  func protect(_ hidden: inout [Bool], people: [Int]) {
    withholdParts(&hidden, people)
    // For each overlap that told of few, one at a time, what it took: what protects the first may protect the others.
    var steps: [[Int]] = []
    while let next = nextOfOverlaps(hidden, people) {
      hidden[next] = true
      steps.append([next] + withholdParts(&hidden, people))
    }
    // What a later step withholds may do for an earlier one too.
    for step in steps.dropLast() {
      var fewer = hidden
      for group in step { fewer[group] = false }
      var protected = fewer
      if withholdParts(&protected, people).isEmpty, nextOfOverlaps(fewer, people) == nil { hidden = fewer }
    }
  }

  private func nextOfOverlaps(_ hidden: [Bool], _ people: [Int]) -> Int? {
    for overlap in overlaps {
      if let next = overlap.nextToWithhold(hidden, people, threshold: threshold) { return next }
    }
    return nil
  }

  /// Withholds more until nothing follows from sums of parts, and returns what.
  @discardableResult
  private func withholdParts(_ hidden: inout [Bool], _ people: [Int]) -> [Int] {
    var withheld: [Int] = []
    var isSettled = false
    while !isSettled {
      isSettled = true
      let known = following(hidden, people)
      for breakdown in breakdowns {
        for finer in breakdown.finer where breakdowns[finer.fine].isPublished {
          for total in breakdown.members {
            let parts = finer.parts[total - breakdown.members.lowerBound]
            while let next = nextToWithhold(total, parts, of: finer.fine, hidden, people, known) {
              hidden[next] = true
              withheld.append(next)
              isSettled = false
            }
          }
        }
      }
    }
    return withheld
  }

  /// The group to withhold so that nothing follows from one sum; nil when nothing does.
  /// - Parameter known: For totals that are not published, what they follow from.
  private func nextToWithhold(
    _ total: Int, _ parts: [Int], of fine: Int, _ hidden: [Bool], _ people: [Int], _ known: [Int: [Int]]
  ) -> Int? {
    var (hiddenParts, hiddenPeople) = (0, 0)
    for part in parts where hidden[part] && people[part] > 0 {
      hiddenParts += 1
      hiddenPeople += people[part]
    }
    let isPublished = total < hidden.count
    if isPublished, hidden[total] {
      // A withheld total follows from parts that are all shown.
      return hiddenParts == 0 ? smallestShown(parts, hidden, people) : nil
    }
    if hiddenParts == 0 { return nil }
    let sources = isPublished ? [total] : known[total] ?? []
    if sources.contains(where: { hidden[$0] }) || sources.isEmpty { return nil }
    if hiddenParts < 2 || hiddenPeople < threshold {
      // With every part withheld, only what tells the total is left to withhold.
      return smallestShown(parts, hidden, people) ?? smallestShown(sources, hidden, people)
    }
    if breakdowns[fine].finer.isEmpty { return nil }
    return nextOfParts(parts.filter { hidden[$0] && people[$0] > 0 }, fine, hidden, people)
  }

  /// What is withheld of withheld groups is a union too: the total less all that is shown of them.
  private func nextOfParts(_ groups: [Int], _ breakdown: Int, _ hidden: [Bool], _ people: [Int]) -> Int? {
    let first = breakdowns[breakdown].members.lowerBound
    for finer in breakdowns[breakdown].finer where breakdowns[finer.fine].isPublished {
      let counted = groups.flatMap { finer.parts[$0 - first] }.filter { people[$0] > 0 }
      let hiddenParts = counted.filter { hidden[$0] }
      if hiddenParts.isEmpty { continue }
      if sum(hiddenParts, people) < threshold, let next = smallestShown(counted, hidden, people) { return next }
      if let next = nextOfParts(hiddenParts, finer.fine, hidden, people) { return next }
    }
    return nil
  }

  /// The totals that nobody asked for and that follow nevertheless, each with the shown groups it follows from: those it
  /// is the sum of, or a larger total and all its other parts.
  private func following(_ hidden: [Bool], _ people: [Int]) -> [Int: [Int]] {
    var known: [Int: [Int]] = [:]
    if breakdowns.allSatisfy(\.isPublished) { return known }
    func source(_ group: Int) -> [Int]? {
      if people[group] == 0 { return [] }
      return group < hidden.count ? (hidden[group] ? nil : [group]) : known[group]
    }
    var count = -1
    while known.count > count {
      count = known.count
      for breakdown in breakdowns {
        for finer in breakdown.finer {
          for total in breakdown.members {
            let parts = finer.parts[total - breakdown.members.lowerBound]
            let unknown = parts.filter { source($0) == nil }
            if unknown.isEmpty, total >= hidden.count, known[total] == nil {
              known[total] = parts.flatMap { source($0) ?? [] }
            } else if unknown.count == 1, unknown[0] >= hidden.count, let whole = source(total) {
              known[unknown[0]] = whole + parts.flatMap { source($0) ?? [] }
            }
          }
        }
      }
    }
    return known
  }

  private func smallestShown(_ groups: [Int], _ hidden: [Bool], _ people: [Int]) -> Int? {
    groups.filter { !hidden[$0] && people[$0] > 0 }.min { (people[$0], $0) < (people[$1], $1) }
  }

  private func sum(_ groups: [Int], _ people: [Int]) -> Int { groups.reduce(0) { $0 + people[$1] } }
}
