/// The calculation of one published score, step by step, to be followed with a pocket calculator.
public struct Explanation: Sendable, Hashable {
  /// One step, with what belongs to it.
  public struct Step: Sendable, Hashable, ExpressibleByStringLiteral {
    /// A sentence.
    public let text: String
    /// What belongs to it, each again with what belongs to it.
    public let details: [Step]

    /// Makes a step.
    public init(_ text: String, details: [Step] = []) {
      self.text = text
      self.details = details
    }

    /// Makes a step of a literal.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// What is explained, in one line.
  public let title: String
  /// The steps, in order.
  public let steps: [Step]
  /// The last line: the score, its level and its target; or why there is no score.
  public let result: String

  /// Makes an explanation.
  public init(title: String, steps: [Step], result: String) {
    self.title = title
    self.steps = steps
    self.result = result
  }

  /// The title, the numbered steps and the result, a line each.
  public var text: String {
    var lines = [title, ""]
    func add(_ details: [Step], indent: String) {
      for detail in details {
        lines.append(indent + detail.text)
        add(detail.details, indent: indent + "  ")
      }
    }
    for (index, step) in steps.enumerated() {
      lines.append("\(index + 1). \(step.text)")
      add(step.details, indent: "    ")
    }
    return (lines + ["", result]).joined(separator: "\n") + "\n"
  }

  /// The same as Markdown: a heading, a numbered list, and the result in bold.
  public var markdown: String {
    func escaped(_ text: String) -> String {
      var result = ""
      for character in text {
        if "\\`*_{}[]<>#|".contains(character) { result.append("\\") }
        result.append(character)
      }
      return result
    }
    var lines = ["# \(escaped(title))", ""]
    func add(_ details: [Step], indent: String) {
      for detail in details {
        lines.append("\(indent)- \(escaped(detail.text))")
        add(detail.details, indent: indent + "  ")
      }
    }
    for (index, step) in steps.enumerated() {
      let number = "\(index + 1). "
      lines.append(number + escaped(step.text))
      // As far in as the text, or Markdown takes it for a list of its own.
      add(step.details, indent: String(repeating: " ", count: number.count))
    }
    return (lines + ["", "**\(escaped(result))**"]).joined(separator: "\n") + "\n"
  }

  /// Writes the same as a JSON object: `title`, `steps` (each with `text` and `details`) and `result`.
  public func write(to writer: inout JSONWriter) {
    func write(_ steps: [Step], to writer: inout JSONWriter) {
      writer.array { writer in
        for step in steps {
          writer.object { writer in
            writer.member("text", step.text)
            if !step.details.isEmpty {
              writer.key("details")
              write(step.details, to: &writer)
            }
          }
        }
      }
    }
    writer.object { writer in
      writer.member("title", title)
      writer.key("steps")
      write(steps, to: &writer)
      writer.member("result", result)
    }
  }
}
