#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls on files that this module needs. A failure is the value of `errno`.
enum SystemFile {
  struct Failure: Error {
    let number: Int32

    var isMissingFile: Bool { number == ENOENT || number == ENOTDIR }

    /// The end of a sentence that begins with the file's name.
    var reason: String {
      switch number {
      case EACCES, EPERM: "you have no permission to read it"
      case EISDIR: "it is a folder"
      case EIO: "the disk or network reported an error"
      case EMFILE, ENFILE: "too many files are open"
      default: "the system reported error \(number)"
      }
    }
  }

  static func open(_ path: String) throws(Failure) -> Int32 {
    // The system would stop at a NUL and open another file.
    guard !path.utf8.contains(0) else { throw Failure(number: ENOENT) }
    while true {
      let descriptor = unsafe systemOpen(path, O_RDONLY | O_CLOEXEC)  // lives for the call
      if descriptor >= 0 { return descriptor }
      let number = errno
      if number != EINTR { throw Failure(number: number) }
    }
  }

  /// Whether a path is that of a file that can be read again and again.
  static func isRegular(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads what is there, at most `most` bytes, onto the end of `bytes`. Returns how many; 0 at the end of the file.
  static func read(_ descriptor: Int32, most: Int, into bytes: inout [UInt8]) throws(Failure) -> Int {
    let before = bytes.count
    try bytes.append(addingCapacity: most) { (output: inout OutputSpan<UInt8>) throws(Failure) in
      // The span cannot be filled by the system but through its pointer; `count` never exceeds its size.
      try unsafe output.withUnsafeMutableBufferPointer { (buffer, filled) throws(Failure) in
        while true {
          let count = unsafe systemRead(descriptor, buffer.baseAddress, min(most, buffer.count))
          if count >= 0 {
            filled = count
            return
          }
          let number = errno
          if number != EINTR { throw Failure(number: number) }
        }
      }
    }
    return bytes.count - before
  }

  static func close(_ descriptor: Int32) {
    _ = systemClose(descriptor)
  }
}

extension Span<UInt8> {
  /// The place of the first `byte` from `start`, or the number of bytes; by the system's own search, which is far faster than
  /// ours where a byte is rare.
  func place(of byte: UInt8, from start: Int) -> Int {
    let rest = extracting(start...)
    // The buffer lives for the call, and the search stays within it.
    return unsafe rest.withUnsafeBytes { buffer in
      guard let first = buffer.baseAddress, let found = unsafe memchr(first, Int32(byte), buffer.count) else {
        return count
      }
      return unsafe start + (UnsafeRawPointer(found) - first)
    }
  }
}

// The methods above would hide the system's functions of the same names.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { unsafe open(path, flags) }
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, buffer, count)
}
private func systemClose(_ file: Int32) -> Int32 { close(file) }
