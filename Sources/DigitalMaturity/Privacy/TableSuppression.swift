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

    /// Makes counts of so many categories of each cell, one cell after the other.
    package init(width: Int, people: [Int]) { (self.width, self.people) = (width, people) }
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
    self.policy = policy
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
    let order = Set(zip(keys, cells).filter { $1.people > 0 }.map(\.0)).sorted {
      $0.lexicographicallyPrecedes($1) { ($0 ?? .max) < ($1 ?? .max) }
    }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let rows = zip(keys, cells).map { key, cell in cell.people > 0 ? places[key] : nil }
    var people = Array(repeating: 0, count: order.count)
    for (row, cell) in zip(rows, cells) {
      if let row { people[row] += cell.people }
    }
    self.rows = rows
    self.people = people
    let wanted = breakdowns.map { $0.compactMap { attributes.firstIndex(of: $0) } }
    cellGroups = CellGroups(cells: order, by: wanted)
    var groups = Array(repeating: [GroupAttribute](), count: cellGroups.count)
    for (breakdown, attributesOf) in zip(cellGroups.breakdowns, [[]] + wanted) {
      for (cell, group) in breakdown.groupOf.enumerated() {
        groups[group] = attributesOf.map { place in
          GroupAttribute(attribute: attributes[place], value: order[cell][place].map { values[place][$0] })
        }
      }
    }
    self.groups = groups
  }

  /// Decides on figures that are published together with how many people each group has.
  /// - Parameters:
  ///   - figures: The counts behind each figure.
  ///   - never: Groups that are not published at all, as positions in ``groups``, such as those that are shown with others as
  ///     one: they must not follow.
  public func withheld(_ figures: [Counts] = [], never: Set<Int> = []) -> Withheld {
    let (cells, counted) = columns(of: figures)
    var rule = Suppression(cellGroups, cells, policy: policy)
    // With no figure it is people themselves that are counted.
    let withheld = rule.withheld(
      counted.isEmpty ? [[.people]] : counted.map { [$0] }, already: figures.map(withheldGroups), never: never)
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
    var rule = Suppression(cellGroups, cells, policy: policy)
    return zip(counted, figures).map { counted, figure in
      rule.withheld(counted, groups: groups, already: withheldGroups(figure))
    }
  }

  private func withheldGroups(_ figure: Counts) -> [Bool] {
    var isWithheld = Array(repeating: false, count: groups.count)
    for group in figure.withheldGroups where groups.indices.contains(group) { isWithheld[group] = true }
    return isWithheld
  }

  /// The people of each row by category, and the columns of each figure.
  private func columns(of figures: [Counts]) -> (cells: CategoryCounts, figures: [CountedFigure]) {
    var cells = CategoryCounts(width: 1 + figures.reduce(0) { $0 + $1.width + 1 }, rows: people.count)
    for (row, people) in people.enumerated() { cells[row, 0] = Int32(clamping: people) }
    var counted: [CountedFigure] = []
    var start = 1
    for figure in figures {
      let width = figure.width
      for (cell, row) in rows.enumerated() where (cell + 1) * width <= figure.people.count {
        guard let row else { continue }
        for category in 0..<width {
          cells[row, start + category] += Int32(clamping: max(figure.people[cell * width + category], 0))
        }
      }
      for (row, people) in people.enumerated() {
        cells[row, start + width] = Int32(clamping: max(people - cells.sum(row, start..<start + width), 0))
      }
      counted.append(CountedFigure(counted: start..<start + width, others: start + width..<start + width + 1))
      start += width + 1
    }
    return (cells, counted)
  }
}
