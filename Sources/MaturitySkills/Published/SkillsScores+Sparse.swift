public import DigitalMaturity

extension SkillsScores {
  /// What is wrong with a breakdown most of whose groups are withheld, and the coarser one that shows most in its place; or
  /// with one by roles too that tells no roles apart, since in each team but one are too few. Nil where it is not so, and
  /// where everyone together are too few. For a host to refuse before it shows anything.
  ///
  /// A coarser one is tried without the finer, whose protection costs it figures: O(people · coarser breakdowns).
  /// - Parameters:
  ///   - breakdown: The breakdown.
  ///   - totals: The totals of these scores that it would be shown in.
  ///   - workers: How many count.
  public func sparseness(
    of breakdown: SkillsBreakdown, in totals: PublishableSkills, workers: Int
  ) async -> Diagnostic? {
    guard totals.everyone?.isWithheld == false else { return nil }
    let groups = totals.groups(by: breakdown)
    if let plain = breakdown.withoutRole, groups.count == totals.groups(by: plain).count {
      var mend = plain.rawValue
      if plain == .team {
        let alone = await published(under: totals.policy, by: [.directorateAndRole], workers: workers)
        let isTold = alone.groups(by: .directorateAndRole).count > alone.groups(by: .directorate).count
        if isTold, !alone.isSparse(.directorateAndRole) {
          mend += " or by \(SkillsBreakdown.directorateAndRole.rawValue)"
        }
      }
      return Diagnostic(
        .sparseBreakdown,
        "by \(breakdown.rawValue) no \(plain.rawValue) has two roles of \(totals.policy.threshold) people or more, so that "
          + "it shows what by \(plain.rawValue) shows; break down by \(mend) instead")
    }
    guard totals.isSparse(breakdown) else { return nil }
    var best: (breakdown: SkillsBreakdown, shown: Int, of: Int)?
    for coarser in SkillsBreakdown.allCases where coarser.isCoarser(than: breakdown) {
      let alone = await published(under: totals.policy, by: [coarser], workers: workers)
      let shown = alone.shown(by: coarser)
      guard shown > best?.shown ?? 0, !alone.isSparse(coarser) else { continue }
      best = (coarser, shown, alone.groups(by: coarser).count)
    }
    let mend =
      best.map { "break down by \($0.breakdown.rawValue) instead, which shows \($0.shown) of \($0.of)" }
      ?? "leave this breakdown out"
    return Diagnostic(
      .sparseBreakdown,
      "by \(breakdown.rawValue) most groups are withheld: \(groups.count - totals.shown(by: breakdown)) of "
        + "\(groups.count); \(mend)")
  }
}

extension SkillsBreakdown {
  /// The breakdown without roles; nil for one without.
  fileprivate var withoutRole: SkillsBreakdown? {
    switch self {
    case .directorateAndRole: .directorate
    case .teamAndRole: .team
    case .team, .directorate, .role: nil
    }
  }

  fileprivate func isCoarser(than other: SkillsBreakdown) -> Bool {
    Set(attributes).isStrictSubset(of: other.attributes)
  }
}

extension PublishableSkills {
  fileprivate func shown(by breakdown: SkillsBreakdown) -> Int { groups(by: breakdown).count { !$0.isWithheld } }

  fileprivate func isSparse(_ breakdown: SkillsBreakdown) -> Bool {
    shown(by: breakdown) * 2 < groups(by: breakdown).count
  }
}
