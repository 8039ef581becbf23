/// The directory of a ZIP file (PKWARE's APPNOTE 6.3): which parts it holds, and where.
///
/// Nothing is unpacked here, but everything that can be refused without unpacking is refused: parts that would be too
/// large or too many, that are encrypted or named twice, or whose names lead out of the archive. A part that lies about
/// its size is found out by ``ZipPartReader``, which never unpacks more than was declared.
struct ZipArchive: Sendable {
  /// One part of the archive.
  struct Part: Sendable, Equatable {
    var name: String
    var isDeflated: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its header stands in the file.
    var header: Int
  }

  let bytes: [UInt8]
  private var parts: [String: Part] = [:]

  /// Reads the directory.
  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookProblem) {
    self.bytes = bytes
    let end = try Self.directoryEnd(bytes)
    guard let disk = bytes.littleEndian16(at: end + 4), let count = bytes.littleEndian16(at: end + 10),
      let size = bytes.littleEndian32(at: end + 12), let start = bytes.littleEndian32(at: end + 16)
    else { throw .cutShort }
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      throw WorkbookProblem(
        code: .unsupported,
        message:
          "The file is a ZIP of the 64-bit kind, which is not read here. Open it in a spreadsheet and save it again.")
    }
    guard disk == 0, start + size <= end else { throw .cutShort }
    if count > limits.parts {
      throw WorkbookProblem(
        code: .limit,
        message: """
          The file has \(count) parts, and at most \(limits.parts) are read. Copy the sheet that is needed into a new \
          workbook.
          """)
    }
    var place = start
    var total = 0
    for _ in 0..<count {
      let (part, next) = try Self.part(bytes, at: place, before: end)
      place = next
      try Self.check(part, limits)
      total += part.size
      if total > limits.bytesInAll {
        throw WorkbookProblem(
          code: .limit,
          message: """
            The file would unpack to more than \(limits.bytesInAll) bytes, which is the most that is read. Copy the sheet \
            that is needed into a new workbook.
            """)
      }
      // Names are compared without regard to case, as the format says.
      if parts.updateValue(part, forKey: part.name.lowercased()) != nil {
        throw WorkbookProblem(
          code: .damaged,
          message: "The file holds two parts named “\(part.name)”. Open it in a spreadsheet and save it again.")
      }
    }
  }

  /// The part with this name, in capitals or not.
  func part(named name: String) -> Part? { parts[name.lowercased()] }

  /// Where the bytes of a part begin; they are all in the file.
  func dataStart(of part: Part) throws(WorkbookProblem) -> Int {
    // Sizes are the directory's: those in the header may follow the data.
    guard bytes.littleEndian32(at: part.header) == 0x0403_4B50,
      let nameSize = bytes.littleEndian16(at: part.header + 26),
      let extraSize = bytes.littleEndian16(at: part.header + 28),
      case let start = part.header + 30 + nameSize + extraSize, start + part.packedSize <= bytes.count,
      part.isDeflated || part.size == part.packedSize
    else { throw .cutShort }
    return start
  }

  /// The record that ends the file. A comment may follow it.
  private static func directoryEnd(_ bytes: [UInt8]) throws(WorkbookProblem) -> Int {
    guard bytes.littleEndian32(at: 0) == 0x0403_4B50 else { throw ForeignFile.problem(bytes) }
    var place = bytes.count - 22
    let least = max(0, place - 0xFFFF)
    while place >= least {
      if bytes.littleEndian32(at: place) == 0x0605_4B50, let comment = bytes.littleEndian16(at: place + 20),
        place + 22 + comment == bytes.count
      {
        return place
      }
      place -= 1
    }
    throw .cutShort
  }

  private static func part(
    _ bytes: [UInt8], at place: Int, before end: Int
  ) throws(WorkbookProblem) -> (Part, next: Int) {
    guard bytes.littleEndian32(at: place) == 0x0201_4B50,
      let flags = bytes.littleEndian16(at: place + 8), let method = bytes.littleEndian16(at: place + 10),
      let checksum = bytes.littleEndian32(at: place + 16), let packedSize = bytes.littleEndian32(at: place + 20),
      let size = bytes.littleEndian32(at: place + 24), let nameSize = bytes.littleEndian16(at: place + 28),
      let extraSize = bytes.littleEndian16(at: place + 30), let commentSize = bytes.littleEndian16(at: place + 32),
      let header = bytes.littleEndian32(at: place + 42),
      case let next = place + 46 + nameSize + extraSize + commentSize, next <= end
    else { throw .cutShort }
    let name = String(decoding: bytes[place + 46..<place + 46 + nameSize], as: UTF8.self)
    if flags & 0x2041 != 0 {
      throw WorkbookProblem(
        code: .encrypted,
        message: "The part “\(name)” is encrypted. Save the workbook again without a password.")
    }
    if packedSize == 0xFFFF_FFFF || size == 0xFFFF_FFFF || header == 0xFFFF_FFFF {
      throw WorkbookProblem(
        code: .unsupported,
        message: """
          The part “\(name)” is stored in the 64-bit kind of ZIP, which is not read here. \
          Open the workbook in a spreadsheet and save it again.
          """)
    }
    guard method == 0 || method == 8 else {
      throw WorkbookProblem(
        code: .unsupported,
        message: """
          The part “\(name)” is packed in a way that is not read here (method \(method)). \
          Open the workbook in a spreadsheet and save it again.
          """)
    }
    let part = Part(
      name: name, isDeflated: method == 8, checksum: UInt32(truncatingIfNeeded: checksum), packedSize: packedSize,
      size: size, header: header)
    return (part, next)
  }

  private static func check(_ part: Part, _ limits: WorkbookLimits) throws(WorkbookProblem) {
    if part.size > limits.bytesPerPart {
      throw WorkbookProblem(
        code: .limit,
        message: """
          The part “\(part.name)” would unpack to \(part.size) bytes, and at most \(limits.bytesPerPart) are read.
          """)
    }
    if part.size > 1 << 20, part.size / max(1, part.packedSize) > limits.ratio {
      throw WorkbookProblem(
        code: .limit,
        message: """
          The part “\(part.name)” would unpack from \(part.packedSize) to \(part.size) bytes, over \(limits.ratio) times \
          as many. Files made to do harm look like this, so it is not read.
          """)
    }
    if part.name.hasPrefix("/") || part.name.contains("\\") || part.name.split(separator: "/").contains("..") {
      throw WorkbookProblem(
        code: .damaged,
        message:
          "The file holds a part named “\(part.name)”, which leads out of the file. It is not read: open it in a spreadsheet and save it again."
      )
    }
  }
}

extension WorkbookProblem {
  static var cutShort: WorkbookProblem {
    WorkbookProblem(
      code: .damaged,
      message: "The file ends too early or is damaged. Download or copy it again, or save it again in a spreadsheet.")
  }
}
