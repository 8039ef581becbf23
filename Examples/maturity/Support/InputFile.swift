import ArgumentParser
import DigitalMaturity
import MaturityTables

/// A small file that is read whole.
enum InputFile {
  /// Reads a file; `-` is standard input. On a problem says which and exits with 66.
  /// - Parameter limit: The most bytes it may have.
  static func read(_ path: String, limit: Int = 64 << 20) throws -> [UInt8] {
    var source: ByteSource = path == "-" ? .standardInput : .file(path)
    var bytes: [UInt8] = []
    do throws(TableError) {
      while bytes.count <= limit, try source.read(1 << 16, into: &bytes) {}
    } catch {
      // It names the file.
      Terminal.message("error: \(error.message)")
      throw ExitCode.missingInput
    }
    guard bytes.count <= limit else {
      Terminal.message("error: “\(path)” is larger than \(limit >> 20) MiB; check that it is the right file")
      throw ExitCode.wrongData
    }
    return bytes
  }
}
