import DigitalMaturity

/// Several choices in one cell of a form: labels with a separator between them, and perhaps after the last.
///
/// A label may have the separator in it: the longest run of parts that is a label is taken as one.
struct FormChoices: Sendable {
  /// Positions by label, folded; nil where two options have it.
  private var positions: [String: Int?] = [:]
  private let labels: [String]

  init(_ options: [AnswerOption]) {
    let keys = AnswerOption.keys(of: options)
    labels = options.flatMap(\.label.all)
    for (index, option) in options.enumerated() {
      for text in [option.id.rawValue] + option.label.all { add(text, index) }
    }
    for (index, key) in keys.enumerated() where positions[LooseText.folded(key)] == nil { add(key, index) }
  }

  private mutating func add(_ text: String, _ index: Int) {
    let folded = LooseText.folded(text)
    guard !folded.isEmpty else { return }
    if let known = positions[folded], known != index {
      positions[folded] = .some(nil)
    } else {
      positions[folded] = index
    }
  }

  /// The position of the option that a text is; nil where it is none, or could be two.
  func position(of text: String) -> Int? { positions[LooseText.folded(text)] ?? nil }

  /// The positions of the options that a cell names, in its order; nil where a part is none of them.
  /// O(parts · separators in a label).
  /// - Parameter separator: What stands between choices, such as `;` or `, `.
  func positions(in cell: String, separator: String) -> [Int]? {
    guard cell.utf8.count <= 65_536, let mark = separator.first(where: { $0 != " " }) else { return nil }
    let parts = cell.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    let most = 1 + (labels.map { label in label.count { $0 == mark } }.max() ?? 0)
    var found: [Int] = []
    var at = 0
    while at < parts.count {
      if LooseText.folded(parts[at]).isEmpty {
        at += 1
        continue
      }
      let longest = (1...min(most, parts.count - at)).reversed().lazy.compactMap { count -> (Int, Int)? in
        let text = parts[at..<at + count].joined(separator: String(mark))
        return (positions[LooseText.folded(text)] ?? nil).map { ($0, count) }
      }.first
      guard let (position, count) = longest else { return nil }
      found.append(position)
      at += count
    }
    return found.isEmpty ? nil : found
  }
}
