/// Which counts of a host's own tables are withheld, by the rules that results are published under.
///
/// A host that counts people itself gives the people of its cells, a cell being everybody who shares the value of every
/// attribute, and learns which groups and which figures of them to withhold, of all breakdowns that it publishes together:
///
/// ```swift
/// let table = TableSuppression(
///   attributes: ["directorate", "role"],
///   cells: [.init(["care", "officer"], people: 14), .init(["care", "manager"], people: 3), …],
///   by: [["directorate"], ["directorate", "role"]])
/// let withheld = table.withheld([.init(rated.map { [$0] })])
/// for (group, isHidden) in zip(table.groups, withheld.groups) { … }
/// ```
///
/// Withheld are groups and figures of fewer people than the threshold, and whatever would give one of those away by
/// subtraction or leave it less than three values it could have.
public struct TableSuppression: Sendable {
  /// People who share the value of every attribute.
  public struct Cell: Sendable {
    /// Their values, in the order of the attributes; nil where it is not stated.
    public var values: [Identifier<Attribute.Value>?]
    /// How many there are; less than one is no cell.
    public var people: Int

    /// Makes a cell.
    public init(_ values: [Identifier<Attribute.Value>?], people: Int) {
      self.values = values
      self.people = people
    }
  }

  /// The counts behind a figure that is published of every group with its number of people.
  public struct Counts: Sendable {
    /// How many categories there are.
    let width: Int
    /// For each cell, its people by category, one cell after the other.
    let people: [Int]
    /// The groups that the figure is withheld of for another reason, as positions in ``TableSuppression/groups``: they must
    /// not follow either.
    public var withheldGroups: Set<Int> = []

    /// Makes counts.
    /// - Parameter categories: For each cell, in their order, its people by category: of those whom the figure counts, how
    ///   many are in each category whose counts are published too. Everybody else in the cell is taken to be one category
    ///   more. A cell that is left out has nobody behind the figure.
    public init(_ categories: [[Int]]) {
      let width = categories.map(\.count).max() ?? 0
      self.width = width
      people = categories.flatMap { $0 + Array(repeating: 0, count: width - $0.count) }
    }
  }

  /// What is withheld.
  public struct Withheld: Sendable, Hashable {
    /// For each of ``TableSuppression/groups``, whether nothing of it is shown.
    public let groups: [Bool]
    /// For each figure, the groups that it is withheld of, those of which nothing is shown among them.
    public let figures: [[Bool]]
  }

  /// The groups: everyone, then those of each breakdown, in the order of their values' ids. Empty without people.
  public let groups: [[GroupAttribute]]
  /// The policy.
  public let policy: DisclosurePolicy
  private let cellGroups: CellGroups
  private let totals: PublishedTotals
  /// For each cell that was given, the row it is counted in; nil where nobody is.
  private let rows: [Int?]
  /// For each row, its people.
  private let people: [Int]

  /// Makes a table. O(breakdowns × cells).
  /// - Parameters:
  ///   - attributes: The attributes of cells.
  ///   - cells: The people; cells of the same values count together.
  ///   - breakdowns: What is published together, each a list of attributes, without everyone; attributes that cells do not
  ///     have are passed over.
  ///   - policy: How many people must stand behind a figure.
  public init(
    attributes: [Identifier<Attribute>], cells: [Cell], by breakdowns: [[Identifier<Attribute>]],
    policy: DisclosurePolicy = .standard
  ) {
    let values = attributes.indices.map { place in
      Set(cells.compactMap { $0.values.indices.contains(place) ? $0.values[place] : nil })
        .sorted { $0.rawValue < $1.rawValue }
    }
    let numbers = values.map { own in Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) }) }
    let keys = cells.map { cell in
      attributes.indices.map { place in
        cell.values.indices.contains(place) ? cell.values[place].flatMap { numbers[place][$0] } : nil
      }
    }
    self.init(
      attributes, values, keys, people: cells.map(\.people),
      by: breakdowns.map { $0.compactMap { attributes.firstIndex(of: $0) } }, policy)
  }

  /// Makes a table of cells whose values are numbers from 0, as if their digits were the values' ids.
  /// - Parameter breakdowns: As positions of attributes.
  package init(
    attributes: [Identifier<Attribute>], numbered cells: [[Int]], people: [Int], by breakdowns: [[Int]],
    policy: DisclosurePolicy
  ) {
    let ids = attributes.indices.map { place in
      (0...(cells.map { $0[place] }.max() ?? 0)).map { Identifier<Attribute.Value>("\($0)") }
    }
    let orders = ids.map { ids in ids.indices.sorted { ids[$0].rawValue < ids[$1].rawValue } }
    let places = orders.map { order in
      var places = order
      for (place, number) in order.enumerated() { places[number] = place }
      return places
    }
    self.init(
      attributes, zip(ids, orders).map { ids, order in order.map { ids[$0] } },
      cells.map { cell in attributes.indices.map { places[$0][cell[$0]] } }, people: people, by: breakdowns, policy)
  }

  /// - Parameters:
  ///   - values: For each attribute its values, in the order of their ids.
  ///   - keys: For each cell the positions of its values.
  ///   - people: For each cell its people.
  ///   - breakdowns: As positions of attributes.
  private init(
    _ attributes: [Identifier<Attribute>], _ values: [[Identifier<Attribute.Value>]], _ keys: [[Int?]],
    people: [Int], by breakdowns: [[Int]], _ policy: DisclosurePolicy
  ) {
    self.policy = policy
    let filled = keys.indices.filter { people[$0] > 0 }
    let numbers = CellGroups.numbers(of: filled.map { keys[$0] }, by: Array(attributes.indices))
    var order = Array(repeating: [Int?](), count: (numbers.max() ?? -1) + 1)
    var rows: [Int?] = Array(repeating: nil, count: keys.count)
    var peopleOfRows = Array(repeating: 0, count: order.count)
    for (cell, row) in zip(filled, numbers) {
      order[row] = keys[cell]
      rows[cell] = row
      peopleOfRows[row] += people[cell]
    }
    self.rows = rows
    self.people = peopleOfRows
    cellGroups = CellGroups(cells: order, by: breakdowns)
    totals = PublishedTotals(cellGroups, threshold: policy.threshold)
    var groups = Array(repeating: [GroupAttribute](), count: cellGroups.count)
    for (breakdown, attributesOf) in zip(cellGroups.breakdowns, [[]] + breakdowns) {
      for (cell, group) in breakdown.groupOf.enumerated() where groups[group].isEmpty {
        groups[group] = attributesOf.map { place in
          GroupAttribute(attribute: attributes[place], value: order[cell][place].map { values[place][$0] })
        }
      }
    }
    self.groups = groups
  }

  /// The group that a cell is in, as a position in ``groups``; nil for a cell without people.
  /// - Parameter breakdown: 0 for everyone, then those that were given.
  package func group(of cell: Int, by breakdown: Int) -> Int? {
    rows[cell].map { cellGroups.breakdowns[breakdown].groupOf[$0] }
  }

  /// Decides on figures that are published together with how many people each group has.
  /// - Parameters:
  ///   - figures: The counts behind each figure.
  ///   - never: Groups that are not published at all, as positions in ``groups``, such as those that are shown with others as
  ///     one: they must not follow.
  public func withheld(_ figures: [Counts] = [], never: Set<Int> = []) -> Withheld {
    let (cells, counted) = columns(of: figures)
    return withheld(cells, counted, already: figures.map(withheldGroups), never)
  }

  /// Decides on figures as ``withheld(_:never:)`` does.
  /// - Parameters:
  ///   - widths: For each figure, how many categories it has.
  ///   - never: Groups that are not published at all.
  ///   - count: Appends the people of a cell by category, figure after figure.
  package func withheld(
    widths: [Int], never: Set<Int>, _ count: (_ cell: Int, _ people: inout [Int32]) -> Void
  ) -> Withheld {
    let (cells, counted) = columns(widths, count)
    return withheld(cells, counted, already: [], never)
  }

  private func withheld(
    _ cells: consuming CategoryCounts, _ figures: [CountedFigure], already: [[Bool]], _ never: Set<Int>
  ) -> Withheld {
    // Given away, so that nobody else holds its memory when people are moved.
    var rule = Suppression(cellGroups, totals, consume cells, policy)
    // With no figure it is people themselves that are counted.
    let withheld = rule.withheld(
      figures.isEmpty ? [[.people]] : figures.map { [$0] }, already: already, never: never)
    return Withheld(groups: withheld.groups, figures: figures.isEmpty ? [] : withheld.figures)
  }

  /// Decides on figures that are published beside what was decided on before.
  ///
  /// No more groups are withheld whole. Where a figure of one that is shown could only be kept three values wide by
  /// withholding all of it, or everyone's figure, it is kept from following by subtraction alone.
  /// - Parameters:
  ///   - figures: The counts that each figure is published with, a group each.
  ///   - groups: For each of ``groups``, whether nothing of it is shown.
  /// - Returns: For each figure, the groups that it is withheld of, those of which nothing is shown among them.
  public func withheld(_ figures: [Counts], beside groups: [Bool]) -> [[Bool]] {
    let (cells, counted) = columns(of: figures)
    var rule = Suppression(cellGroups, totals, cells, policy)
    return zip(counted, figures).map { counted, figure in
      rule.withheld(counted, groups: groups, already: withheldGroups(figure))
    }
  }

  private func withheldGroups(_ figure: Counts) -> [Bool] {
    var isWithheld = Array(repeating: false, count: groups.count)
    for group in figure.withheldGroups where groups.indices.contains(group) { isWithheld[group] = true }
    return isWithheld
  }

  private func columns(of figures: [Counts]) -> (cells: CategoryCounts, figures: [CountedFigure]) {
    columns(figures.map(\.width)) { cell, people in
      for figure in figures {
        for place in cell * figure.width..<(cell + 1) * figure.width {
          people.append(place < figure.people.count ? Int32(clamping: max(figure.people[place], 0)) : 0)
        }
      }
    }
  }

  /// The people of each row by category, and the columns of each figure.
  private func columns(
    _ widths: [Int], _ count: (_ cell: Int, _ people: inout [Int32]) -> Void
  ) -> (cells: CategoryCounts, figures: [CountedFigure]) {
    var figures: [CountedFigure] = []
    var width = 1
    for own in widths {
      figures.append(CountedFigure(counted: width..<width + own, others: width + own..<width + own + 1))
      width += own + 1
    }
    var cells = CategoryCounts(width: width, rows: people.count)
    var counts = cells.counts.mutableSpan
    var own: [Int32] = []
    for (cell, row) in rows.enumerated() {
      guard let row else { continue }
      own.removeAll(keepingCapacity: true)
      count(cell, &own)
      var next = 0
      for figure in figures {
        for column in figure.counted {
          counts[row &* width &+ column] &+= own[next]
          next &+= 1
        }
      }
    }
    for (row, people) in people.enumerated() {
      let all = Int32(clamping: people)
      counts[row &* width] = all
      for figure in figures {
        var others = all
        for column in figure.counted { others &-= counts[row &* width &+ column] }
        counts[row &* width &+ figure.others.lowerBound] = max(others, 0)
      }
    }
    return (cells, figures)
  }
}
