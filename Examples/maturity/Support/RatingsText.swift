import DigitalMaturity
import MaturityReports

/// The figures of a table of ratings for people: plain words with the technical name, three decimals, undefined as –.
struct RatingsText {
  private let table: RatingsTable
  /// How wide tables may be, and sentences; those only on a terminal.
  private let width: Int
  private let lineWidth: Int?
  private var output = ByteOutput()
  /// Why figures are undefined: what, for which columns, and the sentence, in the order they are met.
  private var reasons: [(what: String, sentence: String, columns: [String])] = []

  /// The widest heading before columns are numbered instead, and the most different ratings that get a row each.
  private static let widestName = 20
  private static let mostCounted = 20
  /// How much of a label stays where columns can go into a further part.
  private static let widestLabel = 52

  /// Writes the figures in lines of `width` characters, 120 when there is none.
  static func write(_ table: RatingsTable, width: Int?) -> ByteOutput {
    var text = RatingsText(table: table, width: max(width ?? 120, 20), lineWidth: width)
    text.writeHeading()
    text.writeColumns()
    text.writeWhole()
    text.writeReasons()
    return text.output
  }

  private init(table: RatingsTable, width: Int, lineWidth: Int?) {
    self.table = table
    self.width = width
    self.lineWidth = lineWidth
  }

  private mutating func writeHeading() {
    let who =
      switch table.raters {
      case .rows: "each row is a person, who rates, and each column a thing rated"
      case .columns: "each column is a rater, and each row a thing rated"
      }
    sentence("\(Self.number(table.rows, "row")) and \(Self.number(table.columns.count, "column")): \(who).")
    guard let scale = table.scale else { return }
    let ends = "from \(DecimalText.exact(scale.lowerBound)) to \(DecimalText.exact(scale.upperBound))"
    sentence(
      table.scaleIsObserved
        ? "Scale \(ends) in whole steps: the lowest and highest rating given, since --scale was not set."
        : "Scale \(ends) in whole steps.")
  }

  private mutating func sentence(_ text: String, indent: String = "") {
    output.write(Prose.lines(text, width: lineWidth, indent: indent, hanging: "  "))
  }

  // MARK: Each column

  private mutating func writeColumns() {
    let columns = table.columns
    let names = columns.map { PlainText.clean($0.name) }
    let areNumbered = names.contains { DisplayWidth.of($0) > Self.widestName }
    if areNumbered {
      output.write("\n")
      for (index, name) in names.enumerated() { sentence("Column \(index + 1): \(name)") }
    }
    let headings = areNumbered ? names.indices.map { "\($0 + 1)" } : names
    var shown = TextTable(label: "Each column", numbers: headings, readableName: Self.widestLabel)
    shown.add(["Ratings (n)"] + columns.map { "\($0.n)" })
    shown.add(["Missing"] + columns.map { "\($0.missing)" })
    for (label, figure) in Self.figures {
      shown.add([label] + columns.map { Self.cell($0[keyPath: figure]) })
      note(label, zip(headings, columns.map { $0[keyPath: figure] }))
    }
    for (label, path) in Self.items {
      let figures = columns.indices.map { index in table.alpha.then { $0[keyPath: path][index] } }
      shown.add([label] + figures.map(Self.cell))
      note(label, zip(headings, figures))
    }
    let given = Set(columns.flatMap { $0.distribution.value?.values ?? [] }).sorted()
    if given.count <= Self.mostCounted {
      let counts = columns.map { column in
        column.distribution.map { Dictionary(uniqueKeysWithValues: zip($0.values, $0.counts)) }
      }
      for value in given {
        shown.add(
          ["Rated \(DecimalText.exact(value))"] + counts.map { $0.value.map { "\($0[value] ?? 0)" } ?? "–" })
      }
    }
    output.write("\n")
    shown.write(width: width, to: &output)
  }

  private static var figures: [(label: String, path: KeyPath<RatingsColumn, Figure<Double>>)] {
    [
      ("Average (mean)", \.mean), ("Spread (standard deviation)", \.standardDeviation), ("Middle (median)", \.median),
      ("Middle within its step (interpolated median)", \.interpolatedMedian),
      ("Closeness, 0 to 1 (consensus)", \.consensus), ("Gathering round one place, -1 to 1 (agreement A)", \.agreement),
      ("Narrower than at random (r_wg)", \.rwg), ("The same, not below 0 (r_wg floored)", \.rwgFloored),
    ]
  }

  private static var items: [(label: String, path: KeyPath<CronbachAlpha, [Figure<Double>]>)] {
    [
      ("Fit with the other columns (item-rest correlation)", \.itemRest),
      ("Reliability without it (alpha if dropped)", \.ifDropped),
    ]
  }

  // MARK: The whole table

  private mutating func writeWhole() {
    let icc = table.intraclassCorrelation
    var figures: [(label: String, figure: Figure<Double>)] = [
      (
        "Reliability, \(Self.number(table.completeRows, "complete row")) (Cronbach's alpha, listwise)",
        table.alpha.then(\.alpha)
      ),
      ("Reliability, all rows by pairs of columns (alpha, pairwise)", table.pairwiseAlpha),
      ("Reliability of columns of equal spread (standardized alpha)", table.alpha.then(\.standardized)),
      ("Raters agree, others for each thing, one rating (ICC(1,1))", icc.then(\.icc1)),
      ("Raters agree, drawn from many, one rating (ICC(2,1))", icc.then(\.icc2)),
      ("Raters agree, these only, one rating (ICC(3,1))", icc.then(\.icc3)),
      ("Raters agree, others for each thing, their mean (ICC(1,k))", icc.then(\.icc1k)),
      ("Raters agree, drawn from many, their mean (ICC(2,k))", icc.then(\.icc2k)),
      ("Raters agree, these only, their mean (ICC(3,k))", icc.then(\.icc3k)),
    ]
    let levels: [MeasurementLevel: String] = [
      .nominal: "names", .ordinal: "ranks", .interval: "distances", .ratio: "multiples",
    ]
    for level in MeasurementLevel.allCases {
      guard let figure = table.krippendorff[level], let word = levels[level] else { continue }
      figures.append(("Raters agree beyond chance, as \(word) (Krippendorff's alpha, \(level.rawValue))", figure))
    }
    for (label, figure) in figures { note(label, CollectionOfOne(("", figure))) }
    var shown = TextTable(label: "The whole table", numbers: [""])
    for (label, figure) in figures { shown.add([label, Self.cell(figure)]) }
    output.write("\n")
    shown.write(width: width, to: &output)
  }

  // MARK: Reasons

  private mutating func note(_ what: String, _ figures: some Sequence<(String, Figure<Double>)>) {
    let first = reasons.count
    for (column, figure) in figures {
      guard let sentence = figure.reason?.sentence else { continue }
      let place = reasons[first...].firstIndex { $0.sentence == sentence } ?? reasons.count
      if place == reasons.count { reasons.append((what, sentence, [])) }
      if !column.isEmpty { reasons[place].columns.append(column) }
    }
  }

  private mutating func writeReasons() {
    guard !reasons.isEmpty else { return }
    output.write("\nUndefined (–)\n")
    for reason in reasons {
      let shown = reason.columns.prefix(12).joined(separator: ", ")
      let more = reason.columns.count > 12 ? " and \(reason.columns.count - 12) more" : ""
      let place = reason.columns.isEmpty ? "" : ", \(shown)\(more)"
      sentence("\(reason.what)\(place): \(reason.sentence)", indent: "  ")
    }
  }

  private static func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private static func cell(_ figure: Figure<Double>) -> String {
    guard let number = figure.value else { return "–" }
    return number.magnitude < 1e15 ? DecimalText.rounded(number, decimals: 3) : DecimalText.exact(number)
  }
}
