import ArgumentParser
import DigitalMaturity
import MaturityPlanning
import MaturityTables

struct Upgrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", _superCommandName: "maturity",
    abstract: "Carry answers to a new version of an assessment, and list what to ask again.")

  @OptionGroup var argument: AssessmentArgument

  @Option(help: ArgumentHelp("The version that was answered.", valueName: "folder"), completion: .assessment)
  var from: String

  @Option(help: "The questionnaire.")
  var questionnaire: String

  @Option(
    help: ArgumentHelp("The answers: a CSV file with a row for each person.", valueName: "file"), completion: .file())
  var responses: String?

  @Flag(help: "Write what becomes of each question, as JSON, and carry no answers.")
  var plan = false

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @OptionGroup var languages: LanguageArguments

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    if plan == (responses != nil) {
      throw ValidationError("name the answers to carry with --responses, or ask with --plan what would become of them")
    }
  }

  func run() throws {
    var old = AssessmentArgument()
    old.assessment = from
    let (base, now) = (try old.read(), try argument.read())
    // What programs read is English.
    let words = try responses == nil ? MessageCatalogue.english : languages.catalogue()
    let upgrade = AnswerUpgrade(
      try base.questionnaire(named: questionnaire), try now.questionnaire(named: questionnaire),
      language: languages.language, words: words)
    guard let responses else {
      let json = upgrade.json(
        from: AssessmentReference(base), to: AssessmentReference(now), questionnaire: Identifier(questionnaire))
      return try OutputFile.write(json.bytes, to: output, force: force)
    }
    var carrier = AnswerCarrier(upgrade)
    do throws(TableError) {
      var reader = CSVReader(responses == "-" ? .standardInput : .file(responses))
      while let block = try reader.next() { carrier.carry(block) }
    } catch {
      Terminal.message("error: \(responses): \(error)")
      throw ExitCode.missingInput
    }
    guard carrier.isOfQuestionnaire else {
      Terminal.message(
        "error: \(responses):1:1: no column of the first row is a question or attribute of “\(questionnaire)”; check that it is the right file and questionnaire"
      )
      throw ExitCode.wrongData
    }
    for line in upgrade.lines(people: carrier.people, unknown: carrier.unknown, words: words) { Terminal.note(line) }
    if let problem = carrier.problem {
      Terminal.message("error: \(responses): \(problem)")
      throw ExitCode.wrongData
    }
    try OutputFile.write(carrier.bytes, to: output, force: force, isPersonal: true)
  }
}

/// Copies the cells that are carried, in the order of the later version.
private struct AnswerCarrier {
  private let upgrade: AnswerUpgrade
  private var writer = CSVWriter()
  /// For each column of the later version, the cell of a row; nil where nothing is carried.
  private var places: [Int?]?
  private(set) var people = 0
  private(set) var unknown: [String] = []
  private(set) var problem: String?
  /// Whether a column is the questionnaire's; also where there is no row at all.
  var isOfQuestionnaire: Bool { hasKnownColumn || places == nil }
  private var hasKnownColumn = false

  init(_ upgrade: AnswerUpgrade) { self.upgrade = upgrade }

  var bytes: [UInt8] { writer.bytes }

  mutating func carry(_ block: CSVBlock) {
    if let found = block.problems.first, problem == nil { problem = found.description }
    for row in 0..<block.count {
      let cells = block.cells(in: row).map { block.text(of: $0) }
      guard let places else {
        begin(cells)
        continue
      }
      people += 1
      for place in places { writer.text(place.flatMap { $0 < cells.count ? cells[$0] : nil } ?? "") }
      writer.endRow()
    }
  }

  private mutating func begin(_ header: [String]) {
    let names = header.map { name in
      var name = Substring(name)
      while name.first?.isWhitespace == true { name.removeFirst() }
      while name.last?.isWhitespace == true { name.removeLast() }
      return name.lowercased()
    }
    let columns = upgrade.columns.filter { $0.fate != .removed }
    let respondent = names.firstIndex(of: "respondent")
    places =
      (respondent.map { [$0] } ?? [])
      + columns.map { $0.fate == .carried ? names.firstIndex(of: $0.id) : nil }
    let known = Set(upgrade.columns.map(\.id) + ["respondent"])
    unknown = names.filter { !known.contains($0) }
    hasKnownColumn = names.contains { known.contains($0) && $0 != "respondent" }
    if respondent != nil { writer.text("respondent") }
    for column in columns { writer.text(column.id) }
    writer.endRow()
  }
}
