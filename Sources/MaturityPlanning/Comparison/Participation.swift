public import DigitalMaturity

/// Who took part in two assessments, and what the later scores would be with the earlier mix of people.
public struct Participation: Sendable, Hashable {
  /// One group, each time.
  public struct Group: Sendable, Hashable {
    /// What its people have in common.
    public let key: [GroupAttribute]
    /// How many responded before; nil when withheld or when there was no such group.
    public let base: Int?
    /// How many responded now; nil when withheld or when there is no such group.
    public let now: Int?
    /// Whether there was such a group before.
    public let wasThere: Bool
    /// Whether there is such a group now.
    public let isThere: Bool
  }

  /// How many responded before; nil when withheld.
  public let base: Int?
  /// How many responded now; nil when withheld.
  public let now: Int?
  /// The groups of every breakdown that both results have, in the later order; those that are gone last.
  public let groups: [Group]

  init(_ base: PublishableScorecard, _ now: PublishableScorecard) {
    self.base = base.everyone?.respondents
    self.now = now.everyone?.respondents
    let shared = now.breakdowns.filter(base.breakdowns.contains)
    groups = shared.flatMap { breakdown in
      let before = base.groups(by: breakdown)
      let after = now.groups(by: breakdown)
      let gone = before.filter { old in !after.contains { $0.key == old.key } }
      return after.map { group in
        let old = before.first { $0.key == group.key }
        return Group(
          key: group.key, base: old?.respondents, now: group.respondents, wasThere: old != nil, isThere: true)
      } + gone.map { Group(key: $0.key, base: $0.respondents, now: nil, wasThere: true, isThere: false) }
    }
  }
}

extension Comparison {
  /// The later scores of areas with the earlier mix of people: Σ n₀·s/Σ n₀ over the groups of a breakdown, n₀ the group's
  /// people before and s its score now. What remains of a change is not due to who took part.
  ///
  /// Direct standardisation. Groups that are withheld either time count together as one: their people and their mean are
  /// what everyone's figures leave over, so nothing follows that was not published. Undefined for an area where that mean is
  /// not known, and where a group took part before and not again.
  /// - Parameters:
  ///   - base: The earlier result.
  ///   - now: The later result.
  ///   - breakdown: The attributes that both results are broken down by.
  public static func reweighted(
    _ base: PublishableScorecard, _ now: PublishableScorecard, by breakdown: [Identifier<Attribute>]
  ) -> [(subject: Subject, score: Figure<Double>)] {
    let before = base.groups(by: breakdown)
    let after = now.groups(by: breakdown)
    return (now.everyone?.areas ?? []).map { area in
      let score = Figure { () throws(Undefined) in
        guard !before.isEmpty else { throw Undefined.noBreakdown }
        guard let all = base.everyone?.respondents, let people = area.people else { throw .withheld }
        // What is left of everyone when the groups that are shown both times are taken away.
        var left = (base: Double(all), people: Double(people), sum: Double(people) * (try area.score.get()))
        var sum = 0.0
        for group in before {
          guard let count = group.respondents, count > 0 else { continue }
          guard let later = after.first(where: { $0.key == group.key }) else { throw Undefined.groupIsGone }
          guard let score = later.score(of: area.subject), let value = score.score.value, let part = score.people else {
            continue
          }
          sum += Double(count) * value
          left.base -= Double(count)
          left.people -= Double(part)
          left.sum -= Double(part) * value
        }
        if left.base > 0 {
          guard left.people > 0 else { throw .withheld }
          sum += left.base * left.sum / left.people
        }
        return sum / Double(all)
      }
      return (area.subject, score)
    }
  }
}

extension Undefined {
  static let noBreakdown = Undefined(.noBreakdown, PlanMessage.noBreakdown.rawValue)
  static let groupIsGone = Undefined(.groupIsGone, PlanMessage.groupIsGone.rawValue)
}

extension Undefined.Code {
  /// The earlier result has no such breakdown.
  public static let noBreakdown = Self(rawValue: "no-breakdown")
  /// A group did not take part again.
  public static let groupIsGone = Self(rawValue: "group-is-gone")
}
