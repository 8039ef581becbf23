/// Numbers for people: rounded once, when shown.
public enum DecimalText {
  /// The shortest text that means the number: `1`, not `1.0`; `nan` and `inf` for what is not finite.
  public static func exact(_ number: Double) -> String {
    guard number.isFinite else { return number.description }
    var output = ByteOutput()
    output.write(exact: number)
    return output.text
  }

  /// The same without an exponent: `0.000001`. Numbers that would need more than twenty zeros keep it.
  static func plain(_ number: Double) -> String {
    let text = exact(number)
    guard text.utf8.contains(UInt8(ascii: "e")) else { return text }
    let (digits, point) = decimalDigits(of: number.magnitude)
    guard number.isFinite, (-20...22).contains(point) else { return text }
    let sign = number < 0 ? "-" : ""
    let shown = digits.map { String($0) }.joined()
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + shown }
    if point >= digits.count { return sign + shown + String(repeating: "0", count: point - digits.count) }
    return sign + shown.prefix(point) + "." + shown.dropFirst(point)
  }

  /// A number rounded to `decimals` (0 to 15), half away from zero, with exactly that many decimals.
  ///
  /// Rounds the shortest decimal text that means the number, so 2.675 becomes 2.68 as it does on paper, although its
  /// binary value lies a little below. Minus zero is written as zero; a number that is not finite as a dash.
  public static func rounded(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    let decimals = min(max(decimals, 0), 15)
    if let plain = Plain(number, decimals: decimals) { return plain.text }
    var (digits, point) = decimalDigits(of: number.magnitude)
    let kept = point + decimals
    if kept < 0 {
      digits = []
    } else if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      if roundsUp { point += increment(&digits) }
    }
    let isZero = digits.allSatisfy { $0 == 0 }
    var text = number < 0 && !isZero ? "-" : ""
    func digit(_ index: Int) -> String { index >= 0 && index < digits.count ? String(digits[index]) : "0" }
    if isZero || point <= 0 {
      text += "0"
    } else {
      for index in 0..<point { text += digit(index) }
    }
    guard decimals > 0 else { return text }
    text += "."
    for index in 0..<decimals { text += isZero ? "0" : digit(point + index) }
    return text
  }

  /// The number that the rounded text means; nil for a number that is not finite.
  static func value(of number: Double, decimals: Int) -> Double? {
    Plain(number, decimals: decimals)?.value ?? Double(rounded(number, decimals: decimals))
  }

  /// A rounded number of usual size in its parts: nearly all that reports write are such, thousands a page.
  struct Plain {
    let isNegative: Bool
    let whole: Int
    /// What stands behind the point, as a whole number.
    let fraction: Int
    /// How many of the last digit's units make one: a power of ten.
    let scale: Int

    /// Nil for what is too large, and for what lies so close to a half that its binary and its decimal value may round apart.
    init?(_ number: Double, decimals: Int) {
      var scale = 1
      for _ in 0..<decimals { scale *= 10 }
      self.scale = scale
      let scaled = number.magnitude * Double(scale)
      // Below this the product is off by less than a millionth.
      guard scaled < 1e9 else { return nil }
      let units = Int(scaled + 0.5)
      guard (scaled - Double(units)).magnitude < 0.499_999 else { return nil }
      isNegative = number < 0 && units > 0
      (whole, fraction) = units.quotientAndRemainder(dividingBy: scale)
    }

    /// The number that the text means. Of whole numbers this small the quotient is the double nearest to it.
    var value: Double {
      let size = Double(whole * scale + fraction) / Double(scale)
      return isNegative ? -size : size
    }

    var text: String {
      let text = isNegative ? "-\(whole)" : String(whole)
      if scale == 1 { return text }
      // The digit in front keeps the zeros behind the point.
      return text + "." + String(String(scale + fraction).dropFirst())
    }
  }

  /// The significant digits of the shortest text of a number, and how many of them stand before the point.
  private static func decimalDigits(of number: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let parts = number.description.split(separator: "e", maxSplits: 1)
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    for byte in (parts.first ?? "0").utf8 {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    return (digits, (point ?? digits.count) + exponent)
  }

  /// Adds one in the last place; returns 1 when the number grew a digit at the front.
  private static func increment(_ digits: inout [UInt8]) -> Int {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return 0
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return 1
  }
}
