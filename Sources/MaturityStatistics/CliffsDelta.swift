/// Cliff's delta: how often a value of the first group lies above one of the second, less how often it lies below.
///
/// (#(x > y) − #(x < y)) / (n·m) over all n·m pairs (Cliff 1993, “Dominance statistics: ordinal analyses to answer
/// ordinal questions”, Psychological Bulletin 114, 494–509). From −1 (all of the first lie below) to 1 (all above); 0 where
/// neither group dominates. Only the order of values matters.
///
/// Undefined (`noValues`) where a group is empty. O(values of both).
public func cliffsDelta(_ first: Distribution, _ second: Distribution) -> Figure<Double> {
  guard first.n > 0, second.n > 0 else {
    return .undefined(Undefined(.noValues, "One of the groups has no values."))
  }
  // Counts of pairs may outgrow 64 bits.
  var difference: Int128 = 0
  var index = 0
  var below = 0
  for (value, count) in first.pairs {
    while index < second.values.count, second.values[index] < value {
      below += second.counts[index]
      index += 1
    }
    let equal = index < second.values.count && second.values[index] == value ? second.counts[index] : 0
    difference += Int128(count) * Int128(below - (second.n - below - equal))
  }
  return .finite(Double(difference) / (Double(first.n) * Double(second.n)))
}
