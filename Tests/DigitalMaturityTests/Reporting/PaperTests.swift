import DigitalMaturity
import Testing

@Suite("Paper") struct PaperTests {
  private static func paper(_ numbers: [String?]) -> Paper {
    Paper(
      title: "Note",
      blocks: numbers.map { number in
        let parts = number?.split(separator: ".").count ?? 2
        return parts == 1 ? .heading("Heading", level: 1, number: number) : .paragraph("Words", number: number)
      })
  }

  @Test(
    "numbers are in order when a document would count them so",
    arguments: [
      (["1", "1.1", "1.2", nil, "2", "2.1"], true), ([], true), ([nil, nil], true), (["2", "2.1"], false),
      (["1", "1.2"], false), (["1", "1.1", "2", "1.2"], false), (["1", "1.1.1"], false), (["0.1"], false),
    ])
  func order(numbers: [String?], isInOrder: Bool) { #expect(Self.paper(numbers).isNumberedInOrder == isInOrder) }

  @Test("headings of the second level count like paragraphs, and deeper ones have no numbers of their own")
  func headings() {
    var paper = Paper(title: "Report")
    paper.blocks = [.heading("Implications", level: 1, number: "1"), .heading("Risk", level: 2, number: "1.1")]
    #expect(paper.isNumberedInOrder)
    paper.blocks.append(.paragraph("Words", number: "1.2"))
    #expect(paper.isNumberedInOrder)
    paper.blocks.append(.heading("Deep", level: 3, number: "1.2.1"))
    #expect(!paper.isNumberedInOrder)
  }

  @Test("text is its runs")
  func text() {
    #expect((PaperText("a ") + .bold("b")).plain == "a b")
    #expect(PaperText("").runs.isEmpty)
  }
}
