import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturityReports

@Suite struct MarkdownReportTests {
  @Test func hostileNamesStayText() throws {
    let text = try Sample.hostile.write(MarkdownReportFormat())
    #expect(!text.contains("<script") && !text.contains("<b>"))
    #expect(text.contains("a\\|b\\`c\\`\\[d\\](http\\://e.example)\\*f\\*\\_g\\_"))
    #expect(text.contains("www\\.example.org a\\@b.example"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    // A colon in prose is no markup; one that begins a line or a shortcut is.
    #expect(MarkdownWriter.escape("Who sees it: you") == "Who sees it: you")
    #expect(MarkdownWriter.escape(": a :tada: mailto:b") == "\\: a \\:tada: mailto\\:b")
    // Every row of a table has as many cells as its rule.
    var columns: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let cells = Self.cells(of: String(line))
      if columns == nil { columns = cells }
      #expect(cells == columns, "\(line)")
    }
  }

  /// The bars that part cells: those without a backslash before them.
  private static func cells(of line: String) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count - 1
  }

  @Test func tellsTheSameFactsAsThePage() throws {
    var sample = Sample()
    sample.members = 9
    let text = try sample.write(MarkdownReportFormat())
    for words in [
      "# How we work: results", "> Synthetic data", "## Staff: at a glance", "| Leadership |", "[c]",
      "By team: South; West.", "## Recommended actions", "mode: consensus", "version 1.2.3", "not asked",
    ] { #expect(text.contains(words), "\(words)") }
  }
}

@Suite struct TextTableReportTests {
  @Test(arguments: [nil, 120, 80, 60, 40, 20]) func nothingIsWiderThanAsked(width: Int?) throws {
    for sample in [Sample(), .hostile] {
      let text = try sample.write(TextTableReportFormat(), width: width)
      for line in text.split(separator: "\n") where width ?? 0 >= 40 {
        #expect(Self.width(String(line)) <= (width ?? 0), "\(line)")
      }
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
      #expect(
        !text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }
  }

  /// The widths of the characters in the samples, by hand.
  private static func width(_ line: String) -> Int {
    line.reduce(0) { $0 + ("漢字の名前👩🏽‍💻🇬🇧".contains($1) ? 2 : 1) }
  }

  /// However a table is narrowed and parted, an area's numbers are all there, in order.
  @Test(arguments: [30, 40, 60, 100]) func numbersAreNeverCut(width: Int) throws {
    func numbers(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("Leadership ") }
        .flatMap { $0.split(separator: " ").filter { $0.contains(where: \.isNumber) || $0 == "[c]" } }
    }
    let free = numbers(try Sample().write(TextTableReportFormat()))
    #expect(free == ["2.5", "4", "1.5", "91\u{A0}%", "29", "2.5", "2.3"])
    #expect(try numbers(Sample().write(TextTableReportFormat(), width: width)) == free)
  }

  @Test func groupsThatAreWithheldAreCountedOnly() throws {
    let text = try Sample().write(TextTableReportFormat())
    #expect(text.contains("By team          Everyone  North\n"))
    #expect(text.contains("\n2 groups withheld.\n"))
    var none = Sample()
    none.people = [9, 9, 9]
    #expect(try none.write(TextTableReportFormat()).contains("\nBy team: all 3 groups are withheld.\n"))
    var all = Sample()
    all.people = [40, 40, 40]
    #expect(try !all.write(TextTableReportFormat()).contains("groups withheld.\n"))
  }

  @Test("where a council shows groups below ten, tables say that they are hints", arguments: ["txt", "md", "html"])
  func smallGroupsAreHints(ending: String) throws {
    func hints(_ sample: Sample) throws -> Int {
      let text =
        switch ending {
        case "txt": try sample.write(TextTableReportFormat())
        case "md": try sample.write(MarkdownReportFormat())
        default: try sample.write(HTMLReportFormat())
        }
      return text.replacing("\n", with: " ").ranges(of: "Where fewer than 10 people stand behind a figure").count
    }
    var sample = Sample()
    sample.threshold = 5
    sample.people = [14, 12, 7]
    #expect(try hints(sample) >= 1)
    sample.people = [14, 12, 11]
    #expect(try hints(sample) == 0)
    // What a group agreed on is no matter of how many.
    sample.mode = .consensus
    sample.people = [1, 1, 1]
    #expect(try hints(sample) == 0)
  }

  @Test func columnsAreAligned() throws {
    let text = try Sample().write(TextTableReportFormat())
    let rows = text.split(separator: "\n").drop { !$0.hasPrefix("Area") }.prefix(5)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(text.contains("Withheld. A figure is withheld when fewer than 10 people"))
  }
}

@Suite struct CSVReportTests {
  private func rows(_ text: String) throws -> [[String]] {
    var reader = CSVReader(.bytes(Array(text.utf8)))
    var rows: [[String]] = []
    while let block = try reader.next() {
      for row in 0..<block.count { rows.append(block.cells(in: row).map { block.text(of: $0) }) }
    }
    return rows
  }

  @Test func isTidyAndUnrounded() throws {
    let rows = try rows(try Sample().write(CSVReportFormat()))
    #expect(
      rows[0] == [
        "questionnaire", "group", "team", "kind", "id", "name", "score", "level", "target", "gap", "n", "coverage",
        "answered", "reason", "share", "mean-place", "unanimous",
      ])
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let context = try Sample().makeContext()
    let area = try #require(context.scorecards.first?.everyone?.areas.first)
    #expect(rows[1].prefix(6) == ["staff", "Everyone", "", "area", "area-0", "Leadership"])
    #expect(Double(rows[1][6]) == area.score.value)
    #expect(Double(rows[1][9]) == area.gap)
    #expect(Int(rows[1][10]) == area.people)
    let hidden = rows.filter { $0[1] == "West" && $0[3] == "area" }
    #expect(hidden.count == 3)
    #expect(
      hidden.allSatisfy {
        $0[2] == "team-2" && $0[6] == "[c]" && $0[9] == "[c]" && $0[10] == "[c]" && $0[12] == "[c]" && $0[8] == "4"
      })
    let silent = rows.filter { $0[4] == "silent" && $0[1] == "Everyone" }
    #expect(silent.map { $0[6] } == [""])
    #expect(silent.map { $0[13] } == ["No question of this questionnaire measures it."])
  }

  @Test func formulasAreNeutralised() throws {
    let text = try Sample.hostile.write(CSVReportFormat())
    let rows = try rows(text)
    for name in Sample.hostileNames where ["=", "-", "@", "+"].contains(name.prefix(1)) {
      #expect(rows.contains { $0[5] == "'" + name })
    }
    #expect(rows.contains { $0[1] == "'=1+1" })
  }
}
