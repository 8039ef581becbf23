/// Groups of one breakdown, and those of another that lie within them: of whole directorates, the roles that nobody has
/// elsewhere. Who knows who has which role where subtracts one from the other, and has the people who are left.
///
/// Such are the smallest unions that hold a group; what is left of unions of several of them is not looked at.
struct GroupOverlap: Sendable {
  /// The groups of the one breakdown.
  let wholes: [Int]
  /// The groups of the other that lie within them.
  let parts: [Int]
  /// All groups of either breakdown.
  private let allWholes: [Int]
  private let allParts: [Int]

  /// Every overlap that leaves somebody, of every two breakdowns neither of which is finer than the other.
  /// O(breakdowns² × (cells + different unions²)).
  static func all(of breakdowns: some Collection<CellGroups.Breakdown>) -> [GroupOverlap] {
    var overlaps: [GroupOverlap] = []
    for fine in breakdowns {
      for coarse in breakdowns
      where !CellGroups.refines(fine.groupOf, coarse.groupOf) && !CellGroups.refines(coarse.groupOf, fine.groupOf) {
        overlaps += between(fine, coarse)
      }
    }
    return overlaps
  }

  private static func between(_ parts: CellGroups.Breakdown, _ wholes: CellGroups.Breakdown) -> [GroupOverlap] {
    var wholesOf: [Int: Set<Int>] = [:]
    for (part, whole) in zip(parts.groupOf, wholes.groupOf) { wholesOf[part, default: []].insert(whole) }
    // Groups that are spread alike make one union.
    var partsOf: [Set<Int>: [Int]] = [:]
    for part in parts.members { partsOf[wholesOf[part] ?? [], default: []].append(part) }
    let unions = partsOf.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    return unions.compactMap { union, _ in
      let within = unions.filter { $0.key.isSubset(of: union) }
      // Without a group that lies in part within them the sums are the same: a total that is looked at elsewhere.
      if !unions.contains(where: { !$0.key.isSubset(of: union) && !$0.key.isDisjoint(with: union) }) { return nil }
      return GroupOverlap(
        wholes: union.sorted(), parts: within.flatMap(\.value).sorted(), allWholes: wholes.members,
        allParts: parts.members)
    }
  }

  /// The group to withhold so that nothing follows of few people who are left; nil when nothing does.
  /// - Parameters:
  ///   - hidden: For each group, whether its figure is withheld.
  ///   - people: For each group, how many the figure counts.
  ///   - threshold: The fewest people of whom something may follow.
  func nextToWithhold(_ hidden: [Bool], _ people: [Int], threshold: Int) -> Int? {
    func isHidden(_ group: Int) -> Bool { hidden[group] && people[group] > 0 }
    func sum(_ groups: [Int]) -> Int { groups.reduce(0) { $0 + people[$1] } }
    func smallestShown(_ groups: [Int]) -> Int? {
      groups.filter { !hidden[$0] && people[$0] > 0 }.min { (people[$0], $0) < (people[$1], $1) }
    }
    func isFew(_ count: Int) -> Bool { count > 0 && count < threshold }
    // Everyone's figure tells the sum of withheld groups that are all there are.
    let knowsAll = !hidden[0]
    let hiddenWholes = wholes.count(where: isHidden)
    let knowsWholes = hiddenWholes == 0 || knowsAll && hiddenWholes == allWholes.count(where: isHidden)
    guard knowsWholes else { return nil }
    let shownParts = parts.filter { !isHidden($0) }
    let left = sum(wholes) - sum(shownParts)
    if isFew(left) { return smallestShown(shownParts + wholes) }
    let hiddenParts = parts.count - shownParts.count
    guard hiddenParts > 0, knowsAll, hiddenParts == allParts.count(where: isHidden), isFew(sum(wholes) - sum(parts))
    else { return nil }
    let within = Set(parts)
    return smallestShown(allParts.filter { !within.contains($0) } + wholes)
  }
}
