/// Where a table's bytes come from: a file, standard input, or bytes in memory.
///
/// A source is read once, from its start to its end. It has one owner, and a file is closed when the source goes.
/// A file is opened at the first read, so making a source never fails.
public struct ByteSource: ~Copyable, Sendable {
  private enum State: Sendable {
    case path(String)
    case descriptor(Int32)
    case memory([UInt8], next: Int)
    case ended
  }

  private var state: State
  /// What a message calls the source.
  private let name: String
  private let closesDescriptor: Bool
  /// Bytes that were looked at before they are read.
  private var ahead: [UInt8] = []

  private init(_ state: State, name: String, closesDescriptor: Bool) {
    self.state = state
    self.name = name
    self.closesDescriptor = closesDescriptor
  }

  deinit {
    if closesDescriptor, case .descriptor(let descriptor) = state { SystemFile.close(descriptor) }
  }

  /// The file at `path`, absolute or relative to the current folder. Pipes and devices are read as files are.
  public static func file(_ path: String) -> ByteSource {
    ByteSource(.path(path), name: path, closesDescriptor: true)
  }

  /// The standard input of the process. It is not closed.
  public static var standardInput: ByteSource {
    ByteSource(.descriptor(0), name: "standard input", closesDescriptor: false)
  }

  /// Bytes in memory.
  public static func bytes(_ bytes: [UInt8]) -> ByteSource {
    ByteSource(.memory(bytes, next: 0), name: "the bytes given", closesDescriptor: false)
  }

  /// The same bytes once more, from their start; nil where they come once only, from a pipe or a device.
  package func again() -> ByteSource? {
    switch state {
    case .path(let path) where SystemFile.isRegular(path): .file(path)
    case .memory(let memory, 0): .bytes(memory)
    case .path, .memory, .descriptor, .ended: nil
    }
  }

  /// The first bytes, at most `most`, of a source that has not been read; reading still gives them.
  package mutating func peek(_ most: Int) throws(TableError) -> [UInt8] {
    if case .path(let path) = state, SystemFile.isRegular(path) {
      // A source of its own, so that this one can still be read again.
      var other = ByteSource.file(path)
      var bytes: [UInt8] = []
      while bytes.count < most, try other.read(most - bytes.count, into: &bytes) {}
      return bytes
    }
    if case .memory(let memory, let next) = state { return Array(memory[next...].prefix(most)) }
    var bytes: [UInt8] = []
    while bytes.count < most, try read(most - bytes.count, into: &bytes) {}
    ahead = bytes
    return bytes
  }

  /// Appends the next bytes, at most `most`, to `bytes`. Returns false at the end.
  package mutating func read(_ most: Int, into bytes: inout [UInt8]) throws(TableError) -> Bool {
    if !ahead.isEmpty {
      let count = min(most, ahead.count)
      bytes.append(contentsOf: ahead.prefix(count))
      ahead.removeFirst(count)
      return true
    }
    switch state {
    case .path(let path):
      do throws(SystemFile.Failure) {
        state = .descriptor(try SystemFile.open(path))
      } catch {
        state = .ended
        if error.isMissingFile {
          throw TableError(
            code: .notFound, message: "There is no file “\(name)”. Check the name and the folder it is in.")
        }
        throw unreadable(error)
      }
      return try read(most, into: &bytes)

    case .descriptor(let descriptor):
      do throws(SystemFile.Failure) {
        return try SystemFile.read(descriptor, most: most, into: &bytes) > 0
      } catch {
        throw unreadable(error)
      }

    case .memory(let memory, let next):
      let end = next + min(most, memory.count - next)
      bytes.append(contentsOf: memory[next..<end])
      state = .memory(memory, next: end)
      return end > next

    case .ended:
      return false
    }
  }

  private func unreadable(_ failure: SystemFile.Failure) -> TableError {
    TableError(code: .unreadable, message: "“\(name)” cannot be read: \(failure.reason).")
  }
}
