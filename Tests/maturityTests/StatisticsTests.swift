import Foundation
import Testing

@Suite("maturity statistics") struct StatisticsTests {
  static let judges = CommandLineRun.root.appendingPathComponent("Examples/data/shrout-fleiss-1979.csv").path

  /// The JSON of a run that must succeed.
  static func json(_ arguments: String..., input: String? = nil) throws -> [String: Any] {
    let run = try CommandLineRun(arguments: ["statistics"] + arguments + ["--format", "json"], input: input)
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  static func number(_ json: [String: Any], _ path: String...) -> Double? {
    var value: Any? = json
    for key in path { value = (value as? [String: Any])?[key] }
    return value as? Double
  }

  @Test("the published table gives the published figures, by either option of --raters")
  func shroutAndFleiss() throws {
    let json = try Self.json(Self.judges, "--columns", "judge1,judge2,judge3,judge4", "--raters", "columns")
    let expected = ["icc1": 0.166, "icc2": 0.290, "icc3": 0.715, "icc1k": 0.443, "icc2k": 0.620, "icc3k": 0.909]
    for (key, number) in expected { #expect(abs((Self.number(json, "icc", key) ?? 9) - number) < 5e-4, "\(key)") }
    let turned = try Self.json("-", input: "a,b,c,d,e,f\n9,6,8,7,10,6\n2,1,4,1,5,2\n5,3,6,2,6,4\n8,2,8,6,9,7\n")
    for key in expected.keys { #expect(Self.number(turned, "icc", key) == Self.number(json, "icc", key)) }
    #expect(json["raters"] as? String == "columns" && turned["raters"] as? String == "rows")
  }

  @Test("Krippendorff's example, with blanks")
  func krippendorff() throws {
    let table =
      "a,b,c,d\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,3,,\n"
    let json = try Self.json("-", "--raters", "columns", input: table)
    let expected = ["nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797]
    for (level, number) in expected {
      #expect(abs((Self.number(json, "krippendorff", level) ?? 9) - number) < 6e-4, "\(level)")
    }
    #expect(Self.number(json, "columns", "a", "n") == 9 && Self.number(json, "columns", "a", "missing") == 3)
  }

  @Test("the JSON has the promised keys; undefined is null with a reason under its path")
  func keys() throws {
    let json = try Self.json("-", "--scale", "1-6", input: "a,b.c,same\n1,2,3\n2.5,4,3\n6,,3\n")
    #expect(Set(json.keys) == ["raters", "scale", "columns", "alpha", "icc", "krippendorff", "reasons"])
    let columns = try #require(json["columns"] as? [String: [String: Any]])
    #expect(Set(columns.keys) == ["a", "b.c", "same"])
    for column in columns.values {
      #expect(
        Set(column.keys) == [
          "n", "missing", "mean", "sd", "median", "interpolatedMedian", "consensus", "agreement", "rwg", "rwgFloored",
          "counts",
        ])
    }
    let alpha = try #require(json["alpha"] as? [String: Any])
    #expect(Set(alpha.keys) == ["listwise", "pairwise", "standardized", "n", "itemRest", "ifDropped"])
    #expect(Set(try #require(alpha["itemRest"] as? [String: Any]).keys) == ["a", "b.c", "same"])
    #expect(
      Set(try #require(json["icc"] as? [String: Any]).keys) == ["icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"])
    let reasons = try #require(json["reasons"] as? [String: String])
    #expect(columns["a"]?["agreement"] is NSNull)
    #expect(
      reasons["columns.a.agreement"] == "An answer lies between the points of the scale, which are whole numbers.")
    #expect(reasons["columns.b.c.agreement"] == nil)
    #expect(reasons["alpha.standardized"] != nil && reasons["alpha.itemRest.same"] != nil)
    // Every null has a reason, and every reason a null.
    func nulls(_ value: Any, _ path: String) -> [String] {
      if value is NSNull { return [path] }
      return (value as? [String: Any])?.flatMap { nulls($1, path.isEmpty ? $0 : "\(path).\($0)") } ?? []
    }
    #expect(Set(nulls(json, "")) == Set(reasons.keys))
    let counts = try #require(columns["b.c"]?["counts"] as? [[String: Double]])
    #expect(counts == [["value": 2, "count": 1], ["value": 4, "count": 1]])
  }

  @Test("numbers have full precision")
  func precision() throws {
    let run = try CommandLineRun("statistics", "-", "--format", "json", input: "a\n1\n2\n2\n")
    #expect(run.output.contains("\"mean\": 1.6666666666666667,"))
  }

  @Test(
    "the forms of a scale",
    arguments: [
      ("1-6", 1.0, 6.0), ("1..6", 1, 6), ("-2-2", -2, 2), ("-5--1", -5, -1), ("-2..2", -2, 2), ("0.5-4.5", 0.5, 4.5),
      ("0-1", 0, 1), ("1–6", 1, 6), ("1e-3-2", 0.001, 2),
    ])
  func scales(_ text: String, _ low: Double, _ high: Double) throws {
    let json = try Self.json("-", "--scale", text, input: "a\n1\n1\n")
    #expect(Self.number(json, "scale", "low") == low && Self.number(json, "scale", "high") == high)
    #expect((json["scale"] as? [String: Any])?["observed"] as? Bool == false)
  }

  @Test("without --scale the scale is observed, and the output says so")
  func observedScale() throws {
    let json = try Self.json("-", input: "a,b\n1,2\n3,5\n")
    #expect(Self.number(json, "scale", "low") == 1 && Self.number(json, "scale", "high") == 5)
    #expect((json["scale"] as? [String: Any])?["observed"] as? Bool == true)
    let run = try CommandLineRun("statistics", "-", input: "a,b\n1,2\n3,5\n")
    #expect(run.output.contains("Scale from 1 to 5 in whole steps: the lowest and highest rating given"))
  }

  @Test("the table names statistics in words, shows undefined as a dash, and says why below")
  func table() throws {
    let run = try CommandLineRun("statistics", Self.judges, "--columns", "judge1,judge2,judge3,judge4")
    #expect(run.status == 0 && run.errors == "")
    for part in [
      "6 rows and 4 columns: each row is a person", "judge1  judge2  judge3  judge4\n", "Average (mean)",
      "(Cronbach's alpha, listwise)", "0.909\n", "(ICC(2,1))", "(Krippendorff's alpha, ordinal)", "Rated 10",
    ] { #expect(run.output.contains(part), "\(part)\n\(run.output)") }
    #expect(!run.output.contains("Undefined"))
    let undefined = try CommandLineRun("statistics", "-", input: "a,b\n3,3\n3,\n")
    #expect(undefined.output.contains("\nUndefined (–)\n"))
    #expect(undefined.output.contains("(consensus), a: The scale has a single point, so answers could not differ."))
  }

  @Test("the figures that the README shows are the figures there are")
  func readme() throws {
    let readme = try String(contentsOf: CommandLineRun.root.appendingPathComponent("README.md"), encoding: .utf8)
    let shown = readme.split(separator: "\n").filter { $0.contains("(ICC(") }
    let run = try CommandLineRun(
      "statistics", Self.judges, "--columns", "judge1,judge2,judge3,judge4", "--raters", "columns")
    #expect(shown.count == 3)
    for line in shown { #expect(run.output.contains("\n\(line)\n"), "\(line)") }
  }

  @Test("every cell that is not a number is named with its row and column; exit 65")
  func notNumbers() throws {
    let table = "a,b,c\n1,2,x\n\"3,5\",4,1e999\n5,NA,3\n"
    let run = try CommandLineRun("statistics", "-", "--columns", "a,b,c", input: table)
    #expect(run.status == 65 && run.output == "")
    for part in [
      "standard input:2:3: error: “x” in column “c” is not a number; leave the cell blank where there is none [not-a-number]",
      "standard input:3:1: error: “3,5” in column “a”", "standard input:3:3: error: “1e999” in column “c”",
      "standard input:4:2: error: “NA” in column “b”", "standard input: 4 errors\n",
    ] { #expect(run.errors.contains(part), "\(part)\n\(run.errors)") }
    // Only the columns chosen are read.
    #expect(try CommandLineRun("statistics", "-", "--columns", "a", input: "a,b\n1,x\n2,y\n").status == 0)
  }

  @Test("a column of text is one error that suggests --columns")
  func text() throws {
    let run = try CommandLineRun("statistics", "-", input: "who,a,b,c\np1,1,2,2\np2,3,4,q\np3,,5,1\n")
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        "standard input:2:1: error: “p1” in column “who” is not a number, nor is any other cell of that column; choose the columns of ratings, such as --columns a,b [not-a-number]\n"
      ), "\(run.errors)")
    #expect(run.errors.contains("standard input:3:4: error: “q” in column “c” is not a number"))
    #expect(run.errors.hasSuffix("standard input: 2 errors\n"))
  }

  @Test("unknown columns get the nearest known name; wrong usage exits 64, a missing file 66, an empty one 65")
  func exits() throws {
    let run = try CommandLineRun("statistics", Self.judges, "--columns", "jugde1,judge2,nothing")
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no column “jugde1”; did you mean “judge1”?"))
    #expect(run.errors.contains("there is no column “nothing”; known here: target, judge1"))
    for wrong in [
      ["--columns", "judge1,judge1"], ["--columns", "judge1,"], ["--columns", ""], ["--scale", "6-1"],
      ["--scale", "1"],
      ["--scale", "1-x"], ["--scale", "1-inf"], ["--raters", "people"], ["--format", "csv"],
    ] { #expect(try CommandLineRun(arguments: ["statistics", Self.judges] + wrong).status == 64, "\(wrong)") }
    #expect(try CommandLineRun("statistics").status == 64)
    #expect(try CommandLineRun("statistics", "no-such-file.csv").status == 66)
    #expect(try CommandLineRun("statistics", "-", input: "").status == 65)
  }

  @Test("odd tables: names that repeat or are missing, ragged rows, blanks around, one row, a header only")
  func oddTables() throws {
    let twice = try CommandLineRun("statistics", "-", input: "a,a\n1,2\n")
    #expect(twice.status == 65)
    #expect(twice.errors.contains("standard input:1:2: error: the column “a” stands twice (first as number 1)"))
    // A name that stands twice matters only where it is chosen.
    _ = try Self.json("-", "--columns", "b", input: "a,a,b\n1,2,3\n")

    let ragged = try CommandLineRun("statistics", "-", "--format", "json", input: ",a, b\n0, 1 ,2,9\n1,2\n\n2,,3,\n")
    #expect(ragged.status == 0)
    #expect(ragged.errors.contains("standard input:1:1: warning: the column has no name in the first row"))
    #expect(ragged.errors.contains("standard input:2:4: warning: the row has 4 cells and the header 3"))
    #expect(ragged.errors.hasSuffix("standard input: 2 warnings\n"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(ragged.output.utf8)) as? [String: Any])
    #expect(Self.number(json, "columns", "a", "mean") == 1.5 && Self.number(json, "columns", "b", "missing") == 1)

    for table in ["a,b", "a,b\n1,2\n", "a\n1\n2\n", "a,b\n,\n,\n", "a,b\n1e300,2\n1,3\n", "a,b\n3,3\n3,3\n"] {
      for format in ["table", "json"] {
        for raters in ["rows", "columns"] {
          let run = try CommandLineRun("statistics", "-", "--format", format, "--raters", raters, input: table)
          #expect(run.status == 0 && !run.output.contains("nan") && !run.output.contains("inf,"), "\(table)")
        }
      }
    }
  }

  @Test("a name with a comma is chosen as in CSV, and a long one is numbered")
  func names() throws {
    let input = "\"ease, now\",a question of more than twenty letters,c\n1,2,x\n2,3,y\n"
    let json = try Self.json("-", "--columns", "\"ease, now\",a question of more than twenty letters", input: input)
    #expect((json["columns"] as? [String: Any])?["ease, now"] != nil)
    let run = try CommandLineRun("statistics", "-", "--columns", "a question of more than twenty letters", input: input)
    #expect(run.output.contains("\nColumn 1: a question of more than twenty letters\n"))
  }
}
