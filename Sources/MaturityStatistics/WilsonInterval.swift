/// Wilson's score interval of a share: where the true share lies, given `successes` out of `n`.
///
/// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with p = successes/n and z the normal quantile of the confidence
/// (Wilson 1927, “Probable inference, the law of succession, and statistical inference”, JASA 22, 209–212; without
/// continuity correction). Within 0 to 1, and it always holds p.
///
/// Undefined when n = 0 (`noValues`), where successes are not from 0 to n (`invalidCount`), and for a confidence that is
/// not between 0 and 1 (`invalidOption`).
public func wilsonInterval(successes: Int, of n: Int, confidence: Double = 0.95) -> Figure<Interval> {
  guard confidence > 0, confidence < 1 else { return .undefined(.confidence) }
  guard successes >= 0, successes <= n else {
    return .undefined(Undefined(.invalidCount, "The number of successes lies between 0 and the number asked."))
  }
  guard n > 0 else { return .undefined(.noValues) }
  let z = confidence == 0.95 ? usual : -Normal.quantile((1 - confidence) / 2)
  let share = Double(successes) / Double(n)
  let correction = z * z / Double(n)
  let centre = share + correction / 2
  let reach = squareRoot(correction * (share * (1 - share) + correction / 4))
  let low = successes == 0 ? 0 : max(0, (centre - reach) / (1 + correction))
  let high = successes == n ? 1 : min(1, (centre + reach) / (1 + correction))
  return .between(low, high, confidence: confidence, method: .wilson)
}

/// For 95 %, which most ask for: finding it takes far longer than all the rest.
private let usual = -Normal.quantile((1 - 0.95) / 2)
