/// A breakdown most of whose groups would be withheld: more than half of them have fewer people than the threshold.
///
/// Only groups that somebody is in are counted, and only those too small themselves, not what is withheld to protect
/// them: that depends on what is published beside it.
public struct SparseBreakdown: Sendable, Hashable {
  /// Its attributes.
  public let attributes: [Identifier<Attribute>]
  /// How many groups it has that somebody is in.
  public let groups: Int
  /// How many of them have too few people.
  public let smallGroups: Int
  /// How many people a group needs.
  public let threshold: Int
  /// Of the coarser breakdowns that are not sparse the one whose groups show most people, then most groups; nil without
  /// one. Coarser are some of its attributes, and any other of the scorer that they decide, as services decide on
  /// directorates.
  public let coarser: Coarser?

  /// A breakdown that would show more.
  public struct Coarser: Sendable, Hashable {
    /// Its attributes.
    public let attributes: [Identifier<Attribute>]
    /// How many groups it has that somebody is in.
    public let groups: Int
    /// How many of them have too few people.
    public let smallGroups: Int
  }

  /// What is wrong, and the mend.
  public var diagnostic: Diagnostic {
    let name = Self.name(attributes)
    var message =
      "by \(name) most groups would be withheld: \(smallGroups) of \(groups) have fewer than \(threshold) people"
    if let coarser {
      message +=
        "; break down by \(Self.name(coarser.attributes)) instead, where it is \(coarser.smallGroups) of \(coarser.groups)"
    } else {
      message += "; leave this breakdown out, or give its attributes fewer values"
    }
    return Diagnostic(.sparseBreakdown, message)
  }

  private static func name(_ attributes: [Identifier<Attribute>]) -> String {
    attributes.map { "“\($0)”" }.joined(separator: " and ")
  }
}

extension Diagnostic.Code {
  /// Most groups of a breakdown would be withheld.
  public static let sparseBreakdown = Self(rawValue: "sparse-breakdown")
}

extension Scorer {
  /// The breakdowns of which most groups would be withheld, for a host to refuse before it publishes.
  ///
  /// None where nothing of a breakdown is to blame: where everyone together are too few, and for agreed answers. The groups
  /// of a population are none either, since scores are weighted to them. O(breakdowns × finest groups).
  /// - Parameters:
  ///   - tally: What was counted.
  ///   - policy: How many people must stand behind a figure.
  public func sparseBreakdowns(of tally: Tally, under policy: DisclosurePolicy = .standard) -> [SparseBreakdown] {
    guard questionnaire.mode == .individual, tally.respondents >= policy.threshold else { return [] }
    let population = Set(self.population?.attributes ?? [])
    return breakdowns.requested.compactMap { breakdown in
      let ids = breakdown.map { breakdowns.attributes[$0].id }
      let sizes = sizes(tally, by: breakdown)
      let small = sizes.count { $0 < policy.threshold }
      guard small * 2 > sizes.count, Set(ids) != population else { return nil }
      let coarser = coarser(than: breakdown, tally).map { (attributes: $0, sizes: self.sizes(tally, by: $0)) }
        .filter { $0.sizes.count { $0 < policy.threshold } * 2 <= $0.sizes.count }
        .max { shown($0.sizes, policy).lexicographicallyPrecedes(shown($1.sizes, policy)) }
      return SparseBreakdown(
        attributes: ids, groups: sizes.count, smallGroups: small, threshold: policy.threshold,
        coarser: coarser.map { coarser in
          SparseBreakdown.Coarser(
            attributes: coarser.attributes.map { breakdowns.attributes[$0].id }, groups: coarser.sizes.count,
            smallGroups: coarser.sizes.count { $0 < policy.threshold })
        })
    }
  }

  /// The people of each group that somebody is in.
  private func sizes(_ tally: Tally, by breakdown: [Int]) -> [Int] {
    var sizes: [[Int]: Int] = [:]
    for (key, group) in zip(tally.keys, tally.groups) {
      sizes[breakdowns.values(of: key, in: breakdown), default: 0] += group.respondents
    }
    return Array(sizes.values)
  }

  /// How many people, and how many groups, are in groups that are large enough.
  private func shown(_ sizes: [Int], _ policy: DisclosurePolicy) -> [Int] {
    let large = sizes.filter { $0 >= policy.threshold }
    return [large.reduce(0, +), large.count]
  }

  /// Every part of a breakdown's attributes but all of them, then single attributes that they decide, largest parts first.
  private func coarser(than breakdown: [Int], _ tally: Tally) -> [[Int]] {
    // Of many attributes single ones are enough to suggest.
    let parts =
      breakdown.count <= 8
      ? (1..<(1 << breakdown.count) - 1).map { part in
        breakdown.indices.filter { part >> $0 & 1 == 1 }.map { breakdown[$0] }
      } : breakdown.map { [$0] }
    let decided = breakdowns.finest.filter { attribute in
      guard !breakdown.contains(attribute) else { return false }
      var values: [[Int]: [Int]] = [:]
      return tally.keys.allSatisfy { key in
        let value = breakdowns.values(of: key, in: [attribute])
        return values.updateValue(value, forKey: breakdowns.values(of: key, in: breakdown)).map { $0 == value } ?? true
      }
    }
    return parts.sorted { $0.count > $1.count } + decided.map { [$0] }
  }
}
