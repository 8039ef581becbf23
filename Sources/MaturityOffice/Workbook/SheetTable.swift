/// A table of a sheet, marked as one.
struct SheetTable {
  var headings: [String]
  var rows: ClosedRange<Int>

  /// The table's part of the file.
  func part(number: Int, name: String) -> XMLOutput {
    var output = XMLOutput.declared
    let last = CellReference(column: headings.count, row: rows.upperBound)
    output.markup(
      """
      <table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="\(number)" name="\(name)" \
      displayName="\(name)" ref="A\(rows.lowerBound):\(last)" totalsRowShown="0"><tableColumns count="\(headings.count)">
      """)
    for (index, heading) in headings.enumerated() {
      output.markup("<tableColumn id=\"\(index + 1)\"")
      // Line feeds are escaped here in the way of texts of cells, not in that of XML.
      output.attribute("name", heading.replacing("\n", with: "_x000a_"))
      output.markup("/>")
    }
    output.markup("</tableColumns></table>")
    return output
  }

  /// Headings that differ, in capitals or not, as those of a table must, and that are not empty.
  static func distinct(_ headings: [String]) -> [String] {
    var taken: Set<String> = []
    return headings.map { heading in
      let base = SheetNames.prefix(heading.isEmpty ? "–" : XMLOutput.clean(heading), units: 240)
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base) \(number)"
        number += 1
      }
      return name
    }
  }
}

/// Names of tables, which are words: letters, digits and underscores, and no cell's place.
struct TableNames {
  private var taken: Set<String> = []

  /// The number of names given.
  var count: Int { taken.count }

  /// A name like that of a sheet, different from all before.
  mutating func unique(_ sheet: String) -> String {
    let letters = sheet.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal ? Character(scalar) : "_"
    }
    let base = "Table_" + String(letters)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }
}
