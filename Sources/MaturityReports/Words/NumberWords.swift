import DigitalMaturity

/// Numbers in the words of a report. Each is rounded here, once.
enum NumberWords {
  /// What stands for a score that does not exist.
  static let none = "–"
  /// What stands for a figure that is withheld.
  static let withheld = "[c]"

  /// A figure, or the dash or the marker.
  static func figure(_ figure: Figure<Double>, decimals: Int) -> String {
    switch figure {
    case .value(let value): DecimalText.rounded(value, decimals: decimals)
    case .undefined(let reason): reason.code == .withheld ? withheld : none
    }
  }

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

  /// A share of 0 to 1 in whole percent, with a space that does not break.
  static func percent(_ share: Double) -> String { DecimalText.rounded(share * 100, decimals: 0) + "\u{A0}%" }

  /// A share in whole percent, or the dash or the marker.
  static func percent(_ share: Figure<Double>) -> String {
    switch share {
    case .value(let value): percent(value)
    case .undefined(let reason): reason.code == .withheld ? withheld : none
    }
  }

  /// Whether a score is below its target, compared unrounded.
  static func isBelowTarget(_ score: SubjectScore) -> Bool { score.gap.map { $0 > 1e-9 } ?? false }

  /// A count: `one` to `nine`, then figures.
  static func count(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  /// What a score is made of: `one question`, `3 areas`.
  static func basis(_ provenance: Provenance) -> String {
    let (one, many) = provenance.source == .areas ? ("one area", "areas") : ("one question", "questions")
    return provenance.items.count == 1 ? one : "\(provenance.items.count) \(many)"
  }

  /// A count with its noun: `1 person`, `104 people`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// Text with a capital letter in front.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// An id as words: `elected-members` is `elected members`.
  static func words(ofID id: String) -> String { String(id.map { $0 == "-" ? " " : $0 }) }

  /// A timeframe in words: `January to March 2027`.
  static func timeframe(_ timeframe: Timeframe) -> String {
    let (from, to) = (timeframe.from, timeframe.to)
    if from == to { return "\(month(from)) \(from.year)" }
    return from.year == to.year
      ? "\(month(from)) to \(month(to)) \(to.year)" : "\(month(from)) \(from.year) to \(month(to)) \(to.year)"
  }

  private static func month(_ month: Month) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names.indices.contains(month.month - 1) ? names[month.month - 1] : month.description
  }
}
