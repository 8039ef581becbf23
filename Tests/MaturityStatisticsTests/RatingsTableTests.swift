import Testing

@testable import MaturityStatistics

@Suite struct RatingsTableTests {
  private func table(
    _ columns: [[Double?]], scale: ClosedRange<Double>? = nil, raters: RatingsTable.Raters = .rows
  ) throws -> RatingsTable {
    try RatingsTable(names: columns.indices.map { "c\($0)" }, columns: columns, scale: scale, raters: raters)
  }

  private func turned(_ rows: [[Double?]]) -> [[Double?]] {
    (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
  }

  private func correlations(_ table: RatingsTable) -> [Figure<Double>] {
    let icc = table.intraclassCorrelation
    return [\IntraclassCorrelation.icc1, \.icc2, \.icc3, \.icc1k, \.icc2k, \.icc3k].map { path in
      icc.then { $0[keyPath: path] }
    }
  }

  private func figures(_ column: RatingsColumn) -> [Figure<Double>] {
    [
      column.mean, column.standardDeviation, column.median, column.interpolatedMedian, column.consensus,
      column.agreement, column.rwg, column.rwgFloored,
    ]
  }

  private func all(_ table: RatingsTable) -> [Figure<Double>] {
    let items = table.columns.indices.flatMap { index in
      [table.alpha.then { $0.itemRest[index] }, table.alpha.then { $0.ifDropped[index] }]
    }
    return table.columns.flatMap(figures) + items + correlations(table) + table.krippendorff.values
      + [table.alpha.then(\.alpha), table.alpha.then(\.standardized), table.pairwiseAlpha]
  }

  // MARK: Published values

  @Test func agreesWithShroutAndFleissWhereColumnsRate() throws {
    let judges = turned(IntraclassCorrelationTests.published)
    for (columns, raters) in [(judges, RatingsTable.Raters.columns), (turned(judges), .rows)] {
      let expected = [0.166, 0.290, 0.715, 0.443, 0.620, 0.909]
      for (figure, number) in zip(correlations(try table(columns, raters: raters)), expected) {
        #expect(close(figure, number, within: 5e-4))
      }
    }
  }

  @Test(arguments: zip(MeasurementLevel.allCases, [0.743, 0.815, 0.849, 0.797]))
  func agreesWithKrippendorff(level: MeasurementLevel, expected: Double) throws {
    let things = KrippendorffAlphaTests.published
    #expect(
      close(try #require(try table(turned(things), raters: .columns).krippendorff[level]), expected, within: 6e-4))
    #expect(close(try #require(try table(things).krippendorff[level]), expected, within: 6e-4))
  }

  /// Tastle and Wierman 2007 for consensus, van der Eijk's definition for agreement.
  @Test func agreesWithTastleAndWiermanAndVanDerEijk() throws {
    let counts = [30, 40, 210, 130, 530, 50, 10]
    let answers: [Double?] = counts.enumerated().flatMap { Array(repeating: Double($0 + 1), count: $1) }
    for scale in [nil, 1.0...7] {
      let column = try table([answers + [nil]], scale: scale).columns[0]
      #expect(column.n == 1000 && column.missing == 1)
      #expect(close(column.consensus, 0.7256876, within: 5e-8))
      #expect(close(column.agreement, 0.6113333, within: 5e-8))
      #expect(column.distribution.value?.counts == counts)
    }
  }

  // MARK: Independent implementations

  @Test func columnsAgreeWithNumPyAndTheFormulas() throws {
    var met = 0
    for expected in try Oracle.load().distributions where expected.step == 1 {
      let answers = zip(expected.values, expected.counts).flatMap { Array<Double?>(repeating: $0, count: $1) }
      let low = try #require(expected.values.first)
      let high = try #require(expected.values.last)
      let column = try table([answers, [low, high]], scale: low...high).columns[0]
      let numbers = [
        expected.mean, expected.sd, expected.median, try #require(expected.interpolatedMedian), expected.consensus,
        expected.agreement, expected.rwg, expected.rwgFloored,
      ]
      for (figure, number) in zip(figures(column), numbers) { #expect(close(figure, number)) }
      // The other column shows the whole scale, so it need not be declared.
      #expect(try table([answers, [low, high]]).columns[0] == column)
      met += 1
    }
    #expect(met > 3)
  }

  @Test func alphaAgreesWithPingouin() throws {
    for expected in try Oracle.load().alpha {
      let result = try table(turned(expected.rows))
      #expect(result.completeRows == expected.listwise.n)
      #expect(close(result.alpha.then(\.alpha), expected.listwise.alpha))
      #expect(close(result.alpha.then(\.standardized), expected.listwise.standardized))
      #expect(close(result.pairwiseAlpha, expected.pairwise.alpha))
      for (index, number) in expected.listwise.itemRest.enumerated() {
        #expect(close(result.alpha.then { $0.itemRest[index] }, number))
      }
      // Who the raters are is nothing to alpha.
      #expect(try table(turned(expected.rows), raters: .columns).alpha == result.alpha)
    }
  }

  @Test func ratersAgreeWithPingouinAndKrippendorff() throws {
    for expected in try Oracle.load().agreement {
      let icc = expected.icc
      let numbers = [icc.icc1, icc.icc2, icc.icc3, icc.icc1k, icc.icc2k, icc.icc3k]
      for result in [try table(turned(expected.rows), raters: .columns), try table(expected.rows, raters: .rows)] {
        for (figure, number) in zip(correlations(result), numbers) { #expect(close(figure, number)) }
        for level in MeasurementLevel.allCases {
          #expect(close(try #require(result.krippendorff[level]), expected.krippendorff[level.rawValue]))
        }
      }
    }
  }

  // MARK: The scale

  @Test func theScaleIsObservedOverAllColumns() throws {
    let result = try table([[2, 3, 3], [1, nil, 6]])
    #expect(result.scale == 1...6 && result.scaleIsObserved)
    #expect(result.columns[0] == (try table([[2, 3, 3]], scale: 1...6).columns[0]))
    #expect(!(try table([[2, 3, 3]], scale: 1...6).scaleIsObserved))
    #expect(try table([[nil, nil]]).scale == nil)
  }

  @Test func ratingsOffTheScaleAreUndefinedWithAReason() throws {
    func codes(_ ratings: [Double?], _ scale: ClosedRange<Double>?) throws -> [Undefined.Code?] {
      let column = try table([ratings], scale: scale).columns[0]
      return [column.interpolatedMedian, column.consensus, column.agreement, column.rwg].map(\.reason?.code)
    }
    #expect(try codes([1, 2, 7], 1...6) == [nil, .outsideScale, .outsideScale, .outsideScale])
    #expect(try codes([1, 2.5, 4], 1...6) == [.notOnPoints, nil, .notOnPoints, .notOnPoints])
    #expect(try codes([1, 2, 4], 0.5...4.5) == [nil, nil, .notOnPoints, .notOnPoints])
    #expect(try codes([-2, 0, 2], -2...2) == [nil, nil, nil, nil])
    #expect(try codes([0, 1, 1e6], nil) == [nil, nil, .tooManyValues, .tooManyValues])
    #expect(try codes([0x1p53, 0x1p53 + 4], nil) == [nil, nil, .tooManyValues, .tooManyValues])
    #expect(try codes([3, 3, 3], nil) == [nil, .scaleOfOnePoint, .scaleOfOnePoint, .scaleOfOnePoint])
    #expect(try codes([3], 1...6) == [nil, .tooFewValues, .tooFewValues, .tooFewValues])
    #expect(try codes([1e300, 1], nil) == [.tooLarge, .tooLarge, .tooLarge, .tooLarge])
  }

  @Test func moreThanTenThousandDifferentRatingsAreNotPaired() throws {
    let many = (0...10_000).map { Optional(Double($0) / 7) }
    let result = try table([many, many])
    #expect(result.krippendorff[.ratio]?.reason?.code == .tooManyValues)
    #expect(result.krippendorff[.interval]?.value != nil)
  }

  // MARK: Odd tables

  @Test func shortColumnsEndInBlanks() throws {
    let result = try table([[1, 2, 3], [2], []])
    #expect(result.rows == 3 && result.completeRows == 0)
    #expect(result.columns.map(\.missing) == [0, 2, 3])
    #expect(result == (try table([[1, 2, 3], [2, nil, nil], [nil, nil, nil]])))
  }

  @Test func namesMayRepeatButNotBeLost() throws {
    let twice = try RatingsTable(names: ["a", "a"], columns: [[1, 2], [2, 4]])
    #expect(twice.columns.map(\.name) == ["a", "a"])
    let lost = Figure { () throws(Undefined) in try RatingsTable(names: ["a"], columns: [[1, 2], [2, 4]]) }
    #expect(lost.reason?.code == .invalidShape)
  }

  @Test func withoutRatingsEveryFigureHasAReason() throws {
    for columns: [[Double?]] in [[], [[]], [[nil], [nil]], [[4]], [[], [], []]] {
      for raters in RatingsTable.Raters.allCases {
        let figures = all(try table(columns, raters: raters)).filter { $0 != .value(4) }
        #expect(figures.allSatisfy { $0.reason?.sentence.hasSuffix(".") == true })
      }
    }
  }

  @Test func hostileTablesGiveFiguresOrReasons() throws {
    var generator = SeededGenerator(seed: 77)
    let odd: [Double?] = [
      nil, nil, .nan, .infinity, 1e308, -1e60, 1e60, 1e-300, -0.0, 0.5, 1, 2, 3, 4, 5, 1, 2, 3,
    ]
    for round in 0..<1_000 {
      // Every other table without numbers that are refused outright.
      let values = round.isMultiple(of: 2) ? odd : odd.filter { $0.map { $0.isFinite && $0.magnitude < 1e300 } ?? true }
      let columns = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in values.randomElement(using: &generator) ?? nil }
      }
      for raters in RatingsTable.Raters.allCases {
        for figure in all(try table(columns, raters: raters)) {
          #expect(figure.value?.isFinite ?? (figure.reason?.sentence.hasSuffix(".") == true))
        }
      }
    }
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 5)
    for expected in try Oracle.load().alpha {
      let shuffled = expected.rows.shuffled(using: &generator)
      for raters in RatingsTable.Raters.allCases {
        let numbers = zip(
          all(try table(turned(expected.rows), raters: raters)), all(try table(turned(shuffled), raters: raters)))
        for (first, second) in numbers { #expect(first.value.map { close(second, $0) } ?? (second.value == nil)) }
      }
    }
  }

  /// Ten thousand copies of two columns: α of 2m items of which each half is the same column m times over is
  /// 2m/(2m − 1)·(1 − m·(a + b) / (m²·(a + b + 2c))), with the columns' variances a, b and covariance c.
  @Test func tenThousandColumnsAreNoBlowUp() throws {
    let pair: [[Double?]] = [[1, 2, 3, 5, 4], [2, 1, 4, 4, 5]]
    let copies = 5_000.0
    let expected = 2 * copies / (2 * copies - 1) * (1 - (2.5 + 2.7) / (copies * (2.5 + 2.7 + 2 * 2.0)))
    let wide = (0..<10_000).map { pair[$0 % 2] }
    let result = try table(wide, scale: 1...5)
    #expect(close(result.alpha.then(\.alpha), expected))
    #expect(close(result.pairwiseAlpha, expected))
    #expect(result.columns.count == 10_000)
    // With blanks, many sets of people who answered.
    let gaps = wide.indices.map { column in wide[column] + [column % 3 == 0 ? nil : 3, column % 7 == 0 ? nil : 4, 2] }
    let holey = try table(gaps, raters: .columns)
    #expect(holey.pairwiseAlpha.value != nil && holey.alpha.value != nil)
    #expect(holey.completeRows == 6)
  }
}
