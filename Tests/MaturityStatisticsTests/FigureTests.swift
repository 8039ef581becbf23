import MaturityStatistics
import Testing

@Suite struct FigureTests {
  let undefined = Figure<Int>.undefined(Undefined(.noValues, "There are no values."))

  @Test func givesItsValueOrItsReason() throws {
    #expect(Figure.value(3).value == 3)
    #expect(Figure.value(3).reason == nil)
    #expect(undefined.value == nil)
    #expect(undefined.reason?.code.rawValue == "no-values")
    #expect(try Figure.value(3).get() == 3)
    #expect(throws: Undefined(.noValues, "There are no values.")) { try undefined.get() }
  }

  @Test func stepsKeepTheFirstReason() {
    #expect(Figure.value(3).map { $0 * 2 } == .value(6))
    #expect(Figure.value(3).then { Figure.value("\($0)") } == .value("3"))
    #expect(undefined.map { $0 * 2 } == undefined)
    let second = Undefined(.tooFewValues, "Later.")
    #expect(undefined.then { _ in Figure<Int>.undefined(second) }.reason?.code == .noValues)
    #expect(Figure.value(3).then { _ in Figure<Int>.undefined(second) }.reason == second)
  }

  @Test func catchesThrownReasons() {
    #expect(Figure { () throws(Undefined) in try Figure.value(3).get() + 1 } == .value(4))
    #expect(Figure { () throws(Undefined) in try undefined.get() + 1 } == undefined)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func refusesNumbersThatAreNotFinite(number: Double) {
    #expect(Figure.finite(number).reason?.code == .notFinite)
    #expect(Figure.finite(1.5) == .value(1.5))
  }
}
