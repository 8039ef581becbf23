/// How a table is written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// Rows of cells (RFC 4180), the first with the names of columns.
  case csv
  /// JSON Lines: one flat object a line, whose keys are columns.
  case jsonLines = "jsonl"

  /// The format that a file's name promises: JSON Lines for `.jsonl` and `.ndjson`, in capitals too; CSV for any other.
  public init(path: String) {
    let name = path.lowercased()
    self = name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonLines : .csv
  }
}
