public import DigitalMaturity

extension Paper {
  /// Reads a paper from Markdown: a title, above it perhaps a notice in bold, lines of a front sheet such as `**To:** Scrutiny
  /// board`, headings and paragraphs that begin with their number, lists, quotations and tables. Emphasis is kept; links become
  /// their text and address; comments are for writers and are left out. O(text).
  ///
  /// ```swift
  /// let paper = Paper(markdown: "# Note\n\n**To:** Board\n\n## 1 Purpose\n\n1.1 To tell the board.\n")
  /// ```
  /// - Parameters:
  ///   - markdown: The text.
  ///   - language: The language of its words, as a tag.
  public init(markdown: String, language: String = "en-GB") {
    var reader = MarkdownReader(markdown, file: "")
    reader.read()
    self = reader.paper
    self.language = language
  }

  /// What the Markdown of a paper holds that a paper cannot, such as a picture: warnings, each with its place.
  public static func problems(inMarkdown markdown: String, file: String) -> [Diagnostic] {
    var reader = MarkdownReader(markdown, file: file)
    reader.read()
    return reader.problems
  }
}

/// Reads the blocks of Markdown, a line after another.
struct MarkdownReader {
  private(set) var paper = Paper(title: "")
  private(set) var problems: [Diagnostic] = []
  private let file: String
  private let lines: [Substring]
  private var at = 0
  /// The numbers that headings and paragraphs had so far: the last of each depth.
  private var numbers: [Int] = []

  init(_ text: String, file: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  mutating func read() {
    while at < lines.count {
      let line = Self.trimmed(lines[at])
      if line.isEmpty {
        at += 1
      } else if line.hasPrefix("<!--") {
        comment()
      } else if let level = Self.headingLevel(line) {
        heading(line.dropFirst(level), level: level)
      } else if isTable {
        table()
      } else if Self.item(lines[at]) != nil {
        list()
      } else if line.hasPrefix(">") {
        quote()
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        warn("code is kept as text")
        at += 1
      } else if Self.isRule(line) {
        warn("a line across the page is left out")
        at += 1
      } else {
        paragraph()
      }
    }
    if paper.title.isEmpty { paper.title = "–" }
  }

  /// - Parameter line: The line from 0; the one at hand when not given.
  private mutating func warn(_ message: String, line: Int? = nil) {
    let place = SourceLocation(file: file, line: (line ?? at) + 1, column: 1)
    problems.append(Diagnostic(.unsupported, severity: .warning, message, at: place))
  }

  // MARK: Blocks

  /// A comment up to its end; one that is not ended reaches to the end of the text, which is said.
  private mutating func comment() {
    let start = at
    while at < lines.count, lines[at].firstRange(of: "-->") == nil { at += 1 }
    if at == lines.count {
      at = start
      warn("this comment is not ended by “-->”, so nothing after it is shown")
      at = lines.count
      return
    }
    let rest = lines[at].firstRange(of: "-->").map { Self.trimmed(lines[at][$0.upperBound...]) } ?? ""
    if !rest.isEmpty { warn("text after a comment on the same line is left out") }
    at += 1
  }

  private mutating func heading(_ text: Substring, level: Int) {
    var words = Self.trimmed(text)
    while words.last == "#" { words.removeLast() }
    let (number, rest) = Self.number(Self.trimmed(words), parts: 1)
    let content = PaperText(MarkdownInline.runs(String(rest)))
    if level == 1, paper.title.isEmpty, paper.blocks.count == 1, case .paragraph(let text, nil) = paper.blocks[0],
      text.runs.allSatisfy(\.isBold)
    {
      (paper.notice, paper.blocks) = (text.plain, [])
    }
    if level == 1, paper.title.isEmpty, paper.blocks.isEmpty {
      paper.title = (number.map { $0 + " " } ?? "") + content.plain
    } else {
      check(number)
      paper.blocks.append(.heading(content, level: min(max(level - 1, 1), 3), number: number))
    }
    at += 1
  }

  private mutating func paragraph() {
    var text = ""
    let start = at
    while at < lines.count {
      let line = Self.trimmed(lines[at])
      let begins = at > start && (beginsBlock(line) || isTable)
      if line.isEmpty || begins || (at > start && Self.item(lines[at]) != nil) { break }
      if line.hasPrefix("<"), line.dropFirst().first.map({ $0.isLetter || $0 == "/" }) == true, !line.hasPrefix("<http")
      {
        warn("HTML is kept as text")
      }
      if !text.isEmpty, text.last != "\n" { text += " " }
      text += Self.withoutBreak(lines[at])
      at += 1
    }
    while text.last == "\n" || text.last == " " { text.removeLast() }
    if let fields = fields(text) {
      paper.fields += fields
      return
    }
    let (number, rest) = Self.number(Substring(text), parts: 2)
    check(number, line: start)
    for picture in Self.pictures(in: text) {
      warn("the picture “\(picture)” is left out, and its description kept", line: start)
    }
    paper.blocks.append(.paragraph(PaperText(MarkdownInline.runs(String(rest))), number: number))
  }

  /// Whether a line is none of a paragraph before it.
  private func beginsBlock(_ line: Substring) -> Bool {
    ["<!--", ">", "```", "~~~"].contains { line.hasPrefix($0) } || Self.headingLevel(line) != nil || Self.isRule(line)
  }

  /// The lines of a front sheet: each begins with a label in bold that ends in a colon.
  private func fields(_ text: String) -> [Paper.Field]? {
    guard paper.blocks.isEmpty, !paper.title.isEmpty, text.hasPrefix("**") else { return nil }
    var fields: [Paper.Field] = []
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("**"), let end = line.dropFirst(2).firstRange(of: ":**") else { return nil }
      let label = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
      let value = Self.trimmed(line[end.upperBound...])
      fields.append(
        Paper.Field(PaperText(MarkdownInline.runs(String(label))).plain, PaperText(MarkdownInline.runs(String(value)))))
    }
    return fields
  }

  private mutating func quote() {
    var text = ""
    while at < lines.count, case let line = Self.trimmed(lines[at]), line.hasPrefix(">") {
      if !text.isEmpty, text.last != "\n" { text += " " }
      text += Self.withoutBreak(line.dropFirst())
      at += 1
    }
    paper.blocks.append(.quote(PaperText(MarkdownInline.runs(text))))
  }

  private mutating func list() {
    var items: [(text: String, level: Int)] = []
    var indents: [Int] = []
    let isNumbered = Self.item(lines[at])?.number != nil
    if let number = Self.item(lines[at])?.number, number != 1 {
      warn("this list begins with \(number); a paper counts its items from 1")
    }
    while at < lines.count {
      if let item = Self.item(lines[at]) {
        while let last = indents.last, item.indent < last { indents.removeLast() }
        if indents.last != item.indent { indents.append(item.indent) }
        if indents.count == 1, (item.number != nil) != isNumbered { break }
        items.append((Self.withoutBreak(item.text), min(indents.count - 1, 2)))
        at += 1
      } else if Self.trimmed(lines[at]).isEmpty {
        // A blank line between items parts nothing.
        var next = at
        while next < lines.count, Self.trimmed(lines[next]).isEmpty { next += 1 }
        guard next < lines.count, let item = Self.item(lines[next]),
          item.indent > 0 || (item.number != nil) == isNumbered
        else { break }
        at = next
      } else if Self.headingLevel(Self.trimmed(lines[at])) != nil || isTable || lines[at].hasPrefix("<!--") {
        break
      } else {
        let last = items.count - 1
        if items[last].text.last != "\n" { items[last].text += " " }
        items[last].text += Self.withoutBreak(lines[at])
        at += 1
      }
    }
    paper.blocks.append(
      .list(
        items.map { Paper.Item(PaperText(MarkdownInline.runs($0.text)), level: $0.level) }, isNumbered: isNumbered))
  }

  // MARK: Tables

  /// Whether a table begins here: a line of cells, and one that says how columns stand.
  private var isTable: Bool {
    guard at + 1 < lines.count, Self.trimmed(lines[at]).hasPrefix("|") else { return false }
    let rule = Self.trimmed(lines[at + 1])
    return rule.contains("-") && rule.allSatisfy { "|:- ".contains($0) }
  }

  private mutating func table() {
    let headings = Self.cells(lines[at])
    let rules = Self.cells(lines[at + 1])
    let columns = headings.enumerated().map { index, heading in
      let isNumber = rules.indices.contains(index) && rules[index].hasSuffix(":") && !rules[index].hasPrefix(":")
      return PaperTable.Column(PaperText(MarkdownInline.runs(heading)), isNumber: isNumber)
    }
    at += 2
    var rows: [[PaperText]] = []
    while at < lines.count, Self.trimmed(lines[at]).hasPrefix("|") {
      let cells = Self.cells(lines[at])
      if cells.count != columns.count {
        warn("this row has \(cells.count) cells, and the table \(columns.count) columns")
      }
      let missing = [PaperText](repeating: "", count: max(0, columns.count - cells.count))
      rows.append(cells.prefix(columns.count).map { PaperText(MarkdownInline.runs($0)) } + missing)
      at += 1
    }
    var caption = ""
    // A paragraph in bold right before it is its caption.
    if case .paragraph(let text, nil)? = paper.blocks.last, text.runs.count == 1, text.runs[0].isBold {
      caption = text.plain
      paper.blocks.removeLast()
    }
    paper.blocks.append(.table(PaperTable(caption: caption, columns: columns, rows: rows)))
  }

  /// The cells of a line: what stands between bars that have no backslash before them.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in trimmed(line) {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells.map { String(trimmed(Substring($0))) }
  }

  // MARK: Numbers

  /// Notes a number, and says when it does not come next.
  private mutating func check(_ number: String?, line: Int? = nil) {
    guard let number else { return }
    let parts = number.split(separator: ".").compactMap { Int($0) }
    var next = Array(numbers.prefix(parts.count))
    let isDeeper = numbers.count < parts.count
    if isDeeper { next += Array(repeating: 0, count: parts.count - numbers.count) }
    next[next.count - 1] += 1
    if next != parts {
      let place = SourceLocation(file: file, line: (line ?? at) + 1, column: 1)
      let expected = next.map(String.init).joined(separator: ".")
      problems.append(
        Diagnostic(
          .invalidValue, severity: .warning, "the number \(number) stands where \(expected) comes next", at: place))
    }
    numbers = parts
  }

  /// The number that a text begins with, such as `3.1`, and the rest.
  /// - Parameter parts: The fewest parts it must have, so that it is none of a sentence.
  static func number(_ text: Substring, parts: Int) -> (number: String?, rest: Substring) {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count)
    let numbers = digits.split(separator: ".")
    guard rest.first == " ", numbers.count >= parts, numbers.count <= 4, digits.first != ".",
      !digits.contains(".."), numbers.allSatisfy({ $0.count <= 3 })
    else { return (nil, text) }
    return (numbers.joined(separator: "."), trimmed(rest))
  }

  // MARK: Lines

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  /// The line without blanks around it; a line feed at its end where it asks for a new line.
  private static func withoutBreak(_ line: Substring) -> String {
    let words = trimmed(line)
    // Of two backslashes the first makes the second one text.
    let slashes = words.reversed().prefix { $0 == "\\" }.count
    if slashes % 2 == 1 { return words.dropLast() + "\n" }
    return line.hasSuffix("  ") ? words + "\n" : String(words)
  }

  private static func headingLevel(_ line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && (line.count == level || line.dropFirst(level).first == " ") ? level : nil
  }

  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && ["-", "*", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
  }

  private static func item(_ line: Substring) -> (indent: Int, number: Int?, text: Substring)? {
    let blanks = line.prefix { $0 == " " || $0 == "\t" }
    let indent = blanks.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let rest = line.dropFirst(blanks.count)
    guard let first = rest.first else { return nil }
    if "-*+".contains(first), rest.dropFirst().first == " ", !isRule(rest) {
      return (indent, nil, trimmed(rest.dropFirst()))
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let number = Int(digits), after.first == "." || after.first == ")",
      after.dropFirst().first == " "
    else { return nil }
    return (indent, number, trimmed(after.dropFirst()))
  }

  private static func pictures(in text: String) -> [Substring] {
    text.ranges(of: "![").map { text[$0.upperBound...].prefix { $0 != "]" } }
  }
}
