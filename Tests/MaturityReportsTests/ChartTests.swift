import DigitalMaturity
import Foundation
@testable import MaturityReports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Charts as files") struct ChartTests {
  static let hostile =
    "\u{202E}Evil</title><script>alert(1)</script> ]]> \" ' 🏳️‍🌈 \(String(repeating: "long ", count: 40))"

  static let charts: [(name: String, svg: String)] = [
    ("levels", levels(hostile)), ("agreement", agreement(hostile)), ("heatmap", heatmap(hostile)),
    ("pairs", pairs(hostile)), ("slope", slope(hostile)), ("scores", scores(hostile)),
  ]

  static func scores(_ name: String) -> String {
    LollipopChart(
      title: name, scale: 1...5, ticks: [ChartTick(1, label: "1", name: name), ChartTick(5, label: "5", name: "Top")],
      rows: [
        .init(label: name, score: 3, range: 2.5...3.5, target: 4, text: "3.0", note: "target 4"),
        .init(label: "B", score: nil, range: 1...5, target: 4, text: "[c]", note: "target 4"),
        .init(label: "C", score: 9, text: "9.0"),
      ]
    ).svg.text
  }

  static func levels(_ name: String) -> String {
    StackedBars(
      title: name, order: .sequential, steps: ["One", "Two", "Three", name],
      rows: [
        .init(label: name, shares: [0.1, 0.2, 0.3, 0.4], note: "20 people"),
        .init(label: "Few", shares: nil, note: "[c]"),
      ]
    ).svg.text
  }

  static func agreement(_ name: String) -> String {
    StackedBars(
      title: name, order: .diverging, steps: ["No", "Rather no", "So so", "Rather yes", "Yes"],
      rows: [.init(label: name, shares: [0.1, 0.2, 0.2, 0.3, 0.2])]
    ).svg.text
  }

  static func heatmap(_ name: String) -> String {
    HeatmapChart(
      title: name, scale: 1...5, columns: [name, "Two"],
      rows: [
        (label: name, cells: [.number(1, text: "1.0"), .none("[c]")]), (label: "B", cells: [.number(5, text: "5.0")]),
      ]
    ).svg.text
  }

  static func pairs(_ name: String) -> String {
    PairedChart(
      title: name, names: (name, "Members"), scale: 1...5, ticks: [ChartTick(1, label: "1"), ChartTick(5, label: "5")],
      rows: [
        .init(label: name, first: 2, second: 4, note: "2.0, 4.0"),
        .init(label: "B", first: 3, second: nil, note: "[c]"),
      ]
    ).svg.text
  }

  static func slope(_ name: String) -> String {
    SlopeChart(
      title: name, names: ["2026", name],
      rows: [
        .init(label: name, base: 2, now: 3), .init(label: "B", base: 3, now: 2), .init(label: "C", base: 2, now: 2.01),
        .init(label: "D", base: .nan, now: 2),
      ]
    ).svg.text
  }

  @Test(arguments: charts.map(\.name))
  func isWholeXMLWithATitleAndNothingThatRuns(_ name: String) throws {
    let svg = try #require(Self.charts.first { $0.name == name }).svg
    let reader = Elements()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.names.first == "svg")
    #expect(reader.names.contains("title") && reader.names.contains("desc"))
    #expect(!reader.names.contains("script"))
    #expect(!svg.contains("\u{202E}"))
  }

  /// The numbers of an attribute, of elements of a class; of shares of the width the percentage.
  private func numbers(_ attribute: String, _ kind: String, in svg: String) -> [Double] {
    svg.components(separatedBy: "<").filter { $0.contains("class=\"\(kind)\"") }.compactMap { element in
      element.range(of: " \(attribute)=\"").flatMap {
        Double(element[$0.upperBound...].prefix { $0 != "\"" && $0 != "%" })
      }
    }
  }

  @Test func aBarIsOneHundredPerCentWide() {
    let svg = Self.levels("Levels")
    let widths = ["s1 step", "s2 step", "s4 step", "s5 step"].flatMap { numbers("width", $0, in: svg).dropFirst() }
    #expect(widths == [10, 20, 30, 40])
    #expect(svg.contains(">40</text>"))
    #expect(svg.contains("Few: [c]"))
  }

  /// Of long statements every word is there, on a narrow page and on a wide one, and no line lies on a bar or on another line.
  @Test(arguments: ["narrow", "wide"]) func noWordOfAStatementIsCut(room: String) throws {
    let words = (1...24).map { "word\($0)" }.joined(separator: " ")
    let statements = ["\(words) (agreeing speaks against the area)", "I know whom to ask when a system stops working"]
    let svg = StackedBars(
      title: "Agreement", order: .diverging, steps: ["No", "So so", "Yes"],
      rows: statements.map { .init(label: $0, shares: [0.2, 0.3, 0.5], note: "20 people") }
    ).svg.text
    let lines = svg.components(separatedBy: "<text class=\"name halo \(room)\"").dropFirst().compactMap { element in
      element.split(separator: ">").dropFirst().first?.split(separator: "<").first.map(String.init)
    }
    #expect(lines.joined(separator: " ") == statements.joined(separator: " "))
    let places = svg.components(separatedBy: "<text class=\"name halo \(room)\"").dropFirst().compactMap { element in
      element.range(of: " y=\"").flatMap { Double(element[$0.upperBound...].prefix { $0 != "\"" }) }
    }
    #expect(places.count == lines.count)
    // The first stands in the drawing whole.
    #expect((places.first ?? 0) >= 15)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 19 })
    let tops = Set(numbers("y", "d1 step", in: svg).filter { $0 > 2 })
    #expect(tops.count == 2)
    for top in tops { #expect(places.allSatisfy { $0 < top || $0 - 13 > top + 26 }) }
  }

  @Test func theMiddleOfAgreementStandsUnderTheMiddleOfOthers() {
    let svg = Self.agreement("Agreement")
    // Middle of the third of five steps.
    let middle = zip(numbers("x", "d3 step", in: svg), numbers("width", "d3 step", in: svg)).dropFirst().map {
      $0 + $1 / 2
    }
    #expect(middle == [50])
  }

  @Test func aScoreThatIsWithheldHasNoMarkButItsTarget() {
    let svg = Self.scores("Scores")
    // One in the key; 3 and 9, which is beyond the scale and stands at its end.
    #expect(numbers("cx", "dot", in: svg) == [26, 50, 97])
    #expect(svg.contains(">[c]</tspan>"))
    // The key's range, and that of the first row: 2.5 and 3.5 on a scale from 1 to 5.
    #expect(numbers("x1", "range", in: svg) == [2, 2, 32, 38.25, 38.25, 61.75])
    #expect(svg.components(separatedBy: "class=\"target\"").count == 4)
  }

  /// The text of the widest font that is likely, of names in any script.
  @Test(arguments: ["narrow", "wide"]) func noTextIsWiderThanItsDrawing(room: String) throws {
    let names = [
      String(repeating: "X", count: 200), String(repeating: "W", count: 200), String(repeating: "導", count: 90),
      String(repeating: "القيادة ", count: 30), String(repeating: "👩🏽‍💻", count: 60), "Leadership and direction",
    ]
    let width = room == "wide" ? 704.0 : 288.0
    for name in names {
      for svg in [Self.scores(name), Self.pairs(name), Self.levels(name), Self.slope(name)] {
        let lines = svg.components(separatedBy: "<text class=\"").dropFirst().compactMap {
          element -> (text: String, size: Double)? in
          let parts = element.split(separator: ">", maxSplits: 1)
          guard parts.count == 2, parts[0].contains(room) || parts[0].hasPrefix("name halo\"") else { return nil }
          // As the style sheet of pages has it.
          let size = parts[0].contains("small") ? 13.0 : room == "narrow" && parts[0].hasPrefix("name") ? 14 : 15
          return parts[1].split(separator: "<").first.map { (text: String($0), size: size) }
        }
        #expect(!lines.isEmpty)
        for line in lines { #expect(TextWidth.of(line.text, size: line.size) <= width, "\(line)") }
      }
    }
  }

  /// A title of many words goes on in lines of its own, above all else.
  @Test func aLongTitleIsBroken() {
    let short = Self.heatmap("Heat")
    let long = Self.heatmap(String(repeating: "Heat of councils ", count: 12))
    #expect(short.components(separatedBy: "class=\"title\"").count == 2)
    #expect(long.components(separatedBy: "class=\"title\"").count > 3)
    let places = numbers("y", "title", in: long)
    #expect(places.first == 28 && zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 25 })
  }

  @Test func aHiddenCellHasItsMarkAndNoShade() {
    let svg = Self.heatmap("Heat")
    // The row's box with its mark; the box of the row below is as dark as the key's last.
    #expect(svg.contains("class=\"hidden step\" d=\"M77 -21h74v32h-74z\""))
    #expect(svg.contains("class=\"s1 step\" d=\"M1 -21h74v32h-74z\""))
    #expect(svg.contains("class=\"s5 step\" d=\"M1 -21h74v32h-74z\""))
    #expect(numbers("x", "s1 step", in: svg).count == 1 && numbers("x", "s5 step", in: svg).count == 1)
    #expect(svg.contains("<text x=\"114\">[c]</text>"))
  }

  /// 200 areas by 500 directorates: under 75 bytes a cell with its number, its shade and its words.
  @Test func aLargeHeatmapIsNoLargerThanItMustBe() {
    let columns = (1...500).map { "Directorate \($0)" }
    let svg = HeatmapChart(
      title: "All", scale: 0...4, columns: columns,
      rows: (1...200).map { row in
        (
          label: "Area \(row)",
          cells: columns.indices.map { column in
            let number = (row * 7 + column * 13) % 40
            return .number(Double(number) / 10, text: "\(number / 10).\(number % 10)")
          }
        )
      }
    ).svg.text
    #expect(svg.utf8.count < 7_500_000, "\(svg.utf8.count)")
  }

  @Test func upDownAndStillDifferByTheirLines() {
    let svg = Self.slope("Slope")
    // One in the key; one in the drawing of a wide page and one in that of a narrow one.
    for room in ["wide", "narrow"] {
      for kind in ["up", "down", "still"] {
        #expect(svg.components(separatedBy: "class=\"\(kind)\"").count == 2, "\(kind)")
        #expect(svg.components(separatedBy: "class=\"\(kind) \(room)\"").count == 2, "\(kind) \(room)")
      }
    }
  }

  @Test func noLineRunsAcrossAFigureThatIsNotThere() {
    func number(_ number: Double) -> SlopeChart.Point { .number(number, text: "\(number)") }
    let chart = SlopeChart(
      title: "Three", names: ["2025", "2026", "2027"],
      rows: [
        .init(label: "A", points: [number(1), .none("[c]"), number(3)]),
        .init(label: "B", points: [number(2), number(2.5), .none("[c]")], isClear: [true, nil]),
        .init(label: "C", points: [.none("–"), number(4), number(5)], isClear: [nil, false]),
      ])
    let svg = chart.svg.text
    // A has no line, B goes up, C's step is no more than noise.
    #expect(svg.components(separatedBy: "class=\"up wide\"").count == 2)
    #expect(svg.components(separatedBy: "class=\"still wide\"").count == 2)
    #expect(numbers("cx", "dot wide", in: svg) == [30, 70, 30, 50, 50, 70])
    #expect(numbers("cx", "dot narrow", in: svg).count == 6)
    #expect(svg.contains("A: 2025 1.0, 2026 [c], 2027 3.0. B: 2025 2.0, 2026 2.5, 2027 [c]"))
    // Each name at both ends, its number or mark beside it.
    #expect(svg.components(separatedBy: ">[c]</text>").count == 3)
    #expect(svg.components(separatedBy: ">–</text>").count == 3)
    #expect(chart.hasLines)
    let hidden = SlopeChart(
      title: "None", names: ["1", "2"], rows: [.init(label: "A", points: [number(1), .none("[c]")])])
    #expect(!hidden.hasLines)
  }

  @Test func aPairWithoutOneNumberHasNoLine() {
    let svg = Self.pairs("Pairs")
    #expect(numbers("x1", "line", in: svg).count == 1)
    // Two in the key, two and one in the rows.
    #expect(numbers("cx", "first", in: svg).count == 3)
    #expect(numbers("cx", "second", in: svg).count == 2)
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { names.append(name) }
  }
}
