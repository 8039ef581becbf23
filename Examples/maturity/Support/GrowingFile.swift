import ArgumentParser
import MaturityTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of somebody's answers that grows at its end. What was appended is on disk before the next step.
struct GrowingFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Opens a file, or makes one that its owner alone can read, and keeps others from appending to it meanwhile.
  init(_ path: String) throws {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(OutputFile.reason(path)) }
    guard lock(descriptor) else {
      throw Self.failure("“\(path)” is in use by another interview; end that first, or name another --output")
    }
  }

  deinit { _ = close(descriptor) }

  /// Appends bytes, on a line of their own, and waits until they are on disk. Where there is no room for all of them, the
  /// file stays as it was.
  func append(_ bytes: [UInt8]) throws {
    let isWhole = try endsWithNewline()
    let size = lseek(descriptor, 0, SEEK_END)
    guard Terminal.write(isWhole ? bytes : [0x0A] + bytes, to: descriptor), fsync(descriptor) == 0 else {
      let reason = OutputFile.reason(path)
      _ = ftruncate(descriptor, size)
      throw Self.failure(reason)
    }
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { lseek(descriptor, 0, SEEK_END) == 0 }

  /// Whether what comes next begins a line; a run that was killed may have left half of one.
  private func endsWithNewline() throws -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { return true }
    var last: UInt8 = 0
    guard unsafe pread(descriptor, &last, 1, size - 1) == 1 else {
      throw Self.failure("“\(path)” cannot be read: \(Terminal.lastError)")
    }
    return last == 0x0A
  }

  /// Takes the file away.
  consuming func remove() { unsafe unlink(path) }

  /// All bytes of a file; none where there is no file.
  static func bytes(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var source = ByteSource.file(path)
    do throws(TableError) {
      while try source.read(1 << 20, into: &bytes) {}
    } catch {
      if unsafe access(path, F_OK) != 0 { return [] }
      Terminal.message("error: \(error.message)")
      throw ExitCode.missingInput
    }
    return bytes
  }

  private static func failure(_ message: String) -> ExitCode {
    Terminal.message("error: \(message)")
    return .cannotWrite
  }
}

private func lock(_ descriptor: Int32) -> Bool {
  while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
    if errno != EINTR { return false }
  }
  return true
}
