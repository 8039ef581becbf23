/// The groups of roles that tables crossed with roles show of a directorate or team: a role below the threshold is shown with
/// others, never dropped.
///
/// Roles of too few people are a group together; when they are too few together, the smallest of the others is with them. So
/// every group has enough people, unless all are too few.
struct RoleFolding: Sendable {
  /// The groups, each with its roles in their order: roles that stand alone first.
  let groups: [[Int]]

  /// - Parameters:
  ///   - people: For each role how many people are in it.
  ///   - threshold: How many are enough.
  init(people: [Int], threshold: Int) {
    var together = people.indices.filter { (1..<threshold).contains(people[$0]) }
    var alone = people.indices.filter { people[$0] >= threshold }
    let count = together.reduce(0) { $0 + people[$1] }
    if count > 0, count < threshold, let smallest = alone.min(by: { (people[$0], $0) < (people[$1], $1) }) {
      alone.removeAll { $0 == smallest }
      together.append(smallest)
    }
    groups = alone.map { [$0] } + (together.isEmpty ? [] : [together.sorted()])
  }
}
