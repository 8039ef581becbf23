import DigitalMaturity
import MaturityYAML

/// A page of documentation, with the code that stands in it.
struct Article: Sendable, CustomStringConvertible {
  /// A fenced block.
  struct Block: Sendable, CustomStringConvertible {
    let language: String
    let text: String
    /// The line of the page on which the code begins.
    let line: Int

    var description: String { "\(language), line \(line)" }
  }

  let path: String
  let text: String
  let blocks: [Block]

  var description: String { path }

  static let root = FolderSource(
    path: #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/"))
  static let catalogue = "Sources/DigitalMaturity/DigitalMaturity.docc"
  static let paths =
    ["README.md"]
    + [
      "DigitalMaturity", "ReportToACommittee", "EmbedTheLibrary", "WriteAnAssessment", "WriteInTwoLanguages",
      "CollectAnswers",
      "ProtectPeople",
      "WriteAScoringRule",
    ].map { "\(catalogue)/\($0).md" }

  /// Reads a page of the project.
  init(_ path: String) throws {
    self.path = path
    text = try Self.read(path)
    var blocks: [Block] = []
    var open: (language: String, line: Int, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          let text = block.lines.joined(separator: "\n") + "\n"
          blocks.append(Block(language: block.language, text: text, line: block.line))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), index + 2, [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    self.blocks = blocks
  }

  /// The text of a file of the project.
  static func read(_ path: String) throws -> String {
    String(decoding: try root.bytes(at: path, limit: 1 << 24), as: UTF8.self)
  }

  /// The blocks in a language.
  func blocks(_ language: String) -> [Block] { blocks.filter { $0.language == language } }

  /// The complete assessments.
  var documents: [Block] { blocks("yaml").filter { $0.text.hasPrefix("format: 1\n") } }

  /// The files that a page shows beside an assessment, by the name in their first line: `# areas.yaml`.
  var files: [String: String] {
    var files: [String: String] = [:]
    for block in blocks("yaml") {
      guard let name = block.text.split(separator: "\n").first, name.hasPrefix("# ") else { continue }
      files[String(name.dropFirst(2))] = block.text
    }
    return files
  }

  /// Parts of an assessment, each put into the page's first complete one in place of the parts of the same keys.
  var variants: [Block] {
    guard let document = documents.first else { return [] }
    return blocks("yaml").filter { !$0.text.hasPrefix("format:") && !$0.text.hasPrefix("# ") }.map { block in
      let replaced = Self.parts(block.text)
      let kept = Self.parts(document.text).filter { part in !replaced.contains { $0.key == part.key } }
      return Block(language: block.language, text: (kept + replaced).map(\.text).joined(), line: block.line)
    }
  }

  /// A document's parts by their keys at the left margin.
  private static func parts(_ yaml: String) -> [(key: String, text: String)] {
    var parts: [(key: String, text: String)] = []
    for line in yaml.split(separator: "\n") {
      if let first = line.first, first.isLetter {
        parts.append((String(line.prefix { $0 != ":" }), "\(line)\n"))
      } else if let last = parts.indices.last {
        parts[last].text += "\(line)\n"
      }
    }
    return parts
  }
}
