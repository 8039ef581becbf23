import DigitalMaturity

/// Counts of people from which, beside totals, others follow.
struct LinkedCounts {
  let counts: TableSuppression.Counts
  /// For each group, whether it has any of the people.
  private(set) var isSomebody: [Bool]

  /// - Parameters:
  ///   - people: For each cell, its people by category.
  ///   - groupsOf: For each cell, its groups.
  ///   - count: The number of groups.
  init(_ people: [[Int]], _ groupsOf: [[Int]], groups count: Int) {
    counts = TableSuppression.Counts(people)
    isSomebody = Array(repeating: false, count: count)
    for (own, groups) in zip(people, groupsOf) where own.contains(where: { $0 > 0 }) {
      for group in groups { isSomebody[group] = true }
    }
  }
}

extension TableSuppression {
  /// Decides on figures of several counts that follow from each other: what is withheld of one is withheld of all, and must
  /// not follow in any that there is somebody in. Ends, since each round withholds more.
  /// - Parameters:
  ///   - figures: The counts of each figure.
  ///   - already: For each figure the groups that it is withheld of for another reason.
  ///   - groups: For each group, whether nothing of it is shown.
  /// - Returns: For each figure the groups that it is withheld of.
  func withheld(_ figures: [[LinkedCounts]], already: [[Bool]], beside groups: [Bool]) -> [[Bool]] {
    var hidden = already
    while true {
      let before = hidden
      let counts = zip(figures, before).flatMap { figure, hidden in
        figure.map { own in
          var counts = own.counts
          counts.withheldGroups = Set(hidden.indices.filter { hidden[$0] && own.isSomebody[$0] })
          return counts
        }
      }
      var withheld = withheld(counts, beside: groups)[...]
      for (index, figure) in figures.enumerated() {
        for own in withheld.prefix(figure.count) { hidden[index] = zip(hidden[index], own).map { $0 || $1 } }
        withheld = withheld.dropFirst(figure.count)
      }
      if hidden == before { return hidden }
    }
  }

  /// For each cell the groups of some breakdowns that it is in, everyone among them.
  func groups(of cells: [[String]], _ attributes: [Identifier<Attribute>], by breakdowns: [[Int]]) -> [[Int]] {
    let known = Dictionary(groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return cells.map { cell in
      ([[]] + breakdowns).compactMap { positions in
        known[positions.map { GroupAttribute(attribute: attributes[$0], value: Identifier(cell[$0])) }]
      }
    }
  }
}
