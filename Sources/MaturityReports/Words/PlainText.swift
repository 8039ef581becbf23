/// Text for places that have no markup: terminals, cells, attributes of drawings.
package enum PlainText {
  /// The text on one line, without control characters, direction marks and invisible format characters: what a
  /// terminal would act on, or what would reorder or hide the text around it.
  ///
  /// Joiners are kept, since emoji and many scripts need them.
  package static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        // A line break or a tab parts words; other controls mean nothing.
        let isBreak = scalar.properties.isWhitespace
        if isBreak, clean.last != " " { clean.append(" ") }
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}" && !(0xE0020...0xE007F).contains(scalar.value):
        continue
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }
}
