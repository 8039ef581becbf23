/// The keys of JSON Lines that are columns, and what other spellings of them there are.
package struct JSONKeys: Sendable {
  /// The names of the columns, folded.
  package let names: [String]
  /// The number of columns.
  package var count: Int { names.count }

  /// Whether each column takes lists: their elements then are one cell, `a;b;`.
  let takesList: [Bool]

  private let columns: [[UInt8]: Int]
  /// Folds a key, so that keys that differ in capitals and blanks alone are one.
  private let fold: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameters:
  ///   - names: The names of the columns, folded.
  ///   - lists: The columns that take lists.
  ///   - fold: Folds a key.
  package init(_ names: [String], lists: Set<Int> = [], fold: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.names = names
    takesList = names.indices.map(lists.contains)
    self.fold = fold
    var columns: [[UInt8]: Int] = [:]
    for (number, name) in names.enumerated() where columns[Array(name.utf8)] == nil {
      columns[Array(name.utf8)] = number
    }
    self.columns = columns
  }

  /// The column of a key; nil when it is none.
  func column(_ key: ArraySlice<UInt8>) -> Int? {
    let key = Array(key)
    return columns[key] ?? columns[fold(key)]
  }
}
