import DigitalMaturity

/// Reads the parts of a framework. Each reader returns whatever can be read, so that one mistake does not hide the next;
/// what must be there and is not stands in as empty and has been reported.
struct SkillsReader {
  let log: DiagnosticLog
  let vocabulary: Vocabulary

  func framework(_ node: DocumentNode) -> SkillsFramework? {
    node.readTable(into: log) { table in
      SkillsFramework(
        levels: list("levels", &table, SkillsReader.level),
        competences: list("competences", &table, SkillsReader.competence),
        roles: list("roles", &table, SkillsReader.role), learning: list("learning", &table, SkillsReader.item),
        questionnaires: list("questionnaires", &table, SkillsReader.questionnaire),
        scoring: table.value("scoring").flatMap { ScoringDefinition.read($0, with: vocabulary, into: log) })
    }
  }

  /// The elements of a list. What is no mapping has been reported; an empty stand-in keeps the places of those after it.
  private func list<Entity>(
    _ key: DocumentKey, _ table: inout TableReader, _ read: (SkillsReader) -> (DocumentNode) -> Entity?
  ) -> [Entity] {
    let silent = SkillsReader(log: DiagnosticLog(), vocabulary: vocabulary)
    return table.list(key).compactMap { read(self)($0) ?? read(silent)(.emptyMapping) }
  }

  private func level(_ node: DocumentNode) -> ProficiencyLevel? {
    node.readTable(into: log) { table in
      ProficiencyLevel(
        // Not a number where the value cannot be read, so that it is compared with nothing.
        id: id(&table), value: table.required("value")?.readNumber(into: log) ?? .nan, name: name(&table),
        summary: table.localized("summary"))
    }
  }

  private func competence(_ node: DocumentNode) -> Competence? {
    node.readTable(into: log) { table in
      Competence(
        id: id(&table), literacy: table.requiredIdentifier("literacy") ?? "", name: name(&table),
        summary: table.localized("summary"), levels: map("levels", &table) { $0.readLocalizedText(into: log) })
    }
  }

  // MARK: Roles

  private func role(_ node: DocumentNode) -> RoleProfile? {
    node.readTable(into: log) { table in
      RoleProfile(
        id: id(&table), name: name(&table), summary: table.localized("summary"), extends: table.identifier("extends"),
        literacies: map("literacies", &table, requirement), competences: map("competences", &table, requirement),
        raters: table.value("raters").map { node in
          Set(node.readList(into: log).compactMap { $0.readWord(RaterKind.self, into: log) })
        }, isPrivate: table.boolean("private") ?? false, isChampion: table.boolean("champion") ?? false)
    }
  }

  /// A level, `not-needed`, or a table of a level and how much it matters.
  private func requirement(_ node: DocumentNode) -> Requirement? {
    guard node.kind == .mapping else {
      guard let word = node.readText(into: log) else { return nil }
      return word == Requirement.notNeededWord ? .notNeeded : .level(Identifier(word))
    }
    let requirement: Requirement?? = node.readTable(into: log) { table in
      let level: Identifier<ProficiencyLevel>? = table.requiredIdentifier("level")
      let importance = table.word("importance", Requirement.Importance.self) ?? .essential
      return level.map { .level($0, importance) }
    }
    return requirement ?? nil
  }

  /// A mapping whose keys are ids.
  private func map<Named, Value>(
    _ key: DocumentKey, _ table: inout TableReader, _ read: (DocumentNode) -> Value?
  ) -> [Identifier<Named>: Value] {
    guard let node = table.value(key) else { return [:] }
    var values: [Identifier<Named>: Value] = [:]
    _ = node.readTable(into: log) { table in
      table.acceptAllKeys()
      for (key, value) in node.members {
        guard let id = key.readText(into: log), let value = read(value) else { continue }
        values[Identifier(id)] = value
      }
    }
    return values
  }

  // MARK: Learning and questionnaires

  private func item(_ node: DocumentNode) -> LearningItem? {
    node.readTable(into: log) { table in
      _ = table.required("form")
      return LearningItem(
        id: id(&table), name: name(&table), summary: table.localized("summary"),
        form: table.word("form", LearningItem.Form.self) ?? .guide,
        hours: table.required("hours")?.readNumber(into: log) ?? .nan, seats: table.integer("seats"),
        teaches: list("teaches", &table, SkillsReader.step))
    }
  }

  private func step(_ node: DocumentNode) -> LearningItem.Step? {
    node.readTable(into: log) { table in
      LearningItem.Step(
        competence: table.requiredIdentifier("competence") ?? "", from: table.requiredIdentifier("from") ?? "",
        to: table.requiredIdentifier("to") ?? "")
    }
  }

  private func questionnaire(_ node: DocumentNode) -> RatingQuestionnaire? {
    node.readTable(into: log) { table in
      _ = table.required("rater")
      return RatingQuestionnaire(
        id: id(&table), rater: table.word("rater", RaterKind.self) ?? .own,
        title: table.requiredLocalized("title") ?? "", introduction: table.localized("introduction"),
        roles: table.identifiers("roles"))
    }
  }

  private func id<Named>(_ table: inout TableReader) -> Identifier<Named> { table.requiredIdentifier("id") ?? "" }

  private func name(_ table: inout TableReader) -> LocalizedText { table.requiredLocalized("name") ?? "" }
}
