/// The lists of values that people may fill in. A short list stands where it is used; others stand in a sheet of lists,
/// a column each, and equal ones once.
struct ValueLists {
  private(set) var columns: [[String]] = []
  private var numbers: [[String]: Int] = [:]

  /// The formula that means a list. A spreadsheet takes at most 255 characters, parts them at commas, and takes the
  /// spaces around them away.
  mutating func formula(_ values: [String], sheet: String) -> String {
    let text = values.joined(separator: ",")
    let isPlain = values.allSatisfy { value in
      !value.isEmpty && value.utf8.first != UInt8(ascii: " ") && value.utf8.last != UInt8(ascii: " ")
        && !value.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    }
    if isPlain, text.utf16.count <= 255 { return "\"\(text)\"" }
    let number = numbers[values] ?? columns.count
    if number == columns.count {
      numbers[values] = number
      columns.append(values)
    }
    let letters = CellReference.letters(ofColumn: number + 1)
    return "\(SheetNames.quoted(sheet))!$\(letters)$1:$\(letters)$\(values.count)"
  }
}
