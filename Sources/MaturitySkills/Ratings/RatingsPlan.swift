import DigitalMaturity
import MaturityTables

/// What is read of each row of a file of ratings: its columns, bound to people and competences. Workers share it.
struct RatingsPlan: Sendable {
  /// Where the ratings of a row stand.
  enum Shape: Sendable {
    /// One rating a row.
    case long(competence: Int, level: Int)
    /// One person a row: for each competence's column its cell.
    case wide([(cell: Int, competence: Int)])
  }

  let file: String
  /// How many columns the header has.
  let columns: Int
  let shape: Shape
  let person: Int
  let rater: Int?
  let day: Int?
  let note: Int?
  /// Who rated, and when, where the file does not say.
  let defaultRater: RaterKind?
  let defaultDay: Day?
  /// The order of day and month, where it is known.
  let dates: DateOrder?
  let on: Day
  let today: Day
  let staff: StaffList
  let places: RatingPlaces
  let spellings: RatingSpellings
  /// For each set of roles and each kind of rater, whether they may rate.
  let allowed: [Bool]
  /// Whether notes are kept.
  let keepsNotes: Bool

  /// Binds the names of a header.
  /// - Throws: `DocumentError` when the file cannot be understood.
  init(
    header: CSVBlock, linesBefore: Int, file: String, rater: RaterKind?, day: Day?, staff: StaffList,
    framework: SkillsFramework, spellings: RatingSpellings, options: RatingsOptions, problems: inout SkillsProblems
  ) throws(DocumentError) {
    let line = linesBefore + header.line(of: 0)
    var places: [String: Int] = [:]
    var wide: [(cell: Int, competence: Int)] = []
    var found: [Diagnostic] = []
    var taken: [Int: String] = [:]
    for (cell, index) in header.cells(in: 0).enumerated() {
      let text = header.text(of: index)
      let name = Spelling.folded(text)
      guard !name.isEmpty else { continue }
      let canonical = Self.names[name]
      if canonical == nil, let competence = spellings.competence(name) {
        if taken.updateValue(name, forKey: competence) != nil {
          found.append(Self.repeated(name, file, line, cell))
        }
        wide.append((cell, competence))
      } else if let canonical {
        if places.updateValue(cell, forKey: canonical) != nil { found.append(Self.repeated(name, file, line, cell)) }
      } else {
        problems.add(.skippedColumn, file, line: line, column: cell + 1) {
          "the column “\(NamedRows.short(text))” is not read"
            + NearestName.nearest(text, in: Set(Self.names.values).sorted() + framework.competences.map(\.id.rawValue))
        }
      }
    }
    func require(_ name: String, _ isThere: Bool, _ mend: String) {
      if isThere { return }
      found.append(
        Diagnostic(
          .missingKey, "the first row lacks the column “\(name)”; \(mend)",
          at: SourceLocation(file: file, line: line, column: 1)))
    }
    require("person", places["person"] != nil, "add it")
    require("rater", places["rater"] != nil || rater != nil, "add it, or say who rated")
    require("date", places["date"] != nil || day != nil, "add it, or say when the ratings were made")
    let isLong = places["competence"] != nil
    if isLong {
      require("level", places["level"] != nil, "add it")
    } else if wide.isEmpty {
      require("competence", false, "add it, or a column for each competence")
    }
    guard found.isEmpty, let person = places["person"] else { throw DocumentError(found) }
    if isLong {
      shape = .long(competence: places["competence"] ?? 0, level: places["level"] ?? 0)
    } else {
      shape = .wide(wide)
    }
    self.file = file
    columns = header.cells(in: 0).count
    self.person = person
    self.rater = places["rater"]
    self.day = places["date"]
    note = places["note"]
    defaultRater = rater
    defaultDay = day
    dates = options.dates
    on = options.on
    today = options.today
    self.staff = staff
    self.places = RatingPlaces(people: staff.people.count, competences: framework.competences.count)
    self.spellings = spellings
    keepsNotes = options.keepsNotes
    allowed = staff.roleSets.flatMap { roles in
      let raters = roles.compactMap { framework.profile($0)?.raters }
      return RaterKind.allCases.map { rater in raters.allSatisfy { $0.contains(rater) } }
    }
  }

  /// What columns are called, by how files spell it.
  private static let names: [String: String] = [
    "person": "person", "respondent": "person", "code": "person", "rater": "rater", "rated by": "rater",
    "competence": "competence", "competency": "competence", "skill": "competence", "level": "level", "rating": "level",
    "date": "date", "day": "date", "note": "note", "notes": "note", "evidence": "note",
  ]

  private static func repeated(_ name: String, _ file: String, _ line: Int, _ cell: Int) -> Diagnostic {
    Diagnostic(
      .invalidValue, "the column “\(NamedRows.short(name))” stands twice; take one out",
      at: SourceLocation(file: file, line: line, column: cell + 1))
  }
}

/// How cells spell competences, raters and levels. The ids stand in tables of bytes; whatever else a cell says is looked up
/// as folded text.
struct RatingSpellings: Sendable {
  let competences: CodeTable
  let levels: CodeTable
  let raters: CodeTable
  /// The level that a cell probably names, by its first letter and length; 255 for none.
  private let likelyLevels: [UInt8]
  /// What else levels are called that is folded as it stands, and what each means.
  private var levelWords = CodeTable()
  private var levelCodes: [UInt8] = []
  private var competenceNames: [String: Int] = [:]
  private var levelNames: [String: UInt8] = [:]
  /// The descriptions of each competence's levels, as exports of forms have them.
  private var descriptions: [[String: UInt8]] = []

  init(_ framework: SkillsFramework) {
    var competences = CodeTable()
    var levels = CodeTable()
    var raters = CodeTable()
    for (index, competence) in framework.competences.enumerated() {
      competences.insert(competence.id.rawValue)
      for name in competence.name.all { competenceNames[Spelling.folded(name)] = index }
      var texts: [String: UInt8] = [:]
      for (position, level) in framework.levels.enumerated() {
        for text in competence.levels[level.id]?.all ?? [] { texts[Spelling.folded(text)] = UInt8(clamping: position) }
      }
      descriptions.append(texts)
    }
    for (index, competence) in framework.competences.enumerated() { competenceNames[competence.id.rawValue] = index }
    for level in framework.levels { levels.insert(level.id.rawValue) }
    for rater in RaterKind.allCases { raters.insert(rater.rawValue) }
    var likely = Array(repeating: UInt8.max, count: 64)
    for (position, level) in framework.levels.enumerated() {
      let bytes = Array(level.id.rawValue.utf8)
      if !bytes.isEmpty { likely[Self.likely(bytes.span)] = UInt8(clamping: position) }
    }
    likelyLevels = likely
    self.competences = competences
    self.levels = levels
    self.raters = raters
    for word in ["not-needed", "not needed", "not needed in this work", "not-applicable", "not applicable", "n/a"] {
      levelNames[word] = RatingCell.notNeeded
    }
    // The letters that a form prints beside the levels.
    let options = framework.levels.map { AnswerOption(id: Identifier($0.id.rawValue), label: $0.name, score: nil) }
    for (position, key) in AnswerOption.keys(of: options).enumerated() {
      levelNames[Spelling.folded(key)] = UInt8(clamping: position)
    }
    let statuses = Question(
      id: "rating", kind: "level", text: "", answers: .closed(options), allowed: [.notApplicable, .dontKnow])
    for (status, key) in statuses.statusKeys {
      levelNames[Spelling.folded(key)] = status == .notApplicable ? RatingCell.notNeeded : RatingCell.none
    }
    for word in ["", "-", "dont-know", "don't know", "prefer-not-to-say", "prefer not to say"] {
      levelNames[word] = RatingCell.none
    }
    // A level of the framework's own counts before a word of ours.
    for (name, position) in framework.levelSpellings { levelNames[name] = UInt8(clamping: position) }
    for (word, code) in levelNames.sorted(by: { $0.key < $1.key }) where Spelling.folded(word) == word {
      levelWords.insert(word)
      levelCodes.append(code)
    }
  }

  /// The level that a cell names as an id or as folded text; nil for any other cell.
  @inline(__always)
  func plainLevel(_ bytes: Span<UInt8>) -> UInt8? {
    if let level = levelID(bytes) { return level }
    return levelWords.position(of: bytes).map { levelCodes[$0] }
  }

  /// The level whose id a cell is.
  @inline(__always)
  func levelID(_ bytes: Span<UInt8>) -> UInt8? {
    if bytes.isEmpty { return nil }
    let likely = Int(likelyLevels[Self.likely(bytes)])
    if likely < levels.count, levels.equals(likely, bytes) { return UInt8(truncatingIfNeeded: likely) }
    return levels.position(of: bytes).map { UInt8(truncatingIfNeeded: $0) }
  }

  /// The place of bytes, of which there are some, among ``likelyLevels``.
  @inline(__always)
  private static func likely(_ bytes: Span<UInt8>) -> Int { (Int(bytes[0]) &* 5 &+ bytes.count) & 63 }

  /// The competence that a folded text names.
  func competence(_ folded: String) -> Int? { competenceNames[folded] }

  /// The rater that a folded text names.
  func rater(_ folded: String) -> Int? { RaterKind(rawValue: folded)?.position }

  /// The level that a folded text means in a competence; ``RatingCell/none`` for a text that says nothing.
  func level(_ folded: String, in competence: Int) -> UInt8? { levelNames[folded] ?? descriptions[competence][folded] }
}
