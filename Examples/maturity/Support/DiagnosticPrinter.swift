import DigitalMaturity

/// Prints problems for a person: place, sentence, the source line with a caret, and a count at the end.
struct DiagnosticPrinter {
  /// Where source lines come from; without one, only the sentences are printed.
  var source: (any DocumentSource)?
  /// What file names are prefixed with, so that they lead to the file.
  var folder = ""

  /// The problems as text, a blank line between them.
  func text(_ diagnostics: [Diagnostic]) -> String {
    var lines: [String: [String]] = [:]
    return diagnostics.map { diagnostic in
      var shown = diagnostic
      if !folder.isEmpty, let file = shown.location?.file, !file.isEmpty { shown.location?.file = "\(folder)/\(file)" }
      guard let location = diagnostic.location, !location.file.isEmpty else { return styled(shown) }
      if lines[location.file] == nil { lines[location.file] = sourceLines(of: location.file) }
      let excerpt = excerpt(lines[location.file] ?? [], location)
      return styled(shown) + excerpt
    }.joined(separator: "\n")
  }

  private func sourceLines(of file: String) -> [String] {
    guard let bytes = try? source?.bytes(at: file, limit: 64 << 20) else { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// The source line and a caret under the column; long lines are cut around it, control characters shown as blanks.
  private func excerpt(_ lines: [String], _ location: SourceLocation) -> String {
    guard lines.indices.contains(location.line - 1) else { return "" }
    let scalars = lines[location.line - 1].unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
    let column = min(max(location.column - 1, 0), scalars.count)
    let start = max(0, column - 60)
    let end = min(scalars.count, start + 110)
    var line = ""
    for scalar in scalars[start..<end] { line.unicodeScalars.append(scalar) }
    return "\n  \(line)\n  \(String(repeating: " ", count: column - start))^"
  }

  private func styled(_ diagnostic: Diagnostic) -> String {
    guard Terminal.colorsMessages else { return diagnostic.description }
    let color = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
    let word = "\(diagnostic.severity.rawValue):"
    let parts = diagnostic.description.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return diagnostic.description }
    return "\(parts[0])\(color)\(word)\u{1B}[0m\(parts[1])"
  }

  /// `3 errors and 1 warning`.
  static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    if warnings == 0 { return number(errors, "error") }
    if errors == 0 { return number(warnings, "warning") }
    return "\(number(errors, "error")) and \(number(warnings, "warning"))"
  }
}
