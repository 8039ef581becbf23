extension AssessmentChecks {
  /// Curly quotes round a whole plain value: a word processor made them of straight ones, and they are read as text.
  func checkQuotation() {
    guard let document else { return }
    let storage = document.storage
    let (nodes, text) = (storage.nodes, storage.text)
    for (index, node) in nodes.enumerated() where node.kind == .plainScalar {
      // A curly quote is three bytes of UTF-8, the first 0xE2.
      guard node.count >= 6, text[Int(node.start)] == 0xE2 else { continue }
      let value = DocumentNode(storage: storage, index: index)
      guard let text = value.text, Self.isInCurlyQuotes(text) else { continue }
      log.warning(
        .curlyQuotes, "these curly quotes are read as part of the text; write straight ones, or none",
        at: value.location)
    }
  }

  /// Whether the first and the last character are a pair of curly quotes, and none of them stands between.
  static func isInCurlyQuotes(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count > 1 else { return false }
    let inner = text.dropFirst().dropLast()
    switch first {
    case "“", "”": return "“”".contains(last) && !inner.contains { "“”".contains($0) }
    // Inside, the closing single quote may be an apostrophe.
    case "‘": return last == "’" && !inner.contains("‘")
    default: return false
    }
  }
}
