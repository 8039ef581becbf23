public import DigitalMaturity

extension Paper {
  /// The paper as Markdown (GitHub's flavour), which ``init(markdown:)`` reads back. O(text).
  public func markdown() -> ByteOutput {
    var lines = ["# \(MarkdownWriter.escape(title))", ""]
    lines += fields.map { "**\(MarkdownWriter.escape($0.label)):** \(Self.markdown($0.value))\\" }
    if !fields.isEmpty {
      // The last line breaks nothing.
      lines[lines.count - 1].removeLast()
      lines.append("")
    }
    for block in blocks {
      switch block {
      case .heading(let text, let level, let number):
        let marks = String(repeating: "#", count: min(max(level, 1), 3) + 1)
        lines.append("\(marks) \(Self.numbered(text, number, parts: 1))")
      case .paragraph(let text, let number): lines.append(Self.numbered(text, number, parts: 2))
      case .quote(let text):
        lines.append("> \(Self.markdown(text))")
      case .list(let items, let isNumbered):
        var number = 0
        for item in items {
          if item.level == 0 { number += 1 }
          let mark = isNumbered && item.level == 0 ? "\(number). " : "- "
          let indent = String(repeating: isNumbered ? "   " : "  ", count: min(max(item.level, 0), 2))
          lines.append("\(indent)\(mark)\(Self.markdown(item.text))")
        }
      case .table(let table):
        if !table.caption.isEmpty { lines += ["**\(MarkdownWriter.escape(table.caption))**", ""] }
        func row(_ cells: [PaperText]) -> String {
          "|\(cells.map { " \(Self.markdown($0).replacing("\\\n", with: " ")) |" }.joined())"
        }
        lines.append(row(table.columns.map(\.heading)))
        lines.append("|\(table.columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined())")
        lines += table.rows.map(row)
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    var output = ByteOutput()
    output.write(lines.joined(separator: "\n") + "\n")
    return output
  }

  /// Text after its number. Text that has none and begins with one is written so that it is not taken for it.
  private static func numbered(_ text: PaperText, _ number: String?, parts: Int) -> String {
    let words = markdown(text)
    if let number { return "\(number) \(words)" }
    return MarkdownReader.number(Substring(words), parts: parts).number == nil
      ? words : MarkdownWriter.digitEscaped(words)
  }

  /// Text with all that could begin markup escaped, and emphasis as marks.
  static func markdown(_ text: PaperText) -> String {
    text.runs.map { run in
      let marks = (run.isBold ? "**" : "") + (run.isItalic ? "_" : "")
      let words = run.text.split(separator: "\n", omittingEmptySubsequences: false).map {
        MarkdownWriter.escape(String($0))
      }
      .joined(separator: "\\\n")
      return marks.isEmpty || words.isEmpty ? words : marks + words + String(marks.reversed())
    }.joined()
  }
}
