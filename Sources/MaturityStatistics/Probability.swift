/// The standard normal distribution.
enum Normal {
  /// The share below `x`.
  static func share(below x: Double) -> Double { complementaryError(-x / 2.0.squareRoot()) / 2 }

  /// The value with the share `p` below it, for 0 < p < 1: a rational start (Abramowitz and Stegun 1964, 26.2.23), then
  /// Halley's steps on erfc, each of which triples the correct digits.
  static func quantile(_ p: Double) -> Double {
    let tail = min(p, 1 - p)
    let t = squareRoot(-2 * naturalLogarithm(tail))
    var x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let density = exponential(-x * x / 2) / squareRoot(2 * .pi)
      let step = (share(below: -x) - tail) / density
      x += step / (1 - x * step / 2)
    }
    return p < 0.5 ? -x : x
  }
}

/// Student's t distribution with `freedom` degrees of freedom (not necessarily whole), at least 1.
struct StudentT {
  let freedom: Double

  /// The value t with the share `tail` (above 0, at most 0.5) above it.
  func quantile(upperTail tail: Double) -> Double {
    let normal = -Normal.quantile(tail)
    // The first term of the expansion in 1/freedom (Abramowitz and Stegun 1964, 26.7.5); the next is below 1e-11 here.
    if freedom > 1e6 { return normal + (normal * normal * normal + normal) / (4 * freedom) }
    // The tail falls and is convex for t > 0, and t lies above the normal value: Newton's steps rise to it and stop.
    var t = max(normal, 0)
    for _ in 0..<200 {
      let fall = exponential(-(freedom + 1) / 2 * naturalLogarithm(onePlus: t * t / freedom))
      let step = (upperTail(t) - tail) * squareRoot(freedom) * beta / fall
      t += step
      if step.magnitude <= 1e-15 * t { break }
    }
    return t
  }

  /// The share above `t`, for t ≥ 0: half the regularised incomplete beta function I(freedom/2, ½) at
  /// freedom/(freedom + t²).
  func upperTail(_ t: Double) -> Double {
    let a = freedom / 2
    let x = freedom / (freedom + t * t)
    let power = exponential(-a * naturalLogarithm(onePlus: t * t / freedom))
    let front = power * squareRoot(t * t / (freedom + t * t)) / beta
    // The fraction converges fast on the near side of its mean; the other side is its complement.
    if x < (a + 1) / (a + 2.5) { return front * StudentT.fraction(a, 0.5, x) / a / 2 }
    return (1 - front * StudentT.fraction(0.5, a, 1 - x) / 0.5) / 2
  }

  /// B(freedom/2, ½) = Γ(a)·√π / Γ(a + ½), the ratio by its asymptotic series above a = 30 and by recurrence below
  /// (Tricomi and Erdélyi 1951).
  private var beta: Double {
    var a = freedom / 2
    var factor = 1.0
    while a < 30 {
      factor *= (a + 0.5) / a
      a += 1
    }
    let u = 1 / a
    let series = 1 - u * (1 / 8 - u * (1 / 128 + u * (5 / 1024 - u * (21 / 32768 + u * (399 / 262144)))))
    return factor * squareRoot(.pi / a) / series
  }

  /// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ number: Double) -> Double { number.magnitude < tiny ? tiny : number }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for term in [even, odd] {
        d = 1 / away(1 + term * d)
        c = away(1 + term / c)
        result *= c * d
      }
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return result
  }
}
