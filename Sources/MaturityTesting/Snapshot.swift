/// The first place where an output differs from the one that was recorded.
public struct SnapshotDifference: Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The line that was recorded; nil when the recorded text ends before it.
  public let recorded: String?
  /// The line there is now; nil when the output ends before it.
  public let actual: String?

  /// The place and both lines.
  public var description: String {
    "line \(line)\n  recorded: \(recorded ?? "(nothing)")\n  now:      \(actual ?? "(nothing)")"
  }

  /// Compares an output with a recorded one, line by line.
  /// - Returns: The first difference, or nil when both are the same.
  public static func between(recorded: String, actual: String) -> SnapshotDifference? {
    if recorded == actual { return nil }
    let old = lines(recorded)
    let new = lines(actual)
    for index in 0..<max(old.count, new.count) {
      let left = old.indices.contains(index) ? old[index] : nil
      let right = new.indices.contains(index) ? new[index] : nil
      if left != right { return SnapshotDifference(line: index + 1, recorded: left, actual: right) }
    }
    return nil
  }

  /// Split at line feeds alone: a carriage return before one is a difference to show.
  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }
}
