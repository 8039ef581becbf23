import MaturityYAML
import Testing

@Suite struct YAMLSyntaxTests {
  /// A broken text, the place that the report names, and words of the mend.
  static let broken: [(text: String, place: String, words: String)] = [
    // Tabs.
    ("a: 1\nb: 2\n\tc: 3\n", "3:1", "a tab stands where the line is indented; indent with spaces"),
    ("a:\n\tb: 1\n", "2:1", "a tab stands"),
    ("a: |\n\tx\n", "2:1", "a tab stands"),
    ("a: x\n\ty\n", "2:1", "a tab stands"),
    // Colons.
    ("a: 1\nb:2\nc: 3\n", "2:1", "a space is missing after “b:”"),
    ("a:1\nb: 2\n", "2:2", "a space is missing after “a:” on the line above"),
    ("a: 1\nb\nc: 2\n", "2:1", "a colon is missing"),
    ("text: Do this: then that\n", "1:14", "this text holds a colon and a space; put the whole text in quotes"),
    ("a: x\n  b: 1\n", "2:4", "the line above has its value already"),
    (": x\n", "1:1", "a key is missing before this colon"),
    // Quotes.
    ("a: 1\nb: \"x\n\nc: 1\n", "2:4", "this quote is never closed; add the closing one, and put a backslash before"),
    ("a: 'x\nb: 1\n", "1:4", "this quote is never closed; add the closing one, and double"),
    ("a: \"x\n---\nb: 1\n", "1:4", "this quote is never closed"),
    ("\"abc: 1\nb: 2\n", "1:1", "this quote is never closed"),
    ("a: 'it's'\n", "1:8", "more text follows a closing quote"),
    ("a: \"\\q\"\n", "1:5", "this backslash begins no escape"),
    ("a: \"\\u12\"\n", "1:7", "hexadecimal digits belong after"),
    ("a: \"\\ud83d\\ude00\"\n", "1:7", "this escape is no character"),
    ("a: @x\n", "1:4", "a text cannot begin with “@”; put it in quotes"),
    ("a: `x`\n", "1:4", "a text cannot begin with “`”"),
    ("a: %x\n", "1:4", "a text cannot begin with “%”"),
    // Brackets.
    ("a: [1, 2\nb: 3\n", "2:2", "the list that opens on line 1 is not closed"),
    ("a: {x: 1\nb: 3\n", "2:2", "the mapping that opens on line 1 is not closed"),
    ("a: 1\nb: [\n", "3:1", "the file ends before its brackets are closed"),
    ("a: [1]]\n", "1:7", "this “]” closes nothing"),
    ("a: }\n", "1:4", "this “}” closes nothing"),
    ("a: [1, , 2]\n", "1:8", "a value is missing here"),
    // Indentation.
    ("a:\n    b: 1\n  c: 2\n", "3:3", "this line is indented unlike the keys"),
    ("- a\nb: 1\n", "2:1", "a “- ” belongs here, in line with the list that begins on line 1"),
    ("a: b\n- c\n", "2:1", "a list cannot stand between keys"),
    ("a: - x\n", "1:4", "a list cannot begin here"),
    ("  a: 1\nb: 2\n", "2:1", "the document has ended above"),
    ("a: | x\n", "1:6", "the text of a block begins on the line after"),
    ("a: |0\n  x\n", "1:5", "the number after “|” or “>” is 1 to 9"),
    ("a: ? b\n", "1:4", "a “?” cannot begin a key here"),
    // Names and directives.
    ("a: *\n", "1:5", "a name belongs after “&” and “*”"),
    ("%YAML 2.0\n---\na: 1\n", "1:1", "this version of YAML is not read"),
    ("%YAML 1.2\na: 1\n", "2:1", "a line “---” belongs between a directive and the document"),
    ("%FOO\n---\na: 1\n", "1:5", "a line that begins with “%” is a directive"),
    ("a: !e!foo 1\n", "1:4", "the handle of this tag is not declared"),
    ("a: !<x\n", "1:7", "this is not valid YAML: did not find the expected '>'"),
  ]

  @Test(arguments: broken)
  func saysWhatIsWrongWhereAndHowToMendIt(_ text: String, place: String, words: String) {
    let found = problems(text)
    #expect(found.count == 1)
    let problem = found.first ?? ""
    #expect(problem.hasPrefix("a.yaml:\(place): error: "), "\(problem)")
    #expect(problem.contains(words), "\(problem)")
    #expect(problem.hasSuffix("[syntax]"), "\(problem)")
  }

  @Test func placesCountCharactersAndUseTheRightLine() {
    // The characters before the problem take two to four bytes each.
    #expect(
      problems("é: ü\n# 😀 ß\nñ:1\nö: 2\n").first?.hasPrefix("a.yaml:3:1: error: a space is missing after “ñ:”") == true)
    #expect(problems("a: 😀é: x\n").first?.hasPrefix("a.yaml:1:6: error: this text holds a colon and a space") == true)
  }
}
