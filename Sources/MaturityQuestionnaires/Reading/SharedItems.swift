public import DigitalMaturity

/// What a questionnaire takes from another by reference: `{use: leadership-1, from: employees}`, a question or an
/// attribute, the same in every word.
///
/// A reference may lead to a reference; in the end the item is read where it is written, and what is wrong with it has
/// been told there. Items are read once, however often they are used.
final class SharedItems {
  /// The lists of a questionnaire whose items can be taken.
  enum List {
    case questions, attributes

    var noun: String { self == .questions ? "question" : "attribute" }
  }

  private struct Name: Hashable {
    var questionnaire: String
    var list: List
    var item: String
  }

  /// An item of a list: one that is written there has an id, one that is taken from elsewhere another's.
  private struct Item {
    let id: String?
    let use: String?
    let node: DocumentNode

    init(_ node: DocumentNode) {
      id = node.member("id")?.text
      use = node.member("use")?.text
      self.node = node
    }
  }

  /// The questionnaires of the document, the first of each id.
  private let questionnaires: [String: DocumentNode]
  private let ids: [String]
  private let vocabulary: Vocabulary
  private let draft: AssessmentDraft
  private let log: DiagnosticLog
  /// What has been read, by questionnaire and item.
  private var questions: [String: [String: Question]] = [:]
  private var attributes: [String: [String: Attribute]] = [:]
  /// The lists that have been looked into, by questionnaire.
  private var questionItems: [String: [Item]] = [:]
  private var attributeItems: [String: [Item]] = [:]
  private var sets: [String: [String: [AnswerOption]]] = [:]
  /// Circles that have been reported, each by its members.
  private var circles: Set<Set<Name>> = []

  init(_ nodes: DocumentNode.Elements, log: DiagnosticLog, vocabulary: Vocabulary, draft: AssessmentDraft) {
    let named = nodes.compactMap { node in node.member("id")?.text.map { (id: $0, node: node) } }
    questionnaires = Dictionary(named.map { ($0.id, $0.node) }, uniquingKeysWith: { first, _ in first })
    ids = named.map(\.id)
    self.log = log
    self.vocabulary = vocabulary
    self.draft = draft
  }

  /// Whether an item of a list is a reference.
  static func isUse(_ node: DocumentNode) -> Bool { node.member("use") != nil }

  /// The question that a reference means; a stand-in of its id, with a report, where it means none.
  func question(_ node: DocumentNode) -> Question? {
    guard let name = name(node, .questions) else { return nil }
    let standIn = Question(id: Identifier(name.item), kind: "", text: "", answers: .closed([]))
    guard let (owner, written) = resolve(name, node) else { return standIn }
    if let known = questions[owner.questionnaire]?[owner.item] { return known }
    let reader = QuestionnaireReader(log: DiagnosticLog(), vocabulary: vocabulary, draft: draft, shared: self)
    let question = reader.question(written, sets(of: owner.questionnaire, reader)) ?? standIn
    questions[owner.questionnaire, default: [:]][owner.item] = question
    return question
  }

  /// The attribute that a reference means; a stand-in of its id, with a report, where it means none.
  func attribute(_ node: DocumentNode) -> Attribute? {
    guard let name = name(node, .attributes) else { return nil }
    let standIn = Attribute(id: Identifier(name.item), text: "", values: [])
    guard let (owner, written) = resolve(name, node) else { return standIn }
    if let known = attributes[owner.questionnaire]?[owner.item] { return known }
    let reader = QuestionnaireReader(log: DiagnosticLog(), vocabulary: vocabulary, draft: draft, shared: self)
    let attribute = reader.attribute(written) ?? standIn
    attributes[owner.questionnaire, default: [:]][owner.item] = attribute
    return attribute
  }

  private func name(_ node: DocumentNode, _ list: List) -> Name? {
    let name: Name?? = node.readTable(into: log) { table in
      let item = table.requiredText("use")
      let questionnaire = table.requiredText("from")
      return item.flatMap { item in questionnaire.map { Name(questionnaire: $0, list: list, item: item) } }
    }
    return name ?? nil
  }

  /// Follows references to where an item is written.
  private func resolve(_ name: Name, _ node: DocumentNode) -> (owner: Name, written: DocumentNode)? {
    var name = name
    var node = node
    var met: [Name] = []
    while true {
      if met.contains(name) {
        report(circle: met.drop { $0 != name } + [name], at: node)
        return nil
      }
      met.append(name)
      guard let questionnaire = questionnaires[name.questionnaire] else {
        // A reference further on is reported where its own questionnaire is read.
        guard met.count == 1 else { return nil }
        log.error(
          .unknownReference,
          "there is no questionnaire “\(name.questionnaire.prefix(40))” to take this \(name.list.noun) from"
            + NearestName.hint(name.questionnaire, in: ids), at: node.member("from")?.location)
        return nil
      }
      let items = items(name.list, of: questionnaire, name.questionnaire)
      if let written = items.first(where: { $0.id == name.item }) { return (name, written.node) }
      guard let next = items.first(where: { $0.use == name.item })?.node else {
        guard met.count == 1 else { return nil }
        let known = items.compactMap { $0.id ?? $0.use }
        log.error(
          .unknownReference,
          "the questionnaire “\(name.questionnaire)” has no \(name.list.noun) “\(name.item.prefix(40))”"
            + NearestName.hint(name.item, in: known), at: node.member("use")?.location)
        return nil
      }
      guard let from = next.member("from")?.text else { return nil }
      node = next
      name.questionnaire = from
    }
  }

  private func report(circle: [Name], at node: DocumentNode) {
    guard circles.insert(Set(circle)).inserted, let first = circle.first else { return }
    let way = circle.map(\.questionnaire).joined(separator: " → ")
    log.error(
      .useCycle,
      "these questionnaires take the \(first.list.noun) “\(first.item.prefix(40))” from each other in a circle: \(way); "
        + "write it out in one of them", at: node.location)
  }

  private func items(_ list: List, of questionnaire: DocumentNode, _ id: String) -> [Item] {
    switch list {
    case .attributes:
      if let known = attributeItems[id] { return known }
      let items = questionnaire.member("attributes")?.elements.map { Item($0) } ?? []
      attributeItems[id] = items
      return items
    case .questions:
      if let known = questionItems[id] { return known }
      let lists = questionnaire.member("sections")?.elements.compactMap { $0.member("questions")?.elements } ?? []
      let items = lists.flatMap { $0.map { Item($0) } }
      questionItems[id] = items
      return items
    }
  }

  private func sets(of questionnaire: String, _ reader: QuestionnaireReader) -> [String: [AnswerOption]] {
    if let known = sets[questionnaire] { return known }
    let read: [String: [AnswerOption]]? = questionnaires[questionnaire].flatMap { node in
      node.readTable(into: DiagnosticLog()) { table in
        // Its other keys are asked for where the questionnaire itself is read.
        table.acceptAllKeys()
        return reader.answerSets(&table)
      }
    }
    sets[questionnaire] = read ?? [:]
    return read ?? [:]
  }
}

extension Diagnostic.Code {
  /// Questionnaires that take something from each other in a circle.
  public static let useCycle = Self(rawValue: "use-cycle")
}
