import ReadingSample
import Yams

/// Times Yams on the sample of `reading`, which starts this program: a line a run, the way's name and milliseconds.
@main
struct ReadingYams {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard arguments.count == 2 else { fatalError("usage: reading-yams BYTES ROUNDS") }
    let text = SampleAssessment.yaml(bytes: arguments[0])
    let ways: [(name: String, run: () throws -> Int)] = [
      ("Yams compose", { try Yams.compose(yaml: text)?.mapping?.count ?? 0 }),
      (
        "Yams YAMLDecoder into structs", { try YAMLDecoder().decode(SampleModel.self, from: text).questionnaires.count }
      ),
    ]
    for round in 0...arguments[1] {
      for way in ways {
        var result = 0
        let time = try ContinuousClock().measure { result = try way.run() }
        guard result > 0 else { fatalError("\(way.name) read nothing") }
        // The first round warms the caches.
        if round > 0 { print("\(way.name)\t\(time / .milliseconds(1))") }
      }
    }
  }
}
