import DigitalMaturity

/// Numbers, marks and ids as every language writes them; ``ReportWords`` has what differs.
enum NumberWords {
  /// What stands for a score that does not exist.
  static let none = "–"
  /// What stands for a figure that is withheld.
  static let withheld = "[c]"

  /// A number as its author wrote it: `4`, `3.5`.
  static func exact(_ number: Double) -> String {
    var output = ByteOutput()
    output.write(exact: number)
    return output.text
  }

  /// How many decimals a number has as its author wrote it.
  static func decimals(of number: Double) -> Int {
    let parts = exact(number).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 ? min(parts[1].count, 15) : 0
  }

  /// Whether a score is below its target, compared unrounded.
  static func isBelowTarget(_ score: SubjectScore) -> Bool { score.gap.map { $0 > 1e-9 } ?? false }

  /// Text with a capital letter in front.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + String(text.dropFirst()) }

  /// An id as words: `elected-members` is `elected members`.
  static func words(ofID id: String) -> String { String(id.map { $0 == "-" ? " " : $0 }) }
}

/// English alone, for pages whose words are not in the catalogue yet.
extension NumberWords {
  private static let english = ReportWords(catalogue: .english)

  /// A figure, or the dash or the marker.
  static func figure(_ figure: Figure<Double>, decimals: Int) -> String { english.figure(figure, decimals: decimals) }

  /// A share of 0 to 1 in whole percent, with a space that does not break.
  static func percent(_ share: Double) -> String { english.percent(share) }

  /// A share in whole percent, or the dash or the marker.
  static func percent(_ share: Figure<Double>) -> String { english.percent(share) }

  /// A count: `one` to `nine`, then figures.
  static func count(_ count: Int) -> String { english.text(.spelled, ["count": count]) }

  /// A count with its noun: `1 person`, `104 people`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// What a score is made of: `one question`, `3 areas`.
  static func basis(_ provenance: Provenance) -> String { english.basis(provenance).plain }

  /// A timeframe in words: `January to March 2027`.
  static func timeframe(_ timeframe: Timeframe) -> String { english.timeframe(timeframe).plain }
}

extension Phrase {
  /// Phrases with commas between them and a last word, “and” or “or”, before the last, in English.
  static func list(_ phrases: [Phrase], last: String = "and") -> Phrase {
    let english = ReportWords(catalogue: .english)
    return last == "or" ? english.listOr(phrases) : english.list(phrases)
  }
}
