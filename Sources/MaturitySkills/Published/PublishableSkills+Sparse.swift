public import DigitalMaturity

extension PublishableSkills {
  /// What is wrong with a breakdown most of whose groups are withheld, and the coarser one to take instead; nil where it is
  /// not so, and where everyone together are too few. For a host to refuse before it shows anything. O(groups).
  public func sparseness(of breakdown: SkillsBreakdown) -> Diagnostic? {
    guard everyone?.isWithheld == false, isSparse(breakdown) else { return nil }
    let groups = groups(by: breakdown)
    let coarser = SkillsBreakdown.allCases
      .filter {
        Set($0.positions).isStrictSubset(of: breakdown.positions) && !self.groups(by: $0).isEmpty && !isSparse($0)
      }
      .max { shown(by: $0) < shown(by: $1) }
    return Diagnostic(
      .sparseBreakdown,
      "by \(breakdown.rawValue) most groups are withheld: \(groups.count - shown(by: breakdown)) of \(groups.count); "
        + (coarser.map { "break down by \($0.rawValue) instead" } ?? "leave this breakdown out"))
  }

  private func shown(by breakdown: SkillsBreakdown) -> Int { groups(by: breakdown).count { !$0.isWithheld } }

  private func isSparse(_ breakdown: SkillsBreakdown) -> Bool {
    shown(by: breakdown) * 2 < groups(by: breakdown).count
  }
}
