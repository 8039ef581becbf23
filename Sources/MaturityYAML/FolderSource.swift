public import DigitalMaturity

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder on disk: where a council keeps its assessment.
///
/// Reads ordinary files of the folder and of its subfolders only. A link may stand in the folder as long as it does not
/// lead out of it; what counts is the file's real path.
public struct FolderSource: DocumentSource {
  /// The folder's path, as it was given.
  public var path: String

  /// Makes a source of a folder.
  /// - Parameter path: Absolute, or relative to the working directory.
  public init(path: String) { self.path = path }

  /// The bytes of a file of the folder; throws `include` for a path that leads out of it, `unreadable-file` for one that
  /// cannot be read, and `limit` for a file over the limit.
  public func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8] {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\0"), !path.split(separator: "/").contains("..") else {
      throw problem(.include, "“\(path)” leaves the assessment's folder; name a file inside it")
    }
    guard let folder = Self.realPath(self.path) else {
      throw problem(.unreadableFile, "the folder “\(self.path)” cannot be read: \(Self.reason())")
    }
    guard let file = Self.realPath("\(folder)/\(path)") else {
      throw cannotRead(path, in: folder)
    }
    guard file.hasPrefix(folder == "/" ? "/" : "\(folder)/") else {
      throw problem(
        .include, "“\(path)” leads out of the assessment's folder through a link; put the file itself into the folder")
    }
    // Neither waits for a pipe's other end, nor follows a link that was put there a moment ago.
    let descriptor = unsafe open(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotRead(path, in: folder) }
    defer { close(descriptor) }
    let size = try checkedSize(of: descriptor, path: path, limit: limit)
    return try contents(of: descriptor, size: size, path: path, limit: limit)
  }

  /// The size of an open file that may be read.
  private func checkedSize(of descriptor: Int32, path: String, limit: Int) throws(DocumentError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw problem(.unreadableFile, "“\(path)” cannot be read: \(Self.reason())")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw problem(.unreadableFile, "“\(path)” is a folder; name a file in it")
    default: throw problem(.unreadableFile, "“\(path)” is a device or a pipe; an ordinary file belongs here")
    }
    let size = Int(clamping: status.st_size)
    guard size <= limit else { throw tooLarge(path, size: size, limit: limit) }
    return size
  }

  /// Reads to the end; the file may have changed since its size was asked for.
  private func contents(
    of descriptor: Int32, size: Int, path: String, limit: Int
  ) throws(DocumentError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let room = max(size - bytes.count, 0) + 4_096
      var count = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, initialised in
        repeat { count = unsafe read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
        initialised = max(count, 0)
      }
      guard count >= 0 else { throw problem(.unreadableFile, "“\(path)” cannot be read: \(Self.reason())") }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes.append(contentsOf: part) }
      guard bytes.count <= limit else { throw tooLarge(path, size: bytes.count, limit: limit) }
    }
  }

  private func problem(_ code: Diagnostic.Code, _ message: String) -> DocumentError {
    DocumentError(Diagnostic(code, message))
  }

  private func tooLarge(_ path: String, size: Int, limit: Int) -> DocumentError {
    problem(.limit, "“\(path)” has \(size) bytes; at most \(limit) are read: make it smaller")
  }

  /// Why a file could not be opened, with the nearest name where it does not exist.
  private func cannotRead(_ path: String, in folder: String) -> DocumentError {
    guard errno == ENOENT || errno == ENOTDIR else {
      return problem(.unreadableFile, "“\(path)” cannot be read: \(Self.reason())")
    }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let known = Self.names(in: "\(folder)/\(parent)").map { parent + $0 }
    return problem(.unreadableFile, "there is no file “\(path)”\(NearestName.hint(path, in: known))")
  }

  // MARK: The system's calls

  /// A path without links, `.` and `..`; nil, with `errno` set, when nothing is there.
  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// What the last call of the system complained about.
  private static func reason() -> String {
    switch errno {
    case EACCES, EPERM: "it may not be opened; check its permissions"
    case ENOENT: "it does not exist"
    case ELOOP: "its links go in a circle"
    case let code: unsafe String(cString: strerror(code))
    }
  }

  /// The names in a folder, hidden ones left out, in order.
  private static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // The field is declared longer than the name is; the name ends with a zero.
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
