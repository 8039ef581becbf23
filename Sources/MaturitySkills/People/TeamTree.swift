public import DigitalMaturity
public import MaturityTables

/// The teams and what they are part of, as a file with the columns `team`, `parent` and, if wanted, `name` says.
///
/// A team without a parent stands at the top: a directorate. Teams that only the list of people names stand at the top
/// too.
public struct TeamTree: Sendable, Hashable {
  /// A team.
  public struct Team: Sendable, Hashable {
    /// Its code, as the list of people has it.
    public let code: String
    /// What people read.
    public let name: String
    /// The position of the team it is part of.
    public internal(set) var parent: Int?
  }

  /// The teams, in the order of the file.
  public private(set) var teams: [Team] = []
  private var positions: [String: Int] = [:]
  /// The teams by their folded names, where one alone has a name.
  private var named: [String: Int] = [:]
  /// Whether a file lists the teams, so that one it lacks is a mistake.
  let isListed: Bool

  /// No teams yet: every team stands at the top.
  public init() { isListed = false }

  /// Reads the teams; problems are added to `problems`.
  ///
  /// A parent that no row lists, a circle, and a team that stands twice are reported; the team then stands at the top, or
  /// counts as its first row says.
  /// - Throws: `DocumentError` when the file cannot be read or lacks a column.
  public init(
    _ source: consuming ByteSource, file: String, problems: inout SkillsProblems
  ) throws(DocumentError) {
    isListed = true
    var parents: [(name: String, line: Int, column: Int)] = []
    let columns = [
      NamedRows.Column(name: "team", isRequired: true), NamedRows.Column(name: "parent", isRequired: true),
      NamedRows.Column(name: "name"),
    ]
    var teams: [Team] = []
    var positions: [String: Int] = [:]
    try NamedRows.read(source, file: file, columns: columns, problems: &problems) { row, problems in
      let code = row.text(0)
      guard !code.isEmpty else {
        problems.add(.incompleteRow, file, line: row.line, column: row.place(0)) {
          "the row names no team and is left out"
        }
        return
      }
      guard positions[code] == nil else {
        problems.add(.unknownTeam, file, line: row.line, column: row.place(0)) {
          "the team “\(NamedRows.short(code))” stands in an earlier row, which counts; take one out"
        }
        return
      }
      positions[code] = teams.count
      let name = row.text(2)
      teams.append(Team(code: code, name: name.isEmpty ? code : name, parent: nil))
      parents.append((row.text(1), row.line, row.place(1)))
    }
    self.teams = teams
    self.positions = positions
    named = Dictionary(grouping: teams.indices) { Spelling.folded(teams[$0].name) }
      .filter { $0.value.count == 1 }.mapValues { $0[0] }
    for (index, parent) in parents.enumerated() where !parent.name.isEmpty {
      guard let position = position(of: parent.name) else {
        problems.add(.unknownTeam, file, line: parent.line, column: parent.column) {
          "no row lists the team “\(NamedRows.short(parent.name))”"
            + "\(NearestName.nearest(parent.name, in: teams.map(\.code))); “\(teams[index].code)” stands at the top"
        }
        continue
      }
      if isAbove(index, position) {
        problems.add(.unknownTeam, file, line: parent.line, column: parent.column) {
          "“\(teams[index].code)” and “\(parent.name)” are part of each other; “\(teams[index].code)” stands at the top"
        }
      } else {
        self.teams[index].parent = position
      }
    }
  }

  /// The position of a team, by its code or else by its name, however capitalised; nil when it is not there, and where
  /// several have the name.
  public func position(of code: String) -> Int? { positions[code] ?? named[Spelling.folded(code)] }

  /// The teams from one up to the top, itself first.
  public func chain(from team: Int) -> [Int] {
    var chain = [team]
    while let parent = teams[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }

  /// Adds a team at the top.
  mutating func add(_ code: String) -> Int {
    positions[code] = teams.count
    teams.append(Team(code: code, name: code, parent: nil))
    return teams.count - 1
  }

  /// Whether a team stands above another, or is it.
  private func isAbove(_ team: Int, _ other: Int) -> Bool { chain(from: other).contains(team) }
}
