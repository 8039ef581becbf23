/// Whole records of a table as they stand in its file, not yet split: what one worker takes at a time.
package struct TableChunk: Sendable {
  /// The chunks of a file are numbered from 0.
  package let number: Int
  /// The chunk's bytes, and before `start` perhaps some that are done with.
  package let bytes: [UInt8]
  /// Where the chunk's first record begins in `bytes`.
  package let start: Int

  /// The chunk from one of its records on.
  package func rest(from start: Int) -> TableChunk { TableChunk(number: number, bytes: bytes, start: start) }
}
