/// Numbers as workbooks write them.
enum NumberText {
  /// The number that a text means; nil when it means none, or one that is not finite.
  static func value(_ text: Span<UInt8>) -> Double? {
    if let whole = index(text) { return Double(whole) }
    for index in 0..<text.count where !"0123456789.+-eE".utf8.contains(text[index]) { return nil }
    var bytes: [UInt8] = []
    for index in 0..<text.count { bytes.append(text[index]) }
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  /// A whole number of at most nine digits.
  static func index(_ digits: Span<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var number = 0
    for index in 0..<digits.count {
      let digit = digits[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Appends a finite number in the fewest digits that read back as the same: `1` rather than `1.0`.
  static func write(_ number: Double, onto bytes: inout [UInt8]) {
    // From 2 to the power of 54 on the shortest text has an exponent.
    if abs(number) < 0x1p54, Double(Int(number)) == number {
      write(Int(number), onto: &bytes)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
  }

  /// Appends a finite number as a percentage, as people typed it: `45%` for 0.45.
  static func writePercentage(_ number: Double, onto bytes: inout [UInt8]) {
    // By digits: 100 times 0.07 is more than 7.
    let digits = number.description.split(separator: "e")
    let exponent = digits.count > 1 ? Int(digits[1]) ?? 0 : 0
    let hundredfold = digits.first.flatMap { Double("\($0)e\(exponent + 2)") } ?? number * 100
    write(hundredfold.isFinite ? hundredfold : number, onto: &bytes)
    bytes.append(UInt8(ascii: "%"))
  }

  /// Appends a whole number.
  static func write(_ number: Int, onto bytes: inout [UInt8]) {
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }
}
