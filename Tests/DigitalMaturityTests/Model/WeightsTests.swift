import DigitalMaturity
import Testing

@Suite struct WeightsTests {
  @Test func standInTheOrderOfIdsWhateverTheOrderTheyCameIn() {
    let weights: Weights<Area> = ["people": 0.5, "leadership": 1, "value": 2]
    #expect(weights.map(\.id) == ["leadership", "people", "value"])
    #expect(weights.ids == ["leadership", "people", "value"])
    #expect(weights == ["value": 2, "leadership": 1, "people": 0.5])
    #expect(weights != ["value": 2, "leadership": 1, "people": 0.25])
    #expect(weights.description == "leadership: 1, people: 0.5, value: 2")
  }

  @Test func areReadAndWrittenLikeADictionary() {
    var weights: Weights<Area> = [:]
    #expect(weights.isEmpty && weights["people"] == nil)
    weights["people"] = 0.5
    weights["people"] = 0
    weights["area"] = 1
    #expect(weights == ["area": 1, "people": 0])
    #expect(weights["people"] == 0)
    weights["none"] = nil
    weights["area"] = nil
    #expect(weights == ["people": 0])
  }

  @Test func ofAnIdThatStandsTwiceTheLastCounts() {
    #expect((["a": 1, "b": 2, "a": 3] as Weights<Area>) == ["a": 3, "b": 2])
  }

  @Test func measuresOfListedAreasCountInFull() {
    #expect(Measures(areas: ["b", "a"]) == Measures(areas: ["a": 1, "b": 1]))
    #expect(Measures().isEmpty)
  }
}
