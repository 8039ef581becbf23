import DigitalMaturity

/// What has been answered in an interview, and which questions are asked because of it.
struct InterviewAnswers: Sendable {
  /// Everything that can be asked, in the order of a form.
  let items: [InterviewItem]
  /// The answers with what branching hides marked.
  private(set) var marked: AnswerSheet
  /// The notes to answers, by the ids of questions and attributes.
  private(set) var notes: [String: String] = [:]
  /// The items that were answered or passed over.
  private(set) var taken: Set<Int> = []

  private let questionnaire: Questionnaire
  /// The answers as they were given: what is hidden may be shown again.
  private var sheet: AnswerSheet

  init(_ questionnaire: Questionnaire, respondent: String) {
    self.questionnaire = questionnaire
    items = InterviewItem.all(of: questionnaire)
    sheet = AnswerSheet(for: questionnaire)
    sheet.addRespondent(respondent, notStated: questionnaire.attributes.map(\.notStated))
    marked = sheet
    mark()
  }

  private mutating func mark() {
    marked = sheet
    marked.markNotShown(in: questionnaire)
  }

  /// Whether an item is asked.
  func isShown(_ index: Int) -> Bool {
    guard case .question(let question, _, _) = items[index] else { return true }
    return marked.columns[question].codes.first != AnswerCode.notShown.rawValue
  }

  /// The items that are questions and are asked.
  var shownQuestions: [Int] {
    items.indices.filter { index in
      if case .question = items[index] { isShown(index) } else { false }
    }
  }

  /// Takes an entry in; false where it does not fit.
  mutating func apply(_ entry: InterviewEntry) -> Bool {
    guard let index = items.firstIndex(where: { $0.id == entry.item }) else { return false }
    switch entry.content {
    case .handedIn: return false
    case .note(let text):
      notes[entry.item] = text
      return true
    case .status(let status):
      guard status == .unanswered ? !items[index].isRequired : items[index].allowed.contains(status) else {
        return false
      }
      set(status, items[index])
    case .answer(let cell):
      guard set(cell, items[index]) else { return false }
    }
    taken.insert(index)
    mark()
    return true
  }

  private mutating func set(_ status: AnswerStatus, _ item: InterviewItem) {
    switch item {
    case .attribute(let place, let attribute): sheet.set(attribute: place, value: attribute.notStated)
    case .question(let place, _, _): sheet.set(AnswerCode(status), question: place)
    }
  }

  private mutating func set(_ cell: String, _ item: InterviewItem) -> Bool {
    switch item {
    case .attribute(let place, let attribute):
      guard let value = attribute.values.firstIndex(where: { $0.id.rawValue == cell }) else { return false }
      sheet.set(attribute: place, value: UInt16(clamping: value))
      return true
    case .question(let place, let question, _):
      switch question.answers {
      case .closed(let options):
        guard let code = options.firstIndex(where: { $0.id.rawValue == cell }).flatMap(AnswerCode.option) else {
          return false
        }
        sheet.set(code, question: place)
        return true
      case .open(let kind as any OptionAnswerKind):
        let ids = cell.split(separator: ";")
        let positions = ids.compactMap { id in kind.options.firstIndex { $0.id.rawValue == id } }
        guard positions.count == ids.count, let answer = kind.encode(positions) else { return false }
        return sheet.set(answer, question: place)
      case .open(let kind):
        guard let answer = kind.encode(Array(cell.utf8).span) else { return false }
        return sheet.set(answer, question: place)
      }
    }
  }

  /// What was answered to an item, as it is said back; nil for nothing so far and for a blank.
  func answer(of index: Int, _ words: InterviewWords) -> String? {
    switch items[index] {
    case .attribute(let place, let attribute):
      let value = Int(sheet.attributes[place].first ?? attribute.notStated)
      return attribute.values.indices.contains(value) ? String(value + 1) : nil
    case .question(let place, let question, _):
      let column = sheet.columns[place]
      switch column.openAnswer(0) {
      case .number(let number): return DecimalText.exact(number)
      case .text(let text): return text.count <= 40 ? text : "\(text.prefix(39))…"
      case .word(let word):
        return question.optionKind?.positions(in: word).map { String($0 + 1) }.joined(separator: ", ")
      case nil: break
      }
      let code = AnswerCode(rawValue: column.codes.first ?? AnswerCode.unanswered.rawValue)
      if let option = code.option { return String(option + 1) }
      return code.status == .unanswered ? nil : words(code.status)
    }
  }
}
