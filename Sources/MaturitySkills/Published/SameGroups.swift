/// Which groups of two days stand for the same people when they are put together: those that somebody was in on one day and
/// is in on the other, and so on.
struct SameGroups {
  private var parents: [String: String] = [:]

  /// Puts together what one group of people, or some of it, is called on each day.
  mutating func join(_ one: String, _ other: String) {
    let (first, second) = (first(of: one), first(of: other))
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  /// What the groups that belong with one are called together: the first of their names.
  func first(of name: String) -> String {
    var name = name
    while let parent = parents[name] { name = parent }
    return name
  }
}
