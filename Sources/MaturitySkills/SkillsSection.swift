public import DigitalMaturity

/// The `skills:` section: levels of proficiency and competences.
public struct SkillsSection: DocumentSection {
  /// What the section is read into.
  public typealias Content = SkillsFramework
  /// `skills`.
  public static let key = "skills"

  /// Reads the section.
  public static func read(_ node: DocumentNode, in context: inout SectionContext) -> SkillsFramework? {
    let reader = SkillsReader(log: context.log, literacies: context.draft.literacies.map(\.id.rawValue))
    return reader.framework(node)
  }
}

private struct SkillsReader {
  let log: DiagnosticLog
  let literacies: [String]

  func framework(_ node: DocumentNode) -> SkillsFramework? {
    node.readTable(into: log) { table in
      let levels = list("levels", &table, level)
      let competences = list("competences", &table, competence)
      checkIDs(levels.map { ($0.node, $0.value.id.rawValue, $0.value.id.isValid) })
      checkIDs(competences.map { ($0.node, $0.value.id.rawValue, $0.value.id.isValid) })
      for (lower, higher) in zip(levels, levels.dropFirst()) where higher.value.value <= lower.value.value {
        log.error(
          .invalidValue,
          "levels of proficiency go upwards; this one does not lie above “\(lower.value.id)”: list the lowest first",
          at: place("value", of: higher.node))
      }
      return SkillsFramework(levels: levels.map(\.value), competences: competences.map(\.value))
    }
  }

  /// A list that has at least one element, with the place of each.
  private func list<Entity>(
    _ key: String, _ table: inout TableReader, _ read: (DocumentNode) -> Entity?
  ) -> [(node: DocumentNode, value: Entity)] {
    guard let node = table.required(key) else { return [] }
    let nodes = node.readList(into: log)
    if nodes.isEmpty, node.kind == .sequence {
      log.error(.missingKey, "this list is empty; add at least one", at: node.location)
    }
    return nodes.compactMap { node in read(node).map { (node, $0) } }
  }

  private func level(_ node: DocumentNode) -> ProficiencyLevel? {
    node.readTable(into: log) { table in
      ProficiencyLevel(
        // Not a number where the value cannot be read, so that it is compared with nothing.
        id: table.requiredIdentifier("id") ?? "", value: table.required("value")?.readNumber(into: log) ?? .nan,
        name: name(&table), summary: table.localized("summary"))
    }
  }

  private func competence(_ node: DocumentNode) -> Competence? {
    node.readTable(into: log) { table in
      let literacy = table.required("literacy")
      let id = literacy?.readText(into: log)
      if let literacy, let id, !literacies.contains(id) {
        log.error(
          .unknownReference, "there is no literacy “\(id)”\(NearestName.hint(id, in: literacies))",
          at: literacy.location)
      }
      return Competence(
        id: table.requiredIdentifier("id") ?? "", literacy: Identifier(id ?? ""), name: name(&table),
        summary: table.localized("summary"))
    }
  }

  private func name(_ table: inout TableReader) -> LocalizedText {
    guard let name = table.requiredLocalized("name") else { return "" }
    if name.isEmpty { log.error(.invalidValue, "the name is blank; write it", at: place("name", of: table.node)) }
    return name
  }

  private func checkIDs(_ entries: [(node: DocumentNode, id: String, isValid: Bool)]) {
    var seen: Set<String> = []
    for entry in entries {
      // A missing id was reported when the table was read.
      guard entry.node.member("id")?.text != nil else { continue }
      let place = place("id", of: entry.node)
      if entry.id.isEmpty {
        log.error(.invalidID, "the id is empty; write small letters a to z, digits and hyphens", at: place)
      } else if !entry.isValid {
        log.error(
          .invalidID, "“\(entry.id)” is not an id; an id is small letters a to z, digits and hyphens between them",
          at: place)
      } else if !seen.insert(entry.id).inserted {
        log.error(.duplicateID, "the id “\(entry.id)” stands twice; give one another id", at: place)
      }
    }
  }

  private func place(_ key: String, of node: DocumentNode) -> SourceLocation {
    node.member(key)?.location ?? node.location
  }
}
