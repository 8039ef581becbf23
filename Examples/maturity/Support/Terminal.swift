import ArgumentParser
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line writes to, and what it may do there.
enum Terminal {
  /// Whether messages may be coloured: on a terminal, or everywhere where `CLICOLOR_FORCE` is set and not 0; never where
  /// `NO_COLOR` is set and not empty. A terminal that calls itself dumb shows none.
  static let colorsMessages: Bool = {
    if let noColor = environment("NO_COLOR"), !noColor.isEmpty { return false }
    if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    return environment("TERM") != "dumb" && isTerminal(STDERR_FILENO)
  }()

  /// Whether `--quiet` was given: notes and progress are left out then.
  static var isQuiet: Bool { quiet.load(ordering: .relaxed) }

  /// Leaves out notes and progress from here on.
  static func silenceNotes() { quiet.store(true, ordering: .relaxed) }

  private static let quiet = Atomic(false)

  /// Whether progress can be shown: standard error is a terminal.
  static var showsProgress: Bool { isErrorTerminal && !isQuiet }

  private static let isErrorTerminal = isTerminal(STDERR_FILENO)

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

  /// Prints a part of the result to standard output; where that cannot be written, says so and ends the run with 73.
  static func print(_ text: String, terminator: String = "\n") throws { try print(Array((text + terminator).utf8)) }

  /// Writes a result to standard output; where that cannot be written, says so and ends the run with 73.
  static func print(_ bytes: [UInt8]) throws {
    guard write(bytes, to: STDOUT_FILENO) else {
      message("error: standard output cannot be written: \(lastError)")
      throw ExitCode.cannotWrite
    }
  }

  /// Writes a message to standard error: what is wrong, or what somebody must know. `error:` and `warning:` at its start
  /// are coloured.
  static func message(_ text: String) {
    var text = text
    for (word, color) in [("error:", "31"), ("warning:", "33")] where colorsMessages && text.hasPrefix(word) {
      text = "\u{1B}[1;\(color)m\(word)\u{1B}[0m\(text.dropFirst(word.count))"
    }
    write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a note to standard error, which nobody misses with `--quiet`.
  static func note(_ text: String) {
    if !isQuiet { message(text) }
  }

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
