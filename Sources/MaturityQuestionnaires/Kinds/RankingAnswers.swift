public import DigitalMaturity

/// How rankings are read and scored.
public struct RankingAnswers: OptionAnswerKind {
  /// What places score.
  public struct Scoring: Sendable, Hashable {
    /// The options whose places count; of several, the mean.
    public var options: [Identifier<AnswerOption>]
    /// The score of the first place, the second and so on; the last also of all later ones and of being left out.
    public var places: [Double]

    /// Makes a way of scoring.
    public init(of options: [Identifier<AnswerOption>], places: [Double]) {
      self.options = options
      self.places = places
    }
  }

  /// The most options there may be: four bits each of a word.
  public static let limit = 16

  /// The options, in the order of the form.
  public let options: [AnswerOption]
  /// The most options that may be ranked; nil for all of them.
  public let atMost: Int?
  /// What places score; nil for answers without a score.
  public let scoring: Scoring?

  /// The positions of the options whose places count.
  private let scored: [Int]
  private let cells: OptionCells

  /// Makes the answers of a question that asks for an order.
  public init(options: [AnswerOption], atMost: Int? = nil, scoring: Scoring? = nil) {
    self.options = options
    self.atMost = atMost
    self.scoring = scoring
    scored = (scoring?.options ?? []).compactMap { id in options.firstIndex { $0.id == id } }
    cells = OptionCells(options)
  }

  // MARK: Answers

  /// People put options in order.
  public var isRanked: Bool { true }

  /// The most options that may be ranked.
  public var most: Int { min(atMost ?? options.count, options.count) }

  /// What belongs in the cell.
  public var expectation: String { expectation(in: .english) }

  /// What belongs in the cell, in the words of a language.
  public func expectation(in words: MessageCatalogue) -> String {
    most < options.count ? words.text(KindMessage.firstInOrder, ["most": most]) : words.text(KindMessage.optionsInOrder)
  }

  /// The options that a cell names in order, packed: four bits each with its place.
  public func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    let separator = cells.separator(of: cell)
    var ranking: UInt64 = 0
    var ranked: UInt64 = 0
    var at = 0
    while true {
      switch cells.next(in: cell, separator, at: &at) {
      case .option(let option):
        guard Self.put(option, into: &ranking, &ranked) else { return nil }
      case .unknown: return nil
      case .end: return ranked != 0 && ranked.nonzeroBitCount <= most ? .word(ranking) : nil
      }
    }
  }

  /// The options at these positions in order, packed: four bits each with its place.
  public func encode(_ options: [Int]) -> OpenAnswer? {
    var ranking: UInt64 = 0
    var ranked: UInt64 = 0
    for option in options {
      guard self.options.indices.contains(option), Self.put(option, into: &ranking, &ranked) else { return nil }
    }
    return ranked != 0 && ranked.nonzeroBitCount <= most ? .word(ranking) : nil
  }

  /// Gives an option the next place. The sixteenth has no room, and needs none: it is what is left.
  /// - Returns: False for one that has a place.
  private static func put(_ option: Int, into ranking: inout UInt64, _ ranked: inout UInt64) -> Bool {
    guard option < limit, ranked & 1 << UInt64(option) == 0 else { return false }
    ranked |= 1 << UInt64(option)
    ranking |= UInt64(ranked.nonzeroBitCount & 15) << UInt64(4 * option)
    return true
  }

  /// The place of an option, from 1; nil for one that is left out, and for the sixteenth, which is last anyhow.
  public func place(of option: Int, in answer: UInt64) -> Int? {
    guard (0..<Self.limit).contains(option) else { return nil }
    let place = Int(answer >> UInt64(4 * option) & 15)
    return place == 0 ? nil : place
  }

  /// Names what is wrong: a part that is no option, one that stands twice, or too many of them.
  public func mismatch(of cell: Span<UInt8>) -> String {
    if let mismatch = cells.mismatch(of: cell, known: options.map(\.id.rawValue)) { return mismatch }
    let positions = cells.positions(in: cell) ?? []
    var met: Set<Int> = []
    if let twice = positions.first(where: { !met.insert($0).inserted }) {
      return "ranks “\(options[twice].id)” twice; it counts as blank"
    }
    if positions.count > most {
      return "ranks \(positions.count) options, and at most \(most) may be ranked; it counts as blank"
    }
    return "is not \(expectation); it counts as blank"
  }

  // MARK: Scores

  /// The lowest and highest score of a place.
  public var range: ClosedRange<Double>? {
    guard let places = scoring?.places.filter(\.isFinite), !scored.isEmpty, let low = places.min(),
      let high = places.max()
    else { return nil }
    return low...high
  }

  /// The scores of the places, where an answer scores one of them and not the mean of several.
  public var points: [Double] { range != nil && scored.count == 1 ? scoring?.places.filter(\.isFinite) ?? [] : [] }

  /// What places score, and whose.
  public var method: String {
    guard let scoring, range != nil else { return "" }
    let places = scoring.places.map { DecimalText.exact($0) }.joined(separator: ", ")
    let names = scored.map { "“\(options[$0].id)”" }.joined(separator: ", ")
    let what = scored.count > 1 ? "the mean over the places of \(names)" : "by the place of \(names)"
    return "An answer scores \(what): \(places) from the first place on, the last also for being left out."
  }

  /// The mean score of the places of the options that count.
  public func score(_ answer: OpenAnswer) -> Double? {
    guard case .word(let ranking) = answer, let places = scoring?.places, let last = places.last, !scored.isEmpty else {
      return nil
    }
    var sum = 0.0
    for option in scored {
      let place = place(of: option, in: ranking) ?? places.count
      sum += place <= places.count ? places[place - 1] : last
    }
    return sum / Double(scored.count)
  }

  // MARK: Checks

  /// What is wrong with the settings.
  public var problems: [String] { findings.map(\.message) }

  /// What is wrong, with the key it is about, and the one inside that.
  var findings: [(key: String, inner: String?, code: Diagnostic.Code, message: String)] {
    var findings: [(key: String, inner: String?, code: Diagnostic.Code, message: String)] = []
    if options.count > Self.limit {
      findings.append(
        ("options", nil, .limit, "at most \(Self.limit) options can be ranked; this question has \(options.count)"))
    } else if options.count == 1 {
      findings.append(("options", nil, .invalidValue, "one option alone has no order; add another"))
    }
    if let atMost, !(1...max(options.count, 1)).contains(atMost) {
      findings.append(
        ("at-most", nil, .invalidValue, "from 1 to \(options.count) options can be ranked here, not at most \(atMost)"))
    }
    if let scoring {
      for id in scoring.options where !options.contains(where: { $0.id == id }) {
        let hint = NearestName.hint(id.rawValue, in: options.map(\.id.rawValue))
        findings.append(("score", "of", .unknownReference, "“of” names options; there is no “\(id)”\(hint)"))
      }
      if Set(scoring.options).count < scoring.options.count {
        findings.append(("score", "of", .duplicateID, "an option stands twice in this list; take one out"))
      }
      if scoring.places.count > options.count {
        findings.append(
          ("score", "places", .invalidValue, "there are \(options.count) places to score, not \(scoring.places.count)"))
      }
      if scoring.places.contains(where: { !(abs($0) <= 1e12) }) {
        findings.append(("score", "places", .invalidValue, "a score lies between -1e12 and 1e12; write a smaller one"))
      }
      if scoring.options.isEmpty || scoring.places.isEmpty {
        findings.append(
          (
            "score", nil, .missingKey,
            "name at least one option under “of”, and the score of at least one place under “places”"
          ))
      }
    }
    if options.contains(where: { $0.score != nil }) {
      findings.append(
        (
          "options", nil, .invalidValue,
          "options of a ranking have no scores of their own; give places scores under “score”"
        ))
    }
    return findings
  }
}
