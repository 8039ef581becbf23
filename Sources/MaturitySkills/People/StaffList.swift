public import DigitalMaturity
public import MaturityTables

/// The people, as a file says: a row a person.
///
/// Columns: `code`, `role` (several with a semicolon between them: the first is the main post), `team` (its code or its
/// name), `manager` (the code of a person), `started` and `left` (dates); headings such as “Line manager” or “Start date” do as
/// well. Columns that are not read are named; so codes serve as well as names.
public struct StaffList: Sendable {
  /// A person. Kept in few bytes, since a council has tens of thousands.
  public struct Person: Sendable, Hashable {
    /// The code, as ratings have it.
    public let code: String
    private let roles: Int32
    // Below 0 without one.
    private let teamPosition: Int32
    private var managerPosition: Int32 = -1
    private let firstDay: UInt16?
    private let lastDay: UInt16?

    /// The position of the person's set of roles in ``StaffList/roleSets``.
    public var roleSet: Int { Int(roles) }
    /// The position of the team in ``StaffList/teams``; nil without one.
    public var team: Int? { teamPosition < 0 ? nil : Int(teamPosition) }
    /// The position of the manager in ``StaffList/people``; nil without one.
    public internal(set) var manager: Int? {
      get { managerPosition < 0 ? nil : Int(managerPosition) }
      set { managerPosition = newValue.map { Int32(clamping: $0) } ?? -1 }
    }
    /// The first day at work; nil where it is not known.
    public var started: Day? { firstDay.flatMap { Day(number: Int($0)) } }
    /// The first day no longer at work; nil for somebody who stays.
    public var left: Day? { lastDay.flatMap { Day(number: Int($0)) } }

    init(code: String, roleSet: Int, team: Int?, started: Day?, left: Day?) {
      self.code = code
      roles = Int32(clamping: roleSet)
      teamPosition = team.map { Int32(clamping: $0) } ?? -1
      firstDay = started.map { UInt16(clamping: $0.number) }
      lastDay = left.map { UInt16(clamping: $0.number) }
    }

    /// Whether the person is at work on a day.
    public func isThere(on day: Day) -> Bool {
      if let started, started > day { return false }
      if let left, left <= day { return false }
      return true
    }
  }

  /// The people, in the order of the file.
  public private(set) var people: [Person] = []
  /// The teams.
  public private(set) var teams: TeamTree
  /// Every combination of roles that somebody has, in the order in which they first appear. A set may be empty.
  public private(set) var roleSets: [[Identifier<RoleProfile>]] = []
  /// What is wrong with the file.
  public private(set) var problems = SkillsProblems()
  /// The codes, in the order of the people.
  let codes: CodeTable

  /// The position of a person; nil when there is no such code.
  public func position(of code: String) -> Int? { codes.position(of: code) }

  /// Reads a list of people.
  ///
  /// Everybody stays in the list: somebody whose role or manager is not known has none, and is told of in ``problems``. Of
  /// two rows with one code the first counts.
  /// - Parameters:
  ///   - source: The file, as CSV.
  ///   - file: The name that problems give it.
  ///   - framework: Whose roles the people have.
  ///   - teams: The teams and what they are part of.
  ///   - dates: The order of day and month in dates such as 03/02/2026; what other dates of the file tell when not given.
  ///   - today: The day after which whoever starts is told of, and until which managers who have left; nobody is when it is
  ///     not given.
  /// - Throws: `DocumentError` when the file cannot be read or lacks the columns `code` and `role`, when nothing tells the
  ///   order of day and month in its dates, and for a framework without roles, which asks nothing of anybody.
  public init(
    _ source: consuming ByteSource, file: String, framework: SkillsFramework, teams: TeamTree = TeamTree(),
    dates: DateOrder? = nil, today: Day? = nil
  ) throws(DocumentError) {
    if framework.roles.isEmpty {
      throw DocumentError(
        Diagnostic(
          .missingKey, "the skills framework has no roles, so that nothing is asked of anybody; add “roles” to “skills”"
        ))
    }
    let columns = [
      NamedRows.Column(
        name: "code", others: ["person", "employee id", "employee number", "staff id", "staff number"], isRequired: true
      ),
      NamedRows.Column.role,
      NamedRows.Column(name: "team"),
      NamedRows.Column(name: "manager", others: ["line manager", "reports to"]),
      NamedRows.Column(name: "started", others: ["start date", "started on", "date started"]),
      NamedRows.Column(name: "left", others: ["leaving date", "left on", "date left", "end date"]),
    ]
    var reading = StaffReading(file: file, framework: framework, teams: teams, order: dates, today: today)
    var problems = SkillsProblems()
    try NamedRows.read(source, file: file, columns: columns, problems: &problems) { row, problems in
      reading.add(row, &problems)
    }
    if let problem = reading.dates.problem(file) { throw DocumentError(problem) }
    reading.bindManagers(&problems)
    people = reading.people
    self.teams = reading.teams
    roleSets = reading.roleSets
    codes = reading.codes
    self.problems = problems
  }
}

/// What is kept while a list of people is read.
private struct StaffReading {
  let file: String
  let roleNames: [String: Identifier<RoleProfile>]
  let knownRoles: [String]
  var teams: TeamTree
  var people: [StaffList.Person] = []
  var roleSets: [[Identifier<RoleProfile>]] = []
  var codes = CodeTable()
  /// The order of day and month, where it is known.
  private let order: DateOrder?
  private let today: Day?
  private(set) var dates = DateEvidence()
  /// How cells spell sets, and which set each is.
  private var spellings = CodeTable()
  private var setOfSpelling: [Int] = []
  /// How cells spell teams, and which team each is.
  private var teamSpellings = CodeTable()
  private var teamOfSpelling: [Int] = []
  /// How the row before spells its team: lists are mostly sorted by team.
  private var lastTeam = 0
  /// The managers' codes, each with whose it is and its place.
  private var managers: [(person: Int, code: String, line: Int, column: Int)] = []

  init(file: String, framework: SkillsFramework, teams: TeamTree, order: DateOrder?, today: Day?) {
    self.file = file
    self.today = today
    self.order = order
    self.teams = teams
    var names: [String: Identifier<RoleProfile>] = [:]
    for role in framework.roles {
      for name in role.name.all { names[Spelling.folded(name)] = role.id }
    }
    // An id counts before a name.
    for role in framework.roles { names[role.id.rawValue] = role.id }
    roleNames = names
    knownRoles = framework.roles.map(\.id.rawValue)
  }

  mutating func add(_ row: NamedRows.Row, _ problems: inout SkillsProblems) {
    let code = row.text(0)
    guard !code.isEmpty else {
      problems.add(.incompleteRow, file, line: row.line, column: row.place(0)) {
        "the row has no code and is left out; give the person one"
      }
      return
    }
    guard row.withBytes(0, { codes.insert($0).isNew }) else {
      problems.add(.repeatedPerson, file, line: row.line, column: row.place(0)) {
        "“\(NamedRows.short(code))” stands in an earlier row, which counts; name a second post beside the first role, as "
          + "in “social-worker; digital-champion”"
      }
      return
    }
    let started = day(row, 4, &problems)
    let left = day(row, 5, &problems)
    if let started, let left, left < started {
      problems.add(.invalidDate, file, line: row.line, column: row.place(5)) {
        "“\(NamedRows.short(code))” left (\(left)) before starting (\(started)) and is counted on no day; put the dates "
          + "right"
      }
    }
    if let started, let today, started > today {
      problems.add(.futureDate, file, line: row.line, column: row.place(4)) {
        "“\(NamedRows.short(code))” starts on \(started), which has not come yet, and is counted on no day before; put the "
          + "date right if it is wrong"
      }
    }
    let manager = row.text(3)
    if !manager.isEmpty { managers.append((people.count, manager, row.line, row.place(3))) }
    people.append(
      StaffList.Person(
        code: code, roleSet: roleSet(row, &problems), team: team(row, &problems), started: started, left: left))
  }

  mutating func bindManagers(_ problems: inout SkillsProblems) {
    for manager in managers {
      let index = manager.person
      let position = codes.position(of: manager.code)
      if let position, position != index {
        people[index].manager = position
        tellIfGone(position, of: index, manager.line, manager.column, &problems)
        continue
      }
      problems.add(.unknownManager, file, line: manager.line, column: manager.column) {
        let code = NamedRows.short(manager.code)
        if position != nil { return "“\(code)” is their own manager; until that is mended “\(code)” has none" }
        // Comparing a name with ten thousand takes time.
        let known = people.count <= 2_000 ? people.map(\.code).filter { $0 != people[index].code } : []
        return "the manager “\(code)” is nobody in this list, so “\(people[index].code)” has none"
          + NearestName.nearest(manager.code, in: known)
      }
    }
  }

  /// Tells of a manager who has left somebody who is at work.
  private func tellIfGone(
    _ manager: Int, of person: Int, _ line: Int, _ column: Int, _ problems: inout SkillsProblems
  ) {
    guard let today, let left = people[manager].left, left <= today, people[person].isThere(on: today) else { return }
    problems.add(.unknownManager, file, line: line, column: column) {
      "the manager “\(NamedRows.short(people[manager].code))” left on \(left), so “\(NamedRows.short(people[person].code))” has "
        + "none from then on; name who it is now"
    }
  }

  private mutating func roleSet(_ row: NamedRows.Row, _ problems: inout SkillsProblems) -> Int {
    if let spelling = row.withBytes(1, { spellings.position(of: $0) }) { return setOfSpelling[spelling] }
    let text = row.text(1)
    var roles: [Identifier<RoleProfile>] = []
    var isSound = true
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      let name = Spelling.folded(String(part))
      if name.isEmpty { continue }
      if let role = roleNames[name] {
        if !roles.contains(role) { roles.append(role) }
      } else {
        isSound = false
        problems.add(.unknownRole, file, line: row.line, column: row.place(1)) {
          "there is no role “\(NamedRows.short(name))”\(NearestName.hint(name, in: knownRoles))"
        }
      }
    }
    if roles.isEmpty, isSound {
      isSound = false
      problems.add(.unknownRole, file, line: row.line, column: row.place(1)) {
        "the person has no role, so nothing is asked of them; name one"
      }
    }
    let position: Int
    if let known = roleSets.firstIndex(of: roles) {
      position = known
    } else {
      roleSets.append(roles)
      position = roleSets.count - 1
    }
    // What is wrong is told of every row.
    if isSound {
      spellings.insert(text)
      setOfSpelling.append(position)
    }
    return position
  }

  private mutating func team(_ row: NamedRows.Row, _ problems: inout SkillsProblems) -> Int? {
    let known = row.withBytes(2) { code -> Int? in
      if lastTeam < teamSpellings.count, teamSpellings.equals(lastTeam, code) { return lastTeam }
      return teamSpellings.position(of: code)
    }
    if let known {
      lastTeam = known
      return teamOfSpelling[known]
    }
    let code = row.text(2)
    if code.isEmpty { return nil }
    let position = teams.position(of: code) ?? newTeam(code, row, &problems)
    lastTeam = row.withBytes(2) { teamSpellings.insert($0).position }
    teamOfSpelling.append(position)
    return position
  }

  private mutating func newTeam(_ code: String, _ row: NamedRows.Row, _ problems: inout SkillsProblems) -> Int {
    if teams.isListed {
      problems.add(.unknownTeam, file, line: row.line, column: row.place(2)) {
        "the list of teams has no “\(NamedRows.short(code))”\(NearestName.nearest(code, in: teams.teams.map(\.code))); it "
          + "stands at the top"
      }
    }
    return teams.add(code)
  }

  private mutating func day(_ row: NamedRows.Row, _ column: Int, _ problems: inout SkillsProblems) -> Day? {
    let (isEmpty, day, kind) = row.withBytes(column) { bytes in
      (bytes.isEmpty, DateEvidence.day(bytes, order: order), order == nil ? DateEvidence.kind(bytes) : nil)
    }
    if day != nil, let kind {
      dates.add(kind, .init(line: row.line, column: row.place(column), text: row.text(column)))
    }
    if isEmpty || day != nil { return day }
    let text = row.text(column)
    problems.add(.invalidDate, file, line: row.line, column: row.place(column)) {
      "“\(NamedRows.short(text))” is not a date such as 2026-11-22 or 22/11/2026; it counts as not known"
    }
    return nil
  }
}
