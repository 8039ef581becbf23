import DigitalMaturity
import MaturitySkills
import MaturityTables
import MaturityYAML
import StarterAssessments

/// Measures skills from files on disk: people and ratings read, everybody scored, gaps, heatmap and demand.
///
/// Usage: `skills PEOPLE RATINGS [WORKERS] [--steps]`, or `skills --requirements`, which prints what each role asks for other
/// tools to calculate with. Prints the gap table's figures, a name, a tab and a number a line; `--steps` prints the time of
/// each step instead.
@main
struct SkillsBench {
  static func main() async throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addSkills()
    guard let starter = StarterAssessment.named("digital-literacies") else { fatalError("the starter is not there") }
    let scorer = try SkillsScorer(try vocabulary.readAssessment(from: starter.source))
    if CommandLine.arguments.contains("--requirements") { return printRequirements(scorer.framework) }
    let files = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
    guard files.count >= 2, let on = Day("2025-11-30") else { fatalError("usage: skills PEOPLE RATINGS [WORKERS]") }
    let workers = files.count > 2 ? Int(files[2]) ?? 1 : Processors.count

    let clock = ContinuousClock()
    var steps: [(String, Duration)] = []
    var last = clock.now
    func step(_ name: String) {
      steps.append((name, clock.now - last))
      last = clock.now
    }
    let staff = try StaffList(.file(files[0]), file: files[0], framework: scorer.framework)
    step("people")
    var reader = try RatingsReader(staff: staff, framework: scorer.framework, options: RatingsOptions(on: on))
    try await reader.read(.file(files[1]), file: files[1], workers: workers)
    let ratings = reader.finish()
    step("ratings")
    let scores = await scorer.scores(of: ratings, workers: workers)
    step("scores")
    let totals = await scores.published(workers: workers)
    step("gaps, heatmap and demand by team")
    guard ratings.problems.count == 0, staff.problems.count == 0, let everyone = totals.everyone else {
      fatalError("\(staff.problems.list.first?.description ?? "")\(ratings.problems.list.first?.description ?? "")")
    }
    if CommandLine.arguments.contains("--steps") {
      for (name, time) in steps { print("\(name)\t\(DecimalText.rounded(time / .milliseconds(1), decimals: 1)) ms") }
      print("groups\t\(totals.groups.count)")
      return
    }
    for (competence, meeting) in zip(scorer.framework.competences, everyone.competences) {
      print("below/\(competence.id)\t\(meeting.below ?? -1)")
      print("of/\(competence.id)\t\(meeting.of ?? -1)")
      print("gap/\(competence.id)\t\(meeting.meanGap.value ?? .nan)")
    }
  }

  private static func printRequirements(_ framework: SkillsFramework) {
    for role in framework.roles {
      for competence in framework.competences {
        guard let level = framework.profile(role.id)?.requirement(of: competence)?.level,
          let value = framework.level(level)?.value
        else { continue }
        print("\(role.id)\t\(competence.id)\t\(value)")
      }
    }
  }
}
