import DigitalMaturity

/// The phrases of workbooks and documents, in English. Catalogues of other languages have them under `office`.
enum OfficeMessage: String, CatalogueMessage {
  static let group = "office"

  // MARK: Documents

  case page = "Page"
  case ofPages = "of"

  // MARK: Workbooks of results: sheets, headings, marks

  case cover = "Cover"
  case contents = "Contents"
  case notes = "Notes"
  case sheet = "Sheet"
  case holds = "What it holds"
  case mark = "Mark"
  case meaning = "What it means"
  case note = "Note {number}"
  case withheld = "Withheld, so that nobody can be picked out."
  case noFigure = "There is no figure. Where a reason is known, it stands beside it."
  case oneTable = "This sheet has one table."

  // MARK: Workbooks for keying forms in

  case entryTitle = "{title}: entry sheet"
  case answers = "Answers"
  case beforeYouStart = "Before you start"
  case key = "Key"
  case keyTitle = "What each letter and id stands for"
  case column = "Column"
  case write = "Write"
  case means = "Means"
  case bookletNumber = "The number of the booklet."
  case chooseId = "Choose one of the list: the ids of “{attribute}” are on the sheet “{sheet}”."
  case chooseLetter = "Choose one of the list: a letter as on the form, or why there is none. Leave a blank blank."
}

extension MessageCatalogue {
  /// A phrase of a workbook or a document.
  func office(_ message: OfficeMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]) -> String {
    text(message, arguments)
  }
}
