import Foundation
import Testing

/// Disks that are full, folders that nobody may write to, readers that go away.
@Suite("Output that cannot be written") struct OutputFailureTests {
  private let folder: TemporaryFolder
  private static let score = [
    "score", "digital-first", "--questionnaire", "employees-short", "--responses", CommandLineRun.employees,
  ]

  init() throws { folder = try TemporaryFolder() }

  /// Runs a line of the shell, in which `$maturity` is the program.
  private func shell(_ line: String, by program: String = "sh") throws -> CommandLineRun {
    try CommandLineRun(
      arguments: ["-c", line], program: URL(fileURLWithPath: "/bin/\(program)"), in: folder.url,
      environment: [
        "maturity": CommandLineRun.binary.path, "employees": CommandLineRun.employees,
        "ratings": CommandLineRun.root.appendingPathComponent("Examples/data/shrout-fleiss-1979.csv").path,
      ])
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  #if os(Linux)
    @Test(
      "a full disk behind standard output is an error, whatever is printed",
      arguments: [
        "--version", "--help", "score --help", "--generate-completion-script bash", "list", "rules",
        "show digital-first",
        "show digital-first --coverage", "check digital-first", "check digital-first --language cy",
        "form digital-first --questionnaire members --format markdown", "indicators measures",
        "score digital-first --questionnaire employees-short --responses $employees",
        "score digital-first --questionnaire employees-short --responses $employees --format html",
        "explain digital-first --questionnaire employees-short --responses $employees --area people",
        "import digital-first $employees --questionnaire employees-short --dry-run",
        "find-person $employees --respondent e001", "statistics $ratings --columns judge1,judge2",
      ])
    func fullOutput(_ command: String) throws {
      let run = try shell("\"$maturity\" \(command) > /dev/full")
      #expect(run.status == 73, "\(run.errors)")
      #expect(run.errors.contains("standard output cannot be written: No space left on device"), "\(run.errors)")
    }

    @Test("a device that is full is told of, and is not replaced by a file")
    func fullDevice() throws {
      let run = try CommandLineRun(arguments: Self.score + ["--format", "json", "--output", "/dev/full", "--force"])
      #expect(run.status == 73 && run.errors.contains("“/dev/full” cannot be written: No space left on device"))
      #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    }

    /// Only root can mount one.
    @Test("a full disk leaves the old file as it was, and nothing beside it", .enabled(if: geteuid() == 0))
    func fullDisk() throws {
      let disk = folder.url.appendingPathComponent("disk").path
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
      // A container may not be allowed to: then there is nothing to see.
      guard try shell("mount -t tmpfs -o size=64k tmpfs disk").status == 0 else { return }
      defer { _ = try? shell("umount disk") }
      try folder.write("what was there", to: "disk/report.html")
      let run = try CommandLineRun(arguments: Self.score + ["--output", "\(disk)/report.html", "--force"])
      #expect(run.status == 73 && run.errors.contains("No space left on device; make room"), "\(run.errors)")
      #expect(run.errors.contains("the file that is there stays as it was"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["report.html"])
      #expect(try String(contentsOfFile: disk + "/report.html", encoding: .utf8) == "what was there")
    }
  #endif

  @Test("a new assessment is there whole or not at all", arguments: ["council", "council --from digital-first"])
  func newAssessment(arguments: String) throws {
    let run = try shell("ulimit -f 8; exec \"$maturity\" init \(arguments)")
    #expect(run.status == 73 && run.errors.contains("cannot be written: File too large"), "\(run.errors)")
    #expect(try names().isEmpty)
  }

  @Test("a file beyond what is allowed leaves the old one as it was, and nothing beside it")
  func fileTooLarge() throws {
    try folder.write("what was there", to: "report.html")
    let run = try shell(
      "ulimit -f 8; exec \"$maturity\" score digital-first --questionnaire employees-short --responses \"$employees\" "
        + "--output report.html --force")
    #expect(run.status == 73 && run.errors.contains("“report.html” cannot be written: File too large"), "\(run.errors)")
    #expect(run.errors.contains("the file that is there stays as it was"))
    #expect(try names() == ["report.html"])
    #expect(
      try String(contentsOf: folder.url.appendingPathComponent("report.html"), encoding: .utf8) == "what was there")
  }

  @Test("files that belong together are written all or none")
  func together() throws {
    let score =
      "ulimit -f 8; exec \"$maturity\" score digital-first --questionnaire employees-short --format csvw --force"
    let fresh = try shell("\(score) --responses \"$employees\" --output new")
    #expect(fresh.status == 73 && fresh.errors.contains("cannot be written: File too large"), "\(fresh.errors)")
    #expect(try names() == [])
    let files = ["csv-metadata.json", "distributions.csv", "scores.csv"]
    for file in files { try folder.write("what was there", to: "old/\(file)") }
    let run = try shell("\(score) --responses \"$employees\" --output old")
    #expect(run.status == 73, "\(run.errors)")
    let old = folder.url.appendingPathComponent("old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: old.path).sorted() == files)
    for file in files {
      #expect(try String(contentsOf: old.appendingPathComponent(file), encoding: .utf8) == "what was there")
    }
  }

  /// Root may write everywhere.
  @Test("a folder that nobody may write to is told of, and the old file stays", .enabled(if: geteuid() != 0))
  func unwritableFolder() throws {
    try folder.write("what was there", to: "locked/report.html")
    let locked = folder.url.appendingPathComponent("locked").path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: locked)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked) }
    let run = try CommandLineRun(arguments: Self.score + ["--output", "\(locked)/report.html", "--force"])
    #expect(run.status == 73 && run.errors.contains("choose a folder that you may write to"), "\(run.errors)")
    #expect(try String(contentsOfFile: locked + "/report.html", encoding: .utf8) == "what was there")
  }

  @Test("a place that is no folder, or cannot be written even by root, is told of")
  func noFolder() throws {
    try folder.write("", to: "file")
    let inFile = try CommandLineRun(arguments: Self.score + ["--output", "file/report.html"], in: folder.url)
    #expect(inFile.status == 73 && inFile.errors.contains("Not a directory; make its folder first"), "\(inFile.errors)")
    #if os(Linux)
      let system = try CommandLineRun(arguments: Self.score + ["--output", "/proc/report.html"])
      #expect(
        system.status == 73 && system.errors.contains("“/proc/report.html” cannot be written"), "\(system.errors)")
    #endif
    #expect(try names() == ["file"])
  }

  /// The JSON is larger than a pipe holds, so that the program writes when nobody reads any more.
  @Test("a reader that goes away ends the run without a word")
  func pipe() throws {
    let score = "score digital-first --questionnaire employees-short --responses \"$employees\" --format json"
    let run = try shell("{ \"$maturity\" \(score); echo \"ended with $?\" >&2; } | head -1", by: "bash")
    #expect(run.output == "{\n")
    // The end by the signal of a broken pipe is what a shell expects, and shows nothing of.
    #expect(run.errors == "ended with 141\n")
  }
}
