import DigitalMaturity

/// The people who are counted on either of two days, in cells whose values are named by ids, which both days share.
struct PairedPeople {
  /// Somebody on one of the days.
  struct Place {
    /// The position in the day's list of people.
    var person: Int
    /// The position in ``PairedPeople/cells``.
    var cell: Int
  }

  /// Somebody on both days, or on one of them alone.
  struct Pair {
    var before: Place?
    var now: Place?
  }

  /// The cells of either day: for each its values' ids.
  private(set) var cells: [[String]] = []
  /// The people: those of the later day first.
  private(set) var pairs: [Pair] = []

  init(_ now: SkillsScores, _ cellsNow: SkillsCells, _ earlier: SkillsScores, _ earlierCells: SkillsCells) {
    var places: [[String]: Int] = [:]
    var all: [[String]] = []
    /// For each cell of a day its place among those of both.
    func named(_ cells: SkillsCells) -> [Int] {
      cells.cells.map { cell in
        let ids = SkillsCells.own.map { cells.values[$0][cell[$0]].id }
        let place = places[ids] ?? all.count
        if place == all.count {
          places[ids] = place
          all.append(ids)
        }
        return place
      }
    }
    let (placesNow, placesBefore) = (named(cellsNow), named(earlierCells))
    cells = all
    var counted: [Int: Place] = [:]
    for (index, person) in earlier.counted.enumerated() {
      counted[person] = Place(person: person, cell: placesBefore[earlierCells.cellOf[index]])
    }
    pairs.reserveCapacity(now.counted.count)
    for (index, person) in now.counted.enumerated() {
      let before = earlier.ratings.staff.position(of: now.ratings.staff.people[person].code)
        .flatMap { counted.removeValue(forKey: $0) }
      pairs.append(Pair(before: before, now: Place(person: person, cell: placesNow[cellsNow.cellOf[index]])))
    }
    for person in earlier.counted {
      if let left = counted[person] { pairs.append(Pair(before: left, now: nil)) }
    }
  }
}
