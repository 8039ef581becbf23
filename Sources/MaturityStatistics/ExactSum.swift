/// A sum of finite numbers without rounding, until it is asked for: the order of the terms never matters.
///
/// Holds the sum as parts that do not overlap (Shewchuk 1997, “Adaptive precision floating-point arithmetic”); usually
/// two or three parts. Exact while no part overflows, and while no product falls below 1e-290.
package struct ExactSum: Sendable {
  /// The parts, which add up to the sum.
  package private(set) var parts: [Double] = []

  /// No terms yet.
  package init() {}

  /// Adds a term.
  package mutating func add(_ term: Double) {
    var carried = term
    var kept = 0
    for index in parts.indices {
      let part = parts[index]
      let sum = carried + part
      let back = sum - carried
      let error = (carried - (sum - back)) + (part - back)
      if error != 0 {
        parts[kept] = error
        kept += 1
      }
      carried = sum
    }
    if carried != 0 {
      if kept < parts.count { parts[kept] = carried } else { parts.append(carried) }
      kept += 1
    }
    if kept < parts.count { parts.removeSubrange(kept...) }
  }

  /// Adds `a · b` with its rounding error.
  mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    add(product)
    let error = (-product).addingProduct(a, b)
    if error != 0 { add(error) }
  }

  /// The sum rounded to the nearest number, ties to even.
  package var value: Double {
    guard var sum = parts.last else { return 0 }
    var index = parts.count - 1
    var error = 0.0
    while index > 0, error == 0 {
      index -= 1
      let larger = sum
      sum = larger + parts[index]
      error = parts[index] - (sum - larger)
    }
    // A remainder of exactly half a step is decided by the next part.
    if index > 0, error != 0, (error < 0) == (parts[index - 1] < 0) {
      let twice = error * 2
      let moved = sum + twice
      if moved - sum == twice { sum = moved }
    }
    return sum
  }
}
