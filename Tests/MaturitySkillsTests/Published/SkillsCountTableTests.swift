import Testing

@testable import MaturitySkills

@Suite("Counts of cells") struct SkillsCountTableTests {
  /// A cell in which every count is another number.
  private func row(_ first: Int32) -> SkillsCounts {
    var row = SkillsCounts(literacies: 2, competences: 3, learning: 1)
    row.people = Int(first)
    row.all.met = first + 1
    for literacy in 0..<2 {
      row.literacies[literacy].notMet = first + 2 + Int32(literacy)
      row.literacies[literacy].gaps.add(0.5)
      row.comparisons[literacy].add(Double(first) - 2, own: Double(first))
    }
    for competence in 0..<3 { row.competences[competence].outOfDate = first * 10 + Int32(competence) }
    row.learning[0].championsRated = first
    return row
  }

  @Test("add up to those of a group, whichever parts the cells are in") func sums() {
    let empty = SkillsCounts(literacies: 2, competences: 3, learning: 1)
    var (first, rest) = (SkillsCountTable.Part(cells: 2, like: empty), SkillsCountTable.Part(cells: 1, like: empty))
    first.append(row(1))
    first.append(row(2))
    rest.append(row(4))
    #expect(first.count == 2 && first.people == [1, 2] && rest.people == [4])
    let table = SkillsCountTable([first, rest])
    #expect((0..<3).map { table.place(of: $0).part } == [0, 0, 1])
    var group = empty
    table.add(0, to: &group)
    table.add(2, to: &group)
    #expect(group.people == 5 && group.all.met == 7)
    #expect(group.literacies.map(\.notMet) == [9, 11] && group.literacies[0].gaps.value == 1)
    #expect(group.comparisons[1].lower == 1 && group.comparisons[1].higher == 1 && group.comparisons[1].sum.value == 1)
    #expect(group.comparisons[1].own.value == 5)
    #expect(group.competences.map(\.outOfDate) == [50, 52, 54] && group.learning[0].championsRated == 5)
    group.removeAll()
    #expect(group.people == 0 && group.literacies == empty.literacies && group.learning == empty.learning)
  }
}
