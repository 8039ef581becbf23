import DigitalMaturity

/// Writes Markdown (GitHub's flavour) in which content from outside stays text: no markup, no links, no HTML.
struct MarkdownWriter {
  private(set) var output = ByteOutput()

  /// Writes a heading with an empty line after it.
  mutating func heading(_ level: Int, _ phrase: Phrase) {
    output.write("\(String(repeating: "#", count: level)) \(Self.text(phrase))\n\n")
  }

  /// Writes a paragraph.
  mutating func paragraph(_ phrase: Phrase) { output.write("\(Self.text(phrase))\n\n") }

  /// Writes a paragraph set apart.
  mutating func quote(_ phrase: Phrase) { output.write("> \(Self.text(phrase))\n\n") }

  /// Writes a list.
  mutating func list(_ items: [Phrase]) {
    if items.isEmpty { return }
    for item in items { output.write("- \(Self.text(item))\n") }
    output.write("\n")
  }

  /// Writes a table; columns of numbers are set to the right.
  mutating func table(_ columns: [(heading: Phrase, isNumber: Bool)], _ rows: [[Phrase]]) {
    row(columns.map(\.heading))
    output.write("|\(columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined())\n")
    for cells in rows { row(cells) }
    output.write("\n")
  }

  private mutating func row(_ cells: [Phrase]) {
    output.write("|\(cells.map { " \(Self.text($0)) |" }.joined())\n")
  }

  /// A phrase as Markdown: the report's own words as they are, content escaped.
  private static func text(_ phrase: Phrase) -> String {
    phrase.parts.map { part in
      switch part {
      case .words(let words), .foreign(let words, _), .code(let words): words
      case .content(let content): escape(PlainText.clean(content.text))
      }
    }.joined()
  }

  /// Text that begins with a digit, which is written as an entity: no reader takes it for a number then.
  static func digitEscaped(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.properties.numericType == .decimal else { return text }
    return "&#\(first.value);" + String(text.unicodeScalars.dropFirst())
  }

  /// Text for people who go on to write in the Markdown: only what would be markup where it stands is escaped.
  /// - Parameter isFirst: Whether it stands at the start of a line.
  static func lightlyEscaped(_ text: String, isFirst: Bool = false) -> String {
    let hasLink = ["](", "][", "]:"].contains { text.contains($0) }
    let characters = Array(text)
    var escaped = ""
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isEscaped =
        switch character {
        case "\\", "`", "*", "_", "|", "~", "$", "@": true
        case "[", "]": hasLink
        case "{": next == "{"
        case ":": next == "/"
        case "#", "-", "+", ">", "=": isFirst && escaped.isEmpty
        case ".", ")":
          escaped.suffix(3).lowercased() == "www"
            || (isFirst && !escaped.isEmpty && next == " " && escaped.allSatisfy(\.isNumber))
        default: false
        }
      switch character {
      case "<": escaped += "&lt;"
      case "&" where next == "#" || next.isLetter: escaped += "&amp;"
      default: escaped += isEscaped ? "\\\(character)" : String(character)
      }
    }
    return escaped
  }

  /// Every character that could begin markup, escaped. Web and mail addresses are broken up as well, because some
  /// readers make links of bare ones.
  static func escape(_ text: String) -> String {
    var escaped = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "!", "~", "$", "@", "^", "+", "=":
        escaped += "\\\(character)"
      // Before a blank it is prose, unless it begins a line, which makes a list of definitions.
      case ":":
        let isProse = !escaped.isEmpty && index + 1 < characters.count && characters[index + 1] == " "
        escaped += isProse ? ":" : "\\:"
      case "-" where escaped.isEmpty: escaped += "\\-"
      case ".", ")":
        // `1. ` begins a list, `www.` a link.
        let endsWord = index + 1 == characters.count || characters[index + 1] == " "
        let breaks = (endsWord && escaped.allSatisfy(\.isNumber)) || escaped.suffix(3).lowercased() == "www"
        escaped += breaks ? "\\\(character)" : String(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
