import DigitalMaturity
import Testing

@testable import CouncilTool

@Suite("The service") struct ServiceTests {
  let service: Service

  init() throws { service = try Sample.service() }

  func text(_ request: String) -> String { String(decoding: service.respond(to: request).body, as: UTF8.self) }

  @Test("answers all that it offers, each as what it is")
  func paths() {
    #expect(service.paths.count == 11)
    for path in service.paths { #expect(service.respond(to: path).status == 200, "\(path)") }
    #expect(service.respond(to: "/digital-services/html").contentType == "text/html; charset=utf-8")
    #expect(text("/digital-services/html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test(
    "refuses the rest, and says why",
    arguments: [
      ("/", 404, "there is no such path"), ("/digital-services", 404, "there is no such path"),
      ("/nowhere/json", 404, "there is no such path"), ("/counter/html", 404, "counter has no “html”"),
      ("/counter/changes", 404, "one round"), ("/counter/priorities?budget=0", 400, "above 0"),
      ("/counter/priorities?days=3", 400, "the only question"), ("", 404, "there is no such path"),
    ])
  func refusals(_ request: String, _ status: Int, _ reason: String) throws {
    let response = service.respond(to: request)
    #expect(response.status == status)
    let body = try JSONReader.read(response.body, file: "body")
    #expect(body.root.member("error")?.text?.contains(reason) == true)
  }

  @Test("scores as a pocket calculator does")
  func scores() throws {
    let staff = try PublishableScorecard.read(service.respond(to: "/digital-services/json").body, file: "staff")
    // 27 people: Σ of (start + track)/2, or of start alone for the three who did not know about the other, is 74.
    #expect(staff[0].everyone?.areas[0].score == .value(74.0 / 27))
    let counter = try PublishableScorecard.read(service.respond(to: "/counter/json").body, file: "counter")
    // 4 min scores 5 (four people), 12 min 4.3, 20 min 3.5, 35 min 2 and 65 min 1 (five people each): 74 in all.
    let time = try #require(counter[0].everyone?.areas[0].score.value)
    #expect(abs(time - 74.0 / 24) < 1e-12)
  }

  @Test("gives no small group away")
  func privacy() throws {
    let counter = try PublishableScorecard.read(service.respond(to: "/counter/json").body, file: "counter")
    // Four people in the north; with the centre's twenty and everyone's figures they could be worked out.
    #expect(counter[0].groups(by: ["office"]).map(\.isSuppressed) == [true, true])
    #expect(!text("/counter/metrics").contains("by_office"))
    #expect(text("/digital-services/metrics").contains(#",area="Tools for staff",by_site="depot"} "#))
  }

  @Test("chooses within a budget: what an action requires comes with it, what it excludes does not")
  func priorities() {
    let chosen = text("/digital-services/priorities?budget=60").split(separator: "\"chosen\": [").last ?? ""
    #expect(chosen.hasPrefix("\n      \"tracking\",\n      \"forms\"\n    ]"))
    let all = text("/digital-services/priorities?budget=1000").split(separator: "\"chosen\": [").last?.prefix {
      $0 != "]"
    }
    #expect(all?.contains("helpers") == true && all?.contains("contractor") == false)
    #expect(!text("/digital-services/priorities").contains("\"selection\""))
    #expect(text("/digital-services/roadmap?budget=60").contains(#""id": "tracking""#))
    #expect(!text("/digital-services/roadmap").contains(#""id": "tracking""#))
  }

  @Test("says what moved between the rounds")
  func changes() throws {
    let body = try JSONReader.read(service.respond(to: "/digital-services/changes").body, file: "changes")
    let changes = try #require(body.root.member("changes"))
    let online = try #require(changes.elements.first { $0.member("id")?.text == "online" })
    let change = try #require(online.member("change")?.number)
    // 24 people before: 42/24.
    #expect(abs(change - (74.0 / 27 - 42.0 / 24)) < 1e-12)
  }
}
