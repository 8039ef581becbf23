/// The order in which conditions of questions can be decided: each after the questions it looks at.
struct ShowOrder {
  /// Positions of questions with a condition, in an order in which they can be decided.
  let order: [Int]
  /// Positions of questions that wait for each other, or for one that does.
  let cyclic: [Int]

  /// O(questions + references).
  init(_ questions: [Question]) {
    let positions = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var waiting = Array(repeating: 0, count: questions.count)
    var dependents: [[Int]] = Array(repeating: [], count: questions.count)
    for (index, question) in questions.enumerated() {
      for reference in Set(question.showWhen?.questions ?? []) {
        guard let position = positions[reference] else { continue }
        waiting[index] += 1
        dependents[position].append(index)
      }
    }
    var ready = questions.indices.filter { waiting[$0] == 0 }
    var decided: [Int] = []
    while let next = ready.popLast() {
      decided.append(next)
      for dependent in dependents[next] {
        waiting[dependent] -= 1
        if waiting[dependent] == 0 { ready.append(dependent) }
      }
    }
    order = decided.filter { questions[$0].showWhen != nil }
    cyclic = questions.indices.filter { waiting[$0] > 0 }
  }
}
