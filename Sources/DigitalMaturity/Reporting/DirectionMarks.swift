extension String {
  /// The text without characters that set a direction: what follows a name would be written backwards, or the name itself would
  /// look like another. A letter has its own direction without them. O(bytes).
  package var withoutDirectionMarks: String {
    // All of them have three bytes that begin with E2, or are U+061C.
    if !utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }) { return self }
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isDirectionMark { kept.append(scalar) }
    return String(kept)
  }
}

extension Unicode.Scalar {
  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
  package var isDirectionMark: Bool {
    switch value {
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
