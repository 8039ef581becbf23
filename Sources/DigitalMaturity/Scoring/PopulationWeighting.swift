/// Which population everyone's scores stand for: how many people there are in each group, and what an answer of each counts.
public struct PopulationWeighting: Sendable, Hashable {
  /// One group of the population.
  public struct Group: Sendable, Hashable {
    /// What its people have in common.
    public let key: [GroupAttribute]
    /// How many people there are; nil for people who belong to no group that has a headcount, or did not say.
    public let headcount: Int?
    /// How many of them answered; nil when that is withheld.
    public internal(set) var respondents: Int?
    /// What each of them counts where all of the group are scored: people there for each that answered. Nil when
    /// withheld, and where nobody answered.
    public internal(set) var weight: Double?
  }

  /// The attributes that make the groups.
  public let attributes: [Identifier<Attribute>]
  /// The groups, in the order of their values.
  public internal(set) var groups: [Group]
}

/// What weighting does to one figure.
public struct FigureWeighting: Sendable, Hashable {
  /// The mean of the people who answered, each counting once.
  public let unweighted: Figure<Double>
  /// How many times larger unequal weights make the variance (Kish): 1 or more.
  public let designEffect: Double
  /// As many people of equal weight would be as sure: people / design effect.
  public let effectivePeople: Double
  /// What one person of each group counts; empty when read from a file.
  let weights: [[GroupAttribute]: Int]
  /// The groups with people behind the figure that have a weight of their own; empty when read from a file.
  let alone: Set<[GroupAttribute]>
  /// The answers, in millionths of the people they stand for; nil when read from a file.
  let distribution: Figure<Distribution>?

  init(
    unweighted: Figure<Double>, designEffect: Double, effectivePeople: Double, weights: [[GroupAttribute]: Int] = [:],
    alone: Set<[GroupAttribute]> = [], distribution: Figure<Distribution>? = nil
  ) {
    self.unweighted = unweighted
    self.designEffect = designEffect
    self.effectivePeople = effectivePeople
    self.weights = weights
    self.alone = alone
    self.distribution = distribution
  }
}

/// Everyone's answers by the groups of a population.
///
/// A weight is N/n: people there for each that answered. Groups with too few people behind a figure are taken together
/// for that figure, with one weight ΣN/Σn, as surveys do with small strata. Otherwise the weighted and the unweighted mean
/// would be two equations for what a small group and one other answered.
struct Strata: Sendable {
  struct Stratum: Sendable {
    let key: [GroupAttribute]
    let counts: Tally.Group
    /// Nil for people without a headcount: each of them counts as people do on average.
    let headcount: Int?
  }

  let list: [Stratum]
  /// Fewer people than this are taken together with others.
  private let fewest: Int
  /// What a person without a headcount stands for.
  private let average: Double

  init(_ list: [Stratum], fewest: Int) {
    self.list = list
    self.fewest = fewest
    let counted = list.filter { $0.headcount != nil && $0.counts.respondents > 0 }
    let respondents = counted.reduce(0) { $0 + $1.counts.respondents }
    let people = counted.reduce(0.0) { $0 + Double($1.headcount ?? 0) }
    average = respondents > 0 ? people / Double(respondents) : 1
  }

  /// What one person of each stratum counts in a figure, in whole millionths.
  /// - Parameter together: For each stratum, whether it is taken together with others.
  private func weights(_ together: [Bool]) -> [Int] {
    let shared = weight(of: list.indices.filter { together[$0] })
    return list.indices.map { together[$0] ? shared : weight(of: [$0]) }
  }

  private func weight(of strata: [Int]) -> Int {
    let respondents = strata.reduce(0) { $0 + list[$1].counts.respondents }
    guard respondents > 0 else { return 0 }
    let people = strata.reduce(0.0) { sum, index in
      sum + (list[index].headcount.map(Double.init) ?? average * Double(list[index].counts.respondents))
    }
    return Int((people / Double(respondents) * 1_000_000).rounded())
  }

  /// The strata that are taken together: each with fewer people than is enough, among all who answered or behind the
  /// figure, and then the next smallest until they are at least two and together enough.
  private func together(for people: [Int]) -> [Bool] {
    var together = list.indices.map { index in
      (1..<fewest).contains(people[index]) || (1..<fewest).contains(list[index].counts.respondents)
    }
    while true {
      let inside = list.indices.filter { together[$0] && people[$0] > 0 }
      if inside.isEmpty || inside.count >= 2 && inside.reduce(0, { $0 + people[$1] }) >= fewest { return together }
      let others = list.indices.filter { !together[$0] && people[$0] > 0 }
      guard let next = others.min(by: { (people[$0], $0) < (people[$1], $1) }) else { return together }
      together[next] = true
    }
  }

  /// A figure's values with what each person counts. Nil where nobody has a value.
  /// - Parameter values: The people of a stratum by their value.
  func weighted(_ values: (Tally.Group) -> [ScoreCount]) -> WeightedScores? {
    let values = list.map { values($0.counts) }
    let people = values.map { $0.reduce(0) { $0 + $1.count } }
    guard people.contains(where: { $0 > 0 }) else { return nil }
    let together = together(for: people)
    let alone = Set(list.indices.filter { !together[$0] && people[$0] > 0 }.map { list[$0].key })
    return WeightedScores(values, weights: weights(together), keys: list.map(\.key), alone: alone)
  }

  /// The population as results tell of it.
  func told(_ attributes: [Identifier<Attribute>]) -> PopulationWeighting {
    let respondents = list.map(\.counts.respondents)
    return PopulationWeighting(
      attributes: attributes,
      groups: zip(list, weights(together(for: respondents))).map { stratum, weight in
        PopulationWeighting.Group(
          key: stratum.key, headcount: stratum.headcount, respondents: stratum.counts.respondents,
          weight: stratum.counts.respondents > 0 ? Double(weight) / 1_000_000 : nil)
      })
  }
}

/// People's scores, each counting as many times as the people it stands for.
struct WeightedScores: Sendable {
  /// The values, counted in millionths of people.
  let distribution: Figure<Distribution>
  /// For likely ranges: each stratum's people and what each counts.
  let strata: [Bootstrap.Stratum]
  let weighting: FigureWeighting?
  /// How many people there are, each counted once.
  let people: Int

  init(_ values: [[ScoreCount]], weights: [Int], keys: [[GroupAttribute]], alone: Set<[GroupAttribute]>) {
    people = values.joined().reduce(0) { $0 + $1.count }
    distribution = Figure { () throws(Undefined) in
      var pairs: [(value: Double, count: Int)] = []
      for (values, weight) in zip(values, weights) {
        for entry in values {
          let (count, isTooMany) = entry.count.multipliedReportingOverflow(by: weight)
          guard !isTooMany else { throw .tooManyToWeigh }
          pairs.append((entry.score, count))
        }
      }
      return try Distribution(pairs)
    }
    let pooled = values.joined().map { (value: $0.score, count: $0.count) }
    let unweighted = Figure { () throws(Undefined) in try Distribution(pooled) }.then(\.mean)
    strata = zip(values, weights).compactMap { values, weight in
      values.asDistribution.value.map { Bootstrap.Stratum($0, weight: Double(weight) / 1_000_000) }
    }
    let counted = zip(values, weights).map { values, weight in
      (weight: Double(weight), people: values.reduce(0) { $0 + $1.count })
    }
    let n = Double(people)
    weighting = designEffect(counted).value.map { [distribution] effect in
      FigureWeighting(
        unweighted: unweighted, designEffect: effect, effectivePeople: n / effect,
        weights: Dictionary(zip(keys, weights), uniquingKeysWith: { first, _ in first }), alone: alone,
        distribution: distribution)
    }
  }
}

extension Undefined {
  fileprivate static let tooManyToWeigh = Undefined(.tooLarge, "More people are weighted than can be counted exactly.")
}
