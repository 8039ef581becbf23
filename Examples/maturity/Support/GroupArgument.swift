import ArgumentParser
import DigitalMaturity

/// One group of a breakdown, by its ids or by the names that a report shows.
struct GroupArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only one group of a breakdown, such as directorate=homes, or its name as a report shows it. “a=x,b=y” names one of a crossed breakdown.",
      valueName: "attribute=value"))
  var group: String?

  /// What to say of a result that has no groups.
  static let noGroups =
    "the result is not broken down, so it has no groups; score it again with --by, such as --by directorate"

  /// The group's key; nil when none is named.
  /// - Parameter without: What to say where the results have no groups.
  func key(
    in scorecards: [PublishableScorecard], of assessment: Assessment, language: String?, without: String
  ) throws -> [GroupAttribute]? {
    guard let group else { return nil }
    let known = scorecards.flatMap { scorecard in
      scorecard.groups.filter { !$0.key.isEmpty }.map { group in
        (key: group.key, names: Self.names(group.key, of: scorecard, in: assessment, language))
      }
    }
    let wanted = Spelling.folded(group)
    if let found = known.first(where: { $0.names.contains { Spelling.folded($0) == wanted } }) { return found.key }
    let shown = known.prefix(12).map { "\($0.names[0]) (\($0.names[2]))" }.joined(separator: "; ")
    throw ValidationError(
      known.isEmpty
        ? without : "there is no group “\(group)”; known here: \(shown)\(known.count > 12 ? "; …" : "")")
  }

  /// By ids, by ids with labels, and by labels alone.
  private static func names(
    _ key: [GroupAttribute], of scorecard: PublishableScorecard, in assessment: Assessment, _ language: String?
  ) -> [String] {
    let attributes = assessment.questionnaire(scorecard.questionnaire)?.attributes ?? []
    func label(_ part: GroupAttribute) -> String {
      let value = attributes.first { $0.id == part.attribute }?.values.first { $0.id == part.value }
      return value?.label.text(in: language) ?? part.value?.rawValue ?? "Not stated"
    }
    return [
      key.map { "\($0.attribute)=\($0.value?.rawValue ?? "")" }.joined(separator: ","),
      key.map { "\($0.attribute)=\(label($0))" }.joined(separator: ","), key.map(label).joined(separator: ", "),
    ]
  }
}
