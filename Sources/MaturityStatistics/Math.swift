// The only file that imports the platform's mathematics.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

func logarithm2(_ x: Double) -> Double { log2(x) }

func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// ln(1 + x), accurate for x near 0.
func naturalLogarithm(onePlus x: Double) -> Double { log1p(x) }

func exponential(_ x: Double) -> Double { exp(x) }

func squareRoot(_ x: Double) -> Double { x.squareRoot() }

/// 1 − erf(x), accurate far into the tail.
func complementaryError(_ x: Double) -> Double { erfc(x) }
