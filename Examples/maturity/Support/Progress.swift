/// A line of progress for work that takes over a second, on a terminal only.
struct Progress {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant?

  init() { start = clock.now }

  /// Shows how many respondents of a file have been read, at most five times a second.
  mutating func update(_ name: String, _ respondents: Int) {
    guard Terminal.showsProgress, clock.now - start > .seconds(1) else { return }
    if let shown, clock.now - shown < .milliseconds(200) { return }
    shown = clock.now
    Terminal.write(Array("\r\u{1B}[K\(name): \(respondents) respondents".utf8), to: 2)
  }

  /// Takes the line away.
  mutating func finish() {
    guard shown != nil else { return }
    shown = nil
    Terminal.write(Array("\r\u{1B}[K".utf8), to: 2)
  }
}
