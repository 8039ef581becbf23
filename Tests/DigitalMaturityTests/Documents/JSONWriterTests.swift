import DigitalMaturity
import Testing

/// A JSON value to compare with.
private indirect enum Value: Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([Value])
  case object([(key: String, value: Value)])

  static func == (first: Value, second: Value) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let other)): one == other
    case (.integer(let one), .integer(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    // Strings of Swift are equal when they look alike; here each scalar counts.
    case (.text(let one), .text(let other)): Array(one.utf8) == Array(other.utf8)
    case (.list(let one), .list(let other)): one == other
    case (.object(let one), .object(let other)):
      one.count == other.count
        && zip(one, other).allSatisfy { Array($0.key.utf8) == Array($1.key.utf8) && $0.value == $1.value }
    default: false
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .boolean(let value): writer.value(value)
    case .integer(let value): writer.value(value)
    case .number(let value): writer.value(value)
    case .text(let value): writer.value(value)
    case .list(let values): writer.array { writer in for value in values { value.write(to: &writer) } }
    case .object(let members):
      writer.object { writer in
        for (key, value) in members {
          writer.key(key)
          value.write(to: &writer)
        }
      }
    }
  }

  /// What was read, typed as `like` is: a number of JSON may be either of Swift's.
  init(_ node: DocumentNode, like: Value) {
    switch node.kind {
    case .null: self = .null
    case .sequence:
      guard case .list(let values) = like else { self = .null; return }
      self = .list(zip(node.elements, values).map { Value($0, like: $1) })
      if node.count != values.count { self = .null }
    case .mapping:
      guard case .object(let members) = like, members.count == node.count else { self = .null; return }
      self = .object(zip(node.members, members).map { ($0.key.text ?? "", Value($0.value, like: $1.value)) })
    case .scalar:
      if let value = node.boolean {
        self = .boolean(value)
      } else if case .integer = like, let value = node.integer {
        self = .integer(value)
      } else if let value = node.number {
        self = .number(value)
      } else {
        self = .text(node.text ?? "")
      }
    }
  }

  static func random(depth: Int, using generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return .null
    case 1: return .boolean(.random(using: &generator))
    case 2: return .integer(Int(truncatingIfNeeded: generator.next() >> UInt64.random(in: 0..<64, using: &generator)))
    case 3: return .number(randomNumber(using: &generator))
    case 4, 5: return .text(randomText(using: &generator))
    case 6:
      return .list(
        (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      return .object(
        (0..<Int.random(in: 0..<5, using: &generator)).map { index in
          // The number keeps the keys apart.
          (randomText(using: &generator) + "\(index)", random(depth: depth - 1, using: &generator))
        })
    }
  }

  private static func randomNumber(using generator: inout SeededGenerator) -> Double {
    let number = Double(bitPattern: generator.next())
    return number.isFinite ? number : 0.1
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\r", "\t", "\0", "\u{1F}", "\u{7F}", "é", "€", "😀",
      "\u{2028}", "\u{FEFF}", "\u{301}", "\u{FFFF}", "\u{10FFFF}", "1", "{",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
    }
    return String(text)
  }
}

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return writer.finish().text
  }

  @Test func writesIndentedJSONInTheOrderGiven() {
    let text = written { writer in
      writer.object { writer in
        writer.member("b", "x")
        writer.member("a", 1)
        writer.member("none", nil as Double?)
        writer.key("list")
        writer.array { writer in
          writer.value(1.5)
          writer.value(true)
          writer.null()
          writer.array { _ in }
          writer.object { _ in }
        }
      }
    }
    #expect(
      text == """
        {
          "b": "x",
          "a": 1,
          "none": null,
          "list": [
            1.5,
            true,
            null,
            [],
            {}
          ]
        }

        """)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (1, "1"), (-0.0, "0"), (3.0, "3"), (1e15, "1000000000000000"), (-1e17, "-1e+17"),
      (0x1p53, "9007199254740992"), (999_999_999_999_999, "999999999999999"),
      (1e-7, "1e-07"), (2.0 / 3, "0.6666666666666666"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
      (.leastNonzeroMagnitude, "5e-324"), (-1.5, "-1.5"),
    ] as [(Double, String)])
  func numbersAreShortAndReadBack(_ number: Double, text: String) throws {
    let json = written { $0.value(number) }
    #expect(json == text + "\n")
    if number.isFinite { #expect(try readJSON(json).number == number) }
  }

  @Test func textIsEscaped() {
    #expect(written { $0.value("\"\\\n\r\t\u{1}\u{1f}/é😀") } == "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f/é😀\"\n")
  }

  /// Law: what is written reads back the same.
  @Test(arguments: 0..<40)
  func whatIsWrittenReadsBack(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<25 {
      let value = Value.random(depth: 5, using: &generator)
      let text = written { value.write(to: &$0) }
      #expect(Value(try readJSON(text), like: value) == value, "\(text)")
    }
  }
}
