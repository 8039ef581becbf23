import MaturityStatistics
import Testing

@Suite struct IntraclassCorrelationTests {
  /// Shrout and Fleiss 1979, table 2: six things, four judges.
  static let published: [[Double?]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  private func figures(_ result: IntraclassCorrelation) -> [Figure<Double>] {
    [result.icc1, result.icc2, result.icc3, result.icc1k, result.icc2k, result.icc3k]
  }

  @Test func agreesWithShroutAndFleiss() throws {
    let result = try IntraclassCorrelation(rows: Self.published)
    #expect(result.n == 6 && result.raters == 4)
    for (figure, expected) in zip(figures(result), [0.166, 0.290, 0.715, 0.443, 0.620, 0.909]) {
      #expect(close(figure, expected, within: 5e-4))
    }
  }

  @Test func agreesWithPingouin() throws {
    for table in try Oracle.load().agreement {
      let result = try IntraclassCorrelation(rows: table.rows)
      let expected = table.icc
      #expect(result.n == expected.n)
      let numbers = [expected.icc1, expected.icc2, expected.icc3, expected.icc1k, expected.icc2k, expected.icc3k]
      for (figure, number) in zip(figures(result), numbers) { #expect(close(figure, number)) }
    }
  }

  @Test func orderAndUnitsDoNotMatter() throws {
    let base = figures(try IntraclassCorrelation(rows: Self.published))
    let others = [
      Self.published.reversed(), Self.published.map { $0.reversed() },
      Self.published.map { $0.map { $0.map { 1e6 - 8 * $0 } } }, Self.published + [[nil, 1, 2, 3]],
    ]
    for rows in others {
      for (figure, number) in zip(figures(try IntraclassCorrelation(rows: rows)), base) {
        #expect(close(figure, try number.get()))
      }
    }
  }

  @Test func isUndefinedWithAReason() throws {
    func code(_ rows: [[Double?]]) -> Undefined.Code? {
      Figure { () throws(Undefined) in try IntraclassCorrelation(rows: rows) }.reason?.code
    }
    #expect(code([]) == .noValues)
    #expect(code([[1], [2]]) == .tooFewValues)
    #expect(code([[1, 2], [nil, 3]]) == .tooFewValues)
    #expect(code([[1, 2], [3]]) == .invalidShape)
    #expect(code([[1, 2], [3, -.infinity]]) == .notFinite)
    #expect(code([[1, 2], [3, 1e308]]) == .tooLarge)
    let equal = figures(try IntraclassCorrelation(rows: [[3.1, 3.1], [3.1, 3.1], [3.1, 3.1]]))
    #expect(equal.allSatisfy { $0.reason?.code == .noVariation })
    // Things do not differ, raters do: nothing to correlate in the mean of ratings.
    let level = try IntraclassCorrelation(rows: [[1.1, 2.3], [2.3, 1.1], [1.1, 2.3], [2.3, 1.1]])
    #expect(level.icc1k.reason?.code == .noVariation)
    #expect(level.icc3k.reason?.code == .noVariation)
    #expect(close(level.icc1, -1))
  }
}
