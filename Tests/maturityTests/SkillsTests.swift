import DigitalMaturity
import Foundation
import MaturityOffice
import MaturityTables
import Testing

@Suite("maturity skills") struct SkillsTests {
  private static let council = CommandLineRun.root.appendingPathComponent("Examples/data/council").path

  private static func run(_ command: String, _ arguments: String..., in folder: URL? = nil) throws -> CommandLineRun {
    try CommandLineRun(
      arguments: [
        "skills", command, "digital-literacies", "--people", "\(council)/people.csv", "--teams", "\(council)/teams.csv",
        "--ratings", "\(council)/ratings-2024.csv", "\(council)/ratings-2025.csv", "--on", "2025-11-30",
      ] + arguments, in: folder)
  }

  private static func json(_ run: CommandLineRun) throws -> DocumentNode {
    try JSONReader.read(Array(run.output.utf8), file: "output.json").root
  }

  private static func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("score counts the sample council of 480 people")
  func score() throws {
    let run = try Self.run("score", "--by", "directorate")
    #expect(run.status == 0, "\(run.errors)")
    // Nothing else is wrong with the sample.
    #expect(run.errors.split(whereSeparator: \.isNewline).count == 1)
    #expect(run.errors.contains(" ratings by managers count although the person's own is later, of "), "\(run.errors)")
    let recent = try Self.run("score", "--by", "directorate", "--valid-for", "12m")
    #expect(recent.status == 0 && recent.errors.isEmpty, "\(recent.errors)")
    for part in [
      "480 people.", "Communicating", "Safe and legal", "All literacies", "Adult care", "The commonest gaps",
    ] {
      #expect(run.output.contains(part), "\(part)\n\(run.output)")
    }
    let root = try Self.json(try Self.run("score", "--format", "json", "--by", "role"))
    #expect(root.member("summary")?.member("people")?.integer == 480)
    #expect(root.member("summary")?.member("literacies")?.count == 5)
  }

  @Test("score draws people's own ratings beside their managers', in its page and as a file")
  func chart() throws {
    let folder = try TemporaryFolder()
    for file in ["score.html", "raters.svg"] {
      let run = try Self.run(
        "score", "--quiet", "--output", folder.url.appendingPathComponent(file).path,
        file.hasSuffix("svg") ? "--chart" : "--force")
      #expect(run.status == 0, "\(run.errors)")
    }
    let html = try String(contentsOf: folder.url.appendingPathComponent("score.html"), encoding: .utf8)
    let svg = try String(contentsOf: folder.url.appendingPathComponent("raters.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    let root = try Self.json(try Self.run("score", "--format", "json"))
    let compared = try #require(root.member("summary")?.member("selfAgainstManager")?.elements.first { _ in true })
    let means = try ["ownMean", "managerMean"].map { key in
      DecimalText.rounded(try #require(compared.member(key)?.number), decimals: 2)
    }
    for page in [html, svg] { #expect(page.contains(">\(means[0]) and \(means[1])</tspan>"), "\(means)") }
    #expect(html.components(separatedBy: "role=\"img\"").count == 2)
    let wrong = try Self.run("score", "--chart", "--output", "raters.html")
    #expect(wrong.status == 64 && wrong.errors.contains("--chart writes SVG"), "\(wrong.errors)")
    let few = try Self.run("score", "--chart", "--threshold", "1000")
    #expect(few.status == 65 && few.output.isEmpty, "\(few.errors)")
  }

  @Test("results are workbooks too, named ones for their owner alone and saying so in their first line")
  func workbooks() throws {
    let folder = try TemporaryFolder()
    func sheets(_ command: String, _ arguments: String...) throws -> [String: [[String]]] {
      let path = folder.url.appendingPathComponent("\(command).xlsx").path
      let run = try CommandLineRun(
        arguments: [
          "skills", command, "digital-literacies", "--people", "\(Self.council)/people.csv", "--teams",
          "\(Self.council)/teams.csv", "--ratings", "\(Self.council)/ratings-2025.csv", "--on", "2025-11-30",
          "--output",
          path,
        ] + arguments)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
      #expect(try Self.mode(path) == (["gaps", "person"].contains(command) ? 0o600 : 0o644), "\(command)")
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let workbook = try WorkbookReader(.bytes(bytes))
      var found: [String: [[String]]] = [:]
      for sheet in workbook.sheets {
        var reader = try workbook.rows(ofSheet: sheet.name)
        while let row = try reader.next() { found[sheet.name, default: []].append(row.texts()) }
      }
      return found
    }
    let demand = try sheets("demand")
    #expect(demand["Notes"]?.contains { $0.first == "[c]" && $0.count == 2 } == true)
    #expect(demand["By team"]?.contains { $0.contains("[c]") } == true)
    #expect(demand["Demand"]?.contains { $0.first == "Everyone" } == true)
    #expect(try sheets("heatmap")["Figures"]?.contains { $0.contains("directorate,team") } == true)
    #expect(try sheets("score", "--by", "role")["Figures"]?.contains { $0.contains("social-worker") } == true)
    #expect(try sheets("compare", "--since", "2025-10-01")["Cover"] != nil)
    for (_, rows) in try sheets("gaps", "--team", "care-north") {
      #expect(rows.first?.first?.hasPrefix("Personal: ") == true)
    }
    let person = try sheets("person", "--person", "p1135")
    #expect(
      person.values.allSatisfy { $0.first?.first?.hasPrefix("Personal: ") == true } && person["Learning plan"] != nil)
    #expect(try Self.run("plan", "--all", "--output", "all.xlsx").status == 64)
  }

  @Test("roles of a directorate are told apart, small ones together")
  func roles() throws {
    let run = try Self.run("heatmap", "--by", "directorate,role")
    #expect(run.status == 0 && run.output.contains("Adult care, Social worker"), "\(run.errors) \(run.output)")
    #expect(run.output.contains("Adult care, All staff or Team manager"), "\(run.output)")
    // With it other teams are withheld than without it.
    #expect(run.errors.contains("publish this in place of what was made with another --by"), "\(run.errors)")
    #expect(!(try Self.run("heatmap", "--by", "role")).errors.contains("in place of"))
  }

  @Test("a breakdown that tells no roles apart is refused with a coarser one; --accept-sparse goes on")
  func sparse() throws {
    for command in ["score", "heatmap"] {
      let run = try Self.run(command, "--by", "team,role")
      #expect(run.status == 65 && run.output.isEmpty, "\(command) \(run.errors)")
      #expect(run.errors.contains("by team,role no team has two roles of 10 people or more"), "\(run.errors)")
      #expect(run.errors.contains("; break down by team or by directorate,role instead"), "\(run.errors)")
      let accepted = try Self.run(command, "--by", "team,role", "--accept-sparse")
      #expect(accepted.status == 0 && accepted.errors.contains("; break down by team or by directorate,role instead"))
      #expect(!accepted.errors.contains("error:"), "\(accepted.errors)")
    }
  }

  @Test("what shows nothing says why")
  func nothing() throws {
    let nobody = try Self.run("gaps", "--manager", "p8517")
    #expect(nobody.status == 0 && nobody.errors.contains("“p8517” is the manager of nobody"), "\(nobody.errors)")
    let hours = try Self.run("plan", "--person", "p9503", "--hours", "0")
    #expect(hours.output.contains("Nothing fits in the hours") && !hours.output.contains("There is nothing to plan"))
    #expect(try Self.run("plan", "--all", "--output", "all.csv").status == 64)
    let folder = try TemporaryFolder()
    let people = try folder.write("code,role\na,all-staff\n", to: "people.csv")
    let ratings = try folder.write("person,rater,date,spotting-scams\n", to: "ratings.csv")
    let none = try CommandLineRun("skills", "gaps", "digital-literacies", "--people", people, "--ratings", ratings)
    #expect(none.status == 0 && none.errors.contains("there is no rating up to"), "\(none.errors)")
  }

  @Test(
    "a day or a time that is none is refused with how to write it",
    arguments: [
      ("--on", "2025-13-01", "2025-11-30"), ("--valid-for", "1.5y", "18m"), ("--rated-on", "soon", "2025-11-30"),
    ])
  func days(_ option: String, _ value: String, _ mend: String) throws {
    let run = try CommandLineRun(
      "skills", "score", "digital-literacies", "--people", "p.csv", "--ratings", "r.csv", option, value)
    #expect(run.status == 64 && run.errors.contains("“\(value)” is no") && run.errors.contains(mend), "\(run.errors)")
  }

  @Test("a day that has not come yet is refused with what to name", arguments: ["--on", "--rated-on"])
  func future(_ option: String) throws {
    let run = try CommandLineRun(
      "skills", "score", "digital-literacies", "--people", "p.csv", "--ratings", "r.csv", option, "2149-01-01")
    #expect(
      run.status == 64 && run.errors.contains("\(option) 2149-01-01 has not come yet; name today, "), "\(run.errors)")
  }

  @Test("heatmap folds the teams that are too small")
  func heatmap() throws {
    let run = try Self.run("heatmap", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Care north") && run.output.contains("Adult care, others"))
    for small in ["Brokerage", "Youth work", "Bereavement", "Democratic"] { #expect(!run.output.contains(small)) }
  }

  @Test("a heatmap of two breakdowns is refused, and says what shows both")
  func twoHeatmaps() throws {
    let run = try Self.run("heatmap", "--by", "team", "--by", "role")
    #expect(run.status == 64 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("use skills score with --by team --by role"), "\(run.errors)")
  }

  @Test("compare tells what moved for the same people, and who came and went")
  func compare() throws {
    let root = try Self.json(try Self.run("compare", "--since", "2024-11-30", "--format", "json"))
    let everyone = try #require(root.member("groups")?.elements.first { _ in true })
    #expect(everyone.member("leavers")?.integer == 34)
    let same = try #require(everyone.member("meetingAll")?.member("samePeople"))
    let (before, after) = (
      try #require(same.member("metBefore")?.integer), try #require(same.member("metAfter")?.integer)
    )
    #expect(after > before && (same.member("people")?.integer ?? 0) > 200)
    #expect(try Self.run("compare", "--since", "2025-11-30").status == 64)
    #expect(root.member("fewDiffer")?.boolean == false)
  }

  @Test("compare of two days in a row tells that there is next to nothing to compare, and hides the four who left")
  func compareOfTwoDays() throws {
    let council = [
      "skills", "compare", "digital-literacies", "--people", "\(Self.council)/people.csv", "--teams",
      "\(Self.council)/teams.csv", "--ratings", "\(Self.council)/ratings-2024.csv", "--since", "2025-07-31", "--on",
      "2025-08-01",
    ]
    let run = try CommandLineRun(arguments: council)
    #expect(run.status == 0 && run.output.contains("Hardly anybody started, left or was rated"), "\(run.output)")
    #expect(run.errors.contains("choose days further apart"), "\(run.errors)")
    let root = try Self.json(try CommandLineRun(arguments: council + ["--format", "json", "--quiet"]))
    #expect(root.member("fewDiffer")?.boolean == true)
    let groups = try #require(root.member("groups")).elements
    for name in ["Everyone", "Adult care", "Children and families"] {
      let group = try #require(groups.first { $0.member("name")?.text == name })
      let meeting = try #require(group.member("meetingAll"))
      #expect(meeting.member("before")?.member("count")?.isNull == true, "\(name)")
      #expect(meeting.member("before")?.member("fewDiffer")?.boolean == true, "\(name)")
      #expect(meeting.member("after")?.member("count")?.integer != nil, "\(name)")
    }
  }

  @Test("files of named results are for their owner alone and say so on the first line")
  func personal() throws {
    let folder = try TemporaryFolder()
    for (name, command) in [
      ("gaps.csv", "gaps"), ("gaps.json", "gaps"), ("p1135.html", "person"), ("p1135.txt", "plan"), ("gaps.md", "gaps"),
      ("p1135.md", "person"),
    ] {
      let person = command == "gaps" ? [] : ["--person", "p1135"]
      let path = folder.url.appendingPathComponent(name).path
      let run = try CommandLineRun(
        arguments: [
          "skills", command, "digital-literacies", "--people", "\(Self.council)/people.csv", "--ratings",
          "\(Self.council)/ratings-2025.csv", "--on", "2025-11-30", "--output", path,
        ] + person)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
      #expect(try Self.mode(path) == 0o600, "\(name)")
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      #expect(text.split(whereSeparator: \.isNewline).first?.contains("Personal:") == true, "\(name)")
    }
    // A file that others could read is replaced by one that they cannot.
    let open = folder.url.appendingPathComponent("gaps.csv").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open)
    #expect(try Self.run("gaps", "--output", open).status == 73)
    #expect(try Self.run("gaps", "--output", open, "--force").status == 0)
    #expect(try Self.mode(open) == 0o600)
  }

  @Test("plan --all makes a folder for each manager that nobody else can open")
  func folders() throws {
    let folder = try TemporaryFolder()
    let place = folder.url.appendingPathComponent("plans").path
    let run = try Self.run("plan", "--all", "--hours", "6", "--output", place)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("480 people, 21 folders"))
    let folders = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
    #expect(folders.count == 21 && folders.contains("no-manager"))
    #expect(try Self.mode(place) == 0o700)
    let one = "\(place)/\(folders[1])"
    let files = try FileManager.default.contentsOfDirectory(atPath: one)
    #expect(files.contains("plans.csv") && files.count(where: { $0.hasSuffix(".html") }) == files.count - 1)
    for file in files { #expect(try Self.mode("\(one)/\(file)") == 0o600) }
    #expect(try Self.mode(one) == 0o700)
    // A name that means a file.
    for ending in ["csv", "docx", "md"] {
      let file = try Self.run("plan", "--all", "--output", "\(place).\(ending)")
      #expect(file.status == 64 && file.errors.contains("name one without “.\(ending)”"), "\(file.errors)")
    }
  }

  @Test("plan --all --force takes the page of who moved from the former manager, and leaves files of others")
  func moved() throws {
    let folder = try TemporaryFolder()
    let ratings = try folder.write(
      "person,rater,date,spotting-scams\na,self,2025-01-01,1\nb,self,2025-01-01,1\n", to: "ratings.csv")
    func plan(_ manager: String, _ options: String...) throws -> CommandLineRun {
      let people = try folder.write(
        "code,role,manager\nm,all-staff,\nn,all-staff,\na,all-staff,\(manager)\nb,all-staff,n\n", to: "people.csv")
      return try CommandLineRun(
        arguments: [
          "skills", "plan", "digital-literacies", "--people", people, "--ratings", ratings, "--on", "2025-06-01",
          "--all",
          "--output", "plans",
        ] + options, in: folder.url)
    }
    #expect(try plan("m").status == 0)
    let mine = try folder.write("<!DOCTYPE html>\n<p>My own notes</p>\n", to: "plans/n/mine.html")
    let run = try plan("n", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("plans/m/a.html") && run.errors.contains("plans/m/plans.csv"), "\(run.errors)")
    let made = try FileManager.default.subpathsOfDirectory(atPath: folder.url.appendingPathComponent("plans").path)
    #expect(!made.contains { $0 == "m" || $0.hasPrefix("m/") }, "\(made)")
    #expect(made.contains("n/a.html") && made.contains("n/b.html") && FileManager.default.fileExists(atPath: mine))
    #expect(try !plan("n", "--force").errors.contains("removed"))
  }

  @Test("results of an elected member are for the member alone, as their first line says")
  func member() throws {
    let run = try Self.run("person", "--person", "p8142")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Personal: for this person alone"), "\(run.output.prefix(200))")
    #expect(
      try Self.run("person", "--person", "p8142", "--format", "json").output.contains("Personal: for this person alone")
    )
    #expect(
      try Self.run("person", "--person", "p1135").output.hasPrefix("Personal: for the person and the manager only"))
  }

  @Test("ratings that a manager's form exports are rows of who is rated, in a file for its owner alone")
  func managersForm() throws {
    let folder = try TemporaryFolder()
    let form = try folder.write(
      """
      ID,Start time,Completion time,Email,Name,1. Code of the person [respondent],2. Date [date],3. Spotting scams [spotting-scams]
      1,10/9/24 11:02:00,10/9/24 11:03:00,boss@example.org,Boss,p1,9/10/2024,on-my-own
      2,10/9/24 11:04:00,10/9/24 11:05:00,boss@example.org,Boss,p2,30/10/2024,Not needed in this work
      3,10/9/24 11:06:00,10/9/24 11:07:00,boss@example.org,Boss,p3,,with-help\n
      """, to: "form.csv")
    let output = folder.url.appendingPathComponent("ratings.csv").path
    let run = try CommandLineRun(
      "import", "digital-literacies", form, "--questionnaire", "manager-rating", "--output", output)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("same e-mail") && run.errors.contains("only you can open it"), "\(run.errors)")
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix(13) } == [
        "p1,manager,20", "p2,manager,20", "p3,manager,,,",
      ])
    #expect(text.contains("p1,manager,2024-10-09,") && text.contains(",not-needed,"), "\(text)")
    #expect(try Self.mode(output) == 0o600)
    // What is imported is a file of ratings as it stands; a row without a day is told.
    let people = try folder.write("code,role\np1,all-staff\np2,all-staff\np3,all-staff\n", to: "people.csv")
    let gaps = try CommandLineRun(
      "skills", "gaps", "digital-literacies", "--people", people, "--ratings", output, "--format", "csv")
    #expect(gaps.status == 0, "\(gaps.errors)")
    #expect(gaps.output.contains(",competence,spotting-scams,2,"), "\(gaps.output)")
    #expect(gaps.errors.contains("does not say when the rating was made") && gaps.errors.contains("1 problem"))
  }

  @Test("an interview about oneself is a row of ratings, with rater and day, beside those of an empty table")
  func interview() throws {
    let folder = try TemporaryFolder()
    let form = ["digital-literacies", "--questionnaire", "self-rating"]
    // Ratings of nobody would be lost.
    let nobody = try CommandLineRun(arguments: ["ask"] + form, in: folder.url)
    #expect(nobody.status == 64 && nobody.errors.contains("--respondent"))
    func ask(_ person: String, _ more: [String]) throws -> CommandLineRun {
      try CommandLineRun(
        arguments: ["ask"] + form + ["--respondent", person] + more,
        input: String(repeating: "3\n", count: 21) + "n\n\n\n\n", in: folder.url)
    }
    let asked = try ask("p1", [])
    #expect(asked.status == 0 && asked.output.contains("not needed in this work"), "\(asked.output.suffix(600))")
    #expect(try CommandLineRun(arguments: ["form"] + form + ["--output", "t.csv"], in: folder.url).status == 0)
    #expect(try ask("p1", ["--output", "t.csv"]).status == 0)
    let people = try folder.write("code,role\np1,all-staff\n", to: "people.csv")
    for file in ["self-rating-answers.csv", "t.csv"] {
      let gaps = try CommandLineRun(
        "skills", "gaps", "digital-literacies", "--people", people, "--ratings", file, "--format", "csv", in: folder.url
      )
      #expect(gaps.status == 0 && gaps.errors.isEmpty, "\(file): \(gaps.errors)")
      #expect(gaps.output.contains(",competence,spotting-scams,2,"), "\(file): \(gaps.output)")
    }
    // Somebody else rates the same person, and the same rater again on another day; notes are evidence.
    let table = "self-rating-answers.csv"
    let again = try ask("p1", [])
    #expect(again.status == 65 && again.errors.contains("has a rating of today by “self” already"), "\(again.errors)")
    let manager = try CommandLineRun(
      arguments: [
        "ask", "digital-literacies", "--questionnaire", "manager-rating", "--respondent", "p1", "--output", table,
      ],
      input: "+ seen twice\n" + String(repeating: "2\n", count: 22) + "\n", in: folder.url)
    #expect(
      manager.status == 0 && manager.output.hasSuffix("Your notes stand beside them.\n"),
      "\(manager.output.suffix(300))")
    let person = try CommandLineRun(
      "skills", "person", "digital-literacies", "--people", people, "--ratings", table, "--person", "p1", in: folder.url
    )
    #expect(person.output.contains("Choosing the channel: seen twice"), "\(person.errors) \(person.output)")
    let path = folder.url.appendingPathComponent(table).path
    let rows = try String(contentsOfFile: path, encoding: .utf8)
    try rows.replacingOccurrences(of: "p1,self,20", with: "p1,self,19").write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(try ask("p1", []).status == 0)
    // Lines of JSON become ratings by import, which knows whose they are.
    #expect(try ask("p1", ["--output", "a.jsonl"]).status == 0)
    let imported = try CommandLineRun(arguments: ["import"] + form + ["a.jsonl"], in: folder.url)
    #expect(imported.status == 0 && imported.output.contains("\r\np1,self,20"), "\(imported.errors) \(imported.output)")
  }

  @Test("an empty table of ratings, filled in, is read as it stands and by import", arguments: ["csv", "xlsx"])
  func emptyTable(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let table = folder.url.appendingPathComponent("self-rating.\(ending)").path
    let form = try CommandLineRun(
      "form", "digital-literacies", "--questionnaire", "self-rating", "--output", table, in: folder.url)
    #expect(form.status == 0, "\(form.errors)")
    if ending == "xlsx" {
      let imported = try CommandLineRun("import", "digital-literacies", "--questionnaire", "self-rating", table)
      #expect(imported.status == 0 && imported.errors.contains("0 responses"), "\(imported.errors)")
      #expect(imported.output.hasPrefix("person,rater,date,"))
      #expect(imported.output.split(whereSeparator: \.isNewline).count == 1)
      return
    }
    var lines = try String(contentsOfFile: table, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("person,rater,date,") && lines.count == 52)
    #expect(lines[1].hasPrefix(",self,,"))
    lines[1] = "p1,self,2024-10-09,C" + lines[1].dropFirst(",self,,".count)
    try lines.joined(separator: "\r\n").write(toFile: table, atomically: true, encoding: .utf8)
    let people = try folder.write("code,role\np1,all-staff\n", to: "people.csv")
    let gaps = try CommandLineRun(
      "skills", "gaps", "digital-literacies", "--people", people, "--ratings", table, "--format", "csv")
    #expect(gaps.status == 0 && gaps.errors.isEmpty, "\(gaps.errors)")
    let first = lines[0].components(separatedBy: ",")[3]
    #expect(gaps.output.contains(",competence,\(first),2,"), "\(gaps.output)")
  }

  @Test("tables with semicolons or tabs are refused with what to do")
  func otherFormats() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("code,role\na,all-staff\n", to: "people.csv")
    let ratings = try folder.write("person,rater,date,spotting-scams\na,self,2025-01-01,1\n", to: "ratings.csv")
    func run(_ people: String, _ ratings: String) throws -> CommandLineRun {
      try CommandLineRun("skills", "gaps", "digital-literacies", "--people", people, "--ratings", ratings)
    }
    #expect(try run(good, ratings).status == 0)
    let semicolons = try run(try folder.write("code;role\na;all-staff\n", to: "semicolons.csv"), ratings)
    #expect(semicolons.status == 65)
    #expect(semicolons.errors.contains("semicolons stand between the cells; save the file as CSV with commas"))
    let tabs = try run(good, try folder.write("person\trater\tdate\tspotting-scams\n", to: "tabs.csv"))
    #expect(tabs.status == 65 && tabs.errors.contains("tabs stand between the cells"), "\(tabs.errors)")
  }

  @Test("people, teams and ratings are read from workbooks too, with problems at the rows that people see")
  func workbooksAsInput() throws {
    let folder = try TemporaryFolder()
    func both(_ name: String, _ rows: [[String]]) throws -> (csv: String, workbook: String) {
      var workbook = WorkbookWriter(OfficeProperties(title: name))
      workbook.beginSheet(SheetLayout(name))
      for row in rows {
        for cell in row {
          if let number = Int(cell) {
            workbook.number(number)
          } else if cell.isEmpty {
            workbook.blank()
          } else {
            workbook.text(cell)
          }
        }
        workbook.endRow()
      }
      let path = folder.url.appendingPathComponent("\(name).xlsx").path
      try Data(workbook.finish()).write(to: URL(fileURLWithPath: path))
      let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
      return (try folder.write(text, to: "\(name).csv"), path)
    }
    let people = try both(
      "people", [["code", "role", "team"], ["a", "all-staff", "north"], ["b", "all-staff", "north"]])
    let teams = try both("teams", [["team", "parent", "name"], ["north", "", "The North"]])
    let ratings = try both(
      "ratings",
      [
        ["person", "rater", "date", "spotting-scams", "writing-clearly"], ["a", "self", "2025-01-01", "1", "2"], [],
        ["b", "manager", "2025-01-01", "3", ""], ["zz", "self", "2025-01-01", "1", "1"],
      ])
    func run(_ people: String, _ teams: String, _ ratings: String) throws -> CommandLineRun {
      try CommandLineRun(
        "skills", "gaps", "digital-literacies", "--people", people, "--teams", teams, "--ratings", ratings, "--on",
        "2025-06-01", "--format", "csv")
    }
    let csv = try run(people.csv, teams.csv, ratings.csv)
    let workbook = try run(people.workbook, teams.workbook, ratings.workbook)
    #expect(csv.status == 0 && workbook.status == 0, "\(csv.errors) \(workbook.errors)")
    #expect(!workbook.output.isEmpty && workbook.output == csv.output)
    #expect(workbook.errors == csv.errors.replacing("ratings.csv", with: "ratings.xlsx"))
    #expect(
      workbook.errors.contains("ratings.xlsx:5:1: warning: not counted: there is no person “zz”"), "\(workbook.errors)")
  }

  @Test("codes of people never lead out of the folder")
  func hostileCodes() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write(
      "code,role,manager\n../../up,all-staff,\n.hidden,all-staff,../../up\na/b,all-staff,../../up\nA_B,all-staff,../../up\n",
      to: "people.csv")
    let ratings = try folder.write("person,rater,date,spotting-scams\na/b,self,2025-01-01,1\n", to: "ratings.csv")
    let run = try CommandLineRun(
      "skills", "plan", "digital-literacies", "--people", people, "--ratings", ratings, "--all", "--output", "plans",
      in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let made = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
    #expect(
      made
        == [
          "people.csv", "plans", "plans/_.__.._up", "plans/_.__.._up/A_B-2.html", "plans/_.__.._up/_hidden.html",
          "plans/_.__.._up/a_b.html", "plans/_.__.._up/plans.csv", "plans/no-manager",
          "plans/no-manager/_.__.._up.html",
          "plans/no-manager/plans.csv", "ratings.csv",
        ].sorted() || made.allSatisfy { $0.hasPrefix("plans") || $0.hasSuffix(".csv") }, "\(made)")
    #expect(made.count == 11)
  }

  @Test("bad input is listed with row and column and the rest is scored; --strict stops")
  func problems() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write("code,role,manager\na,all-staff,z\nb,boss,\n", to: "people.csv")
    let ratings = try folder.write(
      "person,rater,competence,level,date\nc,self,spotting-scams,on-my-own,2025-01-01\na,self,spotting-scams,expert,2025-01-01\n",
      to: "ratings.csv")
    let arguments = [
      "skills", "gaps", "digital-literacies", "--people", people, "--ratings", ratings, "--on", "2025-06-01",
    ]
    let run = try CommandLineRun(arguments: arguments)
    #expect(run.status == 0)
    for part in [
      "people.csv:2:3: warning: the manager “z” is nobody", "people.csv:3:2: warning: there is no role “boss”",
      "ratings.csv:2:1: warning: not counted: there is no person “c”",
      "ratings.csv:3:4: warning: not counted: there is no level “expert”",
    ] { #expect(run.errors.contains(part), "\(part)\n\(run.errors)") }
    #expect(try CommandLineRun(arguments: arguments + ["--strict"]).status == 65)
    #expect(try CommandLineRun(arguments: arguments.map { $0 == people ? "none.csv" : $0 }).status == 66)
    #expect(try Self.run("person", "--person", "nobody").status == 65)
    #expect(try CommandLineRun("skills", "score", "digital-literacies", "--people", people).status == 64)
    #expect(
      try CommandLineRun(
        "skills", "score", "digital-literacies", "--people", people, "--ratings", ratings, "--threshold", "4"
      ).status == 64)
  }

  @Test("the filled-in form is a file of ratings")
  func form() throws {
    let folder = try TemporaryFolder()
    let answers = folder.url.appendingPathComponent("answers.csv").path
    #expect(
      try CommandLineRun("form", "digital-literacies", "--questionnaire", "self-rating", "--output", answers).status
        == 0)
    var text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: answers)), as: UTF8.self)
    #expect(text.hasPrefix("person,rater,date,choosing-the-channel,"))
    text += "a,self,2025-02-03," + Array(repeating: "on-my-own", count: 22).joined(separator: ",") + "\n"
    try text.write(toFile: answers, atomically: true, encoding: .utf8)
    let people = try folder.write("code,role\na,all-staff\n", to: "people.csv")
    let run = try CommandLineRun(
      "skills", "person", "digital-literacies", "--people", people, "--ratings", answers, "--on", "2025-06-01",
      "--person", "a")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output.contains("Everything that the role asks is met.") && run.output.contains("3\u{A0}February\u{A0}2025"))
    let form = try CommandLineRun("form", "digital-literacies", "--questionnaire", "manager-rating", "--format", "html")
    #expect(
      form.output.contains("What it is not for:")
        && form.output.contains("Writes short, clear messages that someone else looks over first."))
  }

  @Test("import-roles writes roles for a framework and reports what it merged and refused")
  func importRoles() throws {
    let folder = try TemporaryFolder()
    let roles = try folder.write(
      "Role,Skill,Required level,In use\nPlanner,Using figures,On my own,yes\nPlanner,using-figures,2,yes\nPlanner,Fax,1,yes\nPlanner,Writing clearly,,yes\nClerk,spotting-scams,with-help,no\n",
      to: "roles.csv")
    let run = try CommandLineRun("skills", "import-roles", "digital-literacies", roles)
    #expect(run.status == 0)
    #expect(run.errors.contains("1 role of 1 row; 1 merged, 3 refused"), "\(run.errors)")
    let document = try JSONReader.read(Array(run.output.utf8), file: "roles.json")
    #expect(document.root.elements.map { $0.member("competences")?.member("using-figures")?.text } == ["on-my-own"])
    // As councils hold it: a workbook.
    var workbook = WorkbookWriter(OfficeProperties(title: "Roles"))
    workbook.beginSheet(SheetLayout("Roles", columns: ["Role", "Skill", "Level"].map { SheetColumn($0) }))
    for cell in ["Planner", "Using figures", "On my own"] { workbook.text(cell) }
    workbook.endRow()
    let file = folder.url.appendingPathComponent("roles.xlsx")
    try Data(workbook.finish()).write(to: file)
    let same = try CommandLineRun("skills", "import-roles", "digital-literacies", file.path)
    #expect(same.status == 0 && same.output == run.output, "\(same.errors)")
  }

  @Test("pages in Welsh name breakdowns in Welsh") func breakdownsInWelsh() throws {
    let run = try Self.run("heatmap", "--by", "directorate,role", "--language", "cy")
    #expect(run.output.hasPrefix("Llythrennedd digidol yn ôl cyfarwyddiaeth a(c) rôl"), "\(run.output.prefix(200))")
  }

  /// Every command of the tutorial is run as it stands there, in order, in a folder beside the sample data.
  @Test("the commands of the tutorial work")
  func tutorial() throws {
    let folder = try TemporaryFolder()
    #expect(try Tutorial("ScoreDigitalLiteracies").run(in: folder) >= 10)
    for file in ["heatmap.html", "demand.csv", "progress.html"] {
      #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(file).path), "\(file)")
    }
  }
}
