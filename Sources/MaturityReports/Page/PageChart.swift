/// A drawing in a page of results, above the table that holds its numbers.
public struct PageChart: Sendable {
  let chart: any FluidChart
  let table: Int

  /// What moved, above a table of the page.
  /// - Parameter table: The position of the table among the page's.
  public init(_ chart: SlopeChart, above table: Int) { self.init(any: chart, table) }

  /// Work over time, above a table of the page.
  /// - Parameter table: The position of the table among the page's.
  public init(_ chart: GanttChart, above table: Int) { self.init(any: chart, table) }

  /// Two numbers a row, above a table of the page.
  /// - Parameter table: The position of the table among the page's.
  public init(_ chart: PairedChart, above table: Int) { self.init(any: chart, table) }

  /// Scores with targets, above a table of the page.
  /// - Parameter table: The position of the table among the page's.
  public init(_ chart: LollipopChart, above table: Int) { self.init(any: chart, table) }

  /// How answers spread, above a table of the page.
  /// - Parameter table: The position of the table among the page's.
  public init(_ chart: StackedBars, above table: Int) { self.init(any: chart, table) }

  private init(any chart: any FluidChart, _ table: Int) {
    self.chart = chart
    self.table = table
  }
}
