import MaturityOffice
import MaturityTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a workbook, or writes one of 225,000 cells, once: prints what was read or written, a name, a tab and a number a
/// line.
///
/// usage: office read FILE | office write FILE
@main
struct Office {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return print("usage: office read|write FILE") }
    if arguments[1] == "read" { try read(arguments[2]) } else { write(to: arguments[2]) }
  }

  static func read(_ path: String) throws {
    let workbook = try WorkbookReader(.file(path))
    var rows = try workbook.rows()
    var (count, texts, characters, dates) = (0, 0, 0, 0)
    var sum = 0.0
    while let row = try rows.next() {
      count += 1
      for cell in row.cells {
        switch cell.kind {
        case .text:
          texts += 1
          characters += cell.range.count
        case .date: dates += 1
        default: sum += cell.number ?? 0
        }
      }
    }
    print("rows\t\(count)\ntexts\t\(texts)\nbytes\t\(characters)\ndates\t\(dates)\nsum\t\(sum)")
  }

  /// 5,000 rows of 45 cells, every third a text.
  static func write(to path: String) {
    var workbook = WorkbookWriter(OfficeProperties(title: "Benchmark"))
    workbook.beginSheet(SheetLayout("Results", columns: (0..<45).map { SheetColumn("Column \($0)", wraps: false) }))
    for row in 0..<5000 {
      for column in 0..<45 {
        if column % 3 == 0 {
          workbook.text("Statement \(column) of group \(row % 7)")
        } else {
          workbook.number(Double(row * column) / 7)
        }
      }
      workbook.endRow()
    }
    let bytes = workbook.finish()
    guard let file = unsafe fopen(path, "wb") else { return print("cannot write \(path)") }
    let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    unsafe _ = fclose(file)
    print("written\t\(written)")
  }
}
