import DigitalMaturity
@testable import MaturityReports
import Testing

/// A report of one area question, answered as counts say.
private struct Room {
  var counts: [Int]
  var threshold = 10
  var mode = Questionnaire.Mode.individual

  var sample: Sample {
    var sample = Sample()
    sample.areaNames = ["Leadership"]
    sample.people = [counts.reduce(0, +)]
    sample.teamNames = ["North"]
    sample.mode = mode
    sample.threshold = threshold
    let answers = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    sample.choice = { person, _ in answers[person] }
    return sample
  }

  func facts() throws -> ReportFacts { ReportFacts(try sample.makeContext()) }
}

@Suite struct TalkingPointTests {
  private let words = ReportWords(catalogue: .english)

  @Test(
    "how people stand, and how many would have to move",
    arguments: [
      ([6, 4, 1, 5, 4], "Two camps", 5), ([4, 4, 4, 4, 4], "Spread out", 7), ([0, 0, 12, 0, 0], "Most agree", 0),
      ([0, 1, 8, 2, 0], "Most agree", 0),
    ])
  func patterns(_ counts: [Int], _ pattern: String, _ movers: Int) throws {
    let point = try #require(TalkingPoint.all(try Room(counts: counts).facts()).first)
    #expect(point.pattern(words).plain == pattern)
    #expect(point.movers == movers)
    #expect(point.total == counts.reduce(0, +))
    #expect(point.answers.map(\.count) == counts)
    #expect((point.moving(words) == nil) == (movers == 0))
  }

  @Test("sentences name the camps and the ends, by level, label or letter")
  func sentences() throws {
    let facts = try Room(counts: [6, 4, 1, 5, 4]).facts()
    let camps = try #require(TalkingPoint.all(facts).first { $0.question.snapshot != nil })
    #expect(
      camps.sentence(words).plain == "Two camps: 10 people around “Just starting”, 9 people around “How we work”.")
    #expect(
      camps.moving(words)?.plain
        == "Five would have to move for three quarters to stand on one answer or two neighbouring ones.")
    let spread = try #require(TalkingPoint.all(try Room(counts: [0, 4, 4, 4, 4]).facts()).first)
    #expect(
      spread.sentence(words).plain
        == "Answers reach from “Some teams” to “Always improving”; most often the answer is “Some teams”.")
    let byLabel = try #require(TalkingPoint.all(facts).first { $0.question.snapshot == nil })
    #expect(
      byLabel.sentence(words).plain
        == "Two camps: 10 people around “Just starting in area 0”, 9 people around “How we work in area 0”.")
    var long = Room(counts: [6, 4, 1, 5, 4]).sample
    long.suffix = String(repeating: " and so on", count: 4)
    let byLetter = try #require(
      TalkingPoint.all(ReportFacts(try long.makeContext())).first { $0.question.snapshot == nil })
    #expect(byLetter.sentence(words).plain == "Two camps: 10 people around A, 9 people around D.")
    let (low, high) = ("Just starting in area 0.\(long.suffix)", "How we work in area 0.\(long.suffix)")
    #expect(
      byLetter.sentence(words, inFull: true).plain
        == "Two camps: 10 people around “\(low)”, 9 people around “\(high)”.")
    #expect(byLetter.letters == ["A", "B", "C", "D", "E"])
    #expect(byLabel.letters == nil)
  }

  @Test("nothing is said of what is withheld or agreed by a group")
  func withheld() throws {
    #expect(TalkingPoint.all(try Room(counts: [3, 3, 3, 0, 0]).facts()).isEmpty)
    #expect(TalkingPoint.all(try Room(counts: [0, 0, 1, 0, 0], mode: .consensus).facts()).isEmpty)
  }

  @Test("those people agree on least come first")
  func order() throws {
    let points = TalkingPoint.all(ReportFacts(try Sample().makeContext()))
    #expect(points.count > 3)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.consensus <= $1.consensus })
  }

  @Test("prompts speak of what was said, and of what comes next")
  func prompts() throws {
    let facts = try Room(counts: [6, 4, 1, 5, 4]).facts()
    let points = TalkingPoint.all(facts)
    let prompts = try #require(points.first { $0.question.snapshot != nil }).prompts(facts)
    #expect(prompts.count == 2)
    #expect(prompts[0].plain.hasPrefix("Some of you chose “Just starting” and others “How we work”."))
    let other = try #require(points.first { $0.question.snapshot == nil }).prompts(facts)
    #expect(other[0].plain.hasPrefix("On “And how about this?” some of you chose “Just starting in area 0”"))
    // The mean is 2.85, so the next level is the third.
    #expect(prompts[1].plain.hasSuffix("“Most teams in area 0.”"))
    let top = try Room(counts: [0, 0, 0, 0, 12]).facts()
    let last = try #require(TalkingPoint.all(top).first).prompts(top).last
    #expect(last?.plain == "What must we keep doing so that it stays this way?")
  }
}

@Suite struct SessionPagesTests {
  private func page(_ format: any ReportFormat, _ sample: Sample) throws -> Page {
    let page = try Page(try sample.write(format))
    page.expectSound()
    // A phrase that is written as its own description.
    #expect(!page.root.text.contains("Phrase") && !page.root.text.contains("Content("))
    return page
  }

  private func again(_ counts: [Int]) throws -> [PublishableScorecard] {
    try Room(counts: counts).sample.makeContext().scorecards
  }

  @Test("the agenda has the questions, and a card for each area with its descriptions and two prompts")
  func agenda() throws {
    let page = try page(AgendaReportFormat(questions: 2), Sample())
    let points = try #require(page.root.ofClass("points").first)
    #expect(points.children.filter { $0.name == "li" }.count == 2)
    let cards = page.root.ofClass("card")
    #expect(cards.count == 3)
    for card in cards {
      #expect(card.ofClass("descriptions").first?.all("tr").count == 6)
      #expect(card.ofClass("prompts").first?.all("li").count == 2)
      #expect(card.ofClass("result").count == 1)
    }
  }

  @Test("a second round stands beside the first")
  func rounds() throws {
    let first = Room(counts: [6, 4, 1, 5, 4]).sample
    let agenda = try page(AgendaReportFormat(again: again([0, 2, 10, 6, 2])), first)
    let change = try #require(agenda.root.ofClass("change").first)
    #expect(
      change.all("p").first?.text
        == "The mean went from 2.9 to 3.4, and people agree more than before (31\u{A0}%, now 72\u{A0}%).")
    let rows = change.all("tbody").flatMap { $0.all("tr") }
    #expect(
      rows.map { row in row.ofClass("number").map(\.text) } == [
        ["6", "0"], ["4", "2"], ["1", "10"], ["5", "6"], ["4", "2"],
      ])
    let wall = try page(WallReportFormat(again: again([0, 2, 10, 6, 2])), first)
    #expect(wall.root.ofClass("screen").contains { $0.text.contains("Asked again") })
  }

  @Test("a second round in which everybody gave one answer is flagged", arguments: [true, false])
  func unanimousRound(isAgenda: Bool) throws {
    let first = Room(counts: [6, 4, 1, 5, 4]).sample
    func text(_ counts: [Int]) throws -> String {
      let again = try again(counts)
      return try page(isAgenda ? AgendaReportFormat(again: again) : WallReportFormat(again: again), first).root.text
    }
    #expect(try text([0, 0, 20, 0, 0]).contains("it tells what each person answered"))
    #expect(try !text([0, 1, 19, 0, 0]).contains("it tells what each person answered"))
  }

  @Test("where all is withheld the pages say why, and give the cards without figures")
  func withheld() throws {
    var sample = Sample()
    sample.people = [3, 3, 3]
    let agenda = try page(AgendaReportFormat(), sample)
    #expect(agenda.root.ofClass("points").isEmpty)
    #expect(agenda.root.ofClass("card").count == 3)
    #expect(agenda.root.ofClass("result").isEmpty)
    #expect(agenda.root.ofClass("note").contains { $0.text.contains("fewer than 10 people") })
    let wall = try page(WallReportFormat(), sample)
    #expect(wall.root.ofClass("screen").count == 1)
  }

  @Test("whatever names say, the pages are well formed and have no script", arguments: [true, false])
  func hostile(isAgenda: Bool) throws {
    let format: any ReportFormat =
      isAgenda ? AgendaReportFormat(again: try Sample.hostile.makeContext().scorecards) : WallReportFormat()
    let page = try page(format, .hostile)
    #expect(page.root.all("script").isEmpty)
  }

  @Test("the same results give the same bytes")
  func bytes() throws {
    #expect(try Sample().write(AgendaReportFormat()) == Sample().write(AgendaReportFormat()))
    #expect(try Sample().write(WallReportFormat()) == Sample().write(WallReportFormat()))
  }
}
