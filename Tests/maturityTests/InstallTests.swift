import Foundation
import Testing

/// What `scripts/install` puts in place, from the program that the tests run.
@Suite("scripts/install") struct InstallTests {
  private let folder: TemporaryFolder
  private var prefix: URL { folder.url.appendingPathComponent("a prefix") }
  private static let files = [
    "bin/maturity", "share/bash-completion/completions/maturity", "share/zsh/site-functions/_maturity",
    "share/fish/vendor_completions.d/maturity.fish", "share/man/man1/maturity.1",
  ]

  init() throws { folder = try TemporaryFolder() }

  private func install(_ more: String...) throws -> CommandLineRun {
    let script = CommandLineRun.root.appendingPathComponent("scripts/install")
    return try CommandLineRun(
      arguments: ["--prefix", "a prefix"] + more, program: script, in: folder.url)
  }

  private func installBinary() throws -> CommandLineRun { try install("--binary", CommandLineRun.binary.path) }

  private func placed(_ path: String) -> URL { prefix.appendingPathComponent(path) }

  /// A program of the system; nil where there is none.
  private static func program(_ name: String) -> URL? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { URL(fileURLWithPath: $0 + name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test("installs everything, says how to go on, runs with nothing in the environment, and does so again")
  func installs() throws {
    let run = try installBinary()
    #expect(run.status == 0, "\(run.errors)")
    for file in Self.files {
      #expect(FileManager.default.fileExists(atPath: placed(file).path), "\(file)")
      #expect(run.output.contains("  \(file)\n"))
    }
    #expect(run.output.contains("export PATH=\"\(prefix.path)/bin:$PATH\""))
    let alone = try CommandLineRun(arguments: ["--version"], program: placed("bin/maturity"), inherits: false)
    #expect(alone.status == 0)
    #expect(try alone.output == CommandLineRun("--version").output)
    let check = try CommandLineRun(
      arguments: ["check", "digital-first"], program: placed("bin/maturity"), inherits: false)
    #expect(check.status == 0 && check.output.hasPrefix("digital-first 1.0.0 is valid"), "\(check.errors)")
    let list = try String(contentsOf: placed("share/maturity/installed"), encoding: .utf8)
    let before = try everything()
    #expect(try installBinary().status == 0)
    #expect(try String(contentsOf: placed("share/maturity/installed"), encoding: .utf8) == list)
    #expect(try everything() == before)
  }

  @Test("takes away what it installed, and nothing else")
  func uninstalls() throws {
    #expect(try install("--uninstall").status == 66)
    try folder.write("mine", to: "a prefix/bin/mine")
    #expect(try installBinary().status == 0)
    try folder.write("changed by hand", to: "a prefix/share/man/man1/maturity.1")
    let run = try install("--uninstall")
    #expect(run.status == 0 && run.errors.contains("maturity.1 was changed since, and stays"), "\(run.errors)")
    let left = try everything().filter { !$0.isEmpty }
    #expect(
      left == [
        "a prefix", "a prefix/bin", "a prefix/bin/mine", "a prefix/share", "a prefix/share/man",
        "a prefix/share/man/man1", "a prefix/share/man/man1/maturity.1",
      ])
  }

  @Test("a file that somebody else put there is not replaced, and then nothing is installed")
  func refuses() throws {
    try folder.write("another maturity", to: "a prefix/bin/maturity")
    let run = try installBinary()
    #expect(run.status == 73 && run.errors.contains("bin/maturity is there already"), "\(run.errors)")
    #expect(try everything().filter { !$0.isEmpty } == ["a prefix", "a prefix/bin", "a prefix/bin/maturity"])
    #expect(try install("--binary", "/nowhere").status == 66)
    #expect(try install("--prefix").status == 64)
    #expect(try install("--unknown").status == 64)
  }

  @Test("completions are read by their shells", arguments: zip(["bash", "zsh", "fish"], [1, 2, 3]))
  func shells(_ shell: String, _ file: Int) throws {
    #expect(try installBinary().status == 0)
    #expect(try String(contentsOf: placed(Self.files[file]), encoding: .utf8).contains("find-person"))
    guard let program = Self.program(shell) else { return }
    let run = try CommandLineRun(arguments: ["-n", placed(Self.files[file]).path], program: program)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(
    "bash completes commands, options, words, assessments and files",
    arguments: [
      (["sc"], ["score"]), (["skills", "he"], ["heatmap"]), (["score", "digital-first", "--resp"], ["--responses"]),
      (["score", "x", "--interval", "b"], ["bca"]), (["score", "x", "--format", "x"], ["xlsx"]),
      (["check", "digital-f"], ["digital-first"]), (["check", "an"], ["an assessment"]),
      (["score", "x", "--responses", "ans"], ["answers.csv"]),
    ])
  func completes(_ words: [String], _ offered: [String]) throws {
    let bash = try #require(Self.program("bash"))
    #expect(try installBinary().status == 0)
    try folder.write("", to: "answers.csv")
    try folder.write("", to: "an assessment/assessment.yaml")
    // What bash sets before it calls the function that completes.
    let script = """
      source "$1"; shift
      COMP_WORDS=(maturity "$@"); COMP_CWORD=$#; COMP_LINE="maturity $*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      _maturity maturity "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try CommandLineRun(
      arguments: ["--norc", "-c", script, "bash", placed(Self.files[1]).path] + words, program: bash, in: folder.url,
      environment: ["PATH": "\(prefix.path)/bin:/usr/bin:/bin"], inherits: false)
    #expect(run.output.split(separator: "\n").map(String.init) == offered, "\(run.errors)")
  }

  @Test("the manual page is one that readers of manual pages take, and tells of every command")
  func manual() throws {
    #expect(try installBinary().status == 0)
    let page = placed("share/man/man1/maturity.1")
    let source = try String(contentsOf: page, encoding: .utf8)
    #expect(source.utf8.allSatisfy { $0 < 0x80 })
    let dump = try JSONSerialization.jsonObject(
      with: Data(try CommandLineRun("--experimental-dump-help").output.utf8))
    let root = try #require((dump as? [String: Any])?["command"] as? [String: Any])
    let commands = names(of: root).filter { $0 != "maturity help" }
    #expect(commands.count > 25 && commands.contains("maturity skills import-roles"))
    for command in commands { #expect(source.contains("\n.Ss \(command)\n"), "\(command)") }
    if let mandoc = Self.program("mandoc") {
      let lint = try CommandLineRun(arguments: ["-Tlint", "-Wwarning", page.path], program: mandoc)
      #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    }
    guard let man = Self.program("man") else { return }
    let shown = try CommandLineRun(
      arguments: ["maturity"], program: man,
      environment: [
        "MANPATH": prefix.appendingPathComponent("share/man").path, "MANWIDTH": "100", "MAN_KEEP_FORMATTING": "",
      ])
    #expect(shown.status == 0, "\(shown.errors)")
    for command in commands { #expect(shown.output.contains(command), "\(command)") }
  }

  /// The commands that do something, with what stands before them.
  private func names(of command: [String: Any], _ before: String = "") -> [String] {
    let name = before + (command["commandName"] as? String ?? "")
    let inner = command["subcommands"] as? [[String: Any]] ?? []
    return inner.isEmpty ? [name] : inner.flatMap { names(of: $0, name + " ") }
  }
}
