/// Where ratings are kept: a row of competences for each rater and person, everybody's by one rater before the next rater's.
struct RatingPlaces: Sendable {
  /// The people of a block of rows.
  static let peopleInBlock = 1 << 10

  /// How many competences a row has.
  let competences: Int
  /// The blocks of each rater.
  let blocksOfRater: Int

  init(people: Int, competences: Int) {
    self.competences = competences
    blocksOfRater = (people + Self.peopleInBlock - 1) / Self.peopleInBlock
  }

  /// The cells of a block.
  var blockSize: Int { Self.peopleInBlock * competences }

  /// How many cells there are, those of nobody at the ends of blocks too.
  var count: Int { RaterKind.allCases.count * blocksOfRater * blockSize }

  /// The number of a cell.
  func cell(person: Int, rater: Int, competence: Int) -> Int {
    (rater &* blocksOfRater &* Self.peopleInBlock &+ person) &* competences &+ competence
  }

  /// Whose rating in what a cell is.
  func parts(of cell: Int) -> (person: Int, rater: Int, competence: Int) {
    let (row, competence) = cell.quotientAndRemainder(dividingBy: competences)
    let (rater, person) = row.quotientAndRemainder(dividingBy: blocksOfRater * Self.peopleInBlock)
    return (person, rater, competence)
  }
}

/// The latest ratings of everybody, in blocks that are made when a rating of theirs is read: a kind of rater who rates nobody
/// takes no memory.
struct RatingCells: Sendable {
  let places: RatingPlaces
  /// Blocks of cells; empty where there is no rating.
  private var blocks: [[RatingCell]]

  init(_ places: RatingPlaces) {
    self.places = places
    blocks = Array(repeating: [], count: RaterKind.allCases.count * places.blocksOfRater)
  }

  /// A cell by its number.
  subscript(cell: Int) -> RatingCell {
    let (number, place) = cell.quotientAndRemainder(dividingBy: places.blockSize)
    return blocks[number].isEmpty ? RatingCell() : blocks[number][place]
  }

  /// A rater's ratings of a person, a cell a competence.
  struct Row {
    /// The block that they are in; empty where there is no rating.
    fileprivate let block: [RatingCell]
    fileprivate let start: Int

    /// Whether there is surely no rating.
    var isEmpty: Bool { block.isEmpty }

    /// The rating of a competence.
    @inline(__always)
    subscript(competence: Int) -> RatingCell { block.isEmpty ? RatingCell() : block[start &+ competence] }
  }

  /// What a kind of rater says of a person.
  @inline(__always)
  func row(_ person: Int, _ rater: RaterKind) -> Row {
    Row(
      block: blocks[rater.position &* places.blocksOfRater &+ person / RatingPlaces.peopleInBlock],
      start: person % RatingPlaces.peopleInBlock &* places.competences)
  }

  /// Calls `body` with the block of a cell, to change it, and the number of the block's first cell.
  @inline(__always)
  mutating func withBlock(of cell: Int, _ body: (inout MutableSpan<RatingCell>, Int) -> Void) {
    let number = cell / places.blockSize
    // Taken out, so that nobody else holds its memory while it is changed.
    var block: [RatingCell] = []
    swap(&block, &blocks[number])
    if block.isEmpty { block = Array(repeating: RatingCell(), count: places.blockSize) }
    change(&block, number * places.blockSize, body)
    swap(&block, &blocks[number])
  }

  @inline(__always)
  private func change(_ block: inout [RatingCell], _ first: Int, _ body: (inout MutableSpan<RatingCell>, Int) -> Void) {
    var cells = block.mutableSpan
    body(&cells, first)
  }
}

/// One rating as it is kept.
struct RatingCell: Sendable {
  /// No rating.
  static let none: UInt8 = 255
  /// Not needed.
  static let notNeeded: UInt8 = 254
  /// Ratings of one day that disagree.
  static let conflicting: UInt8 = 253

  /// The row's line in its file.
  var line: UInt32 = 0
  /// The day's number.
  var day: UInt16 = 0
  /// The position of a level, or why there is none.
  var level: UInt8 = RatingCell.none
  /// The file's number; the highest bit is set where ratings of the day disagree.
  var file: UInt8 = 0

  static let disagrees: UInt8 = 0x80

  /// What counts.
  var code: UInt8 { file & Self.disagrees == 0 ? level : Self.conflicting }
}
