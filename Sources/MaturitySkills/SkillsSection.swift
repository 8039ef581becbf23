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
      let levelNodes = table.required("levels")?.readList(into: log) ?? []
      let competenceNodes = table.required("competences")?.readList(into: log) ?? []
      let levels = levelNodes.compactMap { node in level(node).map { (node, $0) } }
      let competences = competenceNodes.compactMap { node in competence(node).map { (node, $0) } }
      checkIDs(levels.map { ($0.0, $0.1.id.rawValue, $0.1.id.isValid) })
      checkIDs(competences.map { ($0.0, $0.1.id.rawValue, $0.1.id.isValid) })
      for ((_, lower), (node, higher)) in zip(levels, levels.dropFirst()) where higher.value <= lower.value {
        log.error(
          .invalidValue, "levels of proficiency go upwards; this one does not lie above “\(lower.id)”",
          at: node.member("value")?.location ?? node.location)
      }
      return SkillsFramework(levels: levels.map(\.1), competences: competences.map(\.1))
    }
  }

  private func level(_ node: DocumentNode) -> ProficiencyLevel? {
    node.readTable(into: log) { table in
      ProficiencyLevel(
        id: table.requiredIdentifier("id") ?? "", value: table.required("value")?.readNumber(into: log) ?? 0,
        name: table.requiredLocalized("name") ?? "", summary: table.localized("summary"))
    }
  }

  private func competence(_ node: DocumentNode) -> Competence? {
    node.readTable(into: log) { table in
      let literacy = table.required("literacy")
      let id = literacy?.readText(into: log) ?? ""
      if let literacy, !id.isEmpty, !literacies.contains(id) {
        log.error(
          .unknownReference, "there is no literacy “\(id)”\(NearestName.hint(id, in: literacies))",
          at: literacy.location)
      }
      return Competence(
        id: table.requiredIdentifier("id") ?? "", literacy: Identifier(id), name: table.requiredLocalized("name") ?? "",
        summary: table.localized("summary"))
    }
  }

  private func checkIDs(_ entries: [(node: DocumentNode, id: String, isValid: Bool)]) {
    var seen: Set<String> = []
    for entry in entries where !entry.id.isEmpty {
      let place = entry.node.member("id")?.location ?? entry.node.location
      if !entry.isValid {
        log.error(
          .invalidID, "“\(entry.id)” is not an id; an id is small letters a to z, digits and hyphens between them",
          at: place)
      }
      if !seen.insert(entry.id).inserted {
        log.error(.duplicateID, "the id “\(entry.id)” stands twice; give one another id", at: place)
      }
    }
  }
}
