/// A colour of a screen: red, green and blue, 0 to 255 each.
public struct Colour: Sendable, Hashable, CustomStringConvertible {
  /// How much red there is.
  public let red: UInt8
  /// How much green there is.
  public let green: UInt8
  /// How much blue there is.
  public let blue: UInt8

  /// Makes a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour as style sheets write it, `#12436D` or `#abc`; nil for anything else.
  public init?(_ text: String) {
    let digits = text.dropFirst().utf8.map { Self.value($0) }
    guard text.first == "#", !digits.contains(nil) else { return nil }
    let values = digits.compactMap { $0 }
    switch values.count {
    case 3: self.init(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17)
    case 6:
      self.init(
        red: values[0] * 16 + values[1], green: values[2] * 16 + values[3], blue: values[4] * 16 + values[5])
    default: return nil
    }
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `#12436D`.
  public var description: String {
    let digits = Array("0123456789ABCDEF")
    return "#" + [red, green, blue].map { "\(digits[Int($0 / 16)])\(digits[Int($0 % 16)])" }.joined()
  }

  /// Relative luminance, 0 for black to 1 for white (WCAG 2.2).
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// Contrast with another colour, 1 to 21: (L₁ + 0.05)/(L₂ + 0.05) with the lighter one's luminance above (WCAG 2.2).
  public func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// A part of sRGB as light: c/12.92, or ((c + 0.055)/1.055)^2.4.
  private static func linear(_ part: UInt8) -> Double {
    let c = Double(part) / 255
    if c <= 0.04045 { return c / 12.92 }
    let base = (c + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// x^(1/5) of 0 to 1 by Newton's method, which needs no library of mathematics.
  private static func fifthRoot(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<64 {
      let fourth = root * root * root * root
      let next = (4 * root + x / fourth) / 5
      if next >= root { break }
      root = next
    }
    return root
  }
}
