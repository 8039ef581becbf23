/// Draws means of resamples: n values drawn from a distribution's n values, with replacement.
///
/// Works on counts. A resample's counts are multinomial, and independent Poisson counts are multinomial given their
/// total: so blocks of a fixed expected size are drawn as one Poisson number a value, for as long as they fit into n, and
/// the few people left are drawn one by one. That is exact, and a draw costs about values · log n, however many people.
struct MeanResampler: Sendable {
  /// The largest n: beyond it the sampler's doubles lose the precision that exactness needs.
  static let largest = 1_000_000_000

  private struct Block {
    var sampler: PoissonSampler
    /// How many people must be left for the block to be tried.
    var enough: Int
  }

  private let mean: Double
  private let n: Int
  /// Distances from the mean, most frequent last, so that tabled rates come first.
  private let distances: [Double]
  private let single: AliasTables
  private let blocks: [Block]

  /// A resampler of a distribution with 1 ≤ n ≤ `largest`. `mean` is the distribution's.
  init(_ distribution: Distribution, mean: Double) {
    let used = distribution.pairs.filter { $0.count > 0 }.sorted { ($0.count, $0.value) < ($1.count, $1.value) }
    let n = distribution.n
    self.mean = mean
    self.n = n
    distances = used.map { $0.value - mean }
    var single = AliasTables()
    single.append(used.map { Double($0.count) })
    self.single = single
    var blocks: [Block] = []
    // The first block leaves two standard deviations of its size to the next; further ones fall by fours.
    var size = Double(n) - 2 * squareRoot(Double(n))
    while size > 2 * Double(used.count) {
      let rates = used.map { Double($0.count) / Double(n) * size }
      blocks.append(Block(sampler: PoissonSampler(rates: rates), enough: Int(size + squareRoot(size))))
      size = blocks.count == 1 ? squareRoot(Double(n)) : size / 4
    }
    self.blocks = blocks
  }

  /// The mean of one resample.
  func draw(using generator: inout SeededGenerator) -> Double {
    var left = n
    var sum = 0.0
    // Looked at where they are: a copy of a block would have its tables counted as in use once more.
    let blocks = blocks.span
    for index in blocks.indices {
      while left >= blocks[index].enough {
        var size = 0
        var part = 0.0
        blocks[index].sampler.draw(using: &generator) { place, count in
          size &+= count
          part += distances[place] * Double(count)
        }
        // A block too large is thrown away whole: its size says nothing of how it is made up.
        guard size <= left else { continue }
        left -= size
        sum += part
      }
    }
    single.draw(left, using: &generator) { sum += distances[$0] }
    return mean + sum / Double(n)
  }
}

extension Undefined {
  static var tooManyToResample: Undefined {
    Undefined(.tooLarge, "More than 1,000,000,000 values are not resampled.")
  }
}
