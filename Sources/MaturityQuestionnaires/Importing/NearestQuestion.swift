/// Finds the question whose text is most like another: by the groups of three letters that both have (Dice 1945, “Measures
/// of the Amount of Ecologic Association Between Species”, Ecology 26).
struct NearestQuestion: Sendable {
  private var ids: [String] = []
  /// How many groups each text has.
  private var sizes: [Int] = []
  /// The texts that have a group.
  private var owners: [UInt64: [Int]] = [:]

  /// - Parameter questions: The ids, each with its texts.
  init(_ questions: [(id: String, texts: [String])]) {
    for (id, texts) in questions {
      for text in texts {
        let groups = Self.groups(text)
        for group in groups { owners[group, default: []].append(ids.count) }
        ids.append(id)
        sizes.append(groups.count)
      }
    }
  }

  /// The id whose text shares at least a third of its groups with one of these; nil when none does. O(letters · texts).
  func find(_ texts: [String]) -> String? {
    var best: (id: String, likeness: Double)?
    for text in texts {
      let groups = Self.groups(text)
      var shared = Array(repeating: 0, count: ids.count)
      for group in groups { for owner in owners[group] ?? [] { shared[owner] += 1 } }
      for (index, count) in shared.enumerated() where count > 0 {
        let likeness = 2 * Double(count) / Double(groups.count + sizes[index])
        if likeness >= 1 / 3, likeness > best?.likeness ?? 0 { best = (ids[index], likeness) }
      }
    }
    return best?.id
  }

  /// The groups of three letters of a text's first 1,000, with a blank before and after it.
  private static func groups(_ text: String) -> Set<UInt64> {
    let letters = [32] + LooseText.folded(String(text.prefix(1_000))).unicodeScalars.map { UInt64($0.value) } + [32]
    guard letters.count > 2 else { return [] }
    return Set((2..<letters.count).map { letters[$0 - 2] << 42 | letters[$0 - 1] << 21 | letters[$0] })
  }
}
