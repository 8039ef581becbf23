internal import CByteMasks

/// Bytes whose codes are looked up many at a time.
enum ByteCodes {
  /// The code of a byte that has none.
  static let none = UInt8(c_no_code)

  /// Reads cells of one byte or none, each with its comma, as far as there are and ``ByteMask/length`` bytes can be looked
  /// at together.
  /// - Parameters:
  ///   - bytes: The comma before the first cell, and what follows it.
  ///   - table: The codes of all 256 bytes, of a comma that of a cell without a byte; those above 127 have ``none``.
  ///   - codes: Where the codes are put.
  ///   - places: At which places; no more cells are read than these.
  ///   - together: Whether cells may be looked up together where the machine can; the result is the same.
  /// - Returns: How many cells were read, and where the last one's comma ends. None are where one has no code, and what is
  ///   put then means nothing.
  @inline(__always)
  static func readShortCells(
    _ bytes: Span<UInt8>, _ table: Span<UInt8>, into codes: inout MutableSpan<UInt8>, at places: Range<Int>,
    together: Bool = true
  ) -> (count: Int, end: Int) {
    precondition(table.count == 256 && places.lowerBound >= 0 && places.upperBound <= codes.count)
    let length = bytes.count
    let read = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe table.withUnsafeBufferPointer { table in
        unsafe codes.withUnsafeMutableBufferPointer { codes in
          unsafe c_read_short_cells(
            bytes.baseAddress, length, table.baseAddress, codes.baseAddress?.advanced(by: places.lowerBound),
            places.count,
            together)
        }
      }
    }
    return (read.count, read.end)
  }

  /// Turns rows of codes into columns.
  /// - Parameters:
  ///   - rows: Codes row by row.
  ///   - width: How many a row has: a multiple of 16, as the number of rows is.
  ///   - columns: Where they are put column by column.
  static func transpose(_ rows: Span<UInt8>, width: Int, into columns: inout MutableSpan<UInt8>) {
    guard width > 0 else { return }
    let count = rows.count / width
    precondition(width % 16 == 0 && count % 16 == 0 && rows.count == count * width && columns.count == rows.count)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe columns.withUnsafeMutableBufferPointer { columns in
        unsafe c_transpose(rows.baseAddress, count, width, columns.baseAddress)
      }
    }
  }
}
