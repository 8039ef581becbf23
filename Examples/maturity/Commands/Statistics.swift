import ArgumentParser
import DigitalMaturity
import MaturityTables

struct Statistics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics", _superCommandName: "maturity",
    abstract: "Give every statistic for any table of ratings, without an assessment.",
    discussion: """
      The first row names the columns, every other cell is a number or blank; blank means missing. Each column is \
      summarised on its own. Cronbach's alpha takes columns as items and rows as people; in JSON its standardized form, \
      n, itemRest and ifDropped are those of the complete rows (listwise). --raters says who rated what for the \
      intraclass correlations and Krippendorff's alpha. Figures that are undefined come with their reasons.

      This is for ratings that may be shown: nothing is withheld here.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  enum Raters: String, ExpressibleByArgument, CaseIterable {
    case rows, columns

    var ofTable: RatingsTable.Raters { self == .rows ? .rows : .columns }
  }

  @Argument(help: ArgumentHelp("A CSV file; “-” is standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The columns, by name; all that have a name when not given. A name with a comma stands in quotation marks, as in CSV.",
      valueName: "a,b,c"))
  var columns: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The lowest and highest rating that could be given, such as 1-6, -2-2 or 1..6; the lowest and highest that were given in any of the columns when not set.",
      valueName: "low-high"))
  var scale: ScaleArgument?

  @Option(help: "Who the raters are: rows (each row a person, each column a thing rated), or columns (the other way).")
  var raters: Raters = .rows

  @Option(help: "table for people, json with full precision for programs.")
  var format: Format = .table

  func run() throws {
    let ratings = try RatingsFile(file, columns: try columns.map(names))
    let table = try RatingsTable(
      names: ratings.names, columns: ratings.columns, scale: scale?.range, raters: raters.ofTable)
    let output =
      switch format {
      case .json: RatingsJSON.write(table)
      case .table: RatingsText.write(table, width: Terminal.width)
      }
    try OutputFile.write(output.bytes, to: nil, force: false)
  }

  /// The names in a list, which is read as a row of CSV.
  private func names(_ list: String) throws -> [String] {
    var reader = CSVReader(.bytes(Array(list.utf8)))
    guard let row = try reader.next(rows: 1) else { throw ValidationError("name at least one column with --columns") }
    let names = row.cells(in: 0).map { RatingsFile.trimmed(row.text(of: $0)) }
    guard !names.contains("") else { throw ValidationError("a name is missing in --columns \(list)") }
    var met: Set<String> = []
    for name in names where !met.insert(name).inserted {
      throw ValidationError("--columns names “\(name)” twice")
    }
    return names
  }
}
