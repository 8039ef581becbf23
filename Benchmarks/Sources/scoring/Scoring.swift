import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityTables

// Files alone are wanted of Foundation: all of it would take longer to start than a small table to score.
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Measures scoring from response files on disk: cells split, answers in columns, a scorecard, on one worker and on two.
///
/// Usage: `scoring [RESPONDENTS [ROUNDS [PHASE]]] [--means | --intervals | --suppression]`. A respondent has 72 closed questions
/// in nine areas and two attributes; 7 % of the answers are missing. The rounds of all phases are interleaved and the table has medians; a phase's number
/// runs that one alone. The files stay in a temporary folder, whose path is printed, for other tools to be measured on.
/// With `--means` the last scorecard's figures are printed too, for other tools' to be compared with; `--intervals` times the
/// likely ranges of the nine means instead, `--suppression` what is withheld of a table of 50 × 20 groups. Trust the ratios, not the milliseconds.
@main
struct Scoring {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let respondents = arguments.first ?? 1_000_000
    let rounds = arguments.dropFirst().first ?? 5
    if CommandLine.arguments.contains("--suppression") {
      return print(try Suppression(respondents: respondents).timed(rounds: rounds))
    }
    let bench = try Bench(respondents: respondents)
    if CommandLine.arguments.contains("--intervals") {
      print(try ScorecardLines.timedIntervals(of: await bench.scorecard(), rounds: rounds))
      return
    }
    var phases = bench.phases
    if let one = arguments.dropFirst(2).first { phases = [phases[one]] }

    var times = Array(repeating: [Double](), count: phases.count)
    for _ in 0..<max(rounds, 1) {
      for (index, phase) in phases.enumerated() {
        let clock = ContinuousClock()
        let start = clock.now
        guard try await phase.run() > 0 else { fatalError("nothing was read") }
        times[index].append((clock.now - start) / .seconds(1))
      }
    }
    print("\(respondents) respondents × 72 questions, medians of \(rounds) interleaved runs")
    for (phase, times) in zip(phases, times) {
      let time = times.sorted()[times.count / 2]
      let perSecond = Double(respondents) / time / 1_000_000
      let columns = [
        phase.name.padded(to: 36), DecimalText.rounded(time * 1_000, decimals: 1).leading(8) + " ms",
        DecimalText.rounded(perSecond, decimals: 2).leading(8) + " M rows/s",
      ]
      print(columns.joined(separator: " "))
    }
    guard CommandLine.arguments.contains("--means") else { return }
    if bench.last == nil { _ = try await bench.scorecard() }
    print(try ScorecardLines.text(bench.last))
  }
}

/// What is measured.
private final class Bench {
  struct Phase {
    var name: String
    var run: () async throws -> Int
  }

  private let sample: SampleWorkshop
  private let scorer: Scorer
  private let csv: String
  private let json: String
  /// What was scored last.
  private(set) var last: Scorecard?

  init(respondents: Int) throws {
    sample = try SampleWorkshop()
    scorer = try Scorer(
      sample.assessment, questionnaire: sample.questionnaire.id, breakdowns: [["directorate"], ["role"]])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scoring-\(respondents)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    csv = folder.appendingPathComponent("responses.csv").path
    json = folder.appendingPathComponent("responses.jsonl").path
    let sample = sample
    try Self.write(csv) { sample.csv(respondents: respondents) }
    // It is made in memory, and ten million people would need 15 GB.
    if respondents <= 1_000_000 { try Self.write(json) { sample.jsonLines(respondents: respondents) } }
  }

  private static func write(_ path: String, _ make: () -> [UInt8]) throws {
    if !FileManager.default.fileExists(atPath: path) { try Data(make()).write(to: URL(fileURLWithPath: path)) }
    print(path)
  }

  /// Everyone's answers, scored.
  func scorecard() async throws -> Scorecard? {
    _ = try await score(csv, workers: 2)
    return last
  }

  var phases: [Phase] {
    let (sample, csv, json) = (sample, csv, json)
    return [
      Phase(name: "rows and cells") {
        var reader = CSVReader(.file(csv))
        var rows = 0
        while let block = try reader.next() { rows += block.count }
        return rows
      },
      Phase(name: "answers in columns, block by block") {
        var reader = try ResponseReader(.file(csv), file: csv, questionnaire: sample.questionnaire)
        while try reader.next() != nil {}
        return reader.respondents
      },
      Phase(name: "answers in columns, 1 worker") { try await self.read(csv, workers: 1) },
      Phase(name: "answers in columns, 2 workers") { try await self.read(csv, workers: 2) },
      Phase(name: "CSV to scorecard, 1 worker") { try await self.score(csv, workers: 1) },
      Phase(name: "CSV to scorecard, 2 workers") { try await self.score(csv, workers: 2) },
      Phase(name: "JSON Lines in columns, 1 worker") { try await self.read(json, workers: 1) },
      Phase(name: "JSON Lines in columns, 2 workers") { try await self.read(json, workers: 2) },
      Phase(name: "JSON Lines to scorecard, 2 workers") { try await self.score(json, workers: 2) },
    ]
  }

  private func read(_ file: String, workers: Int) async throws -> Int {
    try await ResponseReader.fold(
      .file(file), file: file, questionnaire: sample.questionnaire, workers: workers,
      into: { 0 }, { sheet, count in count += sheet.count }
    ).states.reduce(0, +)
  }

  private func score(_ file: String, workers: Int) async throws -> Int {
    let scorer = scorer
    let read = try await ResponseReader.fold(
      .file(file), file: file, questionnaire: sample.questionnaire, workers: workers,
      into: { scorer.makeTally() }, { sheet, tally in scorer.tally(sheet, into: &tally) })
    var tally = scorer.makeTally()
    for state in read.states { tally.merge(state) }
    let scorecard = scorer.scorecard(tally, intervals: .none)
    last = scorecard
    return scorecard.groups.count
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
