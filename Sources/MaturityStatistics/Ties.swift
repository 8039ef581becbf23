/// Which of some numbers are one number that arithmetic rounded in two ways, such as 0.6 and 1 − 0.4.
///
/// Numbers count as one where they are no further apart than ``tolerance(at:)``. What they count as does not depend on
/// their order: an anchor that is near, else the lowest of them. So no two of ``values`` are tied.
public struct Ties: Sendable, Hashable {
  /// The numbers that the others count as: strictly increasing, each further from the next than the tolerance.
  public let values: [Double]
  private let anchors: [Double]

  /// How far apart two numbers may be: 1e-9, as wherever scores are compared, or 1e-12 of their size where that is more.
  public static func tolerance(at value: Double) -> Double { max(1e-9, 1e-12 * value.magnitude) }

  /// The ties among numbers; those that are not finite are passed over. O(numbers · log numbers).
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - anchors: Numbers as somebody wrote them, such as the points of a scale, which those near them count as.
  public init(_ numbers: [Double], anchors: [Double] = []) {
    let anchors = Self.apart(anchors)
    self.anchors = anchors
    let others = Self.apart(anchors.isEmpty ? numbers : numbers.filter { Self.near($0, in: anchors) == nil })
    values = anchors.isEmpty ? others : (anchors + others).sorted()
  }

  /// What a number counts as: itself, where it is tied with none. O(log numbers).
  public func value(of number: Double) -> Double {
    Self.near(number, in: anchors) ?? Self.near(number, in: values) ?? number
  }

  /// The numbers upwards, without those that are near the last that was kept.
  private static func apart(_ numbers: [Double]) -> [Double] {
    var kept: [Double] = []
    for number in numbers.filter(\.isFinite).sorted() {
      if let last = kept.last, number - last <= tolerance(at: number) { continue }
      kept.append(number == 0 ? 0 : number)  // one zero, not two
    }
    return kept
  }

  /// The last of some increasing numbers that is not above a number, or the one after it, where it is near.
  private static func near(_ number: Double, in numbers: [Double]) -> Double? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = low + (high - low) / 2
      if numbers[middle] <= number { low = middle + 1 } else { high = middle }
    }
    let tolerance = tolerance(at: number)
    if low > 0, number - numbers[low - 1] <= tolerance { return numbers[low - 1] }
    if low < numbers.count, numbers[low] - number <= tolerance { return numbers[low] }
    return nil
  }
}
