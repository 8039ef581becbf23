/// Unpacks one part of an archive, piece by piece, and never more than the archive's directory declares.
struct ZipPartReader: ~Copyable {
  let name: String
  private let bytes: [UInt8]
  private let part: ZipArchive.Part
  private var place: Int
  private let end: Int
  private var inflater = Inflater()
  private var hasEnded = false
  private var written = 0
  private var checksum = CRC32()

  init(_ part: ZipArchive.Part, of archive: ZipArchive) throws(WorkbookProblem) {
    let place = try archive.dataStart(of: part)
    name = part.name
    bytes = archive.bytes
    self.part = part
    self.place = place
    end = place + part.packedSize
  }

  /// Fills `chunk` from its start, over what it held. Returns how many bytes were written; 0 at the end.
  mutating func read(into chunk: inout [UInt8]) throws(WorkbookProblem) -> Int {
    var count = 0
    while count < chunk.count, !hasEnded {
      if part.isDeflated {
        count += try inflate(into: &chunk, from: count)
      } else {
        let size = min(chunk.count - count, end - place)
        chunk.replaceSubrange(count..<count + size, with: bytes[place..<place + size])
        place += size
        count += size
        hasEnded = place == end
      }
      if written + count > part.size { throw damaged("is larger than the file says") }
    }
    checksum.update(chunk.span.extracting(0..<count))
    written += count
    if hasEnded, count < chunk.count {
      guard written == part.size else { throw damaged("is smaller than the file says") }
      guard checksum.value == part.checksum else { throw damaged("does not have the checksum that the file says") }
    }
    return count
  }

  private mutating func inflate(into chunk: inout [UInt8], from start: Int) throws(WorkbookProblem) -> Int {
    let bytes = bytes
    let result = inflater.inflate(bytes.span.extracting(place..<end), into: &chunk, from: start)
    place += result.consumed
    switch result.outcome {
    case .ended: hasEnded = true
    case .broken: throw damaged("cannot be unpacked")
    case .more:
      if result.consumed == 0, result.written == 0 { throw damaged("ends too early") }
    }
    return result.written
  }

  private func damaged(_ how: String) -> WorkbookProblem {
    WorkbookProblem(
      code: .damaged,
      message: """
        The part “\(name)” \(how), so the file is damaged. Download or copy it again, or save it again in a spreadsheet.
        """)
  }
}
