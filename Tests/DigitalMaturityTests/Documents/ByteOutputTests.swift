import Testing

@testable import DigitalMaturity

@Suite struct ByteOutputTests {
  @Test(arguments: [0, 7, 9, 10, -1, 1_234_567, .max, .min])
  func wholeNumbers(number: Int) {
    var output = ByteOutput()
    output.write(number)
    #expect(output.text == "\(number)")
  }

  @Test func textAndLiteralsFollowEachOther() {
    var output = ByteOutput(reserving: 4)
    let literal: StaticString = "é <"
    output.write(literal)
    output.write("漢")
    output.write(byte: UInt8(ascii: ">"))
    output.reserve(100)
    output.write(bytes: Array("ab".utf8))
    output.write(bytes: "cd".utf8.reversed())
    #expect(output.text == "é <漢>abdc")
  }

  @Test(arguments: [(0, ""), (2, "ab"), (3, "abc"), (9, "abc")])
  func whatWasWrittenIsTakenBack(count: Int, left: String) {
    var output = ByteOutput()
    output.write("abc")
    output.truncate(to: count)
    #expect(output.text == left)
  }
}
