/// All figures of a table of ratings: of each column, of the columns as items of one questionnaire, and of the raters.
///
/// ```swift
/// let table = try RatingsTable(names: ["a", "b"], columns: [[1, 2, 5], [2, nil, 4]], scale: 1...5)
/// table.columns[0].consensus
/// table.alpha.then(\.alpha)
/// ```
///
/// Every figure is finite or has a reason; no table makes it fail. The order of rows does not matter.
public struct RatingsTable: Sendable, Hashable {
  /// Who the raters are, for the figures of raters. Cronbach's alpha takes columns as items and rows as people either way.
  public enum Raters: String, Sendable, Hashable, CaseIterable {
    /// Each row is a rater (a person), each column a thing rated.
    case rows
    /// Each column is a rater, each row a thing rated.
    case columns
  }

  /// Each column's own figures, in the order given.
  public let columns: [RatingsColumn]
  /// How many rows there are.
  public let rows: Int
  /// How many rows have a rating in every column: the people behind `alpha`.
  public let completeRows: Int
  /// From the lowest to the highest rating that could be given; `nil` when none was declared and there is no rating.
  public let scale: ClosedRange<Double>?
  /// Whether no scale was declared, so that it goes from the lowest to the highest rating given in any column.
  public let scaleIsObserved: Bool
  /// Who the raters are.
  public let raters: Raters
  /// Cronbach's alpha of the complete rows, its standardized form, and what each column does to it.
  public let alpha: Figure<CronbachAlpha>
  /// Cronbach's alpha by pairs of columns, each from the rows with a rating in both.
  public let pairwiseAlpha: Figure<Double>
  /// The intraclass correlations over the things that every rater rated.
  public let intraclassCorrelation: Figure<IntraclassCorrelation>
  /// Krippendorff's alpha at every level, over the things rated at least twice.
  ///
  /// At the level `ratio` undefined (`tooManyValues`) with more than 10,000 different ratings, since it pairs every two.
  public let krippendorff: [MeasurementLevel: Figure<Double>]

  /// The figures of columns of ratings, a blank `nil`; a column shorter than another ends in blanks.
  ///
  /// - Parameters:
  ///   - names: A name a column; names may repeat.
  ///   - columns: The ratings.
  ///   - scale: From the lowest to the highest rating that could be given; without it, the lowest and the highest given.
  ///   - raters: Who the raters are.
  ///
  /// Throws `invalidShape` where there are not as many names as columns. O(ratings · log ratings) for most tables; see
  /// `ItemMoments` for tables with many patterns of blanks.
  public init(
    names: [String], columns: [[Double?]], scale: ClosedRange<Double>? = nil, raters: Raters = .rows
  ) throws(Undefined) {
    guard names.count == columns.count else {
      throw Undefined(.invalidShape, "There are \(names.count) names but \(columns.count) columns.")
    }
    let rows = columns.reduce(0) { max($0, $1.count) }
    let table = (0..<rows).map { row in columns.map { row < $0.count ? $0[row] : nil } }
    let ratings = columns.map { $0.compactMap(\.self) }
    let usedScale = scale ?? RatingsTable.extent(of: ratings)
    let points = RatingsColumn.points(of: usedScale)
    self.columns = zip(names, ratings).map { name, ratings in
      RatingsColumn(name, ratings, rows: rows, scale: usedScale, points: points)
    }
    self.rows = rows
    completeRows = table.count { !$0.contains(nil) }
    self.scale = usedScale
    scaleIsObserved = scale == nil
    self.raters = raters

    alpha = Figure { () throws(Undefined) in CronbachAlpha(try ItemMoments(rows: table, missing: .listwise)) }
    let pairs = Figure { () throws(Undefined) in
      CronbachAlpha(try ItemMoments(rows: table, missing: .pairwise, correlates: false))
    }
    pairwiseAlpha = pairs.then(\.alpha)

    let things =
      switch raters {
      case .rows: columns.map { $0 + Array(repeating: nil, count: rows - $0.count) }
      case .columns: table
      }
    intraclassCorrelation = Figure { () throws(Undefined) in try IntraclassCorrelation(rows: things) }
    let pairsTooMany = Set(ratings.joined()).count > RatingsTable.mostPairedRatings
    krippendorff = Dictionary(
      uniqueKeysWithValues: MeasurementLevel.allCases.map { level in
        guard level == .ratio, pairsTooMany else { return (level, krippendorffAlpha(rows: things, level: level)) }
        return (level, .undefined(.tooManyPairs))
      })
  }

  /// The most different ratings that are paired with one another.
  static let mostPairedRatings = 10_000

  private static func extent(of ratings: [[Double]]) -> ClosedRange<Double>? {
    let finite = ratings.joined().lazy.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low...high
  }
}

extension Undefined {
  fileprivate static var tooManyPairs: Undefined {
    Undefined(
      .tooManyValues,
      "There are more than \(RatingsTable.mostPairedRatings) different answers, too many to pair every two.")
  }
}
