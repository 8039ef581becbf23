import DigitalMaturity

/// The parts that plans without a limit on hours fall into: competences that no item links with those of another part. What
/// a plan takes for one part depends on the levels in it alone, so that equal levels need not be planned for twice.
struct LearningParts: Sendable {
  /// Competences and the items that teach them.
  struct Part: Sendable, Hashable {
    /// The positions of competences, least first.
    var competences: [Int]
    /// The positions of items, least first.
    var items: [Int]
  }

  /// The parts, in the order of their first competences. What no item teaches that anybody takes is in none.
  private(set) var parts: [Part] = []

  /// - Parameters:
  ///   - planner: Who plans.
  ///   - asked: What is planned for.
  init(_ planner: LearningPlanner, _ asked: LearningPlanner.Asked) {
    for item in asked.items.sorted() {
      // Even what is not asked for links: whether an item can wait depends on all that it teaches.
      let taught = Set(planner.beginnings(of: item).map(\.competence))
      let linked = parts.filter { !taught.isDisjoint(with: $0.competences) }
      parts.removeAll { !taught.isDisjoint(with: $0.competences) }
      parts.append(
        Part(
          competences: taught.union(linked.flatMap(\.competences)).sorted(), items: linked.flatMap(\.items) + [item]))
    }
    for part in parts.indices { parts[part].items.sort() }
    parts.sort { $0.competences[0] < $1.competences[0] }
  }
}
