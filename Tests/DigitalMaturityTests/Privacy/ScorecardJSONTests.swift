import DigitalMaturity
import MaturityScoringRules
import Testing

struct ScorecardJSONTests {
  private func published(_ seed: UInt64, people: Int = 70) throws -> PublishableScorecard {
    try RandomWorkshop(seed: seed, people: people).scorecard().published()
  }

  private func read(_ text: String) throws -> [PublishableScorecard] {
    try PublishableScorecard.read(Array(text.utf8), file: "result.json")
  }

  @Test(arguments: UInt64(1)...30)
  func whatIsWrittenIsReadBackEqual(_ seed: UInt64) throws {
    let one = try published(seed, people: Int(seed) * 5 - 5)
    let bytes = PublishableScorecard.json([one]).bytes
    let back = try PublishableScorecard.read(bytes, file: "result.json")
    #expect(back == [one])
    #expect(PublishableScorecard.json(back).bytes == bytes)
  }

  /// Results that the program wrote may be larger than a document that a person wrote; still larger ones are refused.
  @Test func tooLargeResultsAreRefused() throws {
    let bytes = PublishableScorecard.json([try published(1)]).bytes
    #expect(DocumentLimits.results.bytes > DocumentLimits.standard.bytes)
    #expect(DocumentLimits.results.nodes > DocumentLimits.standard.nodes)
    var limits = DocumentLimits.results
    limits.bytes = bytes.count - 1
    let error = #expect(throws: DocumentError.self) {
      _ = try PublishableScorecard.read(bytes, file: "result.json", limits: limits)
    }
    #expect(error?.diagnostics.map(\.code) == [.limit])
    limits.bytes = bytes.count
    #expect(try PublishableScorecard.read(bytes, file: "result.json", limits: limits).count == 1)
  }

  /// What is drawn from low to high would otherwise run the other way.
  @Test func anIntervalThatIsReversedIsRefusedWithItsPlace() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    let answers = (0..<12).map { ScoringSample.Person(["q": .option(["a", "b", "c"][$0 % 3])], [:]) }
    let scorecard = try sample.scorecard(answers, intervals: .standard).published()
    let text = PublishableScorecard.json([scorecard]).text
    let reversed = text.replacing("\"low\"", with: "\"x\"").replacing("\"high\"", with: "\"low\"")
      .replacing("\"x\"", with: "\"high\"")
    #expect(text.contains("\"low\""))
    let error = #expect(throws: DocumentError.self) { try read(reversed) }
    let told = error?.diagnostics.first { $0.message.hasPrefix("an interval goes from “low” up to “high”") }
    #expect(told?.location?.line ?? 0 > 1)
  }

  @Test func whatTheAssessmentIsCalledAndItsDayAreKept() throws {
    var scorecard = try published(3)
    let without = PublishableScorecard.json([scorecard]).text
    #expect(!without.contains("\"date\"") && !without.contains("\"title\""))
    scorecard.occasion = Occasion(title: "The “second” round", date: Day(year: 2027, month: 5, day: 3))
    let text = PublishableScorecard.json([scorecard]).text
    #expect(try read(text) == [scorecard])
    let error = #expect(throws: DocumentError.self) { try read(text.replacing("2027-05-03", with: "03/05/2027")) }
    #expect(error?.diagnostics.first?.message.contains("such as 2026-05-01") == true)
    #expect(error?.diagnostics.first?.location?.line ?? 0 > 1)
  }

  @Test func severalAreReadBackInTheirOrder() throws {
    let several = try (1...3).map { try published($0) }
    #expect(try PublishableScorecard.read(PublishableScorecard.json(several).bytes, file: "r") == several)
    #expect(try PublishableScorecard.read(PublishableScorecard.json([]).bytes, file: "r") == [])
  }

  @Test func textOfAllKindsSurvives() throws {
    var sample = ScoringSample()
    sample.areas[0].name = "“Quoted” \"plain\" \\ / \u{0}\u{1F} \u{2028} 😀 é"
    sample.questions = [.closed("q")]
    let scorecard = try sample.scorecard((0..<12).map { _ in (["q": .option("c")], [:]) }).published()
    #expect(try PublishableScorecard.read(PublishableScorecard.json([scorecard]).bytes, file: "r") == [scorecard])
  }

  @Test func theKeysThatProgramsReadAreThere() throws {
    let text = PublishableScorecard.json([try published(4)]).text
    for key in [
      "format", "assessment", "id", "version", "digest", "questionnaire", "groups", "group", "respondents",
      "suppressed", "areas", "name", "score", "level", "target", "gap", "coverage", "answered", "statuses",
      "distribution", "count", "themes", "principles", "literacies", "overall", "reason",
    ] {
      #expect(text.contains("\"\(key)\""), "\(key)")
    }
  }

  /// A withheld figure leaves no number behind, whatever the key.
  @Test(arguments: UInt64(1)...20)
  func aWithheldGroupHasNoNumbersInItsText(_ seed: UInt64) throws {
    let scorecard = try published(seed)
    let whole = PublishableScorecard.json([scorecard]).text
    for group in scorecard.groups where group.isSuppressed {
      for score in group.areas + group.principles where score.isWithheld {
        #expect(score.people == nil && score.statuses == nil && score.distribution.isEmpty)
      }
    }
    // In the text itself: between `"suppressed": true` and the group's end stand only ids, names and targets.
    let parts = whole.split(separator: "\"suppressed\": true").dropFirst()
    #expect(parts.count == scorecard.groups.count { $0.isSuppressed })
    for part in parts {
      let body = part.split(separator: "\"respondents\"").first ?? ""
      for line in body.split(separator: "\n") {
        guard let value = line.split(separator: ":", maxSplits: 1).last, line.contains(":") else { continue }
        let isNumber = value.contains { $0.isNumber } && !value.contains("\"")
        // Questions of areas that were not asked about hold zeros.
        if isNumber { #expect(line.contains("\"target\"") || line.hasSuffix(" 0,") || line.hasSuffix(" 0"), "\(line)") }
      }
    }
  }

  @Test(arguments: UInt64(1)...5)
  func keysOfALaterVersionArePassedOver(_ seed: UInt64) throws {
    let scorecard = try published(seed)
    let text = PublishableScorecard.json([scorecard]).text
    let key = "\"a-later-key\": [1, {\"x\": null}, \"y\"]"
    // In every object but the group's key, whose keys are attributes.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("{") && !line.contains("\"group\"") ? "\(line) \(key)," : String(line)
    }
    let later = lines.joined(separator: "\n")
    #expect(later.utf8.count > text.utf8.count + 1_000)
    #expect(try read(later) == [scorecard])
  }

  @Test func keysThatMayBeMissingHaveAMeaning() throws {
    let back = try read(
      #"{"format":1,"assessment":{"id":"a","version":"1.0.0"},"questionnaire":"q","groups":[{"group":{}}]}"#)
    #expect(back.count == 1)
    #expect(back[0].policy == .standard)
    #expect(back[0].mode == .individual)
    #expect(back[0].groups[0].areas.isEmpty)
    #expect(back[0].groups[0].respondents == nil)
  }

  @Test(arguments: [2, 7, 0, -1])
  func aLaterFormatIsRefusedWithOneSentence(_ format: Int) throws {
    for text in [
      #"{"format": \#(format), "scorecards": [{"anything": true}]}"#, #"{"format": \#(format), "results": []}"#,
      PublishableScorecard.json([try published(1)]).text.replacing("\"format\": 1", with: "\"format\": \(format)"),
    ] {
      let error = #expect(throws: DocumentError.self) { try read(text) }
      #expect(error?.diagnostics.count == 1)
      #expect(
        error?.diagnostics.first?.message
          == "this file has format \(format); this version reads format 1: take the version that wrote it, or a newer one"
      )
      #expect(error?.diagnostics.first?.location?.file == "result.json")
    }
  }

  @Test(arguments: [
    "", " ", "null", "1", "\"text\"", "[]", "{}", "[[[[", "{\"format\":1}", "{\"format\":\"1\"}", "{\"format\":1.5}",
    "{\"format\":1,\"scorecards\":{}}", "{\"format\":1,\"scorecards\":[null]}", "{\"format\":1,\"scorecards\":[[]]}",
    "{\"format\":1,\"assessment\":[],\"questionnaire\":\"q\",\"groups\":[]}",
    "{\"format\":1,\"assessment\":{},\"questionnaire\":\"q\",\"groups\":[]}",
    "{\"format\":1,\"assessment\":{\"id\":\"a\",\"version\":\"1\"},\"questionnaire\":\"q\",\"groups\":{}}",
  ])
  func whatIsNoResultIsRefused(_ text: String) {
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.diagnostics.isEmpty == false)
  }

  @Test(arguments: ["-1", "9223372036854775807", "1e300", "1.5", "\"7\"", "[7]"])
  func aCountThatIsNoneIsAnErrorAndNeverAddedUp(_ count: String) throws {
    let text = PublishableScorecard.json([try published(1)]).text
    for key in ["\"n\": ", "\"respondents\": ", "\"answered\": ", "\"count\": "] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for index in lines.indices where lines[index].contains(key) && !lines[index].contains("null") {
        let end = lines[index].hasSuffix(",") ? "," : ""
        lines[index] = key + count + end
      }
      // `answered` beside a score is what its statuses say again; those of the statuses are read.
      #expect(throws: DocumentError.self, "\(key)\(count)") { try read(lines.joined(separator: "\n")) }
    }
  }

  @Test(arguments: UInt64(1)...3)
  func aTruncatedFileIsRefused(_ seed: UInt64) throws {
    let bytes = PublishableScorecard.json([try published(seed, people: 15)]).bytes
    // Without the last bracket and the line end nothing is whole.
    for end in stride(from: 0, to: bytes.count - 2, by: max(bytes.count / 300, 1)) {
      #expect(throws: DocumentError.self) {
        try PublishableScorecard.read(Array(bytes[..<end]), file: "result.json")
      }
    }
  }

  /// Bytes changed, doubled or taken out: refused, or read as something that can be written and read again.
  @Test(arguments: UInt64(1)...4)
  func garbageNeverTraps(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = PublishableScorecard.json([try published(seed, people: 12)]).bytes
    var refused = 0
    for _ in 0..<150 {
      var garbage = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: garbage.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: garbage[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: garbage.remove(at: place)
        case 2: garbage.insert(UInt8(ascii: "9"), at: place)
        default: garbage.replaceSubrange(place..<min(place + 40, garbage.count), with: garbage.prefix(40))
        }
      }
      do throws(DocumentError) {
        let back = try PublishableScorecard.read(garbage, file: "result.json")
        for score in back.flatMap(\.groups).flatMap(\.areas) { _ = score.statuses?.total }
        let again = try PublishableScorecard.read(PublishableScorecard.json(back).bytes, file: "again.json")
        #expect(again == back)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 30)
  }
}
