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
      let numbers = Self.numbers(cells.map { cell in attributes.map { cell[$0] ?? .max } })
      count += (numbers.max() ?? -1) + 1
      self.breakdowns.append(
        Breakdown(
          attributes: Set(attributes), groupOf: numbers.map { $0 + first }, members: Array(first..<count)))
    }
  }

  /// The numbers of keys in the order of their values; what is not stated comes last.
  static func numbers(_ keys: [[Int]]) -> [Int] {
    if let packed = packed(keys) {
      var numbers: [Int: Int] = [:]
      for key in packed.sorted() where numbers[key] == nil { numbers[key] = numbers.count }
      return packed.map { numbers[$0] ?? 0 }
    }
    var numbers: [[Int]: Int] = [:]
    for key in Set(keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) { numbers[key] = numbers.count }
    return keys.map { numbers[$0] ?? 0 }
  }

  /// One whole number for each key, in their order; nil where none would have room for all values.
  private static func packed(_ keys: [[Int]]) -> [Int]? {
    let width = keys.first?.count ?? 0
    // For each place the values there are, and one for what is not stated.
    var sizes = Array(repeating: 1, count: width)
    for key in keys {
      guard key.count == width else { return nil }
      for place in 0..<width where key[place] != .max {
        guard key[place] >= 0, key[place] < Int(Int32.max) else { return nil }
        sizes[place] = max(sizes[place], key[place] + 2)
      }
    }
    var all = 1
    for size in sizes {
      let (product, overflow) = all.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      all = product
    }
    return keys.map { key in
      var packed = 0
      for place in 0..<width { packed = packed * sizes[place] + min(key[place], sizes[place] - 1) }
      return packed
    }
  }

  /// Adds what follows from every two breakdowns without being one: of directorate by role and directorate by grade, the
  /// directorates. O(breakdowns² × cells).
  mutating func addImplied() {
    var index = 1
    while index < breakdowns.count {
      for other in 1..<index {
        let joined = join(breakdowns[index].groupOf, breakdowns[other].groupOf)
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
