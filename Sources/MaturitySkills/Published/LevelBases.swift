import DigitalMaturity

/// Whether a person's levels rest on the same ratings on two days.
///
/// Who was rated, and when, is known in a council; how they were rated is not. Whose levels rest on the same ratings is known
/// to stand as before, so that the totals of both days tell of the others alone.
struct LevelBases {
  private let now: SkillsScores
  private let earlier: SkillsScores
  /// Whether the days are scored alike.
  private let isAlike: Bool

  init(_ now: SkillsScores, _ earlier: SkillsScores) {
    self.now = now
    self.earlier = earlier
    isAlike = now.raters == earlier.raters
  }

  /// In which figures somebody who is there on both days may stand otherwise: all literacies together, then each.
  func differ(before: Int, now person: Int) -> [Bool] {
    let literacies = now.scorer.literacies.indices
    let roles = now.ratings.staff.roleSets[now.ratings.staff.people[person].roleSet]
    guard isAlike, roles == earlier.ratings.staff.roleSets[earlier.ratings.staff.people[before].roleSet] else {
      return Array(repeating: true, count: literacies.count + 1)
    }
    let asked = now.requirements(of: person).literacies
    let each = literacies.map { literacy in
      asked[literacy].competences.contains { now.basis(of: person, in: $0) != earlier.basis(of: before, in: $0) }
    }
    return [each.contains(true)] + each
  }
}

extension SkillsScores {
  /// What a person's level in a competence rests on: of each rater who has a say, the day and what was said.
  fileprivate func basis(of person: Int, in competence: Int) -> SIMD3<UInt32> {
    var basis = SIMD3<UInt32>(repeating: .max)
    let oldest = UInt16(clamping: validFrom?.number ?? 0)
    for (place, rater) in [RaterKind.manager, .own, .peer].enumerated() {
      let rating = ratings.cells.row(person, rater)[competence]
      if rating.level == RatingCell.none { continue }
      if rating.day < oldest {
        // Out of date, whatever it says.
        basis[place] = .max - 1
        continue
      }
      basis[place] = UInt32(rating.day) << 8 | UInt32(rating.code)
      // Whoever comes first has the word.
      if raters == .managerOverSelf { break }
    }
    return basis
  }
}
