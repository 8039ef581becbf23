import DigitalMaturity
import Testing

@Suite struct TableReaderTests {
  private enum Fruit: String, CaseIterable { case apple, pear }

  /// Reads a table and returns what the body returned with the problems as printed.
  private func read<Result>(
    _ json: String, _ body: (inout TableReader) -> Result
  ) throws -> (result: Result?, problems: [String]) {
    let log = DiagnosticLog()
    let result = try readJSON(json).readTable(into: log, body)
    return (result, log.diagnostics.map(\.description))
  }

  @Test func readsEachType() throws {
    let read = try read(#"{"t": "x", "n": 1.5, "i": 3, "b": true, "l": [1, 2], "w": "pear", "o": null}"#) { table in
      #expect(table.text("t") == "x")
      #expect(table.requiredText("t") == "x")
      #expect(table.number("n") == 1.5)
      #expect(table.integer("i") == 3)
      #expect(table.boolean("b") == true)
      #expect(table.list("l").map { $0.integer } == [1, 2])
      #expect(table.word("w", Fruit.self) == .pear)
      #expect(table.node("o")?.isNull == true)
      #expect(table.value("o") == nil)
      #expect(table.text("none") == nil)
      #expect(table.list("none").isEmpty)
    }
    #expect(read.result != nil)
    #expect(read.problems.isEmpty)
  }

  @Test func numbersAndBooleansAreTextWhereTextBelongs() throws {
    _ = try read(#"{"a": 1.50, "b": true}"#) { table in
      #expect(table.text("a") == "1.50")
      #expect(table.text("b") == "true")
    }
  }

  @Test func unknownKeysAreReportedWithTheNearest() throws {
    let read = try read(#"{"wieght": 1, "title": "x", "zzz": 2}"#) { table in
      _ = (table.number("weight"), table.text("title"))
    }
    #expect(
      read.problems == [
        "a.json:1:2: error: unknown key “wieght”; did you mean “weight”? [unknown-key]",
        "a.json:1:29: error: unknown key “zzz”; known here: weight, title [unknown-key]",
      ])
  }

  /// More keys than a word has bits; in the order written and backwards, some twice.
  @Test(arguments: [false, true])
  func anyNumberOfKeysIsFoundInAnyOrder(_ isBackwards: Bool) throws {
    let keys = (0..<70).map { "key-\($0)" }
    let json = "{\(keys.map { "\"\($0)\": \"\($0)\"" }.joined(separator: ", "))}"
    let all = try read(json) { table in
      for key in isBackwards ? keys.reversed() : keys { #expect(table.text(DocumentKey(key)) == key) }
      for key in ["key-0", "key-69"] { #expect(table.text(DocumentKey(key)) == key) }
    }
    #expect(all.problems.isEmpty)
    let most = try read(json) { table in
      for key in keys where key != "key-3" && key != "key-66" { #expect(table.text(DocumentKey(key)) == key) }
    }
    #expect(most.problems.count == 2)
    #expect(most.problems.first?.contains("unknown key “key-3”") == true)
    #expect(most.problems.last?.contains("unknown key “key-66”") == true)
  }

  @Test func aTableOfDataAcceptsAllKeys() throws {
    #expect(try read(#"{"x": 1}"#) { $0.acceptAllKeys() }.problems.isEmpty)
  }

  @Test func missingKeysAreReportedAtTheTable() throws {
    let read = try read(#" {"a": null}"#) { table in
      #expect(table.required("a") == nil)
      #expect(table.requiredText("b") == nil)
    }
    #expect(
      read.problems == [
        "a.json:1:2: error: “a” is missing here; add it [missing-key]",
        "a.json:1:2: error: “b” is missing here; add it [missing-key]",
      ])
  }

  @Test func wrongTypesSayWhatStandsThere() throws {
    let read = try read(#"{"t": [], "n": "x", "i": 1.5, "b": "true", "l": 1, "w": "aple", "e": 1e999}"#) { table in
      #expect(table.text("t") == nil)
      #expect(table.number("n") == nil)
      #expect(table.integer("i") == nil)
      #expect(table.boolean("b") == nil)
      #expect(table.list("l").isEmpty)
      #expect(table.word("w", Fruit.self) == nil)
      #expect(table.number("e") == nil)
    }
    #expect(
      read.problems == [
        "a.json:1:7: error: text belongs here, not a list [wrong-type]",
        "a.json:1:16: error: a number belongs here, not the text “x” [wrong-type]",
        "a.json:1:26: error: a whole number belongs here, not the number 1.5 [wrong-type]",
        "a.json:1:36: error: true or false belongs here, not the text “true” [wrong-type]",
        "a.json:1:49: error: a list belongs here, not the number 1 [wrong-type]",
        "a.json:1:57: error: “aple” is not one of the words for this key; did you mean “apple”? [invalid-value]",
        "a.json:1:70: error: a number belongs here, not the number 1e999 [wrong-type]",
      ])
  }

  @Test func somethingElseThanATableIsReported() throws {
    let read = try read("[1]") { _ in 1 }
    #expect(read.result == nil)
    #expect(
      read.problems == ["a.json:1:1: error: a mapping of keys and values belongs here, not a list [wrong-type]"])
  }

  @Test func longTextsAreShortenedInMessages() throws {
    let read = try read("{\"\(String(repeating: "k", count: 500))\": 1}") { _ in }
    #expect(read.problems.first?.count ?? 0 < 120)
  }
}
