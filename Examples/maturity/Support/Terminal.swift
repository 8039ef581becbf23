#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line writes to, and what it may do there.
enum Terminal {
  /// Whether messages may be coloured: on a terminal, unless `NO_COLOR` is set.
  static let colorsMessages: Bool = {
    guard let noColor = environment("NO_COLOR"), !noColor.isEmpty else { return isTerminal(STDERR_FILENO) }
    return false
  }()

  /// Whether standard error is a terminal, so that progress can be shown.
  static let showsProgress = isTerminal(STDERR_FILENO)

  /// Whether standard output is a terminal, where a person would read it.
  static let isOutput = isTerminal(STDOUT_FILENO)

  /// The width of standard output in characters, when it is a terminal.
  static var width: Int? {
    var size = winsize()
    guard isTerminal(STDOUT_FILENO), unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes bytes to a descriptor, all of them.
  /// - Returns: Whether they could be written.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Writes a message to standard error.
  static func message(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// The reason of the last system error, in words.
  static var lastError: String { unsafe String(cString: strerror(errno)) }

  private static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
