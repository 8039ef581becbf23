import DigitalMaturity
import Testing

@Suite struct PseudonymsTests {
  /// A generator whose numbers follow from a seed.
  struct Counted: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &*= 6_364_136_223_846_793_005
      state &+= 1_442_695_040_888_963_407
      return state
    }
  }

  @Test("a person keeps a code, however the name is written, and nobody shares one")
  func codes() {
    var pseudonyms = Pseudonyms()
    let ann = pseudonyms.code(for: "Ann Example")
    #expect(pseudonyms.code(for: "  ann  EXAMPLE ") == ann)
    #expect(pseudonyms.code(of: "ANN EXAMPLE") == ann)
    #expect(pseudonyms.code(of: "Bob") == nil)
    let others = Set((1...5_000).map { pseudonyms.code(for: "person \($0)") })
    #expect(others.count == 5_000 && !others.contains(ann))
    #expect(pseudonyms.count == 5_001)
    // What is a code already stays, so that a file may be done twice.
    #expect(pseudonyms.code(for: ann) == ann && pseudonyms.count == 5_001)
  }

  @Test("a code is a letter and seven letters or digits, none that is read as another, as a number or as a word")
  func shape() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let code = Pseudonyms.randomCode(using: &generator)
      #expect(code.count == Pseudonyms.length)
      #expect(code.allSatisfy { "bcdfghjkmnpqrstvwxyz23456789".contains($0) })
      #expect(code.first?.isLetter == true)
    }
  }

  @Test("the order of names tells nothing: codes of one run do not ascend, and those of another differ")
  func order() {
    var (first, second) = (Pseudonyms(), Pseudonyms())
    let names = (1...200).map { "person \($0)" }
    let (codes, others) = (names.map { first.code(for: $0) }, names.map { second.code(for: $0) })
    // By chance alone the chance of either is below 1e-300.
    #expect(codes != codes.sorted())
    #expect(Set(codes).isDisjoint(with: others))
    // Half of all neighbours ascend, within six standard deviations (sd of 199 is about 4.1).
    let ascending = zip(codes, codes.dropFirst()).count { $0 < $1 }
    #expect((75...125).contains(ascending))
    #expect(first.key.map(\.code) == codes.sorted())
  }

  @Test("every character of a code is as likely as the others of its place")
  func evenness() {
    var generator = Counted(state: 7)
    var counts: [Character: Int] = [:]
    for _ in 0..<28_000 { counts[Pseudonyms.randomCode(using: &generator).last ?? "-", default: 0] += 1 }
    #expect(counts.count == 28)
    // A thousand each, sd about 31.
    #expect(counts.values.allSatisfy { (800...1_200).contains($0) })
  }

  @Test("a code that is taken is not given again")
  func collisions() {
    // The same numbers again give the same code first.
    var pseudonyms = Pseudonyms()
    var (generator, again) = (Counted(state: 3), Counted(state: 3))
    let first = pseudonyms.code(for: "a", using: &generator)
    let second = pseudonyms.code(for: "b", using: &again)
    #expect(first != second)
  }

  @Test("a key that was kept gives the same codes")
  func kept() throws {
    var pseudonyms = Pseudonyms()
    for name in ["Ann", "Bob"] { _ = pseudonyms.code(for: name) }
    var again = try Pseudonyms(key: pseudonyms.key)
    #expect(again.code(for: "BOB") == pseudonyms.code(of: "Bob"))
    _ = again.code(for: "Cid")
    #expect(again.count == 3)
    #expect(Set(pseudonyms.key).isSubset(of: again.key))
  }

  @Test("a key with mistakes is refused with all of them")
  func mistakes() {
    let error = #expect(throws: DocumentError.self) {
      try Pseudonyms(key: [
        .init(name: "Ann", code: "x1"), .init(name: "ann ", code: "x2"), .init(name: "Bob", code: "X1"),
        .init(name: "", code: "x3"), .init(name: "Cid", code: " "),
      ])
    }
    #expect(error?.diagnostics.map(\.code) == [.duplicateID, .duplicateID, .missingKey, .missingKey])
    #expect(error?.diagnostics.map { "\($0.path.map { "\($0)" } ?? "")" } == ["[1]", "[2]", "[3]", "[4]"])
  }
}
