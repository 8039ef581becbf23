import ArgumentParser
import DigitalMaturity

/// A scale as it is written on the command line: its lowest and its highest point.
struct ScaleArgument: ExpressibleByArgument {
  let range: ClosedRange<Double>

  /// `1-6`, `1..6`, `-2-2`, `-2--1`, `0.5-4.5`: two finite numbers, the first the lower.
  init?(argument: String) {
    let text = Substring(argument)
    let parts =
      text.indices.dropFirst().lazy.compactMap { index -> (Double, Double)? in
        let rest = text[index...]
        guard let sign = ["..", "-", "–"].first(where: { rest.hasPrefix($0) }) else { return nil }
        guard let low = Self.number(text[..<index]), let high = Self.number(rest.dropFirst(sign.count)) else {
          return nil
        }
        return (low, high)
      }.first
    guard let (low, high) = parts, low < high else { return nil }
    range = low...high
  }

  private static func number(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }), let number = Double(text), number.isFinite
    else {
      return nil
    }
    return number
  }
}
