/// Decides which counts of groups are withheld, by sums alone: for tables of a host whose cells are not at hand.
///
/// Primary: a figure with fewer people behind it than the threshold. Complementary: wherever a total that is shown is the
/// sum of groups, those withheld among them are at least two and together at least the threshold, so that neither one
/// of them nor a small union of them follows by subtraction; the next smallest group is withheld until that holds.
package struct SumSuppression: Sendable {
  /// A total and the groups it is the sum of, as positions in the groups.
  private struct Sum: Sendable {
    let total: Int
    let parts: [Int]
  }

  private let threshold: Int
  /// The number of published groups. After them come groups that nobody asked for, whose totals still follow.
  private let published: Int
  /// For each group that nobody asked for, the published groups it is the sum of.
  private let implied: [[Int]]
  private let sums: [Sum]

  /// - Parameters:
  ///   - groups: For each group what its people have in common; nothing for everyone.
  ///   - policy: How many people must stand behind a figure.
  package init(_ groups: [[GroupAttribute]], policy: DisclosurePolicy) {
    threshold = policy.threshold
    published = groups.count
    let implied = Self.implied(by: groups)
    self.implied = implied.map(\.parts)
    sums = Self.sums(of: groups + implied.map(\.key))
  }

  /// Which groups' figures are withheld. O(groups × breakdowns) for each step.
  /// - Parameters:
  ///   - people: For each group, how many people stand behind the figure.
  ///   - withheld: For each group, whether it is withheld already.
  /// - Returns: For each group, whether the figure is withheld. Ends, since each step withholds one more.
  package func withheld(people: [Int], already withheld: [Bool]) -> [Bool] {
    let people = people + implied.map { parts in parts.reduce(0) { $0 + people[$1] } }
    var hidden = people.enumerated().map { index, count in
      index < published && withheld[index] || count > 0 && count < threshold
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for sum in sums {
        while let next = nextToWithhold(in: sum, people: people, hidden: hidden) {
          hidden[next] = true
          isSettled = false
        }
      }
    }
    return Array(hidden.prefix(published))
  }

  /// The group to withhold so that nothing follows from one sum; nil when nothing does.
  private func nextToWithhold(in sum: Sum, people: [Int], hidden: [Bool]) -> Int? {
    let counted = sum.parts.filter { people[$0] > 0 }
    let hiddenParts = counted.filter { hidden[$0] }
    let smallestShown = counted.filter { !hidden[$0] }.min { (people[$0], $0) < (people[$1], $1) }
    if hidden[sum.total] {
      // A withheld total follows from parts that are all shown.
      return hiddenParts.isEmpty ? smallestShown : nil
    }
    if hiddenParts.isEmpty { return nil }
    let isSafe = hiddenParts.count >= 2 && hiddenParts.reduce(0) { $0 + people[$1] } >= threshold
    if isSafe { return nil }
    // With every part withheld, only the total is left to withhold.
    return smallestShown ?? sum.total
  }

  // MARK: Groups and sums

  /// The groups by the attributes that two breakdowns share, where nobody asked for them: of directorate by role and
  /// directorate by grade, the directorates. Their totals follow from either, and count as shown.
  private static func implied(by groups: [[GroupAttribute]]) -> [(key: [GroupAttribute], parts: [Int])] {
    let asked = breakdowns(of: groups).map(\.attributes)
    var all = asked
    var implied: [(key: [GroupAttribute], parts: [Int])] = []
    var index = 0
    while index < all.count {
      for other in all[..<index] {
        let common = all[index].filter(other.contains)
        guard !all.contains(common), let finer = asked.first(where: Set(common).isSubset) else { continue }
        all.append(common)
        var parts: [[GroupAttribute]: [Int]] = [:]
        for (position, key) in groups.enumerated() where key.map(\.attribute) == finer {
          parts[project(key, to: common), default: []].append(position)
        }
        implied += parts.sorted { $0.value[0] < $1.value[0] }.map { (key: $0.key, parts: $0.value) }
      }
      index += 1
    }
    return implied
  }

  /// Every sum among the groups: each group and a finer breakdown of it. O(groups × breakdowns).
  ///
  /// The smallest totals come first: what is withheld to protect within them protects within larger ones too.
  private static func sums(of groups: [[GroupAttribute]]) -> [Sum] {
    let breakdowns = breakdowns(of: groups).sorted { $0.attributes.count > $1.attributes.count }
    var sums: [Sum] = []
    for coarse in breakdowns {
      for fine in breakdowns
      where fine.attributes.count > coarse.attributes.count && Set(coarse.attributes).isSubset(of: fine.attributes) {
        var parts: [[GroupAttribute]: [Int]] = [:]
        for part in fine.members { parts[project(groups[part], to: coarse.attributes), default: []].append(part) }
        sums += coarse.members.compactMap { total in parts[groups[total]].map { Sum(total: total, parts: $0) } }
      }
    }
    return sums
  }

  /// The groups by their attributes, as they first appear.
  private static func breakdowns(
    of groups: [[GroupAttribute]]
  ) -> [(attributes: [Identifier<Attribute>], members: [Int])] {
    var breakdowns: [(attributes: [Identifier<Attribute>], members: [Int])] = []
    var positions: [[Identifier<Attribute>]: Int] = [:]
    for (index, key) in groups.enumerated() {
      let attributes = key.map(\.attribute)
      if let position = positions[attributes] {
        breakdowns[position].members.append(index)
      } else {
        positions[attributes] = breakdowns.count
        breakdowns.append((attributes, [index]))
      }
    }
    return breakdowns
  }

  private static func project(_ key: [GroupAttribute], to attributes: [Identifier<Attribute>]) -> [GroupAttribute] {
    key.filter { attributes.contains($0.attribute) }
  }
}
