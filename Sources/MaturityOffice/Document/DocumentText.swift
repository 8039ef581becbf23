/// Text of a document in runs, some bold or in italics.
///
/// ```swift
/// document.paragraph("The score is \(bold: "3.4") of 5.")
/// ```
///
/// A line feed begins a new line of the same paragraph.
public struct DocumentText: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Text in one style.
  public struct Run: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is in italics.
    public var isItalic: Bool

    /// Makes a run.
    public init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
    }
  }

  /// The runs in their order.
  public var runs: [Run]

  /// Makes text of runs.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Makes text in the usual style.
  public init(_ text: String) { runs = [Run(text)] }

  /// Makes text in the usual style.
  public init(stringLiteral text: String) { self.init(text) }

  /// Makes text with parts that are bold or in italics.
  public init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

  /// Bold text.
  public static func bold(_ text: String) -> DocumentText { DocumentText([Run(text, isBold: true)]) }

  /// Text in italics.
  public static func italic(_ text: String) -> DocumentText { DocumentText([Run(text, isItalic: true)]) }

  /// One text after another.
  public static func + (first: DocumentText, second: DocumentText) -> DocumentText {
    DocumentText(first.runs + second.runs)
  }

  /// Collects the runs of an interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// Begins without a run.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds text in the usual style.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { runs.append(Run(literal)) }
    }

    /// Adds a value in the usual style.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      runs.append(Run(value.description))
    }

    /// Adds bold text.
    public mutating func appendInterpolation(bold text: String) { runs.append(Run(text, isBold: true)) }

    /// Adds text in italics.
    public mutating func appendInterpolation(italic text: String) { runs.append(Run(text, isItalic: true)) }

    /// Adds other text as it is.
    public mutating func appendInterpolation(_ text: DocumentText) { runs += text.runs }
  }

  func write(to output: inout XMLOutput) {
    for run in runs where !run.text.isEmpty {
      output.markup("<w:r>")
      if run.isBold || run.isItalic {
        output.markup("<w:rPr>")
        if run.isBold { output.markup("<w:b/><w:bCs/>") }
        if run.isItalic { output.markup("<w:i/><w:iCs/>") }
        output.markup("</w:rPr>")
      }
      // CR LF is one character, and one line end.
      for (index, line) in run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        if index > 0 { output.markup("<w:br/>") }
        for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { output.markup("<w:tab/>") }
          if part.isEmpty { continue }
          output.markup("<w:t xml:space=\"preserve\">")
          output.text(part)
          output.markup("</w:t>")
        }
      }
      output.markup("</w:r>")
    }
  }
}
