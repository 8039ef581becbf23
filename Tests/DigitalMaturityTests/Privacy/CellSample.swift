@testable import DigitalMaturity

/// Groups written as text, “part=x role=front”; the empty text is everyone.
struct CellSample {
  let groups: CellGroups
  let names: [String]
  let counts: CategoryCounts

  /// - Parameters:
  ///   - cells: People by all their attributes, and of each how many are in each category; `-` is not stated.
  ///   - breakdowns: The attributes of each, apart by spaces.
  init(_ cells: [(String, [Int])], by breakdowns: [String]) {
    let keys = cells.map { cell in cell.0.split(separator: " ").map { $0.split(separator: "=").map(String.init) } }
    let attributes = keys.first?.map { $0[0] } ?? []
    let values = attributes.indices.map { place in
      Set(keys.map { $0[place][1] }).subtracting(["-"]).sorted()
    }
    let order = cells.indices.sorted { cells[$0].0 < cells[$1].0 }
    let groups = CellGroups(
      cells: order.map { cell in attributes.indices.map { values[$0].firstIndex(of: keys[cell][$0][1]) } },
      by: breakdowns.map { $0.split(separator: " ").compactMap { attributes.firstIndex(of: String($0)) } })
    self.groups = groups
    var names = Array(repeating: "", count: groups.count)
    for (breakdown, text) in zip(groups.breakdowns, [""] + breakdowns) {
      for (cell, group) in breakdown.groupOf.enumerated() {
        let parts = cells[order[cell]].0.split(separator: " ")
        names[group] = text.split(separator: " ").compactMap { attribute in
          parts.first { $0.hasPrefix(attribute + "=") }.map(String.init)
        }.joined(separator: " ")
      }
    }
    self.names = names
    // The first column is everybody.
    var counts = CategoryCounts(width: 1 + (cells.first?.1.count ?? 0), rows: cells.count)
    for (row, cell) in order.enumerated() {
      counts[row, 0] = Int32(cells[cell].1.reduce(0, +))
      for (category, count) in cells[cell].1.enumerated() { counts[row, 1 + category] = Int32(count) }
    }
    self.counts = counts
  }

  /// Cells of people of one kind.
  init(_ cells: [(String, Int)], by breakdowns: [String]) {
    self.init(cells.map { ($0.0, [$0.1]) }, by: breakdowns)
  }

  var categories: Int { counts.width - 1 }

  /// A figure that counts the first so many categories.
  func figure(counting count: Int) -> CountedFigure {
    CountedFigure(counted: 1..<1 + count, others: 1 + count..<counts.width)
  }

  /// The people of each group in some columns.
  func people(_ columns: Range<Int>) -> [Int] {
    var people = Array(repeating: 0, count: groups.count)
    for breakdown in groups.breakdowns {
      for (cell, group) in breakdown.groupOf.enumerated() { people[group] += counts.sum(cell, columns) }
    }
    return people
  }

  /// The groups that are withheld whole.
  func withheld(threshold: Int = 10) -> [String] {
    names(withheld([[figure(counting: categories)]], threshold: threshold).groups)
  }

  /// The groups whose figure is withheld, with those that are withheld whole.
  func withheld(counting count: Int, threshold: Int = 10) -> [String] {
    names(withheld([[figure(counting: count)]], threshold: threshold).figures[0])
  }

  /// The groups whose figure is withheld, some for another reason.
  func withheld(counting count: Int, already: Set<String>) -> [String] {
    var rule = Suppression(groups, counts, policy: .standard)
    let figure = figure(counting: count)
    let wholes = rule.withheld([[figure]]).groups
    return names(rule.withheld(figure, groups: wholes, already: names.map(already.contains)))
  }

  func withheld(_ figures: [[CountedFigure]], threshold: Int = 10) -> Suppression.Withheld {
    var rule = Suppression(groups, counts, policy: DisclosurePolicy(threshold: threshold))
    return rule.withheld(figures)
  }

  func names(_ hidden: [Bool]) -> [String] { zip(names, hidden).filter(\.1).map(\.0) }
}

/// What an attacker can find out by trying every world.
struct AllWorlds {
  let sample: CellSample
  let hidden: [Bool]

  /// For each withheld group, the least and the greatest number of people over all worlds that agree with the groups that
  /// are shown, where each group has somebody in it.
  func ranges() -> [String: ClosedRange<Int>] {
    let truth = sample.people(0..<1)
    let groups = sample.groups
    let memberships = groups.cells.indices.map { cell in groups.breakdowns.map { $0.groupOf[cell] } }
    var rest = truth
    var sums = Array(repeating: 0, count: groups.count)
    var remaining = Array(repeating: 0, count: groups.count)
    for cell in memberships { for group in cell { remaining[group] += 1 } }
    var low = Array(repeating: Int.max, count: groups.count)
    var high = Array(repeating: Int.min, count: groups.count)

    func visit(_ cell: Int) {
      guard cell < memberships.count else {
        guard groups.breakdowns.allSatisfy({ $0.members.allSatisfy { sums[$0] >= 1 } }) else { return }
        for group in hidden.indices where hidden[group] {
          low[group] = min(low[group], sums[group])
          high[group] = max(high[group], sums[group])
        }
        return
      }
      let own = memberships[cell]
      let shown = own.filter { !hidden[$0] }
      for group in own { remaining[group] -= 1 }
      let most = shown.map { rest[$0] }.min() ?? 0
      // The last cell of a group that is shown takes what is left.
      let least = shown.filter { remaining[$0] == 0 }.map { rest[$0] }.max() ?? 0
      if least <= most {
        for people in least...most {
          for group in own { (rest[group], sums[group]) = (rest[group] - people, sums[group] + people) }
          visit(cell + 1)
          for group in own { (rest[group], sums[group]) = (rest[group] + people, sums[group] - people) }
        }
      }
      for group in own { remaining[group] += 1 }
    }
    visit(0)
    var ranges: [String: ClosedRange<Int>] = [:]
    for group in hidden.indices where hidden[group] && low[group] <= high[group] {
      ranges[sample.names[group]] = low[group]...high[group]
    }
    return ranges
  }
}
