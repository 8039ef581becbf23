/// Where a text of an assessment stands: by position for a document, and by ids for people, such as
/// `areas.leadership.name`.
public struct TextPlace: Sendable, Hashable {
  /// The way by position.
  public let path: ModelPath
  /// The way by ids.
  public let name: String

  /// The place of a member.
  public subscript(_ key: String) -> TextPlace {
    TextPlace(path: path[key], name: name.isEmpty ? key : "\(name).\(key)")
  }

  /// The place of an element of a list, which has an id.
  public subscript(_ index: Int, _ id: String) -> TextPlace { TextPlace(path: path[index], name: "\(name).\(id)") }
}

/// Content of a plug-in's section whose texts may be translated: they are counted with the assessment's, and warned of
/// where a translation is missing.
public protocol TranslatableContent: CheckedContent {
  /// Calls `visit` with every text, in order.
  /// - Parameters:
  ///   - place: The place of the section.
  ///   - visit: Takes a text, or nil where an optional one is not written, and its place.
  func visitTexts(at place: TextPlace, _ visit: (LocalizedText?, TextPlace) -> Void)
}

extension AssessmentDraft {
  /// Calls `visit` with every text that may be translated, in the order of the model: options and titles that a reader puts
  /// in for what is not written are left out. O(texts).
  func visitTexts(_ visit: (LocalizedText?, TextPlace) -> Void) {
    let root = TextPlace(path: .root, name: "")
    func list<Entity>(
      _ key: String, _ entities: [Entity], _ id: (Entity) -> String,
      _ texts: (Entity) -> [(key: String, text: LocalizedText?)]
    ) {
      for (index, entity) in entities.enumerated() {
        let place = root[key][index, id(entity)]
        for (key, text) in texts(entity) { visit(text, place[key]) }
      }
    }
    visit(title, root["title"])
    visit(summary, root["summary"])
    visit(source, root["source"])
    list("levels", levels, \.id.rawValue) { [("name", $0.name), ("summary", $0.summary)] }
    list("themes", themes, \.id.rawValue) { [("name", $0.name), ("summary", $0.summary)] }
    list("principle-sets", principleSets, \.id.rawValue) { [("name", $0.name), ("source", $0.source)] }
    list("principles", principles, \.id.rawValue) { [("name", $0.name), ("statement", $0.statement)] }
    list("literacies", literacies, \.id.rawValue) { [("name", $0.name), ("summary", $0.summary)] }
    list("areas", areas, \.id.rawValue) { [("name", $0.name), ("summary", $0.summary)] }
    for (index, area) in areas.enumerated() {
      let place = root["areas"][index, area.id.rawValue]["levels"]
      for (level, text) in area.levels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        visit(text, place[level.rawValue])
      }
    }
    list("workstreams", workstreams, \.id.rawValue) { [("name", $0.name), ("summary", $0.summary)] }
    list("actions", actions, \.id.rawValue) {
      [("name", $0.name), ("description", $0.description), ("lead", $0.lead)]
    }
    list("projects", projects, \.id.rawValue) { [("name", $0.name), ("description", $0.description)] }
    list("governance", governance, \.id.rawValue) { [("name", $0.name), ("decides", $0.decides)] }
    for (index, questionnaire) in questionnaires.enumerated() {
      questionnaire.visitTexts(at: root["questionnaires"][index, questionnaire.id.rawValue], visit)
    }
    let contents = sections.compactMap { $0 as? any TranslatableContent }
    for content in contents.sorted(by: { type(of: $0).key < type(of: $1).key }) {
      content.visitTexts(at: root[type(of: content).key], visit)
    }
  }
}

extension Questionnaire {
  /// Calls `visit` with every text that may be translated.
  /// - Parameter isAlone: Whether the descriptions of levels, which are an area's own texts, are visited where a question has
  ///   them as its options.
  func visitTexts(at place: TextPlace, isAlone: Bool = false, _ visit: (LocalizedText?, TextPlace) -> Void) {
    visit(title, place["title"])
    visit(introduction, place["introduction"])
    for (index, attribute) in attributes.enumerated() {
      let place = place["attributes"][index, attribute.id.rawValue]
      visit(attribute.text, place["text"])
      for (number, value) in attribute.values.enumerated() {
        visit(value.label, place["values"][number, value.id.rawValue]["label"])
      }
    }
    for (number, section) in sections.enumerated() {
      let place = place["sections"][number, section.id.rawValue]
      // A title that is not written is the section's id, in every language.
      if section.title.text != section.id.rawValue { visit(section.title, place["title"]) }
      visit(section.introduction, place["introduction"])
      for (index, question) in section.questions.enumerated() {
        let place = place["questions"][index, question.id.rawValue]
        visit(question.text, place["text"])
        visit(question.help, place["help"])
        if question.snapshot != nil, !isAlone { continue }
        for (number, option) in question.answers.options.enumerated() {
          visit(option.label, place["options"][number, option.id.rawValue]["label"])
        }
      }
    }
  }
}
