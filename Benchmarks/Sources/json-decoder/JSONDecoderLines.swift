import Foundation

/// The same answers by Foundation's JSONDecoder, an object a line: area means and counts by option.
///
/// Usage: `json-decoder FILE LINES`. Prints the seconds of the decoding and counting, then the figures.
@main
struct JSONDecoderLines {
  /// A person's 72 answers, nil where there is none.
  struct Response: Decodable {
    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    static let keys = (1...9).flatMap { area in (1...8).map { Key(stringValue: "q-\(area)-\($0)") } }

    var answers: [Int?]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      answers = try Self.keys.map { try container.decodeIfPresent(Int.self, forKey: $0) }
    }
  }

  static func main() throws {
    guard CommandLine.arguments.count == 3, let limit = Int(CommandLine.arguments[2]) else {
      fatalError("usage: json-decoder FILE LINES")
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]), options: .alwaysMapped)
    let clock = ContinuousClock()
    let start = clock.now
    let decoder = JSONDecoder()
    var (sums, people) = (Array(repeating: 0.0, count: 9), Array(repeating: 0, count: 9))
    var counts = Array(repeating: Array(repeating: 0, count: 6), count: 72)
    var rest = data[...]
    for _ in 0..<limit {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      let response = try decoder.decode(Response.self, from: rest[..<end])
      rest = rest[(end + 1)...]
      for area in 0..<9 {
        let given = response.answers[area * 8..<area * 8 + 8].compactMap { $0 }
        guard given.count >= 4 else { continue }
        sums[area] += Double(given.reduce(0, +)) / Double(given.count)
        people[area] += 1
      }
      for (column, answer) in response.answers.enumerated() { if let answer { counts[column][answer] += 1 } }
    }
    print("seconds\t\((clock.now - start) / .seconds(1))")
    for area in 0..<9 { print("mean/area-\(area + 1)\t\(sums[area] / Double(people[area]))") }
    for (column, key) in Response.keys.enumerated() {
      for option in 1...5 { print("count/\(key.stringValue)/\(option)\t\(counts[column][option])") }
    }
  }
}
