/// Finds the known name that a misspelt one probably means.
public enum NearestName {
  /// The known name nearest to `name`: at most a third of its letters away, by insertions, deletions, substitutions
  /// and swaps of neighbours. O(known × length²); names over 64 bytes are not compared.
  public static func of(_ name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8.map(lowercase))
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let most = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.utf8.map(lowercase))
      guard letters.count <= 64, abs(letters.count - wanted.count) <= most else { continue }
      let distance = distance(wanted, letters)
      if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// `; did you mean “name”?` or, with none near and few known, `; known here: a, b, c`.
  public static func hint(_ name: String, in known: [String]) -> String {
    let nearest = nearest(name, in: known)
    if !nearest.isEmpty || known.isEmpty { return nearest }
    let shown = known.prefix(12).joined(separator: ", ")
    return "; known here: \(shown)\(known.count > 12 ? ", …" : "")"
  }

  /// `; did you mean “name”?`, or nothing with none near.
  public static func nearest(_ name: String, in known: [String]) -> String {
    of(name, in: known).map { "; did you mean “\($0)”?" } ?? ""
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
  }

  /// Optimal string alignment distance (Damerau 1964, restricted to neighbours).
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let cost = first[row - 1] == second[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
