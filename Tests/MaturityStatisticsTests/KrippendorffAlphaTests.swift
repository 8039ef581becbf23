import MaturityStatistics
import Testing

@Suite struct KrippendorffAlphaTests {
  /// Krippendorff 2011, “Computing Krippendorff's alpha-reliability”, example D: four observers, twelve units.
  static let published: [[Double?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
  ]

  @Test(arguments: zip(MeasurementLevel.allCases, [0.743, 0.815, 0.849, 0.797]))
  func agreesWithKrippendorff(level: MeasurementLevel, expected: Double) {
    #expect(close(krippendorffAlpha(rows: Self.published, level: level), expected, within: 6e-4))
  }

  @Test func agreesWithThePackage() throws {
    for table in try Oracle.load().agreement {
      #expect(table.krippendorff.count == 4)
      for level in MeasurementLevel.allCases {
        #expect(close(krippendorffAlpha(rows: table.rows, level: level), table.krippendorff[level.rawValue]))
      }
    }
  }

  @Test func followsTheLawsOfEachLevel() throws {
    func alpha(_ level: MeasurementLevel, _ change: (Double) -> Double = { $0 }) -> Figure<Double> {
      krippendorffAlpha(rows: Self.published.map { $0.map { $0.map(change) } }, level: level)
    }
    #expect(alpha(.nominal) { [0, 7, 3, 99, -1, 4][Int($0)] } == alpha(.nominal))  // other names
    #expect(alpha(.ordinal) { $0 * $0 * $0 } == alpha(.ordinal))  // the same order
    #expect(close(alpha(.interval) { 1e6 - 25 * $0 }, try alpha(.interval).get()))
    #expect(close(alpha(.ratio) { 25 * $0 }, try alpha(.ratio).get()))
    for level in MeasurementLevel.allCases {
      let turned = Self.published.reversed().map { Array($0.reversed()) }
      #expect(krippendorffAlpha(rows: turned, level: level) == alpha(level))
      let agreed = krippendorffAlpha(rows: [[1, 1], [4, 4, 4], [2]], level: level)
      #expect(agreed == .value(1))
    }
  }

  @Test func isUndefinedWithAReason() {
    for level in MeasurementLevel.allCases {
      func code(_ rows: [[Double?]]) -> Undefined.Code? { krippendorffAlpha(rows: rows, level: level).reason?.code }
      #expect(code([]) == .tooFewValues)
      #expect(code([[1], [nil, 2]]) == .tooFewValues)
      #expect(code([[3, 3], [3, 3]]) == .noVariation)
      #expect(code([[3, .nan], [3, 3]]) == .notFinite)
      #expect(code([[3, 1e308], [3, 3]]) == .tooLarge)
      #expect(code([[-1, 1], [3, 3]]) == (level == .ratio ? .negativeValue : nil))
      #expect(code([[0, 0], [3, 0]]) == nil)
      #expect(krippendorffAlpha(rows: [[0, 1e60], [1, 1e-300]], level: level).value?.isFinite == true)
    }
  }
}
