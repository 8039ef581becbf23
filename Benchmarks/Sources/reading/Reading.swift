import CEventLoop
import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import ReadingSample

/// Measures how fast an assessment is read, beside the least that libyaml costs and beside Yams.
///
/// Usage: `reading [BYTES [ROUNDS]]`. Every round runs each way in turn, Yams in a program of its own, so that a slow
/// moment of the machine falls on all of them; the table has medians. Trust the ratios, not the milliseconds.
@main
struct Reading {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (size, rounds) = (arguments.first ?? 200_000, arguments.dropFirst().first ?? 20)
    let bytes = Array(SampleAssessment.yaml(bytes: size).utf8)
    let json = try jsonText(of: bytes)

    var vocabulary = Vocabulary()
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()

    let ways: [(name: String, run: () throws -> Int)] = [
      (
        "libyaml's events, nothing kept",
        { unsafe bytes.withUnsafeBufferPointer { unsafe count_yaml_events($0.baseAddress, $0.count) } }
      ),
      ("Document from YAML", { try YAMLReader.read(bytes, file: "sample.yaml").nodeCount }),
      ("Document from JSON of the same content", { try JSONReader.read(json, file: "sample.json").nodeCount }),
      (
        "Assessment, bound and validated",
        { try vocabulary.readAssessment(YAMLReader.read(bytes, file: "sample.yaml")).areas.count }
      ),
    ]

    var table = Timings()
    for _ in 0..<rounds {
      for run in 0...5 {
        for way in ways {
          var result = 0
          let time = try ContinuousClock().measure { result = try way.run() }
          guard result > 0 else { fatalError("\(way.name) read nothing") }
          // The first run warms the caches after the other program.
          if run > 0 { table.add(way.name, time / .milliseconds(1)) }
        }
      }
      for line in try yams(bytes: size, rounds: 2).split(separator: "\n") {
        let parts = line.split(separator: "\t")
        if parts.count == 2, let time = Double(parts[1]) { table.add(String(parts[0]), time) }
      }
    }
    print("\(bytes.count) bytes of YAML, medians of interleaved runs")
    print(table.text)
  }

  /// What `reading-yams`, built beside this program, prints.
  private static func yams(bytes: Int, rounds: Int) throws -> String {
    let process = Process()
    let output = Pipe()
    let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = here.appendingPathComponent("reading-yams")
    process.arguments = ["\(bytes)", "\(rounds)"]
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }

  /// The sample as JSON, through the tree.
  private static func jsonText(of yaml: [UInt8]) throws -> [UInt8] {
    func write(_ node: DocumentNode, to writer: inout JSONWriter) {
      switch node.kind {
      case .null: writer.null()
      case .mapping:
        writer.object { writer in
          for (key, value) in node.members {
            writer.key(key.text ?? "")
            write(value, to: &writer)
          }
        }
      case .sequence: writer.array { writer in for element in node.elements { write(element, to: &writer) } }
      case .scalar:
        if let boolean = node.boolean {
          writer.value(boolean)
        } else if let number = node.number {
          writer.value(number)
        } else {
          writer.value(node.text ?? "")
        }
      }
    }
    var writer = JSONWriter()
    write(try YAMLReader.read(yaml, file: "sample.yaml").root, to: &writer)
    return writer.finish().bytes
  }
}
