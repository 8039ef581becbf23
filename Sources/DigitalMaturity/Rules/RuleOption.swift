/// The declaration of one option of a scoring rule: what the reader checks, and what `maturity rules` lists.
public struct RuleOption: Sendable {
  /// What values an option takes.
  public indirect enum Kind: Sendable {
    /// A number within bounds.
    case number(ClosedRange<Double>)
    /// True or false.
    case boolean
    /// One of these words.
    case word([String])
    /// A condition.
    case condition
    /// Another rule with its own options: `{rule: …, …}`.
    case rule
    /// A list of tables, each with these options.
    case list([RuleOption])
  }

  /// Keys that stand beside a rule's options and so cannot be one.
  public static let reservedNames: Set<String> = [
    "rule", "missing", "dont-know", "minimum-answered", "unit", "question-summary", "of", "by-id",
  ]

  /// The key in documents; none of ``reservedNames``.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// Whether it must be set.
  public let isRequired: Bool
  /// One sentence that says what it does, and what happens when it is not set.
  public let summary: String

  /// Declares an option.
  public init(_ name: String, _ kind: Kind, isRequired: Bool = false, summary: String) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.summary = summary
  }
}

/// The value of an option.
public indirect enum RuleOptionValue: Sendable {
  /// A number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A word.
  case word(String)
  /// A condition.
  case condition(Condition)
  /// A rule.
  case rule(any ScoringRule)
  /// A list of tables.
  case list([RuleOptions])
}

/// The options that are set for a rule, by name.
public struct RuleOptions: Sendable, ExpressibleByDictionaryLiteral {
  /// The values by name.
  public var values: [String: RuleOptionValue]

  /// Makes options of values.
  public init(_ values: [String: RuleOptionValue] = [:]) { self.values = values }

  /// Makes options of a literal; of a name that stands twice the last counts.
  public init(dictionaryLiteral elements: (String, RuleOptionValue)...) {
    values = Dictionary(elements, uniquingKeysWith: { _, last in last })
  }

  /// The number set for an option.
  public func number(_ name: String) -> Double? {
    if case .number(let number) = values[name] { number } else { nil }
  }

  /// The boolean set for an option.
  public func boolean(_ name: String) -> Bool? {
    if case .boolean(let boolean) = values[name] { boolean } else { nil }
  }

  /// The word set for an option.
  public func word(_ name: String) -> String? {
    if case .word(let word) = values[name] { word } else { nil }
  }

  /// The condition set for an option.
  public func condition(_ name: String) -> Condition? {
    if case .condition(let condition) = values[name] { condition } else { nil }
  }

  /// The rule set for an option.
  public func rule(_ name: String) -> (any ScoringRule)? {
    if case .rule(let rule) = values[name] { rule } else { nil }
  }

  /// The tables set for an option; empty when none are.
  public func list(_ name: String) -> [RuleOptions] {
    if case .list(let tables) = values[name] { tables } else { [] }
  }

  /// The options as a person reads them: `at 2`, `of weighted-mean`, sorted by name.
  public var description: [String] {
    values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
  }
}

extension RuleOptionValue {
  var text: String {
    switch self {
    case .number(let number): return DecimalText.plain(number)
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .word(let word): return word
    case .condition(let condition): return condition.text
    case .rule(let rule):
      let settings = rule.settings.description
      return type(of: rule).name + (settings.isEmpty ? "" : " (\(settings.joined(separator: ", ")))")
    case .list(let tables): return tables.map { $0.description.joined(separator: " ") }.joined(separator: "; ")
    }
  }
}

extension Condition {
  /// The condition as a person reads it: `leadership below 3`.
  public var text: String {
    switch self {
    case .all(let conditions): return conditions.map(\.text).joined(separator: " and ")
    case .any(let conditions): return "(" + conditions.map(\.text).joined(separator: " or ") + ")"
    case .not(let condition): return "not (\(condition.text))"
    case .test(let subject, let test): return "\(subject.id) \(test.text)"
    }
  }
}

extension Condition.Test {
  var text: String {
    func number(_ value: Double) -> String { DecimalText.plain(value) }
    switch self {
    case .isOption(let options): return "is \(options.map(\.rawValue).joined(separator: " or "))"
    case .atLeast(let bound): return "at least \(number(bound))"
    case .atMost(let bound): return "at most \(number(bound))"
    case .above(let bound): return "above \(number(bound))"
    case .below(let bound): return "below \(number(bound))"
    case .answered(let expected): return expected ? "answered" : "not answered"
    }
  }
}
