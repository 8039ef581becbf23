/// What Cronbach's alpha needs of a subject's questions: each answer in whole steps of a common size, so that sums over
/// people are exact whatever their order.
///
/// The step and where it starts make no difference to alpha or to correlations, which are ratios.
struct ItemSums: Sendable {
  /// For each item and each ``AnswerPlace``, the answer's score in steps, from 0; nil for an answer without one.
  let steps: [[Int?]]

  /// The largest sum of one person's steps, and more.
  static let limit = 1 << 19

  /// Nil for fewer than two items, for open ones, and for scores too fine to be added up exactly for a thousand million
  /// people.
  init?(_ items: [BoundItem]) {
    guard items.count > 1 else { return nil }
    var unit = 1.0
    var tables: [[Int?]]?
    // Whole scores, then tenths, down to millionths.
    for _ in 0...6 {
      tables = Self.tables(items, unit: unit)
      if tables != nil { break }
      unit *= 10
    }
    guard let tables else { return nil }
    let largest = tables.joined().compactMap { $0 }.max() ?? 0
    guard largest < Self.limit / items.count, largest * largest * items.count <= 1 << 33 else { return nil }
    steps = tables
  }

  /// Each item's scores in whole `1 / unit`s, from the item's least; nil where one is not whole.
  private static func tables(_ items: [BoundItem], unit: Double) -> [[Int?]]? {
    var tables: [[Int?]] = []
    for item in items {
      guard case .closed = item.question.answers else { return nil }
      let scores = item.answers.map { $0.status == .answered ? $0.score : nil }
      guard let least = scores.compactMap({ $0 }).min() else { return nil }
      var table: [Int?] = []
      for score in scores {
        guard let score else {
          table.append(nil)
          continue
        }
        // From the least, so that a large common part does not hide a fraction.
        let steps = (score - least) * unit
        guard steps < 1e12, (steps - steps.rounded()).magnitude <= 1e-6 else { return nil }
        table.append(Int(steps.rounded()))
      }
      tables.append(table)
    }
    return tables
  }
}
