import ArgumentParser
import DigitalMaturity
import MaturityYAML

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", _superCommandName: "maturity",
    abstract: "List the scoring rules with their options and a worked example of each.")

  func run() throws {
    var blanks = "omit"
    for (name, rule) in Vocabulary.all.rules.sorted(by: { $0.key < $1.key }) {
      try Terminal.print(name)
      try say(rule.summary, indent: "  ")
      try list(rule.options, indent: "  ")
      if let example = rule.example {
        // The example's options are read as a document's are, and the rule they make is asked for the score.
        let document = try YAMLReader.read(Array(example.definition.utf8), file: "example")
        let made = try ScoringDefinition.read(document, with: .all).rule
        let (calculation, score) = example.worked(by: made)
        let result = score.value.map(DecimalText.exact) ?? score.reason?.sentence ?? ""
        try say("Example: \(example.definition)", indent: "  ", hanging: "  ")
        try say("\(calculation) = \(result)", indent: "    ", hanging: "  ")
        if made.defaultMissing != .omit { blanks += ", and \(made.defaultMissing.rawValue) for \(name)" }
      }
      try Terminal.print("")
    }
    func words<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> String {
      Word.allCases.map(\.rawValue).joined(separator: " | ")
    }
    try Terminal.print("Beside the rule, for every rule:")
    let common = [
      (
        "missing: \(words(ScoringDefinition.MissingPolicy.self))",
        "What is done about a blank; when not set \(blanks)."
      ),
      (
        "dont-know: \(words(ScoringDefinition.DontKnowPolicy.self))",
        "What is done about a don't know; missing, so as for a blank, when not set."
      ),
      (
        "minimum-answered: a number from 0 to 1",
        "The share of what applies that must be answered; 0 when not set."
      ),
      (
        "unit: \(words(ScoringUnit.self))",
        "Whether each person is scored or each question summarised first; respondent when not set."
      ),
      (
        "question-summary: \(words(ScoringDefinition.QuestionSummary.self))",
        "With unit: question, how a question is summarised over people; mean when not set."
      ),
    ]
    for (option, summary) in common {
      try say(option, indent: "  ", hanging: "  ")
      try say(summary, indent: "    ")
    }
  }

  /// Prints a sentence, in lines that the terminal has room for.
  private func say(_ text: String, indent: String, hanging: String = "") throws {
    try Terminal.print(Array(Prose.lines(text, width: Terminal.width, indent: indent, hanging: hanging).utf8))
  }

  private func list(_ options: [RuleOption], indent: String) throws {
    for option in options {
      try say(
        "\(option.name): \(words(option.kind))\(option.isRequired ? ", required" : "")", indent: indent, hanging: "  ")
      try say(option.summary, indent: indent + "  ")
      if case .list(let inner) = option.kind { try list(inner, indent: indent + "  ") }
    }
  }

  private func words(_ kind: RuleOption.Kind) -> String {
    switch kind {
    case .number(let bounds):
      // Beyond the largest score any number is meant.
      bounds.upperBound < 1e12
        ? "a number from \(DecimalText.exact(bounds.lowerBound)) to \(DecimalText.exact(bounds.upperBound))"
        : "a number"
    case .boolean: "true or false"
    case .word(let words): words.joined(separator: " | ")
    case .condition: "a condition"
    case .rule: "a rule"
    case .list: "a list of"
    }
  }
}
