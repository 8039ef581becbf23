import DigitalMaturity

/// Reads the text of a block of Markdown: emphasis, code, links, and characters with a backslash before them.
struct MarkdownInline {
  private let characters: [Character]
  private var at = 0
  private var runs: [PaperText.Run] = []
  private var text = ""
  private var (isBold, isItalic) = (false, false)

  /// The runs of a text. O(text²) at worst, for marks that nothing closes.
  static func runs(_ text: String) -> [PaperText.Run] {
    var reader = MarkdownInline(characters: Array(text))
    reader.read()
    return reader.runs
  }

  private init(characters: [Character]) { self.characters = characters }

  private mutating func read() {
    while at < characters.count {
      let character = characters[at]
      switch character {
      case "\\" where at + 1 < characters.count && characters[at + 1].isASCII && Self.isPunctuation(characters[at + 1]):
        text.append(characters[at + 1])
        at += 2
      case "&": entity()
      case "`": code()
      case "*", "_": emphasis(character)
      case "!" where at + 1 < characters.count && characters[at + 1] == "[" && link(from: at + 1, isPicture: true):
        break
      case "[" where link(from: at, isPicture: false): break
      case "<" where comment() || address() || lineBreak(): break
      default:
        text.append(character)
        at += 1
      }
    }
    flush()
  }

  private mutating func flush() {
    if !text.isEmpty { runs.append(PaperText.Run(text, isBold: isBold, isItalic: isItalic)) }
    text = ""
  }

  private static func isPunctuation(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && !character.isWhitespace
  }

  private mutating func entity() {
    let name = characters[(at + 1)...].prefix(10).prefix { $0 != ";" && !$0.isWhitespace }
    let end = at + 1 + name.count
    if end < characters.count, characters[end] == ";", let meaning = Self.meaning(of: String(name)) {
      text += meaning
      at = end + 1
    } else {
      text.append("&")
      at += 1
    }
  }

  /// What a name stands for, or a number such as `#39`.
  private static func meaning(of name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
    return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}"][name]
  }

  private mutating func code() {
    let marks = characters[at...].prefix { $0 == "`" }.count
    var end = at + marks
    while end < characters.count {
      let found = characters[end...].prefix { $0 == "`" }.count
      if found == marks {
        text += String(characters[(at + marks)..<end])
        at = end + marks
        return
      }
      end += max(found, 1)
    }
    text += String(repeating: "`", count: marks)
    at += marks
  }

  /// Two marks are bold, one is italics; a mark that nothing closes is text.
  private mutating func emphasis(_ mark: Character) {
    let isDouble = at + 1 < characters.count && characters[at + 1] == mark
    let length = isDouble ? 2 : 1
    let isOpen = isDouble ? isBold : isItalic
    let before = at > 0 ? characters[at - 1] : " "
    let after = at + length < characters.count ? characters[at + length] : " "
    let isInWord = mark == "_" && Self.isWord(before) && Self.isWord(after)
    let begins = !isOpen && !after.isWhitespace && closes(mark, length, from: at + length)
    if !isInWord, begins || (isOpen && !before.isWhitespace) {
      flush()
      if isDouble { isBold.toggle() } else { isItalic.toggle() }
    } else {
      text += String(repeating: mark, count: length)
    }
    at += length
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private func closes(_ mark: Character, _ length: Int, from start: Int) -> Bool {
    var place = start
    while place < characters.count {
      if characters[place] == "\\" {
        place += 2
        continue
      }
      if characters[place] == mark {
        let count = characters[place...].prefix { $0 == mark }.count
        let ends = place + count == characters.count || mark == "*" || !Self.isWord(characters[place + count])
        if count >= length, length == 2 || count != 2, !characters[place - 1].isWhitespace, ends { return true }
        place += count
      } else {
        place += 1
      }
    }
    return false
  }

  /// `[text](address)` becomes the text with the address behind it; of a picture its description is kept.
  private mutating func link(from start: Int, isPicture: Bool) -> Bool {
    guard let close = characters[start...].firstIndex(of: "]"), close + 1 < characters.count,
      characters[close + 1] == "(", let end = characters[close...].firstIndex(of: ")")
    else { return false }
    let label = String(characters[(start + 1)..<close])
    let address = String(characters[(close + 2)..<end].prefix { !$0.isWhitespace })
    flush()
    for run in Self.runs(label) {
      runs.append(.init(run.text, isBold: run.isBold || isBold, isItalic: run.isItalic || isItalic))
    }
    if !isPicture, !address.isEmpty, address != label { text += " (\(address))" }
    at = end + 1
    return true
  }

  /// `<https://…>` is its address.
  private mutating func address() -> Bool {
    guard let end = characters[at...].firstIndex(of: ">") else { return false }
    let inner = String(characters[(at + 1)..<end])
    guard !inner.contains(where: \.isWhitespace),
      inner.hasPrefix("https://") || inner.hasPrefix("http://") || inner.contains("@")
    else { return false }
    text += inner
    at = end + 1
    return true
  }

  /// `<br>`, the only line break that a cell of a table can have.
  private mutating func lineBreak() -> Bool {
    guard let mark = ["<br>", "<br/>", "<br />"].first(where: { characters[at...].starts(with: $0) }) else {
      return false
    }
    text += "\n"
    at += mark.count
    return true
  }

  /// A comment is for writers.
  private mutating func comment() -> Bool {
    guard characters[at...].starts(with: "<!--") else { return false }
    var end = at + 4
    while end < characters.count, !characters[end...].starts(with: "-->") { end += 1 }
    guard end < characters.count else { return false }
    at = end + 3
    return true
  }
}
