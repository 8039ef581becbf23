import MaturityStatistics
import Testing

@Suite struct CronbachAlphaTests {
  private func alpha(_ rows: [[Double?]], _ missing: ItemMoments.MissingAnswers = .listwise) throws -> CronbachAlpha {
    CronbachAlpha(try ItemMoments(rows: rows, missing: missing))
  }

  private func expect(_ result: CronbachAlpha, _ expected: Oracle.Reliability) {
    #expect(result.n == expected.n)
    #expect(close(result.alpha, expected.alpha))
    #expect(close(result.standardized, expected.standardized))
    for (figure, number) in zip(result.itemRest, expected.itemRest) { #expect(close(figure, number)) }
    if let ifDropped = expected.ifDropped {
      for (figure, number) in zip(result.ifDropped, ifDropped) { #expect(close(figure, number)) }
    } else {
      #expect(result.ifDropped.allSatisfy { $0.reason?.code == .tooFewValues })
    }
    #expect(result.itemRest.count == expected.itemRest.count && result.ifDropped.count == expected.itemRest.count)
  }

  @Test func agreesWithPingouinAndPandas() throws {
    let cases = try Oracle.load().alpha
    #expect(cases.count == 7)
    for expected in cases {
      expect(try alpha(expected.rows), expected.listwise)
      expect(try alpha(expected.rows, .pairwise), expected.pairwise)
    }
  }

  /// The first table is pingouin's; its documentation gives psych::alpha of R for it.
  @Test func agreesWithR() throws {
    let rows = try #require(try Oracle.load().alpha.first).rows
    #expect(close(try alpha(rows, .pairwise).alpha, 0.732660835214447))
    #expect(close(try alpha(rows).alpha, 0.8016949152542373))
  }

  @Test func sumsGiveWhatRowsGive() throws {
    for expected in try Oracle.load().alpha.dropLast() {
      let rows = expected.rows.map { $0.compactMap(\.self) }.filter { $0.count == expected.rows[0].count }
      let items = 0..<rows[0].count
      let sums = items.map { item in rows.reduce(0) { $0 + $1[item] } }
      let products = items.map { i in items.map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } }
      expect(CronbachAlpha(try ItemMoments(n: rows.count, sums: sums, products: products)), expected.listwise)

      let withTotal = items.map { item in rows.reduce(0) { $0 + $1[item] * $1.reduce(0, +) } }
      let squares = items.map { products[$0][$0] }
      let totals = CronbachAlpha(
        try ItemMoments(n: rows.count, sums: sums, squares: squares, productsWithTotal: withTotal))
      #expect(close(totals.alpha, expected.listwise.alpha))
      #expect(totals.standardized.reason?.code == .noValues)
      for (figure, number) in zip(totals.itemRest, expected.listwise.itemRest) { #expect(close(figure, number)) }

      let pairs = items.map { i in items.map { j in expected.rows.filter { $0[i] != nil && $0[j] != nil } } }
      let pairwise = try ItemMoments(
        counts: pairs.map { $0.map(\.count) },
        sums: items.map { i in items.map { j in pairs[i][j].reduce(0) { $0 + ($1[i] ?? 0) } } },
        products: items.map { i in items.map { j in pairs[i][j].reduce(0) { $0 + ($1[i] ?? 0) * ($1[j] ?? 0) } } })
      expect(CronbachAlpha(pairwise), expected.pairwise)
    }
  }

  @Test func orderAndUnitsDoNotMatter() throws {
    var generator = SeededGenerator(seed: 4)
    for expected in try Oracle.load().alpha {
      for missing in ItemMoments.MissingAnswers.allCases {
        let figure = try alpha(expected.rows, missing)
        #expect(try alpha(expected.rows.shuffled(using: &generator), missing) == figure)
        let turned = try alpha(expected.rows.map { $0.reversed() }, missing)
        #expect(close(turned.alpha, try figure.alpha.get()))
        #expect(close(turned.itemRest[0], try #require(figure.itemRest.last).get()))
        let scaled = try alpha(expected.rows.map { $0.map { $0.map { $0 * -40 + 7 } } }, missing)
        #expect(close(scaled.alpha, try figure.alpha.get(), within: 1e-8))
      }
    }
  }

  @Test func theSameItemTwiceIsFullyReliable() throws {
    let result = try alpha([[1, 1], [2, 2], [5, 5]])
    #expect(close(result.alpha, 1))
    #expect(close(result.standardized, 1))
    #expect(close(result.itemRest[0], 1))
  }

  @Test func isUndefinedWithAReason() throws {
    func code(_ rows: [[Double?]], _ missing: ItemMoments.MissingAnswers = .listwise) -> Undefined.Code? {
      Figure { () throws(Undefined) in try ItemMoments(rows: rows, missing: missing) }.reason?.code
    }
    #expect(code([]) == .noValues)
    #expect(code([[], []]) == .noValues)
    #expect(code([[1], [2]]) == .tooFewValues)
    #expect(code([[1, 2]]) == .tooFewValues)
    #expect(code([[1, nil], [nil, 2]]) == .noValues)
    #expect(code([[1, nil], [nil, 2], [3, nil], [nil, 4]], .pairwise) == .noValues)
    #expect(code([[1, 2], [1]]) == .invalidShape)
    #expect(code([[1, .nan], [1, 2]]) == .notFinite)
    #expect(code([[1, 1e308], [1, 2]]) == .tooLarge)

    // Opposite items: totals are all equal, though each item varies.
    let opposite = try alpha([[1, 5], [2, 4], [4, 2]])
    #expect(opposite.alpha.reason?.code == .noVariation)
    #expect(opposite.standardized.reason?.code == .noVariation)
    #expect(opposite.itemRest[0] == .value(-1))
    let constant = try alpha([[3, 1, 2], [3, 2, 3], [3, 4, 4]])
    #expect(constant.itemRest[0].reason?.code == .noVariation)
    #expect(constant.standardized.reason?.code == .noVariation)
    #expect(constant.alpha.value != nil)
    #expect(try alpha([[3, 3], [3, 3]]).alpha.reason?.code == .noVariation)

    // x = y, x = z and y = −z, each among other people: no one population answers so.
    let unfit: [[Double?]] = [
      [1, 1, nil], [5, 5, nil], [1, nil, 1], [5, nil, 5], [nil, 1, 5], [nil, 5, 1],
    ]
    #expect(try alpha(unfit, .pairwise).itemRest[0].reason != nil)
  }

  @Test func sumsOfTheWrongShapeOrSizeAreRefused() throws {
    func code(n: Int, sums: [Double], products: [[Double]]) -> Undefined.Code? {
      Figure { () throws(Undefined) in try ItemMoments(n: n, sums: sums, products: products) }.reason?.code
    }
    let square: [[Double]] = [[1, 1], [1, 1]]
    #expect(code(n: 9, sums: [1, 2], products: [[1]]) == .invalidShape)
    #expect(code(n: -1, sums: [1, 2], products: square) == .tooFewValues)
    #expect(code(n: 9, sums: [1], products: [[1]]) == .tooFewValues)
    #expect(code(n: 9, sums: [1e308, 2], products: square) == .notFinite)
    #expect(code(n: 9, sums: [.nan, 2], products: square) == .notFinite)
    let totals = Figure { () throws(Undefined) in
      try ItemMoments(n: 9, sums: [1, 2], squares: [1], productsWithTotal: [1, 2])
    }
    #expect(totals.reason?.code == .invalidShape)
    let pairs = Figure { () throws(Undefined) in
      try ItemMoments(counts: [[2, 2], [2]], sums: square, products: square)
    }
    #expect(pairs.reason?.code == .invalidShape)
  }
}
