/// Explains how a mean is weighted to the population, group by group; those that are withheld are told of together.
struct WeightedExplanation {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let population: PopulationWeighting
  let weighting: FigureWeighting
  /// How many people stand behind the mean.
  let people: Int
  /// The weighted mean.
  let mean: Double

  /// - Parameter figure: How many people of a group stand behind its mean, and the mean.
  func steps(_ figure: (GroupResult) -> (people: Int?, mean: Figure<Double>)?) -> [Explanation.Step] {
    var parts: [Explanation.Step] = []
    var (weights, total) = (0.0, 0.0)
    var areRounded = false
    func add(
      _ name: String, _ people: Int, _ mean: Double, _ weight: Int, of group: PopulationWeighting.Group? = nil
    ) {
      let weight = Double(weight) / 1_000_000
      weights += Double(people) * weight
      total += Double(people) * weight * mean
      if context.exact(mean) != context.shown(mean) { areRounded = true }
      let (weightText, meanText) = (context.exact(weight), context.shown(mean))
      if let headcount = group?.headcount, let respondents = group?.respondents, group?.weight == weight {
        parts.append(
          Explanation.Step(
            context.say(
              .weightedGroupOf,
              [
                "group": name, "people": people, "weight": weightText, "headcount": headcount,
                "respondents": respondents, "mean": meanText,
              ])))
      } else {
        parts.append(
          Explanation.Step(
            context.say(
              .weightedGroup, ["group": name, "people": people, "weight": weightText, "mean": meanText])))
      }
    }
    var left = (people: people, sum: (weighting.unweighted.value ?? 0) * Double(people))
    var shared: Int?
    for group in population.groups {
      guard let weight = weighting.weights[group.key],
        let result = scorecard.groups.first(where: { $0.key == group.key }).flatMap(figure)
      else { continue }
      if let people = result.people, let mean = result.mean.value {
        add(context.people(of: group.key, in: scorecard), people, mean, weight, of: group)
        left.people -= people
        left.sum -= Double(people) * mean
      } else if result.mean.reason?.code == .withheld {
        shared = weight
      }
    }
    if left.people > 0, let shared {
      add(context.say(.withheldTogether), left.people, left.sum / Double(left.people), shared)
    }
    if population.groups.contains(where: { $0.headcount == nil && $0.weight != nil }) {
      parts.append(Explanation.Step(context.say(.othersWeighted)))
    }
    let sum = context.say(
      .weightedSum,
      [
        "total": context.shown(total), "weights": context.shown(weights), "mean": context.shown(mean),
        "unweighted": weighting.unweighted.value.map { context.shown($0) } ?? context.say(.none),
      ])
    return [
      Explanation.Step(context.say(.everyoneWeighted), details: parts),
      Explanation.Step(areRounded ? "\(sum) \(context.say(.rounded))" : sum),
      Explanation.Step(
        context.say(
          .designEffect,
          [
            "effect": context.shown(weighting.designEffect),
            "sure": context.options.words.decimal(DecimalText.rounded(weighting.effectivePeople, decimals: 1)),
            "people": people,
          ])),
    ]
  }
}
