import Foundation
import Testing

/// The commands of an article, which are run as they stand there, in order.
struct Tutorial {
  let text: String
  let commands: [String]

  init(_ article: String) throws {
    let file = CommandLineRun.root.appendingPathComponent("Sources/DigitalMaturity/DigitalMaturity.docc/\(article).md")
    text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var commands: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isOpen = line == "```sh"
      } else if isOpen, !line.isEmpty {
        if let last = commands.last, last.hasSuffix("\\") {
          commands[commands.count - 1] = String(last.dropLast()) + String(line.drop { $0 == " " })
        } else {
          commands.append(String(line))
        }
      }
    }
    self.commands = commands
  }

  /// Runs the commands in a folder beside the sample data.
  /// - Returns: How many there were.
  func run(in folder: TemporaryFolder) throws -> Int {
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Examples"),
      withDestinationURL: CommandLineRun.root.appendingPathComponent("Examples"))
    for command in commands {
      let words = Self.words(of: command)
      guard words.first == "maturity" else {
        Issue.record("the tutorial has a command that is not tried: \(command)")
        continue
      }
      let run = try CommandLineRun(arguments: Array(words.dropFirst()), in: folder.url)
      #expect(run.status == 0, "\(command)\n\(run.errors)")
      // What the tutorial shows of the output is what comes out.
      for line in run.output.split(separator: "\n").prefix(3) where text.contains("$ \(command)\n") {
        #expect(text.contains(line), "\(command): \(line)")
      }
    }
    return commands.count
  }

  /// The words of a command: blanks between quotation marks part nothing.
  private static func words(of command: String) -> [String] {
    var words: [String] = [""]
    var isQuoted = false
    for character in command {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
