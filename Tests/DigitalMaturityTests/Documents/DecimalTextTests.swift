import Testing

@testable import DigitalMaturity

@Suite struct DecimalTextTests {
  /// Rounded on paper, from the decimal text of each number.
  @Test(
    arguments: [
      (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-0.5, 0, "-1"),
      (-2.5, 0, "-3"),
      (0.49, 0, "0"), (-0.4, 0, "0"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (0, 2, "0.00"), (-0.0, 1, "0.0"),
      (9.995, 2, "10.00"), (99.5, 0, "100"), (0.0005, 3, "0.001"), (0.00049, 3, "0.000"), (3, 0, "3"), (3, 2, "3.00"),
      (3.14159, 3, "3.142"), (0.1, 3, "0.100"), (1e-7, 7, "0.0000001"), (5e-7, 6, "0.000001"), (1e-300, 2, "0.00"),
      (1e21, 1, "1000000000000000000000.0"), (1.25e16, 0, "12500000000000000"), (123_456.789, 1, "123456.8"),
      (0.05, 1, "0.1"), (0.95, 1, "1.0"), (2.359375, 6, "2.359375"), (2.359375, 5, "2.35938"), (7, -3, "7"),
      (0.1, 99, "0.100000000000000"),
    ] as [(Double, Int, String)])
  func roundsHalfAwayFromZero(_ number: Double, decimals: Int, text: String) {
    #expect(DecimalText.rounded(number, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (1e-6, "0.000001"), (-1.25e-7, "-0.000000125"), (1e16, "10000000000000000"), (1.5e17, "150000000000000000"),
      (0.1, "0.1"), (3, "3"), (0, "0"), (1e300, "1e+300"), (1e-300, "1e-300"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func plainTextHasNoExponent(_ number: Double, _ text: String) { #expect(DecimalText.plain(number) == text) }

  /// Four decimals; four digits below a tenth.
  @Test(
    arguments: [
      (2.0 / 3, "0.6667"), (12.5, "12.5"), (0.05, "0.05"), (0.012_345_6, "0.01235"), (0.000_009, "0.000009"),
      (-0.000_123_456, "-0.0001235"), (1e-17, "0"), (0, "0"),
    ] as [(Double, String)])
  func smallNumbersKeepFourDigits(_ number: Double, _ text: String) {
    #expect(DecimalText.fourDigits(number) == text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aNumberThatIsNotFiniteIsADash(_ number: Double) {
    #expect(DecimalText.rounded(number, decimals: 1) == "–")
  }

  @Test func everyHundredthRoundsAsOnPaper() {
    // n thousandths to hundredths, in whole numbers: half goes up.
    for thousandths in 0...20_000 {
      let expected = (thousandths + 5) / 10
      let (whole, part) = expected.quotientAndRemainder(dividingBy: 100)
      let text = "\(whole).\(part < 10 ? "0" : "")\(part)"
      #expect(DecimalText.rounded(Double(thousandths) / 1000, decimals: 2) == text)
    }
  }

  /// Numbers of every size and sign, near a half and not.
  private static let numbers: [Double] = {
    let sizes: [Double] = [
      0, 0.05, 0.25, 2.675, 9.995, 99.95, 0.300_000_000_000_000_04, 1e-7, 123_456.789, 1e8, 1e9, 1e21, .nan, .infinity,
    ]
    let spread = (0..<2_000).map { (number: Int) -> Double in Double(number * 7_919 % 100_003) / 997 - 40 }
    return sizes + sizes.map { -$0 } + spread
  }()

  @Test(arguments: [-1, 0, 1, 2, 3, 8, 15, 99])
  func bytesAreThoseOfTheText(decimals: Int) {
    for number in Self.numbers {
      var output = ByteOutput()
      output.write(number, decimals: decimals)
      #expect(output.text == DecimalText.rounded(number, decimals: decimals))
    }
  }

  @Test(arguments: [0, 1, 2, 5, 14])
  func theValueIsThatOfTheText(decimals: Int) {
    for number in Self.numbers where number.isFinite {
      let value = DecimalText.value(of: number, decimals: decimals)
      #expect(value == Double(DecimalText.rounded(number, decimals: decimals)))
    }
    #expect(DecimalText.value(of: .nan, decimals: decimals) == nil)
  }
}
