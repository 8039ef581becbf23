/// Names of sheets that a workbook can have: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at either
/// end, not `History`, and no name twice, in capitals or not.
struct SheetNames {
  private var taken: Set<String> = ["history"]

  /// The name, changed as little as can be, and different from all before.
  mutating func unique(_ wanted: String) -> String {
    let base = Self.allowed(wanted)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " \(number)"
      name = Self.prefix(base, units: 31 - ending.utf8.count) + ending
      number += 1
    }
    return name
  }

  /// The name with what no sheet's name may hold replaced.
  static func allowed(_ wanted: String) -> String {
    var name = ""
    for scalar in wanted.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": name += "-"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": name += " "
      default: name.unicodeScalars.append(scalar)
      }
    }
    name = prefix(name, units: 31)
    func isOuter(_ character: Character) -> Bool { character == "'" || character == " " }
    while let first = name.first, isOuter(first) { name.removeFirst() }
    while let last = name.last, isOuter(last) { name.removeLast() }
    return name.isEmpty ? "Sheet" : name
  }

  /// As many whole characters from the start as fit.
  static func prefix(_ text: String, units: Int) -> String {
    var count = 0
    var end = text.startIndex
    while end < text.endIndex {
      count += text[end].utf16.count
      if count > units { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// The name as references write it, such as `'Scores by area'`.
  static func quoted(_ name: String) -> String { "'\(name.replacing("'", with: "''"))'" }
}
