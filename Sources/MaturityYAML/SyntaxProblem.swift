import DigitalMaturity

/// What libyaml says about a broken file, in plain sentences with the mend where it can be known.
struct SyntaxProblem {
  let code: Diagnostic.Code
  let message: String
  let mark: DocumentBuilder.Mark

  /// Explains a problem of a file.
  init(_ problem: LibYAMLParser.Problem, in source: SourceText) {
    if problem.isAboutBytes {
      let valid = Encoding.validUTF8Prefix(of: source.bytes)
      mark = Encoding.mark(at: min(problem.byteOffset, valid), in: source.bytes[...])
      if valid <= problem.byteOffset, valid < source.bytes.count {
        code = .encoding
        message = "this byte is not valid UTF-8; save the file as UTF-8"
      } else {
        code = problem.value == 0 ? .encoding : .syntax
        message = Self.controlCharacter(problem.value)
      }
      return
    }
    code = .syntax
    let explained = Self.explanation(of: problem, in: source)
    message = explained.message
    mark = explained.isAboutBeginning ? problem.contextPlace.mark : problem.place.mark
  }

  /// A sentence, and whether it is about the place where the broken part began.
  private typealias Explanation = (message: String, isAboutBeginning: Bool)

  private static func explanation(of problem: LibYAMLParser.Problem, in source: SourceText) -> Explanation {
    let line = source.line(at: problem.place.character)
    let beginning = problem.contextPlace.mark.line
    switch problem.message {
    case "found character that cannot start any token": return (forbiddenStart(line), false)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return (tab, false)
    case "mapping values are not allowed in this context": return (misplacedColon(line), false)
    case "could not find expected ':'":
      return (missingColon(source.line(at: problem.contextPlace.character)), true)
    case "found unexpected end of stream", "found unexpected document indicator":
      let mend = quoteInside(source.line(at: problem.contextPlace.character).after.first)
      return ("this quote is never closed; add the closing one, and \(mend)", true)
    case "did not find expected key": return (expectedKey(line, beginning: beginning), false)
    case "did not find expected node content": return (expectedValue(line, context: problem.context), false)
    case "did not find expected '-' indicator":
      return ("a “- ” belongs here, in line with the list that begins on line \(beginning); align them", false)
    case "did not find expected ',' or ']'":
      return ("the list that opens on line \(beginning) is not closed: a comma or “]” belongs here", false)
    case "did not find expected ',' or '}'":
      return ("the mapping that opens on line \(beginning) is not closed: a comma or “}” belongs here", false)
    case "did not find expected <document start>":
      if line.above.hasPrefix("%") { return ("a line “---” belongs between a directive and the document", false) }
      return ("the document has ended above, nothing more can follow; check the indentation of this line", false)
    default: return (otherSentences[problem.message] ?? "this is not valid YAML: \(problem.message)", false)
    }
  }

  private static let tab = "a tab stands where the line is indented; indent with spaces"

  private static func controlCharacter(_ value: Int) -> String {
    // Zeros are what UTF-16 without its mark looks like.
    if value == 0 { return "a zero byte stands here; save the file as UTF-8" }
    let digits = String(value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "the control character U+\(code) stands here, which YAML does not allow; remove it"
  }

  private static func forbiddenStart(_ line: SourceText.Line) -> String {
    guard let first = line.after.first, first != "\t" else { return tab }
    return "a text cannot begin with “\(first)”; put it in quotes"
  }

  private static func misplacedColon(_ line: SourceText.Line) -> String {
    if line.before.contains(": ") { return "this text holds a colon and a space; put the whole text in quotes" }
    if let key = keyWithoutSpace(line.above) { return "a space is missing after “\(key)” on the line above" }
    return "a key cannot stand here: the line above has its value already; check the indentation, "
      + "or put a text with a colon in quotes"
  }

  private static func missingColon(_ line: SourceText.Line) -> String {
    if let key = keyWithoutSpace(line.after) { return "a space is missing after “\(key)”" }
    return "a colon is missing: a key is followed by a colon and a space; a text that goes on is indented"
  }

  /// The key of a line like `key:value`, colon included.
  private static func keyWithoutSpace(_ line: String) -> String? {
    let text = line.drop { $0 == " " || $0 == "-" }
    guard let first = text.first, first != "\"", first != "'", let colon = text.firstIndex(of: ":") else { return nil }
    let next = text.index(after: colon)
    guard next < text.endIndex, text[next] != " " else { return nil }
    return String(text[...colon].suffix(40))
  }

  private static func expectedKey(_ line: SourceText.Line, beginning: Int) -> String {
    let before = line.before.reversed().drop { $0 == " " }
    if let last = before.first, last == "\"" || last == "'" {
      return "more text follows a closing quote; put the whole text in quotes, and \(quoteInside(last))"
    }
    if let bracket = strayBracket(line) { return bracket }
    if line.after.hasPrefix(":") { return "a key is missing before this colon" }
    if line.after.hasPrefix("- ") {
      return "a list cannot stand between keys; it belongs under a key that has no other value"
    }
    if before.isEmpty { return "this line is indented unlike the keys that begin on line \(beginning); align them" }
    return "this does not belong in the mapping that begins on line \(beginning); check the indentation"
  }

  private static func expectedValue(_ line: SourceText.Line, context: String) -> String {
    if line.after.isEmpty, context == "while parsing a flow node" {
      return "the file ends before its brackets are closed; add the missing “]” or “}”"
    }
    return strayBracket(line) ?? "a value is missing here; write it, or remove what stands around it"
  }

  private static func strayBracket(_ line: SourceText.Line) -> String? {
    guard let first = line.after.first, first == "]" || first == "}" else { return nil }
    return "this “\(first)” closes nothing; remove it, or put a text with it in quotes"
  }

  private static func quoteInside(_ quote: Character?) -> String {
    quote == "'" ? "double a quote inside the text" : "put a backslash before a quote inside the text"
  }

  private static let otherSentences = [
    "block sequence entries are not allowed in this context":
      "a list cannot begin here; begin it on a line of its own, or put a text with a dash in quotes",
    "mapping keys are not allowed in this context":
      "a “?” cannot begin a key here; put a text that begins with it in quotes",
    "found unknown escape character": "this backslash begins no escape; double it, or use single quotes",
    "did not find expected hexdecimal number":
      "hexadecimal digits belong after \\x, \\u and \\U; double the backslash if it is meant as one",
    "found invalid Unicode character escape code":
      "this escape is no character; write the character itself, or \\U and eight digits",
    "did not find expected comment or line break":
      "the text of a block begins on the line after “|” or “>”; put a text that begins with them in quotes",
    "found an indentation indicator equal to 0": "the number after “|” or “>” is 1 to 9",
    "did not find expected alphabetic or numeric character":
      "a name belongs after “&” and “*”; put a text that begins with them in quotes",
    "found incompatible YAML document": "this version of YAML is not read; write %YAML 1.2 or leave the line out",
    "found duplicate %YAML directive": "the line %YAML stands twice; keep one",
    "found duplicate %TAG directive": "this handle is declared twice; keep one",
    "found unknown directive name": "a line that begins with “%” is a directive, and this one is not known; remove it",
    "could not find expected directive name": "a line that begins with “%” is a directive, and this one has no name",
    "found undefined tag handle": "the handle of this tag is not declared; remove the tag",
    "there is not enough memory": "there is not enough memory to read this file",
  ]
}
