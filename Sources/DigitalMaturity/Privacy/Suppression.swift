/// Decides which figures of which groups are withheld.
///
/// Primary: a figure with fewer people behind it than the threshold. Complementary: wherever a published total is the
/// sum of groups, those withheld among them are at least two and together at least the threshold, so that neither one
/// of them nor a small union of them follows by subtraction; the next smallest group is withheld until that holds.
struct Suppression {
  /// A total and the groups it is the sum of, as positions in a scorecard's groups.
  struct Sum: Hashable {
    let total: Int
    let parts: [Int]
  }

  let threshold: Int
  let sums: [Sum]

  init(_ groups: [[GroupAttribute]], policy: DisclosurePolicy) {
    threshold = policy.threshold
    sums = Self.sums(of: groups)
  }

  /// Every sum among the groups: each group and a finer breakdown of it.
  private static func sums(of groups: [[GroupAttribute]]) -> [Sum] {
    var breakdowns: [[Identifier<Attribute>]: [Int]] = [:]
    for (index, key) in groups.enumerated() { breakdowns[key.map(\.attribute), default: []].append(index) }
    let ordered = breakdowns.sorted { ($0.key.count, $0.value[0]) < ($1.key.count, $1.value[0]) }
    var sums: [Sum] = []
    for coarse in ordered {
      for fine in ordered where fine.key.count > coarse.key.count && Set(coarse.key).isSubset(of: fine.key) {
        for total in coarse.value {
          let wanted = Set(groups[total])
          let parts = fine.value.filter { wanted.isSubset(of: groups[$0]) }
          if !parts.isEmpty { sums.append(Sum(total: total, parts: parts)) }
        }
      }
    }
    return sums
  }

  /// Which groups' figures are withheld.
  /// - Parameters:
  ///   - people: For each group, how many people stand behind the figure.
  ///   - withheld: Groups withheld already.
  /// - Returns: For each group, whether the figure is withheld. Ends, since each round withholds one more.
  func withheld(people: [Int], already withheld: [Bool]) -> [Bool] {
    var hidden = zip(people, withheld).map { $1 || ($0 > 0 && $0 < threshold) }
    while let next = sums.lazy.compactMap({ self.nextToWithhold(in: $0, people: people, hidden: hidden) }).first {
      hidden[next] = true
    }
    return hidden
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
}
