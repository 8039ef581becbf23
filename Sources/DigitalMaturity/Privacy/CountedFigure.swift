/// One figure of every group: the categories that its people fall in, those that it counts first.
struct CountedFigure: Sendable {
  /// The columns of the categories that it counts.
  let counted: Range<Int>
  /// The columns of everybody else, right after them.
  let others: Range<Int>
  /// What is known of it and of other figures in every cell.
  var relations: [FigureRelation] = []

  /// All people of a cell, whatever they answered: the first column.
  static let people = CountedFigure(counted: 0..<1, others: 1..<1)
}

/// A sum of some categories is at least that of others, in every cell: nobody has a score of an area without an answer to
/// one of its questions.
struct FigureRelation: Sendable {
  let more: [Range<Int>]
  let less: [Range<Int>]
}

/// The people of each cell by category: a row a cell, a column a category of some figure.
struct CategoryCounts: Sendable {
  let width: Int
  /// Row by row.
  var counts: [Int32]

  init(width: Int, rows: Int) {
    self.width = width
    counts = Array(repeating: 0, count: width * rows)
  }

  subscript(row: Int, column: Int) -> Int32 {
    get { counts[row &* width &+ column] }
    set { counts[row &* width &+ column] = newValue }
  }

  /// Adds a row of another table.
  mutating func add(_ other: CategoryCounts, row: Int, to own: Int) {
    let (width, others) = (width, other.counts.span)
    var counts = counts.mutableSpan
    for column in 0..<width { counts[own &* width &+ column] &+= others[row &* width &+ column] }
  }

  /// The people of a row in some columns.
  func sum(_ row: Int, _ columns: Range<Int>) -> Int {
    var sum = 0
    for place in row &* width &+ columns.lowerBound..<row &* width &+ columns.upperBound { sum &+= Int(counts[place]) }
    return sum
  }

  /// The first of some columns that somebody is in, in each of two rows; −1 is a row that anybody is in.
  func firstShared(_ columns: Range<Int>, _ first: Int, _ second: Int) -> Int? {
    for column in columns {
      if first >= 0, self[first, column] <= 0 { continue }
      if second >= 0, self[second, column] <= 0 { continue }
      return column
    }
    return nil
  }

  /// How many people could be taken from each of two rows so that both give up the same categories; −1 is a row that
  /// anybody is in.
  func shared(_ columns: Range<Int>, _ first: Int, _ second: Int, atMost limit: Int) -> Int {
    if first < 0 && second < 0 { return columns.isEmpty ? 0 : limit }
    let (one, other) = (first < 0 ? second : first, second < 0 ? first : second)
    var sum = 0
    for column in columns {
      sum &+= Int(min(counts[one &* width &+ column], counts[other &* width &+ column]))
      if sum >= limit { return limit }
    }
    return sum
  }

  /// Whether what is known of some figures holds in a row.
  /// - Parameter changes: How many people have been counted in other columns than they are in.
  func holds(_ relation: FigureRelation, row: Int, changes: Int = 0) -> Bool {
    // Each of the lesser sums is of people who are there: most often the first of the others are more than all of them.
    let most = relation.less.count * (Int(self[row, 0]) + changes)
    var found = 0
    for columns in relation.more where found < most { found += sum(row, columns) }
    return found >= most || found >= relation.less.reduce(0) { $0 + sum(row, $1) }
  }
}
