import Testing

@testable import MaturitySkills

@Suite("Cells of ratings") struct RatingCellsTests {
  @Test("each have a number, which says whose they are", arguments: [1, 1_024, 2_500]) func numbers(_ people: Int) {
    let places = RatingPlaces(people: people, competences: 3)
    var seen: Set<Int> = []
    for person in stride(from: 0, to: people, by: 7) {
      for rater in 0..<3 {
        for competence in 0..<3 {
          let cell = places.cell(person: person, rater: rater, competence: competence)
          let isNew = seen.insert(cell).inserted
          #expect((0..<places.count).contains(cell) && isNew)
          let parts = places.parts(of: cell)
          #expect([parts.person, parts.rater, parts.competence] == [person, rater, competence])
        }
      }
    }
  }

  @Test("are none until they are filled, whatever else is") func rows() {
    let places = RatingPlaces(people: 2_500, competences: 3)
    var cells = RatingCells(places)
    for (person, level) in [(0, 1), (1_023, 2), (1_024, 3), (2_499, 4)] as [(Int, UInt8)] {
      let cell = places.cell(person: person, rater: 1, competence: 2)
      cells.withBlock(of: cell) { block, first in block[cell - first].level = level }
      #expect(cells[cell].level == level && cells[cell - 1].level == RatingCell.none)
      let row = cells.row(person, .manager)
      #expect((0..<3).map { row[$0].level } == [255, 255, level])
      let none = cells.row(person, .own)
      #expect(none.isEmpty && none[2].level == RatingCell.none)
      #expect(cells[places.cell(person: person, rater: 2, competence: 0)].level == RatingCell.none)
    }
  }
}
