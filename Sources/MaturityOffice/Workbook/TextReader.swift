/// Puts the text of a cell or a shared string together: of plain text, or of runs in several fonts. How a word is
/// pronounced, which East Asian workbooks note beside it, is left out.
struct TextReader {
  private var text: [UInt8] = []
  private var isInText = false
  private var isPhonetic = false

  mutating func begin() {
    text.removeAll(keepingCapacity: true)
    isInText = false
    isPhonetic = false
  }

  /// The number of bytes so far.
  var count: Int { text.count }

  mutating func take(_ event: XMLBatch.Event, of xml: borrowing XMLReader) {
    switch (event.kind, event.name) {
    case (.start, .t): isInText = !isPhonetic
    case (.end, .t): isInText = false
    case (.start, .phonetic): isPhonetic = true
    case (.end, .phonetic): isPhonetic = false
    case (.text, _):
      if isInText { xml.append(event, to: &text) }
    default: break
    }
  }

  /// Appends the whole text.
  mutating func end(onto bytes: inout [UInt8]) { EscapedText.decode(text, onto: &bytes) }
}
