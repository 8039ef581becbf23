import Foundation
import Synchronization
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
  static var members: String { root.appendingPathComponent("Examples/data/members-individual-synthetic.csv").path }

  init(_ arguments: String..., input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]) throws
  {
    try self.init(arguments: arguments, input: input, in: folder, environment: environment)
  }

  /// Runs with arguments, the built command line when no other program is named.
  /// - Parameter inherits: Whether the environment is that of the tests with more in it, or nothing but what is given.
  init(
    arguments: [String], program: URL = Self.binary, input: String? = nil, in folder: URL? = nil,
    environment: [String: String] = [:], inherits: Bool = true
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? Self.root
    process.environment = inherits ? ProcessInfo.processInfo.environment.merging(environment) { $1 } : environment
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
  /// Runs with standard output on a terminal of its own.
  static func onTerminal(_ arguments: String...) throws -> (status: Int32, errors: String) {
    let run = try onTerminal(arguments: arguments)
    return (run.status, run.errors)
  }

  /// Runs with standard output on a terminal of a width, and standard error there too where it is asked for.
  static func onTerminal(
    arguments: [String], columns: UInt16 = 80, errorsToo: Bool = false, in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String, errors: String) {
    var (main, terminal): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe openpty(&main, &terminal, nil, nil, &size) == 0)
    let scratch = try TemporaryFolder()
    let errorFile = scratch.url.appendingPathComponent("err")
    try Data().write(to: errorFile)
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    process.standardOutput = handle
    if errorsToo {
      process.standardError = handle
    } else {
      process.standardError = try FileHandle(forWritingTo: errorFile)
    }
    process.standardInput = FileHandle.nullDevice
    // Read while it runs: a terminal holds little. Reading fails when nobody holds the other end any more.
    let reader = TerminalReader(main)
    Thread.detachNewThread { reader.read() }
    try process.run()
    close(terminal)
    process.waitUntilExit()
    let shown = reader.text.replacingOccurrences(of: "\r\n", with: "\n")
    return (process.terminationStatus, shown, String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}

/// Takes everything that comes from a terminal.
private final class TerminalReader: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  private let descriptor: Int32
  private let isRead = DispatchSemaphore(value: 0)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// All that came, once nothing more can come.
  var text: String {
    isRead.wait()
    return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
  }

  func read() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe systemRead(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes.withLock { $0 += buffer[..<count] }
    }
    close(descriptor)
    isRead.signal()
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
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
