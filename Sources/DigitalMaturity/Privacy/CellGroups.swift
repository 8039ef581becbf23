/// Groups as sets of cells. A cell is the people who share the value of every attribute that any breakdown uses.
struct CellGroups: Sendable {
  /// A breakdown as a partition of the cells; everyone is one too, by no attribute.
  struct Breakdown: Sendable {
    /// The attributes, as positions in a cell's values.
    let attributes: Set<Int>
    /// For each cell, the group it is in.
    let groupOf: [Int]
    /// Its groups, each once.
    let members: [Int]
  }

  /// For each cell, its value of each attribute; nil where it is not stated.
  let cells: [[Int?]]
  /// The breakdowns, everyone first. Groups are numbered through.
  private(set) var breakdowns: [Breakdown] = []
  /// How many groups there are.
  private(set) var count = 0
  /// How many attributes a cell has a value of.
  let attributes: Int

  /// - Parameters:
  ///   - cells: Each once.
  ///   - breakdowns: Each a list of attributes, as positions in a cell's values; without everyone.
  init(cells: [[Int?]], by breakdowns: [[Int]]) {
    self.cells = cells
    attributes = cells.first?.count ?? 0
    for attributes in [[]] + breakdowns {
      let first = count
      let numbers = Self.numbers(of: cells, by: attributes)
      count += (numbers.max() ?? -1) + 1
      self.breakdowns.append(
        Breakdown(
          attributes: Set(attributes), groupOf: numbers.map { $0 + first }, members: Array(first..<count)))
    }
  }

  /// The numbers of cells by some of their values, in the order of those; what is not stated comes last.
  static func numbers(of cells: [[Int?]], by attributes: [Int]) -> [Int] {
    if let keys = packed(cells, attributes) { return numbers(keys, <) }
    return numbers(cells.map { cell in attributes.map { cell[$0] ?? .max } }) { $0.lexicographicallyPrecedes($1) }
  }

  /// The numbers of keys in their order. Keys that are in order already are numbered in one pass.
  private static func numbers<Key: Equatable>(_ keys: [Key], _ precedes: (Key, Key) -> Bool) -> [Int] {
    var numbers = Array(repeating: 0, count: keys.count)
    var next = 0
    var last: Int?
    for place in keys.indices.sorted(by: { precedes(keys[$0], keys[$1]) }) {
      if let last, keys[last] != keys[place] { next += 1 }
      numbers[place] = next
      last = place
    }
    return numbers
  }

  /// One whole number for the values of each cell, in their order; nil where none would have room for all values.
  private static func packed(_ cells: [[Int?]], _ attributes: [Int]) -> [Int]? {
    var keys = Array(repeating: 0, count: cells.count)
    var all = 1
    for attribute in attributes {
      // The values there are, and one for what is not stated.
      var size = 1
      for cell in cells {
        guard let value = cell[attribute] else { continue }
        guard value >= 0, value < Int(Int32.max) else { return nil }
        size = max(size, value + 2)
      }
      let (product, overflow) = all.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      all = product
      for (place, cell) in cells.enumerated() { keys[place] = keys[place] * size + (cell[attribute] ?? size - 1) }
    }
    return keys
  }

  /// Adds what follows from every two breakdowns without being one: of directorate by role and directorate by grade, the
  /// directorates. O(breakdowns² × cells).
  mutating func addImplied() {
    var index = 1
    while index < breakdowns.count {
      for other in 1..<index {
        let (one, two) = (breakdowns[index].groupOf, breakdowns[other].groupOf)
        // Of one that is finer than another the other follows.
        if Self.refines(one, two) || Self.refines(two, one) { continue }
        let joined = join(one, two)
        let isNew = !breakdowns.contains { Self.isSame($0.groupOf, joined) }
        guard isNew else { continue }
        let members = Array(count..<count + (joined.max() ?? -1) + 1)
        breakdowns.append(
          Breakdown(attributes: [], groupOf: joined.map { $0 + count }, members: members))
        count += members.count
      }
      index += 1
    }
  }

  /// The finest partition that both refine, numbered by first cells.
  private func join(_ first: [Int], _ second: [Int]) -> [Int] {
    var parents = Array(cells.indices)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while parents[cell] != cell {
        parents[cell] = parents[parents[cell]]
        cell = parents[cell]
      }
      return cell
    }
    for groups in [first, second] {
      // For each group a cell that was met.
      var met = Array(repeating: -1, count: (groups.max() ?? -1) + 1)
      for (cell, group) in groups.enumerated() {
        if met[group] >= 0 {
          let (one, other) = (root(met[group]), root(cell))
          parents[max(one, other)] = min(one, other)
        }
        met[group] = cell
      }
    }
    var count = 0
    var numbers = Array(repeating: -1, count: cells.count)
    return cells.indices.map { cell in
      let root = root(cell)
      if numbers[root] < 0 {
        numbers[root] = count
        count += 1
      }
      return numbers[root]
    }
  }

  private static func isSame(_ first: [Int], _ second: [Int]) -> Bool {
    refines(first, second) && refines(second, first)
  }

  /// Whether each group of one partition lies within one group of another.
  ///
  /// Groups are whole numbers from 0, not far apart.
  static func refines(_ fine: [Int], _ coarse: [Int]) -> Bool {
    var parents: [Int?] = Array(repeating: nil, count: (fine.max() ?? -1) + 1)
    for (part, whole) in zip(fine, coarse) {
      if let parent = parents[part], parent != whole { return false }
      parents[part] = whole
    }
    return true
  }

  /// For each group, whether it is of one of the breakdowns that lie within each other: everyone, then every next breakdown
  /// that is finer or coarser than all before it.
  var isNested: [Bool] {
    var nested: [Breakdown] = []
    var isNested = Array(repeating: false, count: count)
    for breakdown in breakdowns {
      let fits = nested.allSatisfy {
        Self.refines($0.groupOf, breakdown.groupOf) || Self.refines(breakdown.groupOf, $0.groupOf)
      }
      guard fits else { continue }
      nested.append(breakdown)
      for group in breakdown.members { isNested[group] = true }
    }
    return isNested
  }

  /// For each attribute, those whose values follow from its own where it is stated: of a service, the directorate.
  var determined: [Set<Int>] {
    (0..<attributes).map { one in
      let stated = cells.filter { $0[one] != nil }
      return Set(
        (0..<attributes).filter { other in
          other != one && Self.refines(stated.map { $0[one] ?? 0 }, stated.map { $0[other] ?? .max })
        })
    }
  }
}
