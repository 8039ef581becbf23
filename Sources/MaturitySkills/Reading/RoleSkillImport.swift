public import DigitalMaturity
public import MaturityTables

/// Role profiles made of a file as councils hold it: a row a role and skill, with the level that is required.
///
/// Columns: `role`, `skill` and `level`; also, if there are any, columns that say whether a row is in use (`in use` or
/// `active`: yes or no; `status`: a word such as `retired`; `out of use`, `withdrawn`, `retired` or `inactive`: yes or no, or
/// since which day). A skill is a competence of the framework, by its id or name. Nothing is lost in silence: ``report`` names
/// each row that was merged with another or refused, or of which it cannot be told whether it is in use, with its place and
/// the reason.
public struct RoleSkillImport: Sendable {
  /// The roles, in the order in which they first appear, each asking for competences alone.
  public private(set) var roles: [RoleProfile] = []
  /// The rows that were merged or refused.
  public private(set) var report = SkillsProblems()
  /// How many rows became a requirement of their own.
  public private(set) var taken = 0

  /// Reads a file.
  /// - Parameters:
  ///   - source: The file, as CSV.
  ///   - file: The name that the report gives it.
  ///   - framework: Whose competences and levels the rows name.
  ///   - day: The day on which rows are in use or not; where it is not given a row with a day of withdrawal is not.
  /// - Throws: `DocumentError` when the file cannot be read or lacks a column.
  public init(
    _ source: consuming ByteSource, file: String, framework: SkillsFramework, on day: Day? = nil
  ) throws(DocumentError) {
    let columns =
      [
        NamedRows.Column.role,
        NamedRows.Column(name: "skill", others: ["competence", "competency"], isRequired: true),
        NamedRows.Column(
          name: "level", others: ["required level", "required-level", "required_level", "level required", "required"],
          isRequired: true),
        NamedRows.Column(name: "in use", others: ["active", "in-use", "in_use", "current"]),
        NamedRows.Column(name: "status", others: ["state"]),
      ]
      + RoleSkillUse.endings.map { NamedRows.Column(name: $0.name, others: $0.others) }
    var rows = RoleSkillRows(file: file, framework: framework, use: RoleSkillUse(day: day))
    var report = SkillsProblems()
    try NamedRows.read(source, file: file, columns: columns, problems: &report) { row, report in
      rows.add(row, &report)
    }
    roles = rows.roles
    taken = rows.taken
    self.report = report
  }

  /// The roles as a document, for `roles: {include: …}` in a framework.
  public var json: ByteOutput {
    var writer = JSONWriter()
    writer.array { writer in
      for role in roles {
        writer.object { writer in
          writer.member("id", role.id.rawValue)
          writer.member("name", role.name.text)
          writer.key("competences")
          writer.object { writer in
            for (competence, requirement) in role.competences.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
              writer.member(competence.rawValue, requirement.level?.rawValue ?? Requirement.notNeededWord)
            }
          }
        }
      }
    }
    return writer.finish()
  }
}

/// What is kept while a role-skill file is read.
private struct RoleSkillRows {
  let file: String
  let framework: SkillsFramework
  let use: RoleSkillUse
  var roles: [RoleProfile] = []
  var taken = 0
  private let competences: [String: Int]
  private let levels: [String: Int]
  private var positions: [String: Int] = [:]
  /// The line on which a requirement stands, by role and competence.
  private var lines: [[Int]: Int] = [:]

  init(file: String, framework: SkillsFramework, use: RoleSkillUse) {
    self.file = file
    self.framework = framework
    self.use = use
    var competences: [String: Int] = [:]
    for (index, competence) in framework.competences.enumerated() {
      for name in competence.name.all { competences[Spelling.folded(name)] = index }
    }
    for (index, competence) in framework.competences.enumerated() { competences[competence.id.rawValue] = index }
    self.competences = competences
    levels = framework.levelSpellings
  }

  mutating func add(_ row: NamedRows.Row, _ report: inout SkillsProblems) {
    func refuse(_ column: Int, _ message: () -> String) {
      report.add(.refusedRow, file, line: row.line, column: row.place(column), message)
    }
    let (roleName, skill, level) = (row.text(0), row.text(1), row.text(2))
    switch use.of(row) {
    case .inUse: break
    case .outOfUse(let column): return refuse(column) { "the row is out of use and is left out" }
    case .unclear(let column):
      return refuse(column) {
        "“\(NamedRows.short(row.text(column)))” does not tell whether the row is in use, so it is left out; write yes or no, or "
          + "the day since which it is not, such as 2025-11-30"
      }
    }
    guard !roleName.isEmpty else { return refuse(0) { "the row names no role and is left out" } }
    guard let competence = competences[Spelling.folded(skill)] else {
      return refuse(1) {
        skill.isEmpty
          ? "the row names no skill and is left out"
          : "the framework has no competence “\(NamedRows.short(skill))”"
            + "\(NearestName.nearest(skill, in: framework.competences.flatMap { [$0.id.rawValue, $0.name.text] })); the row "
            + "is left out"
      }
    }
    guard !level.isEmpty else {
      return refuse(2) { "no level is required, so nothing can be asked; write one, or take the row out" }
    }
    guard let position = levels[Spelling.folded(level)] else {
      return refuse(2) {
        "there is no level “\(NamedRows.short(level))”\(NearestName.hint(level, in: framework.levels.map(\.id.rawValue))); "
          + "the row is left out"
      }
    }
    let (asked, wanted) = (framework.competences[competence], framework.levels[position])
    guard asked.levels[wanted.id] != nil else {
      return refuse(2) { "“\(asked.id)” does not describe the level “\(wanted.id)”; describe it, or ask for another" }
    }
    let count = roles.count
    guard let role = role(roleName) else {
      return refuse(0) { "“\(NamedRows.short(roleName))” has no letter or digit to make an id of; the row is left out" }
    }
    if roles.count > count, let known = framework.role(roles[role].id) {
      report.add(.knownRole, file, line: row.line, column: row.place(0)) {
        "the framework has a role “\(known.id)” already: put this one in its place, or call it something else, since an id "
          + "stands once"
      }
    }
    merge(role, competence, position, row, &report)
  }

  private mutating func merge(
    _ role: Int, _ competence: Int, _ level: Int, _ row: NamedRows.Row, _ report: inout SkillsProblems
  ) {
    let (asked, wanted) = (framework.competences[competence], framework.levels[level])
    guard let first = lines[[role, competence]] else {
      lines[[role, competence]] = row.line
      roles[role].competences[asked.id] = .level(wanted.id)
      taken += 1
      return
    }
    let known = roles[role].competences[asked.id]?.level
    let before = framework.levels.firstIndex { $0.id == known } ?? level
    if level > before { roles[role].competences[asked.id] = .level(wanted.id) }
    report.add(.mergedRow, file, line: row.line, column: row.place(2)) {
      before == level
        ? "this repeats line \(first) and is merged with it"
        : "line \(first) asks “\(roles[role].id)” for “\(framework.levels[before].id)” in “\(asked.id)”, this for "
          + "“\(wanted.id)”; the higher counts"
    }
  }

  /// The position of a role, which is made when it first appears.
  private mutating func role(_ name: String) -> Int? {
    let folded = Spelling.folded(name)
    if let position = positions[folded] { return position }
    let known = framework.roles.first {
      $0.id.rawValue == folded || $0.name.all.contains { Spelling.folded($0) == folded }
    }
    // Its id and its names are one role.
    if let known, let position = roles.firstIndex(where: { $0.id == known.id }) {
      positions[folded] = position
      return position
    }
    guard let id = known?.id.rawValue ?? slug(folded) else { return nil }
    positions[folded] = roles.count
    roles.append(RoleProfile(id: Identifier(id), name: LocalizedText(name)))
    return roles.count - 1
  }

  /// An id that no other role has.
  private func slug(_ name: String) -> String? {
    var slug = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
      }
    }
    slug = String(slug.prefix(90))
    while slug.last == "-" { slug.removeLast() }
    guard !slug.isEmpty else { return nil }
    let taken = Set(roles.map(\.id.rawValue) + framework.roles.map(\.id.rawValue))
    var (id, number) = (slug, 1)
    while taken.contains(id) {
      number += 1
      id = "\(slug)-\(number)"
    }
    return id
  }
}

extension SkillsFramework {
  /// The positions of the levels by their ids, names and values, folded.
  var levelSpellings: [String: Int] {
    var spellings: [String: Int] = [:]
    for (index, level) in levels.enumerated() {
      spellings[Spelling.folded(DecimalText.exact(level.value))] = index
    }
    for (index, level) in levels.enumerated() {
      for name in level.name.all { spellings[Spelling.folded(name)] = index }
    }
    for (index, level) in levels.enumerated() { spellings[level.id.rawValue] = index }
    return spellings
  }
}

extension Diagnostic.Code {
  /// A row that was merged with another.
  public static let mergedRow = Self(rawValue: "merged-row")
  /// A row that was left out.
  public static let refusedRow = Self(rawValue: "refused-row")
  /// A role that the framework has already.
  public static let knownRole = Self(rawValue: "known-role")
}
