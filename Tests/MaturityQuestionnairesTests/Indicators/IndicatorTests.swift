import DigitalMaturity
import MaturityQuestionnaires
import Testing

struct IndicatorTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func indicator(
    _ direction: Indicator.Direction, from baseline: Double?, to target: Double?, _ values: [(String, Double)]
  ) throws -> Indicator {
    func measured(_ text: String, _ value: Double) throws -> Indicator.Measurement {
      Indicator.Measurement(date: try day(text), value: value, source: "A paper")
    }
    let scores: [Double] = direction == .up ? [1, 3, 5] : [5, 3, 1]
    return Indicator(
      id: "share", name: "Share", unit: "%", direction: direction,
      baseline: try baseline.map { try measured("2019-01-01", $0) }, target: target.map { Indicator.Target(value: $0) },
      values: try values.map(measured),
      bands: zip([0, 40, 80], scores).map { ScoreBand(from: $0, score: $1) })
  }

  @Test(
    "the last value on a day, whatever the order they are written in",
    arguments: [
      ("2020-02-29", nil), ("2020-03-01", 50.0), ("2020-12-31", 50), ("2021-01-01", 85), (nil, 85),
    ] as [(String?, Double?)])
  func latest(_ on: String?, _ value: Double?) throws {
    let indicator = try Self.indicator(.up, from: 20, to: 80, [("2021-01-01", 85), ("2020-03-01", 50)])
    #expect(indicator.latest(on: try on.map(Self.day))?.value == value)
  }

  /// By hand: (50 − 20) / (80 − 20), (85 − 20) / 60, (10 − 20) / 60; downwards (25 − 40) / (10 − 40).
  @Test(arguments: [
    (Indicator.Direction.up, 20.0, 80.0, 50.0, 0.5, false), (.up, 20, 80, 85, 65.0 / 60, true),
    (.up, 20, 80, 10, -1.0 / 6, false), (.down, 40, 10, 25, 0.5, false), (.down, 40, 10, 10, 1, true),
  ])
  func progress(
    _ direction: Indicator.Direction, _ baseline: Double, _ target: Double, _ value: Double, _ done: Double,
    _ isReached: Bool
  ) throws {
    let indicator = try Self.indicator(direction, from: baseline, to: target, [("2020-01-01", value)])
    let progress = try #require(indicator.progress().value)
    #expect(abs(progress - done) < 1e-12)
    #expect(indicator.isReached() == isReached)
  }

  @Test("without one of the three there is no progress, and a reason")
  func undefined() throws {
    let values = [("2020-01-01", 50.0)]
    func reason(_ baseline: Double?, _ target: Double?, _ values: [(String, Double)]) throws -> String? {
      try Self.indicator(.up, from: baseline, to: target, values).progress().reason?.code.rawValue
    }
    #expect(try reason(nil, 80, values) == "no-baseline")
    #expect(try reason(20, nil, values) == "no-target")
    #expect(try reason(20, 80, []) == "not-measured")
    #expect(try reason(20, 20, values) == "no-way-to-go")
    let unmeasured = try Self.indicator(.up, from: 20, to: 80, [])
    #expect(unmeasured.score().reason?.code.rawValue == "not-measured")
    #expect(unmeasured.isReached() == nil)
  }

  @Test("values score by their band, half-open", arguments: [(0.0, 1.0), (39.9, 1), (40, 3), (80, 5), (100, 5)])
  func score(_ value: Double, _ score: Double) throws {
    #expect(try Self.indicator(.up, from: nil, to: nil, [("2020-01-01", value)]).score().value == score)
    #expect(try Self.indicator(.down, from: nil, to: nil, [("2020-01-01", value)]).score().value == 6 - score)
  }
}
