import Foundation
import Testing

/// Runs the built command line as a person would, in a folder of its own.
struct CommandLineRun {
  let status: Int32
  let output: String
  let errors: String

  /// The binary beside the tests' own.
  static let binary: URL = {
    let folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".build/debug")
    let named = ProcessInfo.processInfo.environment["MATURITY_BINARY"].map { URL(fileURLWithPath: $0) }
    return named ?? folder.appendingPathComponent("maturity")
  }()

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var employees: String { root.appendingPathComponent("Examples/data/employees-synthetic.csv").path }
  static var members: String { root.appendingPathComponent("Examples/data/members-synthetic.csv").path }

  init(_ arguments: String..., input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]) throws
  {
    try self.init(arguments: arguments, input: input, in: folder, environment: environment)
  }

  init(arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? Self.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a full pipe would wait for a reader.
    let scratch = try TemporaryFolder()
    let outputFile = scratch.url.appendingPathComponent("out")
    let errorFile = scratch.url.appendingPathComponent("err")
    let inputFile = scratch.url.appendingPathComponent("in")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    try Data((input ?? "").utf8).write(to: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }
}

extension CommandLineRun {
  /// Runs with standard output on a terminal of its own, whose output is thrown away.
  static func onTerminal(_ arguments: String...) throws -> (status: Int32, errors: String) {
    try onTerminal(arguments: arguments)
  }

  static func onTerminal(arguments: [String]) throws -> (status: Int32, errors: String) {
    var (main, terminal): (Int32, Int32) = (-1, -1)
    try #require(unsafe openpty(&main, &terminal, nil, nil, nil) == 0)
    let scratch = try TemporaryFolder()
    let errorFile = scratch.url.appendingPathComponent("err")
    try Data().write(to: errorFile)
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    // Read while it runs: a terminal holds little. Reading fails when nobody holds the other end any more.
    Thread.detachNewThread { [main] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while unsafe read(main, &buffer, buffer.count) > 0 {}
      close(main)
    }
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}

/// A folder that goes when its holder does.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("maturity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file of the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
