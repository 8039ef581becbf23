public import DigitalMaturity

/// How several choices are read and scored.
public struct ChoicesAnswers: OptionAnswerKind {
  /// How the scores of chosen options are put together.
  public enum Scoring: String, Sendable, Hashable, CaseIterable {
    /// Their sum.
    case sum
    /// Their mean.
    case mean
    /// How many are chosen; their own scores do not matter.
    case count
    /// The highest of them.
    case highest
  }

  /// The most options there may be: a bit each of a word.
  public static let limit = 64

  /// The options, in the order of the form.
  public let options: [AnswerOption]
  /// The option that goes with no other.
  public let none: Identifier<AnswerOption>?
  /// The most options that may be chosen; nil for all of them.
  public let atMost: Int?
  /// How the scores of chosen options are put together; nil for answers without a score.
  public let scoring: Scoring?
  /// What sums, means, counts or highest scores count as; empty for themselves.
  public let bands: [ScoreBand]
  /// The position of the option that goes with no other.
  public let exclusive: Int?
  /// The lowest and highest score; nil without scores.
  public private(set) var range: ClosedRange<Double>?

  private let scores: [Double?]
  private let cells: OptionCells

  /// Makes the answers of a question with several choices.
  public init(
    options: [AnswerOption], none: Identifier<AnswerOption>? = nil, atMost: Int? = nil, scoring: Scoring? = nil,
    bands: [ScoreBand] = []
  ) {
    self.options = options
    self.none = none
    self.atMost = atMost
    self.scoring = scoring
    self.bands = bands
    exclusive = none.flatMap { none in options.firstIndex { $0.id == none } }
    scores = options.map(\.score)
    cells = OptionCells(options)
    let own = ownRange
    range = own == nil ? nil : bands.range ?? own
  }

  // MARK: Answers

  /// People choose.
  public var isRanked: Bool { false }

  /// The most options that may be chosen.
  public var most: Int { min(atMost ?? countable, countable) }

  /// The options but the one that goes with no other.
  private var countable: Int { max(options.count - (exclusive == nil ? 0 : 1), 1) }

  /// What belongs in the cell.
  public var expectation: String { expectation(in: .english) }

  /// What belongs in the cell, in the words of a language.
  public func expectation(in words: MessageCatalogue) -> String {
    most < countable ? words.text(KindMessage.optionsAtMost, ["most": most]) : words.text(KindMessage.someOptions)
  }

  /// The options that a cell names, packed: a bit each.
  public func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    let separator = cells.separator(of: cell)
    var chosen: UInt64 = 0
    var at = 0
    while true {
      switch cells.next(in: cell, separator, at: &at) {
      case .option(let option) where option < Self.limit: chosen |= 1 << UInt64(option)
      case .option, .unknown: return nil
      case .end: return wrong(chosen) == nil ? .word(chosen) : nil
      }
    }
  }

  /// The options at these positions, packed: a bit each.
  public func encode(_ options: [Int]) -> OpenAnswer? {
    var chosen: UInt64 = 0
    for option in options {
      guard self.options.indices.contains(option), option < Self.limit else { return nil }
      chosen |= 1 << UInt64(option)
    }
    return wrong(chosen) == nil ? .word(chosen) : nil
  }

  /// 1 for an option that is chosen.
  public func place(of option: Int, in answer: UInt64) -> Int? {
    (0..<Self.limit).contains(option) && answer & 1 << UInt64(option) != 0 ? 1 : nil
  }

  /// Names what is wrong: a part that is no option, too many of them, or “none” together with others.
  public func mismatch(of cell: Span<UInt8>) -> String {
    if let mismatch = cells.mismatch(of: cell, known: options.map(\.id.rawValue)) { return mismatch }
    var chosen: UInt64 = 0
    for option in cells.positions(in: cell) ?? [] where option < Self.limit { chosen |= 1 << UInt64(option) }
    return "\(wrong(chosen) ?? "is not \(expectation)"); it counts as blank"
  }

  /// What is wrong with a choice; nil when nothing is.
  private func wrong(_ chosen: UInt64) -> String? {
    if chosen == 0 { return "names no option" }
    if let exclusive, let none, chosen != 1 << UInt64(exclusive), place(of: exclusive, in: chosen) != nil {
      return "chooses “\(none)”, which goes with no other option"
    }
    if chosen.nonzeroBitCount > most {
      return "chooses \(chosen.nonzeroBitCount) options, and at most \(most) may be chosen"
    }
    return nil
  }

  // MARK: Scores

  /// The score of the chosen options.
  public func score(_ answer: OpenAnswer) -> Double? {
    guard case .word(let chosen) = answer, chosen != 0, range != nil, let score = ownScore(chosen) else { return nil }
    return bands.isEmpty ? score : bands.score(score)
  }

  /// The scores of the bands; without any, the counts or the options' scores where an answer scores one of those.
  public var points: [Double] {
    guard range != nil, let scoring else { return [] }
    if !bands.isEmpty { return bands.points }
    let none = noneScore(scoring).map { [$0] } ?? []
    switch scoring {
    case .count: return none + (1...max(most, 1)).map(Double.init)
    case .highest: return none + scores.compactMap(\.self).filter(\.isFinite)
    case .sum, .mean: return []
    }
  }

  /// The score before bands.
  private func ownScore(_ chosen: UInt64) -> Double? {
    guard let scoring else { return nil }
    if let exclusive, place(of: exclusive, in: chosen) != nil { return noneScore(scoring) }
    if scoring == .count { return Double(chosen.nonzeroBitCount) }
    var (sum, highest, count) = (0.0, -Double.infinity, 0)
    for (option, score) in scores.enumerated() where place(of: option, in: chosen) != nil {
      guard let score else { return nil }
      sum += score
      highest = max(highest, score)
      count += 1
    }
    guard count > 0 else { return nil }
    return switch scoring {
    case .sum: sum
    case .mean: sum / Double(count)
    case .highest: highest
    case .count: Double(count)
    }
  }

  /// What “none” scores: its own score where it has one; else nothing chosen adds up to 0 and has no mean.
  private func noneScore(_ scoring: Scoring) -> Double? {
    guard let exclusive else { return nil }
    return switch scoring {
    case .count: 0
    case .sum: scores[exclusive] ?? 0
    case .mean, .highest: scores[exclusive]
    }
  }

  /// How the chosen options' scores are put together, and the bands.
  public var method: String {
    guard let scoring, range != nil else { return "" }
    let what =
      switch scoring {
      case .sum: "the sum of the chosen options' scores"
      case .mean: "the mean of the chosen options' scores"
      case .count: "the number of options chosen"
      case .highest: "the highest score of a chosen option"
      }
    return bands.isEmpty ? "An answer scores \(what)." : "An answer scores by bands of \(what): \(bands.words)."
  }

  /// The lowest and highest score before bands.
  private var ownRange: ClosedRange<Double>? {
    guard let scoring else { return nil }
    var ends: [Double] = []
    if let none = noneScore(scoring) { ends.append(none) }
    let own = scores.enumerated().filter { $0.offset != exclusive }.compactMap(\.element).filter(\.isFinite).sorted()
    switch scoring {
    case .count: if options.count > (exclusive == nil ? 0 : 1) { ends += [1, Double(most)] }
    case .mean, .highest: ends += own
    case .sum:
      // At least one is chosen, and no more than may be.
      if let low = own.first, let high = own.last {
        let (below, above) = (own.prefix(most).filter { $0 < 0 }, own.suffix(most).filter { $0 > 0 })
        ends += [below.isEmpty ? low : below.reduce(0, +), above.isEmpty ? high : above.reduce(0, +)]
      }
    }
    guard let low = ends.min(), let high = ends.max() else { return nil }
    return low...high
  }

  // MARK: Checks

  /// What is wrong with the settings.
  public var problems: [String] { findings.map(\.message) }

  /// What is wrong, with the key it is about, or the band.
  var findings: [(key: String, band: Int?, code: Diagnostic.Code, message: String)] {
    var findings: [(key: String, band: Int?, code: Diagnostic.Code, message: String)] = []
    func add(_ key: String, _ code: Diagnostic.Code, _ message: String) { findings.append((key, nil, code, message)) }
    if options.count > Self.limit {
      add(
        "options", .limit,
        "a question of kind “choices” has at most \(Self.limit) options; this one has \(options.count)")
    }
    if let none, exclusive == nil {
      let hint = NearestName.hint(none.rawValue, in: options.map(\.id.rawValue))
      add("none", .unknownReference, "“none” names one of the options; there is no “\(none)”\(hint)")
    }
    if let atMost, !(1...max(countable, 1)).contains(atMost) {
      add("at-most", .invalidValue, "from 1 to \(countable) options can be chosen here, not at most \(atMost)")
    }
    let others = options.enumerated().filter { $0.offset != exclusive }.map(\.element)
    switch scoring {
    case .sum, .mean, .highest:
      let missing = others.filter { $0.score == nil && !$0.id.rawValue.isEmpty }.map(\.id.rawValue)
      if !missing.isEmpty {
        add(
          "options", .missingKey,
          "with “score” every option that counts has a score; add one to \(missing.joined(separator: ", "))")
      }
    case .count where options.contains { $0.score != nil }:
      add(
        "score", .invalidValue,
        "a count looks at no option's score; take the scores out, or choose sum, mean or highest")
    case nil where options.contains { $0.score != nil }:
      add(
        "options", .missingKey,
        "options have scores, so say how those of several are put together: add “score” with sum, mean, count or highest"
      )
    case nil where !bands.isEmpty:
      add("bands", .missingKey, "bands need a score to look at: add “score” with sum, mean, count or highest")
    case .count, nil: break
    }
    if let own = ownRange {
      findings += bands.findings(from: own.lowerBound, to: own.upperBound).map {
        ("bands", $0.band, .invalidValue, $0.message)
      }
    }
    return findings
  }
}
