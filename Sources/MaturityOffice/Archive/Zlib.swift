import CZlib

// All the code of this module that touches zlib's memory. The states live on the heap, because zlib keeps a pointer to
// them, and are ended when their values end. Only raw deflate is read and written, which is what ZIP files hold.

/// Unpacks a stream of deflated bytes, piece by piece.
@safe
struct Inflater: ~Copyable {
  enum Outcome {
    /// More output may follow, or more input is needed.
    case more
    /// The stream has ended.
    case ended
    /// The bytes are no deflated stream.
    case broken
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    isReady = unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { unsafe _ = inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Unpacks some of `input` into the bytes of `output` from `start` on, which are written over.
  /// - Returns: How many bytes of `input` are done with, how many bytes were written, and how it stands.
  mutating func inflate(
    _ input: Span<UInt8>, into output: inout [UInt8], from start: Int
  ) -> (consumed: Int, written: Int, outcome: Outcome) {
    guard isReady, start < output.count else { return (0, 0, isReady ? .more : .broken) }
    let mostIn = min(input.count, Int(Int32.max))
    let mostOut = min(output.count - start, Int(Int32.max))
    let result = unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        // zlib reads from here alone, although its pointer does not say so.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(mostIn)
        unsafe stream.pointee.next_out = output.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_out = UInt32(mostOut)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let consumed = unsafe mostIn - Int(stream.pointee.avail_in)
    let written = unsafe mostOut - Int(stream.pointee.avail_out)
    switch result {
    case Z_OK, Z_BUF_ERROR: return (consumed, written, .more)
    case Z_STREAM_END: return (consumed, written, .ended)
    default: return (consumed, written, .broken)
    }
  }
}

/// Packs bytes, piece by piece: the same bytes give the same stream.
@safe
struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether zlib had the memory it needs.
  let isReady: Bool

  init(level: Int32 = Z_DEFAULT_COMPRESSION) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    isReady =
      unsafe deflateInit2_(
        stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { unsafe _ = deflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Packs all of `input` onto the end of `output`; with `ends`, the stream is closed.
  mutating func deflate(_ input: Span<UInt8>, ends: Bool, onto output: inout [UInt8]) {
    guard isReady else { return }
    var at = 0
    repeat {
      let most = min(input.count - at, 1 << 30)
      let isLast = at + most == input.count
      unsafe input.extracting(at..<at + most).withUnsafeBufferPointer { input in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(most)
        var isFull = true
        while isFull {
          output.append(addingCapacity: 64 << 10) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, filled in
              unsafe stream.pointee.next_out = buffer.baseAddress
              unsafe stream.pointee.avail_out = UInt32(buffer.count)
              _ = unsafe CZlib.deflate(stream, ends && isLast ? Z_FINISH : Z_NO_FLUSH)
              filled = unsafe buffer.count - Int(stream.pointee.avail_out)
            }
          }
          isFull = unsafe stream.pointee.avail_out == 0
        }
      }
      at += most
    } while at < input.count
  }
}

/// The checksum of ZIP files, piece by piece.
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func update(_ bytes: Span<UInt8>) {
    value = unsafe bytes.withUnsafeBufferPointer { unsafe UInt32(crc32_z(UInt(value), $0.baseAddress, $0.count)) }
  }
}
