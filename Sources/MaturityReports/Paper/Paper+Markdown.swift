public import DigitalMaturity

extension Paper {
  /// The paper as Markdown (GitHub's flavour), which `init(markdown:)` reads back. O(text).
  public func markdown() -> ByteOutput {
    var lines = notice.map { [Self.markdown(.bold($0)), ""] } ?? []
    lines += ["# \(MarkdownWriter.lightlyEscaped(title, isFirst: true))", ""]
    lines += fields.map { "**\(MarkdownWriter.lightlyEscaped($0.label)):** \(Self.markdown($0.value))\\" }
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
        if !table.caption.isEmpty { lines += ["**\(MarkdownWriter.lightlyEscaped(table.caption))**", ""] }
        func row(_ cells: [PaperText]) -> String {
          "|\(cells.map { " \(Self.markdown($0).replacing("\\\n", with: "<br>")) |" }.joined())"
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

  /// Text with all that would be markup escaped, and emphasis as marks.
  /// - Parameter isFirst: Whether it stands at the start of a line, after the mark of a heading or item.
  static func markdown(_ text: PaperText, isFirst: Bool = true) -> String {
    var written = ""
    for run in text.runs {
      let marks = (run.isBold ? "**" : "") + (run.isItalic ? "_" : "")
      var lines: [String] = []
      for line in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        let begins = lines.isEmpty ? isFirst && written.isEmpty && marks.isEmpty : true
        lines.append(MarkdownWriter.lightlyEscaped(String(line), isFirst: begins))
      }
      let words = lines.joined(separator: "\\\n")
      written += marks.isEmpty || words.isEmpty ? words : marks + words + String(marks.reversed())
    }
    return written
  }
}
