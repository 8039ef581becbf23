import DigitalMaturity
import MaturityReports
import MaturityTables
import Testing

@Suite("CSV on the Web") struct CSVWReportTests {
  /// The rows of a table, each by the names of its columns.
  static func table(_ name: String, of sample: Sample) throws -> [[String: String]] {
    let file = try #require(CSVWReportFormat().files(sample.makeContext()).first { $0.name == name })
    var reader = CSVReader(.bytes(file.bytes))
    var rows: [[String]] = []
    while let block = try reader.next() {
      for row in 0..<block.count { rows.append(block.cells(in: row).map { block.text(of: $0) }) }
    }
    let header = try #require(rows.first)
    #expect(Set(header).count == header.count)
    return try rows.dropFirst().map { row in
      try #require(row.count == header.count)
      return Dictionary(uniqueKeysWithValues: zip(header, row))
    }
  }

  static func key(_ row: [String: String]) -> [String?] {
    ["questionnaire", "cohort", "group_id", "kind", "id"].map { row[$0] }
  }

  @Test("each row has a key of its own, and each distribution a score", arguments: PaperSamples.names)
  func keys(name: String) throws {
    let sample = try #require(PaperSamples.all[name])
    let scores = try Self.table("scores.csv", of: sample)
    let distributions = try Self.table("distributions.csv", of: sample)
    let keys = Set(scores.map(Self.key))
    #expect(keys.count == scores.count)
    #expect(Set(distributions.map { Self.key($0) + [$0["place"]] }).count == distributions.count)
    #expect(distributions.allSatisfy { keys.contains(Self.key($0)) })
  }

  @Test("figures are unrounded and say what is withheld and what there is none of")
  func figures() throws {
    let scores = try Self.table("scores.csv", of: Sample())
    let context = try Sample().makeContext()
    let everyone = try #require(context.scorecards.first?.everyone)
    for area in everyone.areas {
      let row = try #require(scores.first { $0["group_id"] == "everyone" && $0["id"] == area.subject.id })
      #expect(row["score"].flatMap(Double.init) == area.score.value)
      #expect(row["gap"].flatMap(Double.init) == area.gap)
      #expect(row["people"].flatMap { Int($0) } == area.people)
      #expect(row["consensus"].flatMap(Double.init) == area.statistics.then(\.consensus).value)
      #expect(row["dont_know"].flatMap { Int($0) } == area.statuses?[.dontKnow])
      #expect(row["status"] == "shown" && row["reason"] == "")
    }
    let hidden = scores.filter { $0["group_id"] == "team=team-2" && $0["kind"] == "area" }
    #expect(hidden.count == 3)
    for row in hidden {
      #expect(row["status"] == "withheld" && row["team"] == "team-2" && row["group"] == "West")
      for name in ["score", "level", "gap", "median", "people", "coverage", "answered"] { #expect(row[name] == "[c]") }
    }
    let silent = try #require(scores.first { $0["id"] == "silent" && $0["group_id"] == "everyone" })
    #expect(silent["score"] == "" && silent["status"] == "undefined")
    #expect(silent["reason"] == "No question of this questionnaire measures it.")
  }

  @Test("a distribution adds up to the people behind its score, and has no row where it is withheld")
  func distributions() throws {
    let cohorts = try #require(PaperSamples.all["cohorts"])
    let scores = try Self.table("scores.csv", of: cohorts)
    let counts = Dictionary(grouping: try Self.table("distributions.csv", of: cohorts), by: Self.key)
      .mapValues { $0.reduce(0) { $0 + (Int($1["count"] ?? "") ?? 0) } }
    #expect(!counts.isEmpty)
    for row in scores where ["area", "question"].contains(row["kind"]) {
      // Beside a score that is shown, what became of its questions may be withheld.
      let isKnown = row["status"] == "shown" && row["answered"] != "[c]"
      #expect(counts[Self.key(row)] == (isKnown ? row["people"].flatMap { Int($0) } : nil))
    }
  }

  @Test("hostile names stay on their line and are no formulas")
  func hostile() throws {
    let files = try CSVWReportFormat().files(Sample.hostile.makeContext())
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" || $0.value == 0x202E })
    }
    let names = try Self.table("scores.csv", of: .hostile).compactMap { $0["name"] }
    for name in Sample.hostileNames where ["=", "-", "@", "+"].contains(name.prefix(1)) {
      #expect(names.contains("'" + name))
    }
  }

  @Test("the description names the columns there are", arguments: PaperSamples.names)
  func description(name: String) throws {
    let sample = try #require(PaperSamples.all[name])
    let files = try CSVWReportFormat().files(sample.makeContext())
    #expect(files.map(\.name) == ["scores.csv", "distributions.csv", "csv-metadata.json"])
    let json = try JSONReader.read(try #require(files.last).bytes, file: "csv-metadata.json")
    let tables = try #require(json.root.member("tables")).elements
    for (table, file) in zip(tables, files) {
      #expect(table.member("url")?.text == file.name)
      let columns = table.member("tableSchema")?.member("columns")?.elements.compactMap { $0.member("name")?.text }
      let header = String(decoding: file.bytes.prefix { $0 != 0x0D }, as: UTF8.self)
      #expect(columns == header.split(separator: ",").map { String($0) })
    }
  }

  @Test("where there is room for one file, it is the scores")
  func oneFile() throws {
    let context = try Sample().makeContext()
    var output = ByteOutput()
    CSVWReportFormat().write(context, to: &output)
    #expect(output.bytes == CSVWReportFormat().files(context).first?.bytes)
  }
}
