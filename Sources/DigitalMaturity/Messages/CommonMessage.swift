/// The phrases that every part of the interface has, in English: dates, lists, shares. Catalogues of other languages have
/// them under `common`.
public enum CommonMessage: String, CatalogueMessage {
  /// The key of the group.
  public static let group = "common"

  /// More parts of a list, before the last.
  case listNext = "{list}, {next}"
  /// The last part of a list of which all hold.
  case listAnd = "{list} and {last}"
  /// The last part of a list of which one holds.
  case listOr = "{list} or {last}"
  /// A share in percent, which does not break.
  case percent = "{number}\u{A0}%"
  /// From one number to another.
  case range = "{low} to {high}"
  /// A day, which does not break.
  case day = "{day}\u{A0}{month}\u{A0}{year}"
  /// A month.
  case monthOfYear = "{month} {year}"
  /// Two months of a year.
  case monthsOfYear = "{from} to {to} {year}"
  /// Two months of different years.
  case monthsOfYears = "{from} to {to}"
  /// The first month.
  case january = "January"
  /// The second month.
  case february = "February"
  /// The third month.
  case march = "March"
  /// The fourth month.
  case april = "April"
  /// The fifth month.
  case may = "May"
  /// The sixth month.
  case june = "June"
  /// The seventh month.
  case july = "July"
  /// The eighth month.
  case august = "August"
  /// The ninth month.
  case september = "September"
  /// The tenth month.
  case october = "October"
  /// The eleventh month.
  case november = "November"
  /// The twelfth month.
  case december = "December"
  /// What is told of words that nobody has checked.
  case draftWords =
    "These words, other than the assessment’s own, are a draft that no speaker of the language has reviewed."
}

extension CommonMessage {
  /// The name of a month of 1 to 12; nil for any other number.
  public static func month(_ number: Int) -> CommonMessage? {
    let months: [CommonMessage] = [
      .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
    ]
    return months.indices.contains(number - 1) ? months[number - 1] : nil
  }
}

extension MessageCatalogue {
  /// Texts with commas between them and “and” before the last: `a, b and c`.
  public func list(_ texts: [String]) -> String {
    var list = texts.first ?? ""
    for (index, text) in texts.enumerated().dropFirst() {
      list =
        index == texts.count - 1
        ? self.text(CommonMessage.listAnd, ["list": list, "last": text])
        : self.text(CommonMessage.listNext, ["list": list, "next": text])
    }
    return list
  }

  /// A day in words: `30 November 2025`, in which nothing breaks at a line's end.
  public func day(_ day: Int, month: Int, year: Int) -> String {
    let name = CommonMessage.month(month).map { text($0) } ?? String(month)
    return text(CommonMessage.day, ["day": day, "month": name, "year": year])
  }

  /// What a reader must know of words that nobody has checked, in their language and in English; empty for others.
  public var draftNote: [(text: String, language: String)] {
    guard isDraft else { return [] }
    let english = (text: CommonMessage.draftWords.rawValue, language: Self.english.language)
    return has(CommonMessage.draftWords) ? [(text(CommonMessage.draftWords), language), english] : [english]
  }
}
