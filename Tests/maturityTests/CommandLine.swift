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
