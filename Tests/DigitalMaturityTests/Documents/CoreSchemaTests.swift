import DigitalMaturity
import Testing

/// YAML 1.2.2, chapter 10.3.2, tag resolution.
@Suite struct CoreSchemaTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func null(_ text: String) { #expect(CoreSchema.isNull(Array(text.utf8))) }

  @Test(arguments: ["nULL", " ", "none", "nil", "0"])
  func notNull(_ text: String) { #expect(!CoreSchema.isNull(Array(text.utf8))) }

  @Test(arguments: [
    ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false), ("tRUE", nil),
    ("yes", nil), ("no", nil), ("on", nil), ("off", nil), ("y", nil), ("1", nil), ("", nil),
  ])
  func boolean(_ text: String, value: Bool?) { #expect(CoreSchema.boolean(Array(text.utf8)) == value) }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("-19", -19), ("+12", 12), ("0012", 12), ("0o7", 7), ("0o17", 15), ("0x3A", 58),
      ("0xff", 255),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil), ("0o8", nil),
      ("0xG", nil), ("-0x1", nil), ("0x-1", nil), ("0o+1", nil), ("0x", nil), ("1.0", nil), ("1e3", nil),
      ("1_000", nil),
      ("", nil), ("-", nil), ("+", nil), (" 1", nil), ("1 ", nil), ("٣", nil), ("2026-04", nil),
    ] as [(String, Int?)])
  func integer(_ text: String, value: Int?) { #expect(CoreSchema.integer(Array(text.utf8)) == value) }

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("12345", 12345), ("-0.0", 0), ("0.5", 0.5), (".5", 0.5), ("+12e03", 12000),
      ("-2E+05", -200_000),
      ("12.", 12), ("1e-3", 0.001), ("0x10", 16), ("0o10", 8), (".inf", .infinity), ("-.Inf", -.infinity),
      ("+.INF", .infinity), ("1e999", .infinity), ("9223372036854775808", 9_223_372_036_854_775_808), ("inf", nil),
      ("nan", nil), ("NaN", nil), ("0x1p3", nil), ("0x1.8", nil), ("1_0", nil), ("1,5", nil), ("1.2.3", nil),
      ("1e", nil),
      ("e1", nil), (".", nil), ("-", nil), ("--1", nil), ("", nil), ("12a", nil), ("1-2", nil), (".e1", nil),
    ] as [(String, Double?)])
  func number(_ text: String, value: Double?) { #expect(CoreSchema.number(Array(text.utf8)) == value) }

  @Test(arguments: [".nan", ".NaN", ".NAN"])
  func notANumber(_ text: String) { #expect(CoreSchema.number(Array(text.utf8))?.isNaN == true) }

  /// Short numbers are read without Swift's own reader; both find the same.
  @Test func shortNumbersAreTheNearest() {
    var random = SeededGenerator(seed: 47)
    for _ in 0..<3_000 {
      let digits = (0..<Int.random(in: 0...9, using: &random)).map { _ in "0123456789".randomElement(using: &random)! }
      let point = Int.random(in: 0...digits.count, using: &random)
      let text = String(digits[..<point]) + "." + String(digits[point...])
      #expect(CoreSchema.number(Array(text.utf8)) == (text == "." ? nil : Double("0" + text)), "\(text)")
    }
  }
}
