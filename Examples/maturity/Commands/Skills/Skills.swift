import ArgumentParser

struct Skills: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skills",
    abstract: "Score staff against what their roles ask: gaps, learning, demand, progress.",
    discussion: """
      Totals that anybody may see: score, heatmap, demand, compare. Results of named people, for the person and the manager \
      only (in a private role, such as an elected member's, for the person alone): gaps, person, plan; files with those can be \
      opened by their owner alone.
      """,
    subcommands: [
      SkillsScore.self, SkillsHeatmap.self, SkillsDemand.self, SkillsCompare.self, SkillsGaps.self, SkillsPerson.self,
      SkillsPlan.self, SkillsImportRoles.self,
    ])
}
