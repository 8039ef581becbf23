/// A drawing in a page of results, beside the table that holds its numbers: above the first table, under each other.
public struct PageChart: Sendable {
  let chart: any FluidChart
  let table: Int

  /// What moved, of the page's table at a position.
  public init(_ chart: SlopeChart, of table: Int) { self.init(any: chart, table) }

  /// Work over time, of the page's table at a position.
  public init(_ chart: GanttChart, of table: Int) { self.init(any: chart, table) }

  /// Two numbers a row, of the page's table at a position.
  public init(_ chart: PairedChart, of table: Int) { self.init(any: chart, table) }

  /// Scores with targets, of the page's table at a position.
  public init(_ chart: LollipopChart, of table: Int) { self.init(any: chart, table) }

  /// How answers spread, of the page's table at a position.
  public init(_ chart: StackedBars, of table: Int) { self.init(any: chart, table) }

  private init(any chart: any FluidChart, _ table: Int) {
    self.chart = chart
    self.table = table
  }
}
