import Foundation
import Testing

@testable import CouncilTool

@Suite("The article about this tool") struct ArticleTests {
  @Test("shows what the tool answers")
  func outputs() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../Sources/DigitalMaturity/DigitalMaturity.docc/BuildACouncilTool.md")
      .standardized
    let article = try String(contentsOf: path, encoding: .utf8)
    let blocks = article.components(separatedBy: "```text\n$ EmbeddedScorecard ").dropFirst()
    #expect(blocks.count == 2)
    let service = try Sample.service()
    for block in blocks {
      let lines = (block.components(separatedBy: "\n```").first ?? "").split(separator: "\n", maxSplits: 1)
      let answer = String(decoding: service.respond(to: String(lines[0])).body, as: UTF8.self)
      #expect(answer.contains(lines[1]), "\(lines[0])")
    }
  }
}
