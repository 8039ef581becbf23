import ArgumentParser
import DigitalMaturity

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the scoring rules with their options.")

  func run() throws {
    for (name, rule) in Vocabulary.all.rules.sorted(by: { $0.key < $1.key }) {
      print("\(name)\n  \(rule.summary)")
      list(rule.options, indent: "  ")
    }
    print(
      """

      Beside the rule, for every rule:
        missing: omit | lowest | block   what is done about a blank (omit)
        dont-know: missing | lowest      what is done about a don't know (missing)
        minimum-answered: 0 to 1         the share that must be answered (0)
        unit: respondent | question      whether people or questions are summarised first (respondent)
      """)
  }

  private func list(_ options: [RuleOption], indent: String) {
    for option in options {
      print(
        "\(indent)\(option.name): \(words(option.kind))\(option.isRequired ? ", required" : "")\n\(indent)  \(option.summary)"
      )
      if case .list(let inner) = option.kind { list(inner, indent: indent + "  ") }
    }
  }

  private func words(_ kind: RuleOption.Kind) -> String {
    switch kind {
    case .number: "a number"
    case .boolean: "true or false"
    case .word(let words): words.joined(separator: " | ")
    case .condition: "a condition"
    case .rule: "a rule"
    case .list: "a list of"
    }
  }
}
