import DigitalMaturity
import Foundation
import MaturityOffice
import MaturityTables
import Testing

/// Data that a report is not made for: every format of `maturity score` still reads well, is valid and finishes.
@Suite("Reports of odd data") struct BadInputTests {
  static let formats = ["table", "json", "csv", "csvw", "xlsx", "markdown", "html", "agenda", "wall"]

  /// An assessment and answers to it.
  enum Case: String, CaseIterable, CustomTestStringConvertible {
    case hostileNames, areaWithoutScore, nothingAnswered, nobody, allWithheld, oneRespondent, manyAreas,
      manyDirectorates

    var testDescription: String { rawValue }

    var areas: [String] {
      switch self {
      case .manyAreas: (1...200).map { "Area number \($0)" }
      default: ["Leadership", "Online services", "Information"]
      }
    }

    var directorates: Int { self == .manyDirectorates ? 500 : 2 }

    var people: Int {
      switch self {
      case .nobody: 0
      case .oneRespondent: 1
      case .allWithheld: 4
      case .manyDirectorates: 6_000
      default: 40
      }
    }

    /// What a person answers on an area.
    func answer(_ person: Int, _ area: Int) -> String {
      switch self {
      case .areaWithoutScore where area == 1: "dont-know"
      case .nothingAnswered: ""
      default: "o\((person * 7 + area * 3 + person / 5) % 5 + 1)"
      }
    }

    /// What is said somewhere of what is missing.
    var sentence: String? {
      switch self {
      case .areaWithoutScore: "One area has no score."
      case .nothingAnswered: "No area has a score."
      case .nobody: "Nobody has responded yet."
      case .allWithheld, .oneRespondent: "All results of this group are withheld"
      default: nil
      }
    }

    /// Writes the assessment and the answers into a folder.
    func write(to folder: TemporaryFolder) throws -> (assessment: String, answers: String) {
      if self == .hostileNames {
        let assessment = CommandLineRun.root.appendingPathComponent("Tests/maturityTests/Fixtures/hostile-names").path
        let answers = folder.url.appendingPathComponent("answers.csv").path
        let run = try CommandLineRun(
          "simulate", assessment, "--questionnaire", "staff", "--people", "90", "--output", answers, "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        return (assessment, answers)
      }
      let questions = areas.indices.map { index in
        "{id: q\(index), kind: choice, text: 'How is number \(index)?', options: five, measures: {areas: [a\(index)]}, allow: [dont-know]}"
      }
      let values = (0..<directorates).map { "{id: d\($0), label: Directorate \($0)}" }
      try folder.write(
        """
        format: 1
        id: odd
        version: 1.0.0
        title: Odd
        levels: [{id: low, value: 1, name: Low}, {id: middle, value: 3, name: Middle}, {id: high, value: 5, name: High}]
        areas: [\(areas.enumerated().map { "{id: a\($0), name: \($1), target: 4}" }.joined(separator: ", "))]
        scoring: {areas: {rule: weighted-mean}}
        questionnaires:
          - id: staff
            title: Staff
            attributes: [{id: directorate, text: Where?, values: [\(values.joined(separator: ", "))]}]
            answers: {five: [\((1...5).map { "{id: o\($0), label: Answer \($0), score: \($0)}" }.joined(separator: ", "))]}
            sections: [{id: all, questions: [\(questions.joined(separator: ", "))]}]
        """, to: "assessment.yaml")
      var rows = "respondent,directorate," + areas.indices.map { "q\($0)" }.joined(separator: ",") + "\n"
      for person in 0..<people {
        rows += "p\(person),d\(person % directorates),"
        rows += areas.indices.map { answer(person, $0) }.joined(separator: ",") + "\n"
      }
      return (folder.url.path, try folder.write(rows, to: "answers.csv"))
    }
  }

  @Test("every format reads well, is valid and finishes", arguments: Case.allCases)
  func formats(_ input: Case) throws {
    let folder = try TemporaryFolder()
    let (assessment, answers) = try input.write(to: folder)
    for format in Self.formats {
      let path = folder.url.appendingPathComponent("out.\(format)").path
      let run = try CommandLineRun(
        "score", assessment, "--questionnaire", "staff", "--responses", answers, "--by", "directorate", "--interval",
        "none", "--accept-sparse", "--format", format, "--output", path, "--quiet")
      #expect(run.status == 0, "\(format): \(run.errors)")
      for problem in try Self.problems(of: format, path, input) { Issue.record("\(format): \(problem)") }
    }
  }

  /// What is wrong with a file.
  private static func problems(of format: String, _ path: String, _ input: Case) throws -> [String] {
    switch format {
    case "json": return try json(try Data(contentsOf: URL(fileURLWithPath: path)), input)
    case "csv": return try csv(path)
    case "csvw":
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      if names != ["csv-metadata.json", "distributions.csv", "scores.csv"] { return ["the files are \(names)"] }
      _ = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(fileURLWithPath: path + "/" + names[0])))
      return try csv(path + "/distributions.csv") + csv(path + "/scores.csv")
    case "xlsx": return try workbook(path, input)
    default:
      let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      let own: [String]
      switch format {
      case "table": own = table(text)
      case "markdown": own = markdown(text)
      default: own = page(text)
      }
      let isTold = input.sentence.map { text.contains($0) } ?? true
      let isSaid = isTold || format == "wall" || format == "agenda"
      return own + (isSaid ? [] : ["says nothing of what is missing"])
        + (text.contains("nan") && text.lowercased().contains(" nan ") ? ["has a NaN"] : [])
    }
  }

  /// Valid JSON by a reader that is not ours, and a result that can be read back.
  private static func json(_ data: Data, _ input: Case) throws -> [String] {
    _ = try JSONSerialization.jsonObject(with: data)
    let scorecards = try PublishableScorecard.read(Array(data), file: "out.json")
    guard let scorecard = scorecards.first, scorecards.count == 1 else { return ["has \(scorecards.count) results"] }
    let groups = scorecard.groups.filter { !$0.key.isEmpty }.count
    let areas = input == .hostileNames ? 13 : input.areas.count
    return
      (scorecard.everyone?.isSuppressed == false && scorecard.everyone?.areas.count != areas ? ["lacks areas"] : [])
      + (input.people > 40 && groups != input.directorates ? ["has \(groups) groups"] : [])
  }

  /// A table has rows as long as its head, and no cell that a spreadsheet would reckon with.
  private static func csv(_ path: String) throws -> [String] {
    var problems: [String] = []
    var reader = CSVReader(.file(path))
    var width: Int?
    while let block = try reader.next() {
      problems += block.problems.map(\.description)
      for row in 0..<block.count {
        let cells = block.cells(in: row).map { block.text(of: $0) }
        if let width, cells.count != width { problems.append("row \(row) has \(cells.count) cells of \(width)") }
        width = width ?? cells.count
        for cell in cells where ["=", "+", "-", "@"].contains(where: cell.hasPrefix) && Double(cell) == nil {
          problems.append("“\(cell)” would be reckoned")
        }
      }
    }
    return width == nil ? ["is empty"] : problems
  }

  private static func workbook(_ path: String, _ input: Case) throws -> [String] {
    let workbook = try WorkbookReader(.file(path))
    var (rows, texts) = (0, "")
    for sheet in workbook.sheets {
      var reader = try workbook.rows(ofSheet: sheet.name)
      while let row = try reader.next() {
        rows += 1
        texts += row.texts().joined(separator: "\t") + "\n"
        if !row.problems.isEmpty { return ["\(sheet.name): \(row.problems)"] }
      }
    }
    let names = input == .hostileNames ? ["<script>alert(1)</script>", "漢字の名前", "+1"] : input.areas
    return names.filter { !texts.contains($0) }.map { "“\($0)” is missing" } + (rows < 10 ? ["has \(rows) rows"] : [])
  }

  /// Rows of a table are as wide as its rule, nothing moves the cursor, and many groups run down the page.
  private static func table(_ text: String) -> [String] {
    var problems: [String] = []
    if text.unicodeScalars.contains(where: { $0 != "\n" && $0.properties.generalCategory == .control }) {
      problems.append("has control characters")
    }
    let widest = text.split(separator: "\n").filter { $0.hasPrefix("---") }.map(\.count).max() ?? 0
    if widest > 330 { problems.append("a table is \(widest) wide") }
    return problems
  }

  /// Each table has rows of as many cells as its head, and no markup of names is markup.
  private static func markdown(_ text: String) -> [String] {
    var problems: [String] = []
    var width: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let bars = line.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\|", with: "")
        .count { $0 == "|" }
      if let width, bars != width { problems.append("a row has \(bars - 1) cells of \(width - 1): \(line.prefix(80))") }
      width = width ?? bars
      if bars > 210 { problems.append("a table has \(bars - 1) columns") }
    }
    return problems + (text.contains("<script") || text.contains("<b>") ? ["names are markup"] : [])
  }

  /// Every element that begins ends, in order; ids are unique; names are text.
  private static func page(_ text: String) -> [String] {
    var problems: [String] = []
    var (open, ids): ([Substring], Set<Substring>) = ([], [])
    let void: Set<Substring> = ["meta", "link", "br", "hr", "img", "input", "col", "wbr"]
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.range(of: "-->") else { return ["a comment has no end"] }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return ["a tag has no end"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      if name == "script" || name == "b" && tag == "b" || name == "i" && tag == "i" {
        problems.append("a name is markup: <\(tag)>")
      }
      if tag.hasPrefix("/") {
        if open.popLast() != name { return problems + ["</\(name)> ends another element"] }
      } else if !tag.hasSuffix("/"), !void.contains(name) {
        open.append(name)
        if name == "style", let close = rest.range(of: "</style>") { rest = rest[close.lowerBound...] }
      }
      if let id = tag.range(of: " id=\"") {
        let value = tag[id.upperBound...].prefix { $0 != "\"" }
        if !ids.insert(value).inserted { problems.append("the id “\(value)” stands twice") }
      }
    }
    return problems + (open.isEmpty ? [] : ["<\(open[0])> has no end"])
  }
}
