extension ItemMoments {
  /// From answers: a row is a person, a column an item, a blank `nil`; their order does not matter.
  ///
  /// Throws `invalidShape` where rows differ in length, `notFinite` or `tooLarge`, and `tooFewValues` with fewer than two
  /// items, or fewer than two people (pairwise: behind any pair). O(people · items) listwise; pairwise that many times over
  /// for each different set of people who answered an item, of which there is one where nothing is blank.
  public init(rows: [[Double?]], missing: MissingAnswers = .listwise) throws(Undefined) {
    try self.init(rows: rows, missing: missing, correlates: true)
  }

  /// `correlates`: whether the mean correlation is wanted, which takes as long again.
  init(rows: [[Double?]], missing: MissingAnswers, correlates: Bool) throws(Undefined) {
    let items = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == items }) else {
      throw Undefined(.invalidShape, "The rows differ in length.")
    }
    let rows = missing == .pairwise ? rows : rows.filter { !$0.contains(nil) }
    for row in rows {
      for case let answer? in row { try Distribution.check(answer) }
    }
    guard items > 1 else { throw .tooFew("items", items, needed: 2) }

    // Items that the same people answered vary together with any other item as their sum does, so no pair is formed.
    var groups: [AnsweredTogether] = []
    var places: [[Bool]: Int] = [:]
    for item in 0..<items {
      let answered = rows.map { $0[item] != nil }
      let place = places[answered] ?? groups.count
      if place == groups.count {
        places[answered] = place
        groups.append(AnsweredTogether(answered))
      }
      groups[place].add(item, rows)
    }
    let fewest = try ItemMoments.fewest(of: groups)

    var variances = Array(repeating: 0.0, count: items)
    for group in groups {
      for (item, answers) in zip(group.items, group.answers) {
        variances[item] = max(0, try ItemMoments.covariance(answers, answers, over: group.people))
      }
    }
    self.items = items
    n = fewest
    self.variances = variances
    covariancesWithTotal = try ItemMoments.covariancesWithTotal(groups, items: items)
    meanCorrelation = Figure { () throws(Undefined) in
      guard correlates else { throw .pairsNotSummed }
      let deviations = variances.map(squareRoot)
      guard !deviations.contains(0) else { throw .noVariation }
      var sum = ExactSum()
      for covariance in try ItemMoments.covariancesWithTotal(groups.map { $0.divided(by: deviations) }, items: items) {
        sum.add(covariance)
      }
      // Each item's correlation of 1 with itself is among them, and each pair stands there twice.
      sum.add(-Double(items))
      return try Figure.finite(sum.value / Double(items) / Double(items - 1)).get()
    }
  }

  /// The fewest people behind any pair of items, at least two.
  private static func fewest(of groups: [AnsweredTogether]) throws(Undefined) -> Int {
    var fewest = Int.max
    for (index, group) in groups.enumerated() {
      for other in groups[index...] { fewest = min(fewest, group.people(with: other).count) }
    }
    guard fewest > 1 else { throw .tooFew("people who answered", fewest, needed: 2) }
    return fewest
  }

  private static func covariancesWithTotal(
    _ groups: [AnsweredTogether], items: Int
  ) throws(Undefined) -> [Double] {
    var sums = Array(repeating: ExactSum(), count: items)
    for other in groups {
      let totals = other.totals
      for group in groups {
        let people = group.people(with: other)
        for (item, answers) in zip(group.items, group.answers) {
          sums[item].add(try covariance(answers, totals, over: people))
        }
      }
    }
    return sums.map(\.value)
  }

  private static func covariance(_ x: Answers, _ y: Answers, over people: [Int]) throws(Undefined) -> Double {
    let n = Double(people.count)
    if n > 1, x.largestWhole * y.largestWhole * n * n <= 0x1p53 {
      // Whole numbers this small add up without rounding, so there is no need for exact sums.
      var (first, second, product) = (0.0, 0.0, 0.0)
      for person in people {
        first += x.values[person]
        second += y.values[person]
        product += x.values[person] * y.values[person]
      }
      return (n * product - first * second) / n / (n - 1)
    }
    var first = ExactSum()
    var second = ExactSum()
    var product = ExactSum()
    for person in people {
      first.add(x.values[person])
      second.add(y.values[person])
      product.add(x.values[person], times: y.values[person])
    }
    return try covariance(n: people.count, first.value, second.value, product: product.value)
  }
}

/// One number a person.
private struct Answers {
  let values: [Double]
  /// The largest magnitude, at least 1; infinite where not all are whole numbers.
  let largestWhole: Double

  init(_ values: [Double]) {
    self.values = values
    largestWhole = values.reduce(1) { $1 == $1.rounded() ? max($0, $1.magnitude) : .infinity }
  }
}

/// Items that the same people answered.
private struct AnsweredTogether {
  /// The people who answered, in order.
  let people: [Int]
  /// For everyone: whether they answered.
  private let answered: [Bool]
  private(set) var items: [Int] = []
  /// The answers to each item, a place for every person; 0 for those who did not answer.
  private(set) var answers: [Answers] = []

  init(_ answered: [Bool]) {
    self.answered = answered
    people = answered.indices.filter { answered[$0] }
  }

  /// Adds an item: its answers as distances from the one nearest to their mean, so that a large common part does not
  /// cost precision, and whole numbers stay whole.
  mutating func add(_ item: Int, _ rows: [[Double?]]) {
    let given = people.map { rows[$0][item] ?? 0 }
    let mean = given.isEmpty ? 0 : given.exactSum / Double(given.count)
    let centre = given.min { (($0 - mean).magnitude, $0) < (($1 - mean).magnitude, $1) } ?? 0
    items.append(item)
    answers.append(Answers(rows.map { $0[item].map { $0 - centre } ?? 0 }))
  }

  /// Each person's sum over the items.
  var totals: Answers {
    var sums = Array(repeating: ExactSum(), count: answers.first?.values.count ?? 0)
    for item in answers {
      for person in people { sums[person].add(item.values[person]) }
    }
    return Answers(sums.map(\.value))
  }

  /// The people who answered these items and the other ones.
  func people(with other: AnsweredTogether) -> [Int] {
    people.filter { other.answered[$0] }
  }

  /// The same, each item's answers divided by its number.
  func divided(by numbers: [Double]) -> AnsweredTogether {
    var divided = self
    divided.answers = zip(items, answers).map { item, answers in Answers(answers.values.map { $0 / numbers[item] }) }
    return divided
  }
}
