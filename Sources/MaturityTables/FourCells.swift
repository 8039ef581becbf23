/// Where the next four cells are in eight bytes, when each is one byte or none and a comma follows it.
struct FourCells: Sendable {
  /// For each cell, by how many bits the eight bytes are shifted to have its byte lowest: its own, or its comma where it
  /// is blank.
  var shifts: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
  /// The bytes of all four; 0 when they are otherwise.
  var length: UInt8 = 0

  /// For each set of places where the eight bytes have commas, as ``WordScan/places(_:)`` gives it.
  static func all() -> [FourCells] { (0..<256).map { FourCells(commas: $0) } }

  private init(commas: Int) {
    var at = 0
    var shifts: [UInt8] = []
    while shifts.count < 4 {
      func isComma(_ place: Int) -> Bool { place < 8 && commas >> place & 1 == 1 }
      guard isComma(at) || isComma(at + 1) else { return }
      shifts.append(UInt8(at * 8))
      at += isComma(at) ? 1 : 2
    }
    self.shifts = (shifts[0], shifts[1], shifts[2], shifts[3])
    length = UInt8(at)
  }
}
