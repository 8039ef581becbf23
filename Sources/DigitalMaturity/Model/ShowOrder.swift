/// The order in which conditions of questions can be decided: each after the questions it looks at.
struct ShowOrder {
  /// Positions of questions with a condition, in an order in which they can be decided.
  let order: [Int]
  /// Positions of questions that wait for each other, in circles or between them.
  let cyclic: [Int]

  /// O(questions + references).
  init(_ questions: [Question]) {
    let positions = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var waiting = Array(repeating: 0, count: questions.count)
    var dependents: [[Int]] = Array(repeating: [], count: questions.count)
    var references: [[Int]] = Array(repeating: [], count: questions.count)
    for (index, question) in questions.enumerated() {
      references[index] = Set(question.showWhen?.questions ?? []).compactMap { positions[$0] }
      waiting[index] = references[index].count
      for position in references[index] { dependents[position].append(index) }
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
    // What only waits for a circle is no part of one: take away, again and again, what nothing left waits for.
    var undecided = questions.indices.map { waiting[$0] > 0 }
    var waitedFor = questions.indices.map { index in dependents[index].count { undecided[$0] } }
    var loose = questions.indices.filter { undecided[$0] && waitedFor[$0] == 0 }
    while let next = loose.popLast() {
      undecided[next] = false
      for reference in references[next] where undecided[reference] {
        waitedFor[reference] -= 1
        if waitedFor[reference] == 0 { loose.append(reference) }
      }
    }
    cyclic = questions.indices.filter { undecided[$0] }
  }
}
