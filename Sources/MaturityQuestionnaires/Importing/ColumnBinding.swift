import DigitalMaturity

/// The columns of one table, each with the question it asks: the map's word first, then codes, then texts.
struct ColumnBinding {
  /// What each column is; nil for one that is no question.
  private(set) var targets: [ColumnTarget?]
  private(set) var outcomes: [ImportedColumn.Outcome]
  /// The places of the map's entries that named a column of this table.
  private(set) var used: Set<Int> = []
  private let layout: FormLayout
  private let matcher: ColumnMatcher
  private var owners: [ColumnTarget: Int] = [:]

  /// - Parameter hasHints: Whether columns that are no question are told which they are most like.
  init(
    _ layout: FormLayout, _ matcher: ColumnMatcher, _ map: ColumnMap, keepsDetails: Bool, hasHints: Bool = true
  ) {
    self.layout = layout
    self.matcher = matcher
    targets = Array(repeating: nil, count: layout.columns.count)
    outcomes = layout.columns.map { column in
      switch column.role {
      case .question: column.title.isEmpty ? .unused : .unmapped(nearest: nil)
      case .response: .response
      case .detail(let detail): .detail(detail, isKept: keepsDetails)
      case .unused: .unused
      }
    }
    var open = bindMap(map)
    open = bindOptions(open)
    open = bindCodes(open, exactly: true)
    open = bindCodes(open, exactly: false)
    bindTexts(open)
    let unmapped = open.filter { outcomes[$0] == .unmapped(nearest: nil) }
    guard hasHints, !unmapped.isEmpty else { return }
    let nearest = matcher.nearest
    for index in unmapped {
      let option = matcher.option(of: layout.columns[index].title).map { matcher.options.name(nil, of: $0.question) }
      outcomes[index] = .unmapped(nearest: option ?? nearest.find(layout.columns[index].texts))
    }
  }

  private mutating func bind(_ index: Int, _ target: ColumnTarget, _ match: ImportedColumn.Match) {
    let id = matcher.name(of: target)
    if let owner = owners[target] ?? ownerOfOther(target) {
      outcomes[index] = .repeated(id, of: owner + 1)
    } else {
      owners[target] = index
      targets[index] = target
      outcomes[index] = .mapped(id, by: match)
    }
  }

  /// The first column of the options of a question that another column would be, or the column that has all of them.
  private func ownerOfOther(_ target: ColumnTarget) -> Int? {
    switch target {
    case .question(let question):
      targets.indices.first { if case .option(_, of: question)? = targets[$0] { true } else { false } }
    case .option(_, of: let question): owners[.question(question)]
    case .attribute, .respondent, .rater, .date: nil
    }
  }

  /// Binds columns of single options; returns the others.
  private mutating func bindOptions(_ open: [Int]) -> [Int] {
    open.filter { index in
      guard let found = matcher.option(of: layout.columns[index].title), let mark = found.mark else { return true }
      bind(index, .option(mark, of: found.question), found.match)
      return false
    }
  }

  /// Binds what the map names; returns the columns of questions that it does not.
  private mutating func bindMap(_ map: ColumnMap) -> [Int] {
    let titles = layout.columns.map { LooseText.folded($0.title) }
    var named: Set<Int> = []
    for (number, entry) in map.entries.enumerated() {
      let folded = LooseText.folded(entry.column)
      var columns = titles.indices.filter { titles[$0] == folded }
      if columns.isEmpty, let column = Int(folded), titles.indices.contains(column - 1) { columns = [column - 1] }
      for column in columns where named.insert(column).inserted {
        used.insert(number)
        guard let target = entry.target else {
          outcomes[column] = .unused
          continue
        }
        if let target = matcher.target(named: target) { bind(column, target, .map) }
      }
    }
    return layout.columns.indices.filter { !named.contains($0) && isQuestion($0) }
  }

  /// Whether a column may be a question: one that is called by an id is, whatever the product makes of the name.
  private func isQuestion(_ index: Int) -> Bool {
    let column = layout.columns[index]
    if column.role == .question { return !column.texts.allSatisfy { LooseText.folded($0).isEmpty } }
    guard case .detail = column.role else { return false }
    return matcher.target(named: LooseText.folded(column.title)) != nil
  }

  private mutating func bindCodes(_ open: [Int], exactly: Bool) -> [Int] {
    open.filter { index in
      guard let target = matcher.code(in: layout.columns[index].texts, exactly: exactly) else { return true }
      bind(index, target, .code)
      return false
    }
  }

  /// Binds columns by their texts. Where several questions have one text, as many columns are they, in order.
  private mutating func bindTexts(_ open: [Int]) {
    var groups: [String: (targets: [ColumnTarget], columns: [(index: Int, number: Int)])] = [:]
    for index in open {
      guard let match = matcher.text(of: layout.columns[index]) else { continue }
      groups[match.key, default: (match.targets, [])].columns.append((index, match.number))
    }
    for group in groups.values.sorted(by: { $0.columns[0].index < $1.columns[0].index }) {
      let targets = group.targets.filter { owners[$0] == nil }
      let columns = group.columns.sorted { ($0.number, $0.index) < ($1.number, $1.index) }
      if targets.count == columns.count || group.targets.count == 1 {
        for (position, column) in columns.enumerated() {
          bind(column.index, targets.indices.contains(position) ? targets[position] : group.targets[0], .text)
        }
      } else {
        for column in columns { outcomes[column.index] = .ambiguous(group.targets.compactMap { matcher.names[$0] }) }
      }
    }
  }
}
