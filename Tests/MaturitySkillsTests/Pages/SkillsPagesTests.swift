import DigitalMaturity
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityTables
import Testing

@Suite("Pages and JSON of skills") struct SkillsPagesTests {
  private func scores(_ count: Int = 24) async throws -> SkillsScores {
    var people = "code,role,team,manager\nboss,staff,a,\n"
    var ratings = "person,rater,date,letters,forms,passwords,note\n"
    for index in 0..<count {
      people += "p\(index),staff,\(index % 2 == 0 ? "a" : "b"),boss\n"
      ratings += "p\(index),self,2026-01-01,\(index % 3),2,2,\n"
      if index < 12 { ratings += "p\(index),manager,2026-02-01,\(index % 2 + 1),2,2,<seen & noted>\n" }
    }
    let staff = try Council.staff(people)
    return try Council.scorer().scores(of: try await Council.ratings(ratings, of: staff, keepsNotes: true))
  }

  private func json(_ output: ByteOutput) throws -> DocumentNode {
    try JSONReader.read(output.bytes, file: "result.json").root
  }

  @Test("gaps have the keys that programs read, and say on the first line that they are personal") func gaps()
    async throws
  {
    let output = try await scores().named().gapsJSON()
    let first = try #require(output.text.split(separator: "\n").first)
    #expect(first.hasPrefix("{\"notice\": \"Personal:"))
    let root = try json(output)
    #expect(root.member("format")?.integer == 1 && root.member("framework")?.text == "small")
    let people = try #require(root.member("people")).elements.map { $0 }
    #expect(people.count == 25)
    #expect(people[1].member("person")?.text == "p0")
    #expect(people[1].member("roles")?.elements.map(\.text) == ["staff"])
    let literacy = try #require(people[1].member("literacies")?.elements.first { _ in true })
    #expect(literacy.members.map(\.key.text) == ["id", "level", "required", "gap", "met"])
    let competence = try #require(people[1].member("competences")?.elements.first { _ in true })
    #expect(competence.members.map(\.key.text) == ["id", "level", "required", "gap", "met", "essential"])
    // The manager, who comes before the person, rates 1 of 2.
    #expect(competence.member("level")?.number == 1 && competence.member("met")?.boolean == false)
    #expect(people[0].member("meetingAll")?.isNull == true, "the boss is not rated")
    let summary = try #require(root.member("summary"))
    let all = try #require(summary.member("meetingAll"))
    #expect(["count", "of", "notRated", "share", "low", "high"].allSatisfy { all.member($0) != nil })
    #expect(all.member("of")?.integer == 24 && all.member("notRated")?.integer == 1)
    #expect(summary.member("literacies")?.count == 2)
  }

  @Test("a spreadsheet of gaps tells out of date from never rated, and has all literacies together") func sheet()
    async throws
  {
    let staff = try Council.staff("code,role\na,staff\n")
    let ratings = try await Council.ratings("person,rater,date,letters\na,self,2020-01-01,2\n", of: staff)
    let scores = try Council.scorer().scores(of: ratings, validFrom: try Council.day("2025-01-01"))
    let lines = try scores.named().gapsPage().csv().text.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.contains(",letters,") && $0.contains("out-of-date") }, "\(lines)")
    #expect(lines.contains { $0.contains(",forms,") && $0.contains("not-rated") })
    #expect(lines.contains { $0.contains(",all,all,") && $0.contains("not-rated") })
  }

  @Test("results of somebody in a private role are for the person alone") func own() async throws {
    let staff = try Council.staff("code,role\nm,member\n")
    let ratings = try await Council.ratings("person,rater,date,letters\nm,self,2026-01-01,0\n", of: staff)
    let named = try Council.scorer().scores(of: ratings).named(.person("m"))
    for page in [named.personPage(0), named.planPage(0), named.plansPage()] {
      #expect(page.notice == NamedSkills.noticeOfOwn)
    }
    #expect(named.personJSON(0).text.contains(NamedSkills.noticeOfOwn))
    #expect(!named.plansJSON().text.contains("manager only"))
  }

  @Test("everything named says so first, in every format") func notices() async throws {
    let named = try await scores().named(.person("p1"))
    for page in [named.gapsPage(), named.personPage(0), named.planPage(0), named.plansPage()] {
      #expect(page.notice == NamedSkills.notice)
      for output in [page.text(), page.csv(), page.html(), page.paper().markdown(), page.paper().html()] {
        #expect(
          output.text.split(whereSeparator: \.isNewline).first?.contains(
            "Personal: for the person and the manager only") == true)
      }
      #expect(page.html().text.hasPrefix("<!DOCTYPE html>"))
    }
    for output in [named.personJSON(0), named.plansJSON()] {
      #expect(output.text.split(separator: "\n").first?.contains("Personal:") == true)
      _ = try json(output)
    }
  }

  @Test("a list says of whom nothing can be scored, why, and where to mend it") func withoutRole() async throws {
    let staff = try StaffList(
      .bytes(Array("code,role\na,staff\nb,\nc,nobody\n".utf8)), file: "people.csv", framework: SmallFramework.framework)
    let ratings = try await Council.ratings(
      "person,rater,date,letters,forms,passwords\na,self,2026-01-01,2,2,2\n", of: staff)
    let scores = try Council.scorer().scores(of: ratings)
    let named = try scores.named()
    let sentence =
      "2 people have no role of the framework, so that nothing can be scored: b and c. Name one for each in the list of people."
    for page in [named.gapsPage(), named.plansPage()] {
      #expect(page.notes.contains(sentence), "\(page.notes)")
      #expect(page.tables[0].rows.count { $0.contains("no role") } == 2)
    }
    let lines = named.gapsPage().csv().text.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasPrefix("b,,,,all,all,,,,no-role") }, "\(lines)")
    let page = try scores.named(.person("b")).personPage(0)
    #expect(page.introduction.first?.contains("names no role of the framework for this person") == true)
    #expect(!page.text().text.contains("In the role"))
    #expect(!page.text().text.contains("not needed"), "nobody knows what is needed: \(page.text().text)")
    #expect(page.tables[0].rows.allSatisfy { $0.contains("no role") })
    #expect(!(try scores.named(.person("a")).gapsPage().text().text.contains("no role")))
    let root = try json(named.gapsJSON())
    let people = try #require(root.member("people")).elements.map { $0 }
    #expect(people.map { $0.member("reason")?.text } == [nil, "no-role", "no-role"])
    let summary = try #require(root.member("summary"))
    #expect(summary.member("people")?.integer == 1 && summary.member("peopleWithoutRole")?.integer == 2)
    #expect(summary.member("meetingAll")?.member("of")?.integer == 1)
    let plans = try #require(try json(named.plansJSON()).member("plans")).elements.map { $0 }
    #expect(plans.map { $0.member("reason")?.text } == [nil, "no-role", "no-role"])
  }

  @Test("the page says how a literacy is met by the framework's own rule") func ruleInWords() async throws {
    var framework = SmallFramework.framework
    framework.scoring = ScoringDefinition(rule: WeightedMean())
    let staff = try Council.staff("code,role\na,staff\n", framework: framework)
    let ratings = try await Council.ratings("person,rater,date,letters\n", of: staff, framework: framework)
    let scores = try Council.scorer(framework).scores(of: ratings)
    for notes in [try scores.named().gapsPage().notes, scores.published().scorePage().notes] {
      #expect(
        notes.contains {
          $0.contains("by the rule “weighted-mean”") && $0.contains("not rated while any of that is not")
        })
      #expect(!notes.contains { $0.contains("met when everything essential") })
    }
  }

  @Test("a spreadsheet of one plan says whose it is, and one of totals how people and managers rate") func sheets()
    async throws
  {
    let scores = try await scores()
    let plan = try scores.named(.person("p0")).planPage(0)
    let lines = plan.csv().text.split(whereSeparator: \.isNewline)
    #expect(lines[1] == "Person,Learning,Form,Hours,For" && lines[2].hasPrefix("p0,Course,webinar,2,"), "\(lines)")
    #expect(plan.text().text.contains("Learning") && !plan.text().text.contains("Person  "))
    let totals = scores.published().scorePage().csv().text.split(whereSeparator: \.isNewline)
    #expect(totals[0].hasSuffix(",mean gap,rated by both,self higher,alike,self lower,self above manager"))
    // Twelve are rated by both. In letters the manager gives 1 or 2 in turn, they themselves 0, 1, 2 in turn: of six people
    // 1-0, 2-1, 1-2, 2-0, 1-1, 2-2, so that two of six are alike and one is higher; forms are alike, so that means halve.
    let writing = try #require(totals.first { $0.contains(",literacy,writing,") })
    #expect(writing.hasSuffix(",12,2,4,6,-0.25"), "\(writing)")
    #expect(try #require(totals.first { $0.contains(",all,all,") }).hasSuffix(",,,,,"))
  }

  @Test("a person's page shows levels, raters, dates, notes and a plan, escaped") func person() async throws {
    let named = try await scores().named(.person("p0"))
    let text = named.personPage(0, hours: 4).text().text
    for words in [
      "Digital literacies of p0, 1\u{A0}June\u{A0}2026", "Writing", "With help", "Alone", "not met",
      "Own rating, 1\u{A0}January\u{A0}2026", "Manager's rating, 1\u{A0}February\u{A0}2026", "\u{2212}1",
      "<seen & noted>",
      "Course", "The plan takes 2 hours.",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    let html = named.personPage(0).html().text
    // What the plan takes stands with the plan, and not after everything else.
    for shown in [text, html] {
      let (plan, competences) = (shown.firstRange(of: "The plan takes 2 hours."), shown.firstRange(of: "Competences"))
      #expect(try #require(plan).lowerBound < (try #require(competences).lowerBound), "\(shown)")
    }
    let unplanned = try await scores().named(.person("boss")).personPage(0)
    #expect(unplanned.html().text.contains("There is nothing to plan."))
    #expect(html.contains("&lt;seen &amp; noted&gt;") && !html.contains("<seen"))
    #expect(
      try json(named.personJSON(0)).member("person")?.member("competences")?.elements.first { _ in true }?.member(
        "ratings")?.count == 2)
  }

  @Test("a note stands once, with whose it is, when, and what it is about") func notes() async throws {
    let staff = try Council.staff("code,role\na,staff\n")
    let ratings = try await Council.ratings(
      "person,rater,date,letters,forms,passwords,note\na,manager,2026-02-01,1,2,2,Saw it all\na,self,2026-01-01,2,,,Just one\n",
      "person,rater,competence,level,date,note\na,self,forms,2,2026-03-01,Of forms\na,self,passwords,2,2026-03-01,\n",
      of: staff, keepsNotes: true)
    let page = try Council.scorer().scores(of: ratings).named(.person("a")).personPage(0)
    let table = try #require(page.tables.last)
    #expect(table.title == "Notes" && table.columns.map(\.heading) == ["Rating", "About", "Note"])
    #expect(
      table.rows == [
        ["Own rating, 1\u{A0}January\u{A0}2026", "Letters", "Just one"],
        ["Own rating, 1\u{A0}March\u{A0}2026", "Forms", "Of forms"],
        ["Manager's rating, 1\u{A0}February\u{A0}2026", "everything rated", "Saw it all"],
      ])
    #expect(!page.tables[2].columns.map(\.heading).contains("Notes"))
    let without = try await scores().named(.person("p20")).personPage(0)
    #expect(without.tables.count == 3)
  }

  @Test("who is not rated has a row among plans that says so, and no plan that looks done") func notRated() async throws
  {
    let staff = try Council.staff("code,role\na,staff\nb,staff\nc,staff\n")
    let ratings = try await Council.ratings(
      "person,rater,date,letters,forms,passwords\na,self,2026-01-01,2,2,2\nb,self,2026-01-01,2,,2\n", of: staff)
    let page = try Council.scorer().scores(of: ratings).named().plansPage()
    #expect(
      page.tables[0].rows.map { $0[1] } == [
        "nothing to plan", "not everything is rated yet", "not everything is rated yet",
      ])
  }

  @Test("a rating that is out of date is compared with none") func outOfDate() async throws {
    let staff = try Council.staff("code,role\na,staff\n")
    let ratings = try await Council.ratings(
      "person,rater,date,letters\na,self,2020-01-01,2\na,manager,2026-01-01,1\n", of: staff)
    let scorer = try Council.scorer()
    func difference(_ oldest: Day?) throws -> Double? {
      try scorer.scores(of: ratings, validFrom: oldest).named()[0].competences[0].selfAboveManager
    }
    #expect(try difference(nil) == 1)
    #expect(try difference(Day("2025-01-01")) == nil)
  }

  @Test("levels in JSON are values of the scale, wherever they stand") func values() async throws {
    var framework = SmallFramework.framework
    for index in framework.levels.indices { framework.levels[index].value = Double(10 * index + 10) }
    let staff = try Council.staff("code,role\na,staff\n", framework: framework)
    let ratings = try await Council.ratings(
      "person,rater,date,letters,forms,passwords\na,self,2026-01-01,not-yet,alone,not-needed\n", of: staff,
      framework: framework)
    let named = try Council.scorer(framework).scores(of: ratings).named(.person("a"))
    let root = try json(named.personJSON(0))
    let competences = try #require(root.member("person")?.member("competences")).elements.map { $0 }
    let ratingsOf = competences.map { $0.member("ratings")?.elements.first { _ in true } }
    #expect(ratingsOf.map { $0?.member("level")?.number } == [10, 30, nil])
    #expect(ratingsOf[2]?.member("says")?.text == "not-needed")
    #expect(competences[0].member("level")?.number == 10 && competences[0].member("gap")?.number == 20)
    let step = root.member("plan")?.member("steps")?.elements.first { _ in true }
    let brings = step?.member("brings")?.elements.first { _ in true }
    #expect(brings?.member("from")?.number == 10 && brings?.member("to")?.number == 30)
    #expect(root.member("kind")?.text == "person")
  }

  @Test("what is withheld of every group of a breakdown is a sentence and no column") func hidden() async throws {
    let people = (0..<24).map {
      "p\($0),staff,\($0 % 2 == 0 ? "a" : "b"),\($0 == 2 || $0 == 3 ? "2025-06-01" : "2020-01-01")\n"
    }
    let staff = try Council.staff("code,role,team,started\n" + people.joined())
    let rows = { (year: Int) in
      (0..<24).map { "p\($0),self,\(year)-01-01,\($0 % 3),2,2\n" }.joined()
    }
    let csv = "person,rater,date,letters,forms,passwords\n" + rows(2025) + rows(2026)
    let scorer = try Council.scorer()
    let before = scorer.scores(of: try await Council.ratings(csv, of: staff, on: "2025-02-01", today: "2026-06-01"))
    let after = scorer.scores(of: try await Council.ratings(csv, of: staff))
    let page = after.progress(since: before).page()
    let byTeam = try #require(page.tables.first { $0.title.hasSuffix("by team") })
    #expect(!byTeam.columns.map(\.heading).contains("Same people"))
    #expect(byTeam.rows.allSatisfy { $0.count == byTeam.columns.count })
    #expect(
      page.notes.contains { $0.hasPrefix("By ") && $0.contains("team") && $0.hasSuffix("that is so everywhere.") })
    #expect(page.tables[0].columns.map(\.heading).contains("1\u{A0}February\u{A0}2025"))
    #expect(page.notes.contains("Changes are of unrounded shares."))
  }

  @Test("groups have their likely ranges and who is not rated, on a terminal of eighty columns too") func ranges()
    async throws
  {
    let published = try await scores().published()
    for page in [published.scorePage(by: [.team]), published.heatmapPage()] {
      let table = try #require(page.tables.last)
      #expect(table.title == "How sure the shares are, and how many are not rated, by team" && table.isGrouped)
      #expect(table.columns.map(\.heading) == ["Group", "Literacy", "Share", "Likely range", "Of rated", "Not rated"])
      // Team a is the boss, who is not rated, and every other person; four of twelve are level 2, of whom the manager rates.
      let rows = table.rows.filter { $0.first == .text("a") }
      #expect(rows.map { $0[1] } == ["All literacies", "Writing", "Safety"])
      let team = try #require(published.groups(by: .team).first { $0.name == "a" })
      let meeting = try #require(team.literacies.first)
      #expect(meeting.of == 12 && meeting.notRated == 1)
      let interval = try #require(meeting.interval.value)
      let range = "\(Int((interval.low * 100).rounded())) to \(Int((interval.high * 100).rounded())) %"
      #expect(
        rows[1] == ["a", "Writing", .share(try #require(meeting.share.value)), .text(range), .count(12), .count(1)])
      for line in page.text(width: 80).text.split(whereSeparator: \.isNewline) { #expect(line.count <= 80, "\(line)") }
    }
    #expect(published.scorePage().notes.contains("Differences are of unrounded means."))
    let narrow = published.heatmapPage().text(width: 40).text
    #expect(narrow.contains("\na\n  All literacies"), "\(narrow)")
    let few = try await scores(7).published().heatmapPage()
    #expect(few.tables.last?.rows.allSatisfy { $0.dropFirst(2).allSatisfy { $0 == .withheld } } == true)
  }

  @Test("totals are tables, shades and tidy rows; what is withheld is marked") func totals() async throws {
    let totals = try await scores().published()
    let text = totals.scorePage(by: [.team]).text().text
    for words in [
      "Who meets each literacy", "All literacies", "The commonest gaps", "Letters", "by team", "25 people.",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let heat = totals.heatmapPage()
    let page = heat.html().text
    #expect(page.contains("class=\"number heat-"))
    #expect(page.contains("<p class=\"small key\">The larger the share, the stronger the shade:"))
    #expect((0...4).allSatisfy { page.contains("<span class=\"heat-\($0)\">") })
    let lines = heat.csv().text.split(whereSeparator: \.isNewline)
    #expect(lines.first?.hasPrefix("breakdown,id,group,people,kind,of") == true)
    #expect(lines.count == 1 + 3 * 6, "everyone and two teams, each with all, two literacies and three competences")
    let few = try await scores(8).published()
    #expect(few.heatmapPage().text().text.contains("[c]"))
    #expect(try json(few.json()).member("summary")?.member("meetingAll")?.member("reason")?.text == "withheld")
    for output in [totals.json(by: [.team, .role]), totals.heatmapJSON(), totals.demandJSON(), few.demandJSON()] {
      #expect(try json(output).member("threshold")?.integer == 10)
      #expect(!output.text.contains("\"p0\""), "no codes of people")
    }
    #expect(totals.demandPage().text().text.contains("Course"))
  }
}
