/// How likely it is that at least `successes` of `n` succeed when each does so by itself with the same chance: the upper tail
/// of the binomial distribution, its end included. From 0 to 1; 1 for no successes, 0 for more than there are trials.
///
/// The terms below `successes` are added up from their logarithms, and the tail is what is missing from 1: right to about
/// 1e-12, so that a smaller one comes out as hardly more than 0. O(successes).
///
/// Undefined where a count is negative (`invalidCount`), and for a chance that is not from 0 to 1 (`invalidOption`).
public func binomialTail(atLeast successes: Int, of n: Int, chance: Double) -> Figure<Double> {
  guard successes >= 0, n >= 0 else {
    return .undefined(Undefined(.invalidCount, "The numbers of successes and of those asked are 0 or more."))
  }
  guard chance >= 0, chance <= 1 else {
    return .undefined(Undefined(.invalidOption, "A chance lies from 0 to 1."))
  }
  if successes == 0 { return .value(1) }
  if successes > n || chance == 0 { return .value(0) }
  if chance == 1 { return .value(1) }
  let odds = naturalLogarithm(chance) - naturalLogarithm(onePlus: -chance)
  var term = Double(n) * naturalLogarithm(onePlus: -chance)
  var below = 0.0
  for count in 0..<successes {
    below += exponential(term)
    term += naturalLogarithm(Double(n - count) / Double(count + 1)) + odds
  }
  return .value(min(max(1 - below, 0), 1))
}
