public import DigitalMaturity

/// Made-up answers to a questionnaire, for trying things out before anybody has answered: nobody's opinion.
///
/// The same seed gives the same answers on every platform, and more people only add to those before them. Areas differ,
/// and so do the values of the first attribute and single people; some answers are blank or a status that the question
/// offers; what branching hides is not answered. Kinds of question that the library does not know stay blank. An attribute
/// all of whose values begin with the id of an earlier one's, as the service `care-at-home` does with the directorate
/// `care`, is a part of that: nobody is in a service of another directorate.
///
/// ```swift
/// let sheet = SyntheticResponses(questionnaire, seed: 1).sheet(people: 104)
/// let file = ResponseForm.csv(sheet, of: questionnaire)
/// ```
public struct SyntheticResponses: Sendable {
  private let questionnaire: Questionnaire
  private let questions: [Question]
  private let seed: UInt64
  /// How high each question is answered on average, in thousandths of its scale.
  private let tendencies: [Int]
  /// How many parts of all people have each value of an attribute.
  private let shares: [[Int]]
  /// The attribute that each is a part of, with the value that each of its own belongs to.
  private let wholes: [(attribute: Int, values: [Int])?]
  /// What each value of the first attribute adds to a tendency.
  private let offsets: [Int]

  /// Makes a source of answers.
  /// - Parameters:
  ///   - questionnaire: The questionnaire to be answered.
  ///   - seed: What all answers follow from.
  public init(_ questionnaire: Questionnaire, seed: UInt64) {
    self.questionnaire = questionnaire
    self.seed = seed
    questions = questionnaire.questions
    var dice = Dice(seed: seed, stream: 0)
    let areas = Set(questions.flatMap { $0.measures.areas.ids }).sorted {
      $0.rawValue < $1.rawValue
    }
    // From a quarter to three quarters of the scale, evenly, in an order of the seed's own.
    var levels = areas.indices.map { areas.count > 1 ? 250 + 500 * $0 / (areas.count - 1) : 500 }
    dice.shuffle(&levels)
    let level = Dictionary(zip(areas, levels), uniquingKeysWith: { first, _ in first })
    tendencies = questions.map { question in
      let own = question.measures.areas.ids.compactMap { level[$0] }
      let mean = own.isEmpty ? 500 : own.reduce(0, +) / own.count
      return mean + dice.below(161) - 80
    }
    shares = questionnaire.attributes.map { attribute in
      attribute.values.map { _ in 1 + dice.below(4) }
    }
    wholes = questionnaire.attributes.indices.map { Self.whole(of: $0, among: questionnaire.attributes) }
    offsets = (questionnaire.attributes.first?.values ?? []).map { _ in dice.below(161) - 80 }
  }

  /// The attribute before this one that it is a part of, by the ids of their values.
  private static func whole(of part: Int, among attributes: [Attribute]) -> (attribute: Int, values: [Int])? {
    let parts = attributes[part].values.map(\.id.rawValue)
    for (index, attribute) in attributes[..<part].enumerated() {
      let names = attribute.values.map { $0.id.rawValue + "-" }
      let values = parts.compactMap { part in
        names.indices.filter { part.hasPrefix(names[$0]) }.max { names[$0].count < names[$1].count }
      }
      if !parts.isEmpty, values.count == parts.count { return (index, values) }
    }
    return nil
  }

  /// The answers of so many people, called `synthetic-1` and so on. O(people × questions).
  public func sheet(people: Int) -> AnswerSheet {
    var sheet = AnswerSheet(for: questionnaire)
    let width = String(max(people, 1)).utf8.count
    for person in 0..<max(people, 0) {
      let number = String(person + 1)
      sheet.addRespondent(
        "synthetic-" + String(repeating: "0", count: width - number.utf8.count) + number,
        notStated: questionnaire.attributes.map(\.notStated))
      // Each person has a stream, so that people do not depend on how many there are.
      var dice = Dice(seed: seed, stream: UInt64(person) + 1)
      answer(&sheet, &dice)
    }
    sheet.markNotShown(in: questionnaire)
    return sheet
  }

  private func answer(_ sheet: inout AnswerSheet, _ dice: inout Dice) {
    var own = dice.below(201) - 100
    var stated: [Int: Int] = [:]
    for (index, all) in shares.enumerated() {
      // One in fifty does not say; who does not say the whole does not say the part.
      guard !all.isEmpty, dice.below(50) > 0 else { continue }
      var shares = all
      if let whole = wholes[index] {
        let value = stated[whole.attribute]
        for place in shares.indices where whole.values[place] != value { shares[place] = 0 }
        guard shares.contains(where: { $0 > 0 }) else { continue }
      }
      let value = dice.choose(shares)
      stated[index] = value
      sheet.set(attribute: index, value: UInt16(clamping: value))
      if index == 0 { own += offsets[value] }
    }
    for (index, question) in questions.enumerated() {
      let tendency = min(max(tendencies[index] + own, 50), 950)
      if let status = status(of: question, &dice) {
        sheet.set(AnswerCode(status), question: index)
        continue
      }
      switch question.answers {
      case .closed(let options):
        if let option = option(of: question, options, tendency, &dice) {
          sheet.set(option, question: index)
        }
      case .open(let kind):
        if let answer = open(kind, tendency, &dice) { sheet.set(answer, question: index) }
      }
    }
  }

  /// What a person says in place of an answer; nil for an answer.
  private func status(of question: Question, _ dice: inout Dice) -> AnswerStatus? {
    let roll = dice.below(1_000)
    if roll < 60, question.allowed.contains(.dontKnow) { return .dontKnow }
    if roll >= 60, roll < 80, question.allowed.contains(.notApplicable) { return .notApplicable }
    if roll >= 80, roll < 90, question.allowed.contains(.preferNotToSay) { return .preferNotToSay }
    return roll >= 970 && !question.isRequired ? .unanswered : nil
  }

  /// An option: the more likely the nearer its place on the scale is to the tendency (a binomial distribution). Options
  /// without scores are equally likely.
  private func option(
    of question: Question, _ options: [AnswerOption], _ tendency: Int, _ dice: inout Dice
  ) -> AnswerCode? {
    let scored = options.indices.filter { options[$0].score != nil }
    guard scored.count == options.count, options.count > 1 else {
      return options.isEmpty ? nil : AnswerCode.option(dice.below(options.count))
    }
    let order = scored.sorted {
      (question.effective(options[$0].score ?? 0), $0) < (
        question.effective(options[$1].score ?? 0), $1
      )
    }
    return AnswerCode.option(order[dice.binomial(options.count - 1, tendency)])
  }

  private func open(_ kind: any OpenAnswerKind, _ tendency: Int, _ dice: inout Dice) -> OpenAnswer? {
    switch kind {
    case let kind as any OptionAnswerKind: return several(kind, &dice)
    case let kind as any NumberAnswerKind:
      let least = kind.least ?? 0
      let greatest = kind.greatest ?? max(least, 0) + 100
      // A whole number where there is room for one.
      let number = (least + (greatest - least) * Double(dice.binomial(100, tendency)) / 100)
        .rounded(.down)
      let text = DecimalText.exact(number < least ? least : number)
      return kind.encode(Array(text.utf8).span)
    case is TextAnswers:
      return dice.below(4) == 0 ? .text("Synthetic comment \(1 + dice.below(20)).") : nil
    default: return nil
    }
  }

  /// Several options: about a third of them, or all in some order.
  private func several(_ kind: any OptionAnswerKind, _ dice: inout Dice) -> OpenAnswer? {
    var positions = Array(kind.options.indices)
    dice.shuffle(&positions)
    if !kind.isRanked {
      if let exclusive = kind.exclusive, dice.below(20) == 0 { return kind.encode([exclusive]) }
      positions.removeAll { $0 == kind.exclusive }
      positions = Array(positions.prefix(1)) + positions.dropFirst().filter { _ in dice.below(3) == 0 }
    }
    // Some kinds want all, others at most a few.
    return kind.encode(Array(positions.prefix(kind.most)))
  }
}

/// Random choices in whole numbers, which are the same on every platform.
private struct Dice {
  private var generator: SeededGenerator

  init(seed: UInt64, stream: UInt64) { generator = SeededGenerator(seed: seed, stream: stream) }

  /// A number from 0 up to but not including `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: generator.next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  /// A place, by the parts that each has.
  mutating func choose(_ parts: [Int]) -> Int {
    var roll = below(parts.reduce(0, +))
    for (place, part) in parts.enumerated() {
      if roll < part { return place }
      roll -= part
    }
    return 0
  }

  /// How many of `trials` succeed, each with so many chances in a thousand.
  mutating func binomial(_ trials: Int, _ chances: Int) -> Int {
    (0..<trials).reduce(0) { count, _ in count + (below(1_000) < chances ? 1 : 0) }
  }

  /// Fisher and Yates, in Durstenfeld's form.
  mutating func shuffle(_ elements: inout [Int]) {
    for place in elements.indices.dropFirst().reversed() {
      elements.swapAt(place, below(place + 1))
    }
  }
}
